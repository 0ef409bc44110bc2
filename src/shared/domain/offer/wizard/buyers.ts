/** Reads AWS account ids that were typed or pasted in any arrangement. Ids are text: leading zeros stay. */

export interface PastedIds {
  /** 12 digits each, in order, each once. */
  readonly ids: string[];
  /** What is no account id, as typed. */
  readonly rejected: string[];
}

/** AWS's own spelling groups the digits: `1234-5678-9012`. */
const GROUPED = /(?<!\d)(\d{4})[-\u2010-\u2015 ](\d{4})[-\u2010-\u2015 ](\d{4})(?!\d)/g;

export function parseAccountIds(text: string): PastedIds {
  const joined = text.normalize('NFKC').replace(GROUPED, '$1$2$3');
  // A spreadsheet marks text by an apostrophe, a CSV by quotes.
  const pieces = joined
    .split(/[\s,;、，；|]+/)
    .map((piece) => piece.replace(/^['"=]+|['"]+$/g, ''))
    .filter((piece) => piece !== '');
  const isId = (piece: string) => /^\d{12}$/.test(piece);
  return {
    ids: [...new Set(pieces.filter(isId))],
    rejected: pieces.filter((piece) => !isId(piece)),
  };
}
