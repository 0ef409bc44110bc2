/** Small but real PDFs, with cross-reference tables whose offsets are right. */

export interface PdfOptions {
  /** Extra entries of the trailer dictionary. */
  readonly trailer?: string;
  /** Written as a cross-reference stream instead of a table. */
  readonly asStream?: boolean;
  /** Blank page content of this many bytes. */
  readonly padding?: number;
}

export function makePdf({ trailer = '', asStream = false, padding = 0 }: PdfOptions = {}): Buffer {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R >>',
    `<< /Length ${padding} >>\nstream\n${' '.repeat(padding)}\nendstream`,
  ];
  let text = '%PDF-1.7\n';
  const offsets = objects.map((body, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const start = text.length;
  if (asStream) {
    text += `5 0 obj\n<< /Type /XRef /Size 6 /W [1 4 1] /Root 1 0 R /Length 0 ${trailer} >>\nstream\n\nendstream\nendobj\n`;
  } else {
    const lines = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
    text += `xref\n0 5\n0000000000 65535 f \n${lines}trailer\n<< /Size 5 /Root 1 0 R ${trailer} >>\n`;
  }
  return Buffer.from(`${text}startxref\n${start}\n%%EOF\n`, 'latin1');
}

/** The same file with a later revision appended, as editors save it. */
export function appendRevision(pdf: Buffer, trailer = ''): Buffer {
  const previous = /startxref\n(\d+)\n%%EOF\n$/.exec(pdf.toString('latin1'))?.[1] ?? '0';
  const start = pdf.length;
  const revision = `xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 5 /Root 1 0 R /Prev ${previous} ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.concat([pdf, Buffer.from(revision, 'latin1')]);
}
