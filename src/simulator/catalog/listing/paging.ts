/** Pages of a sorted list behind opaque tokens: a token remembers the last item, so later changes do not shift pages. */
import { createHash } from 'node:crypto';
import { invalidField } from '../errors.ts';

export interface SortedBy<T> {
  readonly descending: boolean;
  /** Sort text of an item; equal texts are ordered by id. */
  readonly key: (item: T) => string;
  readonly id: (item: T) => string;
}

export interface PageRequest {
  /** Everything of the request but the token: a token is good for its own question only. */
  readonly question: unknown;
  readonly token: unknown;
  readonly maxResults: unknown;
  readonly largestPage: number;
  readonly defaultPage: number;
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly nextToken: string | null;
}

interface Position {
  readonly key: string;
  readonly id: string;
}

export function pageOf<T>(items: readonly T[], order: SortedBy<T>, request: PageRequest): Page<T> {
  const size = readSize(request);
  const question = createHash('sha256').update(JSON.stringify(request.question)).digest('base64url').slice(0, 16);
  const after = readToken(request.token, question);
  const positioned = items.map((item) => ({ item, key: order.key(item), id: order.id(item) }));
  const direction = order.descending ? -1 : 1;
  const compare = (a: Position, b: Position) => direction * (compareText(a.key, b.key) || compareText(a.id, b.id));
  positioned.sort(compare);
  const rest = after ? positioned.filter((entry) => compare(entry, after) > 0) : positioned;
  const page = rest.slice(0, size);
  const last = page.at(-1);
  return {
    items: page.map(({ item }) => item),
    nextToken: last && rest.length > size ? writeToken({ key: last.key, id: last.id }, question) : null,
  };
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function readSize({ maxResults, largestPage, defaultPage }: PageRequest): number {
  if (maxResults === undefined || maxResults === null) return defaultPage;
  if (typeof maxResults !== 'number' || !Number.isInteger(maxResults) || maxResults < 1 || maxResults > largestPage) {
    throw invalidField('MaxResults', `must be a whole number from 1 to ${largestPage}.`);
  }
  return maxResults;
}

function writeToken(position: Position, question: string): string {
  return Buffer.from(JSON.stringify([question, position.key, position.id])).toString('base64url');
}

function readToken(token: unknown, question: string): Position | null {
  if (token === undefined || token === null) return null;
  const invalid = invalidField('NextToken', 'is not a token of this request.');
  if (typeof token !== 'string' || token.length > 4096) throw invalid;
  try {
    const parts: unknown = JSON.parse(Buffer.from(token, 'base64url').toString());
    if (!Array.isArray(parts) || parts[0] !== question) throw invalid;
    return { key: String(parts[1]), id: String(parts[2]) };
  } catch {
    throw invalid;
  }
}
