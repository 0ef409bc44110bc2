/** Pages of the Selling API: opaque tokens, good for their own question only. */
import { createHash } from 'node:crypto';
import { formatRefusal } from './errors.ts';
import type { Input } from './context.ts';
import { comparePositions, type Positioned } from './partition.ts';

export interface Listing<T> {
  /** Ascending. */
  readonly order: readonly Positioned<T>[];
  readonly descending: boolean;
  readonly keep: (item: T) => boolean;
  readonly defaultSize: number;
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly nextToken: string | undefined;
}

export function pageOf<T>({ order, descending, keep, defaultSize }: Listing<T>, input: Input): Page<T> {
  const { MaxResults, NextToken, ...question } = input;
  const size = typeof MaxResults === 'number' ? MaxResults : defaultSize;
  const mark = createHash('sha256').update(JSON.stringify(question)).digest('base64url').slice(0, 16);
  const after = NextToken === undefined ? null : readToken(String(NextToken), mark);
  const step = descending ? -1 : 1;
  let index = after === null ? (descending ? order.length - 1 : 0) : startAfter(order, after, descending);
  const found: Positioned<T>[] = [];
  for (; index >= 0 && index < order.length && found.length <= size; index += step) {
    const position = order[index];
    if (position && keep(position.item)) found.push(position);
  }
  const page = found.slice(0, size);
  const last = page.at(-1);
  const more = found.length > size && last !== undefined;
  return {
    items: page.map(({ item }) => item),
    nextToken: more ? Buffer.from(JSON.stringify([mark, last.key, last.id])).toString('base64url') : undefined,
  };
}

/** First index behind a position, in the direction of the listing; found in halves. */
function startAfter<T>(
  order: readonly Positioned<T>[],
  after: { key: string; id: string },
  descending: boolean,
): number {
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const position = order[middle];
    const comparison = position ? comparePositions(position, after) : 0;
    if (comparison < 0 || (comparison === 0 && !descending)) low = middle + 1;
    else high = middle;
  }
  return descending ? low - 1 : low;
}

function readToken(token: string, mark: string): { key: string; id: string } {
  try {
    const parts: unknown = JSON.parse(Buffer.from(token, 'base64url').toString());
    if (Array.isArray(parts) && parts.length === 3 && parts[0] === mark) {
      return { key: String(parts[1]), id: String(parts[2]) };
    }
  } catch {
    // Said below, as any other token that is none of ours.
  }
  const message = 'The NextToken does not belong to this request.';
  throw formatRefusal([{ field: 'nextToken', code: 'INVALID_VALUE', message }]);
}
