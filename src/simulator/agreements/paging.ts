/** Pages of the Agreement API: 1 to 50 items behind opaque tokens that are good for their own question only. */
import { createHash } from 'node:crypto';
import { invalid } from './errors.ts';

export interface Sorted<T> {
  readonly items: readonly T[];
  /** Sort text; equal texts are ordered by id. */
  readonly key: (item: T) => string;
  readonly id: (item: T) => string;
  readonly descending?: boolean;
}

const LARGEST_PAGE = 50;

export function pageOf<T>(
  list: Sorted<T>,
  input: Readonly<Record<string, unknown>>,
): { readonly items: readonly T[]; readonly nextToken: string | undefined } {
  const { maxResults, nextToken, ...question } = input;
  const size = readSize(maxResults);
  const mark = createHash('sha256').update(JSON.stringify(question)).digest('base64url').slice(0, 16);
  const after = readToken(nextToken, mark);
  const direction = list.descending === true ? -1 : 1;
  const compare = (a: readonly string[], b: readonly string[]) =>
    direction * (compareText(String(a[0]), String(b[0])) || compareText(String(a[1]), String(b[1])));
  const positioned = list.items.map((item) => ({ item, at: [list.key(item), list.id(item)] }));
  const rest = after === null ? positioned : positioned.filter(({ at }) => compare(at, after) > 0);
  rest.sort((a, b) => compare(a.at, b.at));
  const page = rest.slice(0, size);
  const last = page.at(-1);
  return {
    items: page.map(({ item }) => item),
    nextToken:
      last && rest.length > size ? Buffer.from(JSON.stringify([mark, ...last.at])).toString('base64url') : undefined,
  };
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function readSize(maxResults: unknown): number {
  if (maxResults === undefined || maxResults === null) return LARGEST_PAGE;
  if (typeof maxResults === 'number' && Number.isInteger(maxResults) && maxResults >= 1 && maxResults <= LARGEST_PAGE) {
    return maxResults;
  }
  throw invalid({
    reason: 'INVALID_MAX_RESULTS',
    field: 'maxResults',
    message: `maxResults must be a whole number from 1 to ${LARGEST_PAGE}.`,
  });
}

function readToken(token: unknown, mark: string): readonly string[] | null {
  if (token === undefined || token === null) return null;
  try {
    const parts: unknown = JSON.parse(Buffer.from(String(token), 'base64url').toString());
    if (Array.isArray(parts) && parts.length === 3 && parts[0] === mark) return parts.slice(1).map(String);
  } catch {
    // Said below, as any other token that is none of ours.
  }
  throw invalid({
    reason: 'INVALID_NEXT_TOKEN',
    field: 'nextToken',
    message: 'nextToken is not a token of this request.',
  });
}
