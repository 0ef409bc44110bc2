/** `$Name.Entity.Identifier`: which change a value points at, and what it becomes once the entity exists. */
import { referencedName } from './record.ts';

/** Every change name that a JSON value refers to. */
export function namesReferredTo(value: unknown): string[] {
  const name = referencedName(value);
  if (name !== null) return [name];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(namesReferredTo);
}

/** The same JSON value with references replaced by ids; unknown names stay as they are. */
export function resolveReferences(value: unknown, ids: ReadonlyMap<string, string>): unknown {
  const name = referencedName(value);
  if (name !== null) return ids.get(name) ?? value;
  if (Array.isArray(value)) return value.map((item) => resolveReferences(item, ids));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([member, inner]) => [member, resolveReferences(inner, ids)]));
}

interface Named {
  readonly changeName: string | null;
  readonly identifier: string | null;
  readonly details: unknown;
}

/** Indexes of changes so that each comes after those it refers to; null where they refer to each other in a circle. */
export function orderByDependency(changes: readonly Named[]): number[] | null {
  const byName = new Map(changes.map((change, index) => [change.changeName, index]));
  const needs = changes.map(({ identifier, details }) =>
    [...namesReferredTo(identifier), ...namesReferredTo(details)].flatMap((name) => byName.get(name) ?? []),
  );
  const done = new Set<number>();
  const order: number[] = [];
  while (order.length < changes.length) {
    const next = changes.findIndex((_, index) => !done.has(index) && needs[index]?.every((need) => done.has(need)));
    if (next < 0) return null;
    done.add(next);
    order.push(next);
  }
  return order;
}
