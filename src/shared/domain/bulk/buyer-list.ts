/** Reads a pasted column or a CSV of buyers: 12-digit AWS account ids, each with a name where there is one. */

export interface ListedBuyer {
  /** Line in the text, from 1. */
  readonly line: number;
  readonly awsAccountId: string;
  readonly name: string;
}

export interface BuyerProblem {
  readonly line: number;
  readonly text: string;
  readonly messageKey: string;
  readonly params: Readonly<Record<string, string | number>>;
}

export interface BuyerList {
  readonly buyers: readonly ListedBuyer[];
  readonly problems: readonly BuyerProblem[];
}

const ACCOUNT_ID = /^\d{12}$/;
/** A spreadsheet takes leading zeros away, or writes 1.23457E+11. */
const SHORTENED = /^\d{9,11}$/;
const SCIENTIFIC = /^\d(?:[.,]\d+)?e\+?\d+$/i;

/** `rows`: lines of cells as a CSV reader gives them. The id may stand in any cell; the first other filled cell is the name. */
export function readBuyerRows(rows: readonly (readonly string[])[]): BuyerList {
  const buyers: ListedBuyer[] = [];
  const problems: BuyerProblem[] = [];
  const seen = new Map<string, number>();
  rows.forEach((cells, index) => {
    const line = index + 1;
    const clean = cells.map(toPlainText);
    if (clean.every((cell) => cell === '')) return;
    const at = clean.findIndex((cell) => ACCOUNT_ID.test(toDigits(cell)));
    if (at < 0) {
      // A heading has no digits; anything else on a line of its own was meant to be a buyer.
      if (index === 0 && clean.every((cell) => !/\d/.test(cell))) return;
      problems.push({ line, text: cells.join(', '), ...whyNot(clean) });
      return;
    }
    const awsAccountId = toDigits(clean[at] ?? '');
    const earlier = seen.get(awsAccountId);
    if (earlier !== undefined) {
      problems.push({ line, text: awsAccountId, messageKey: 'bulk:buyers.duplicate', params: { line: earlier } });
      return;
    }
    seen.set(awsAccountId, line);
    buyers.push({ line, awsAccountId, name: clean.find((cell, cellAt) => cellAt !== at && cell !== '') ?? '' });
  });
  return { buyers, problems };
}

function whyNot(cells: readonly string[]): Pick<BuyerProblem, 'messageKey' | 'params'> {
  const digits = cells.map(toDigits);
  const shortened = digits.find((cell) => SHORTENED.test(cell));
  if (shortened !== undefined) {
    return { messageKey: 'bulk:buyers.shortened', params: { digits: shortened.length } };
  }
  if (cells.some((cell) => SCIENTIFIC.test(cell))) return { messageKey: 'bulk:buyers.scientific', params: {} };
  return { messageKey: 'bulk:buyers.notAnId', params: {} };
}

/** Full-width digits, the formula of a text (`="0123"`), and an apostrophe before a number all mean the plain text. */
function toPlainText(cell: string): string {
  const text = cell.normalize('NFKC').trim();
  return /^="(.*)"$/.exec(text)?.[1] ?? text.replace(/^'(?=\d)/, '');
}

/** Account ids are often written in groups of four. */
function toDigits(cell: string): string {
  return /^[\d\s-]+$/.test(cell) ? cell.replace(/[\s-]/g, '') : cell;
}
