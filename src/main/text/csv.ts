/** Tables as CSV. A spreadsheet must neither run nor reshape what it is given. */
import Papa from 'papaparse';

/** Heads and rows as CSV text for spreadsheets, every cell made safe. */
export function toCsv(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const safe = [heads, ...rows].map((cells) => cells.map(toSafeCell));
  // The mark tells spreadsheets that this is UTF-8.
  return `\uFEFF${Papa.unparse(safe, { newline: '\r\n' })}\r\n`;
}

/**
 * Digits alone would become a number and lose leading zeros or turn into 1.23E+11: written as the formula of a text, they stay.
 * What begins like a formula gets an apostrophe, so that a name from outside is never run.
 */
export function toSafeCell(text: string): string {
  if (/^\d+([.,]\d+)*(e\d+)?$/i.test(text)) return `="${text}"`;
  return /^[\s]*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
