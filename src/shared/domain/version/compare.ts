/** The differences between two documents in normal form, and what is the same. Pure; words come from the screens. */
import { OUTSIDE_TERMS } from './agreement-form.ts';
import { isRecord, type NormalEntry } from './flatten.ts';
import type { ComparedRow, Comparison } from './version.ts';

export interface ComparedSide {
  readonly entries: readonly NormalEntry[];
  /** The terms of an agreement alone. */
  readonly termsOnly: boolean;
}

/** Paths that one side may not know: AWS tells neither the kind of offer nor which file a custom EULA was. */
const KNOWN_ON_BOTH = [['kind'], ['eula', 'file']];

export function compareSides(before: ComparedSide, after: ComparedSide): Comparison {
  const termsOnly = before.termsOnly || after.termsOnly;
  const first = toMap(before.entries, termsOnly);
  const second = toMap(after.entries, termsOnly);
  const rows = inOrder(first, second).flatMap((key): ComparedRow[] => {
    const path = JSON.parse(key) as string[];
    const [one, other] = [first.get(key), second.get(key)];
    if ((one === undefined || other === undefined) && isOptional(path)) return [];
    return [{ path, change: kindOf(one, other), before: one ?? null, after: other ?? null }];
  });
  const differences = rows.filter(({ change }) => change !== 'same');
  return { rows: [...differences, ...rows.filter(({ change }) => change === 'same')], termsOnly };
}

function toMap(entries: readonly NormalEntry[], termsOnly: boolean): Map<string, unknown> {
  const kept = termsOnly ? entries.filter(({ path }) => !OUTSIDE_TERMS.includes(path[0] ?? '')) : entries;
  return new Map(kept.map(({ path, value }) => [JSON.stringify(path), value]));
}

/** Keys of both sides; one that only the second has stands behind the one it follows there. */
function inOrder(first: ReadonlyMap<string, unknown>, second: ReadonlyMap<string, unknown>): string[] {
  const order = [...first.keys()];
  const placed = new Set(order);
  let previous: string | null = null;
  for (const key of second.keys()) {
    if (!placed.has(key)) {
      order.splice(previous === null ? 0 : order.indexOf(previous) + 1, 0, key);
      placed.add(key);
    }
    previous = key;
  }
  return order;
}

function isOptional(path: readonly string[]): boolean {
  return KNOWN_ON_BOTH.some((known) => known.length === path.length && known.every((step, at) => step === path[at]));
}

function kindOf(before: unknown, after: unknown): ComparedRow['change'] {
  if (before === undefined) return 'added';
  if (after === undefined) return 'removed';
  return canonicalJson(before) === canonicalJson(after) ? 'same' : 'changed';
}

/** JSON whose members stand in a fixed order, so that equal documents are equal texts. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(sortMembers(value)) ?? 'null';
}

function sortMembers(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortMembers);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, member]) => [name, sortMembers(member)]),
  );
}
