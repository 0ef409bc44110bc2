/** Whether AWS will be able to read a PDF: it is one, it is whole, and it needs no password. */
import type { ErrorCode } from '../../shared/errors/codes.ts';

/** Above this nothing is accepted; preflight warns earlier. AWS publishes no limit. */
export const LARGEST_EULA_BYTES = 25 * 1024 * 1024;

/** A reader looks for the end mark in this much of the tail. */
const TAIL_BYTES = 1024;
/** Each saved revision of a PDF adds a link; more than this is a loop. */
const MOST_REVISIONS = 1000;

/** null when the document is fine, else what is wrong with it. */
export function findPdfProblem(bytes: Uint8Array): ErrorCode | null {
  if (bytes.length > LARGEST_EULA_BYTES) return 'eula-too-large';
  // One character a byte, so that offsets in the file are offsets in the text.
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  if (!text.startsWith('%PDF-')) return 'eula-not-pdf';
  if (!text.slice(-TAIL_BYTES).includes('%%EOF')) return 'eula-not-pdf';
  const trailers = readTrailers(text);
  if (trailers === null) return 'eula-not-pdf';
  return trailers.some((trailer) => hasKey(trailer, 'Encrypt')) ? 'eula-encrypted' : null;
}

/** The dictionaries that describe the file, newest first: classic trailers and cross-reference streams. null when broken. */
function readTrailers(text: string): string[] | null {
  const found: string[] = [];
  const seen = new Set<number>();
  const last = text.lastIndexOf('startxref');
  const queue = last < 0 ? [] : [readNumber(text, last + 'startxref'.length)];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    if (next === null || next >= text.length || found.length > MOST_REVISIONS) return null;
    if (seen.has(next)) continue;
    seen.add(next);
    const dictionary = readDictionaryAt(text, next);
    if (dictionary === null) return null;
    found.push(dictionary);
    for (const key of ['XRefStm', 'Prev']) {
      const match = new RegExp(`/${key}\\s+(\\d+)`).exec(dictionary);
      if (match?.[1]) queue.push(Number(match[1]));
    }
  }
  return found.length > 0 ? found : null;
}

/** The dictionary behind an `xref` table or at the head of a cross-reference stream. */
function readDictionaryAt(text: string, offset: number): string | null {
  const head = text.slice(offset, offset + 64).trimStart();
  const isTable = head.startsWith('xref');
  if (!isTable && !/^\d+\s+\d+\s+obj/.test(head)) return null;
  const from = isTable ? text.indexOf('trailer', offset) : offset;
  const start = from < 0 ? -1 : text.indexOf('<<', from);
  return start < 0 ? null : sliceDictionary(text, start);
}

/** From `<<` to its own `>>`; brackets inside text values do not count. */
function sliceDictionary(text: string, start: number): string | null {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === '(') {
      at = endOfText(text, at);
    } else if (text.startsWith('<<', at)) {
      depth += 1;
      at += 1;
    } else if (text.startsWith('>>', at)) {
      depth -= 1;
      at += 1;
      if (depth === 0) return text.slice(start, at + 1);
    }
  }
  return null;
}

/** Position of the bracket that closes a text value; nested brackets are allowed, a backslash escapes. */
function endOfText(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '(') depth += 1;
    else if (text[at] === ')' && --depth === 0) return at;
  }
  return text.length;
}

function hasKey(dictionary: string, key: string): boolean {
  const withoutTexts = dictionary.replace(/\((?:\\.|[^\\()])*\)/gs, '()');
  return new RegExp(`/${key}(?![A-Za-z0-9])`).test(withoutTexts);
}

function readNumber(text: string, from: number): number | null {
  const match = /^\s*(\d{1,12})\b/.exec(text.slice(from, from + 32));
  return match?.[1] ? Number(match[1]) : null;
}
