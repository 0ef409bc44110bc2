/** Lists that grow without end (writes, calls, runs): the newest of them, as many as asked for. */
import { InvalidArgumentError, type Command } from 'commander';
import { CommandFailure, EXIT } from '../exit-codes.ts';
import type { Context } from '../kit.ts';
import type { Texts } from '../texts.ts';
import { PAGE } from './entities.ts';

const DEFAULT_LIMIT = 100;
const LARGEST_LIMIT = 100_000;

interface Found<T> {
  readonly items: readonly T[];
  readonly total: number;
}

export function limited(command: Command, { t }: Texts): Command {
  return command.option('--limit <n>', t('option.limit'), readLimit, DEFAULT_LIMIT);
}

/** Says on standard error when there are more than it answers. */
export async function readNewest<T>(
  { output, texts }: Context,
  limit: number,
  readPage: (request: { page: number; pageSize: number }) => Promise<Found<T>>,
): Promise<T[]> {
  const { items, total } = await readUpTo(limit, readPage);
  if (total > limit) output.say(texts.t('newest', { shown: limit, total }));
  return items.slice(0, limit);
}

/** The first pages, as many as `limit` needs. */
export async function readUpTo<T>(
  limit: number,
  readPage: (request: { page: number; pageSize: number }) => Promise<Found<T>>,
): Promise<{ items: T[]; total: number }> {
  const items: T[] = [];
  for (let page = 1; ; page += 1) {
    const { items: read, total } = await readPage({ ...PAGE, page });
    items.push(...read);
    if (items.length >= Math.min(limit, total) || read.length === 0) return { items, total };
  }
}

/** The one that is meant by an option, as the list a filter takes; none = all. */
export function chosen<S extends string>(option: string, value: string | undefined, known: readonly S[]): S[] {
  const found = known.filter((one) => one === value);
  if (value !== undefined && found.length === 0) throw new CommandFailure(EXIT.usage, `${option}: ${known.join(', ')}`);
  return found;
}

function readLimit(text: string): number {
  const limit = Number(text);
  if (!Number.isInteger(limit) || limit < 1 || limit > LARGEST_LIMIT) throw new InvalidArgumentError('1-100000');
  return limit;
}
