/** Records of one account in one catalog: by id, and in the order of each sort key for pages that cost no sorting. */

export type SortKeys<T> = Readonly<Record<string, (item: T) => string>>;

export interface Positioned<T> {
  readonly item: T;
  readonly key: string;
  readonly id: string;
}

export class Partition<T extends { readonly id: string }> {
  readonly #items = new Map<string, T>();
  readonly #orders = new Map<string, readonly Positioned<T>[]>();
  readonly #keys: SortKeys<T>;

  constructor(keys: SortKeys<T>) {
    this.#keys = keys;
  }

  get(id: string): T | undefined {
    return this.#items.get(id);
  }

  put(item: T): void {
    this.#items.set(item.id, item);
    this.#orders.clear();
  }

  values(): IterableIterator<T> {
    return this.#items.values();
  }

  get size(): number {
    return this.#items.size;
  }

  /** Ascending by a key, equal keys by id; kept until something changes. */
  ordered(by: string): readonly Positioned<T>[] {
    const kept = this.#orders.get(by);
    if (kept) return kept;
    const keyOf = this.#keys[by] ?? ((item: T) => item.id);
    const order = ordered(this.#items.values(), keyOf);
    this.#orders.set(by, order);
    return order;
  }
}

/** Ascending by a key, equal keys by id. */
export function ordered<T extends { readonly id: string }>(
  items: Iterable<T>,
  keyOf: (item: T) => string,
): Positioned<T>[] {
  const order = Array.from(items, (item) => ({ item, key: keyOf(item), id: item.id }));
  return order.sort(comparePositions);
}

export function comparePositions(
  a: { readonly key: string; readonly id: string },
  b: { readonly key: string; readonly id: string },
): number {
  if (a.key !== b.key) return a.key < b.key ? -1 : 1;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}
