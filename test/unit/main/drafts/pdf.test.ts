import { describe, expect, it } from 'vitest';
import { findPdfProblem, LARGEST_EULA_BYTES } from '../../../../src/main/drafts/pdf.ts';
import { appendRevision, makePdf } from '../../../support/pdf.ts';

const ENCRYPT = '/Encrypt 9 0 R';

/** A file whose page content is this text; its offsets stay right. */
function inPage(content: string): Buffer {
  const blank = makePdf({ padding: content.length }).toString('latin1');
  return Buffer.from(blank.replace(' '.repeat(content.length), content), 'latin1');
}

describe('custom EULA documents', () => {
  it.each([
    ['a plain file', makePdf()],
    ['a file with a cross-reference stream', makePdf({ asStream: true })],
    ['a file that was edited and saved again', appendRevision(appendRevision(makePdf()))],
    ['the word /Encrypt in a text value', makePdf({ trailer: '/Info << /Title (how to \\) /Encrypt a PDF) >>' })],
    ['the word /Encrypt in a page', inPage('/Encrypt 9 0 R')],
    ['another key that begins with Encrypt', makePdf({ trailer: '/EncryptMetadata false' })],
  ])('accepts %s', (_name, bytes) => {
    expect(findPdfProblem(bytes)).toBeNull();
  });

  it.each([
    ['in the trailer', makePdf({ trailer: ENCRYPT })],
    ['in the trailer, in place', makePdf({ trailer: '/Encrypt<</Filter/Standard/V 2>>' })],
    ['in a cross-reference stream', makePdf({ asStream: true, trailer: ENCRYPT })],
    ['only in the first revision', appendRevision(makePdf({ trailer: ENCRYPT }))],
    ['only in the last revision', appendRevision(makePdf(), ENCRYPT)],
  ])('refuses a password-protected file: %s', (_name, bytes) => {
    expect(findPdfProblem(bytes)).toBe('eula-encrypted');
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a text', Buffer.from('Licence terms')],
    ['something before the head', Buffer.concat([Buffer.from('\n'), makePdf()])],
    ['a head only', Buffer.from('%PDF-1.7\n')],
    ['a cut file', makePdf({ padding: 5000 }).subarray(0, 3000)],
    [
      'a cut file whose tail was kept',
      Buffer.concat([makePdf({ padding: 5000 }).subarray(0, 2000), Buffer.from('startxref\n9000\n%%EOF')]),
    ],
    [
      'a start that points nowhere sensible',
      Buffer.from(
        makePdf()
          .toString('latin1')
          .replace(/startxref\n\d+/, 'startxref\n12'),
        'latin1',
      ),
    ],
  ])('refuses %s as no readable PDF', (_name, bytes) => {
    expect(findPdfProblem(bytes)).toBe('eula-not-pdf');
  });

  it('does not run in circles', () => {
    const pdf = makePdf();
    const start = /startxref\n(\d+)/.exec(pdf.toString('latin1'))?.[1];
    expect(findPdfProblem(makePdf({ trailer: `/Prev ${start}` }))).toBeNull();
  });

  it('refuses what is larger than the limit, and nothing below it', () => {
    const overhead = makePdf({ padding: 10_000_000 }).length - 10_000_000;
    expect(findPdfProblem(makePdf({ padding: LARGEST_EULA_BYTES - overhead }))).toBeNull();
    expect(findPdfProblem(makePdf({ padding: LARGEST_EULA_BYTES }))).toBe('eula-too-large');
  });
});
