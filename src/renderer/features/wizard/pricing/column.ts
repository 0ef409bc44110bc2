/** One input column of a dimension table: prices of one rate card, or quantities. */
import type { PriceLine } from '../../../../shared/domain/offer/draft.ts';

export interface CellValue {
  readonly value: string;
  /** Position in the draft's list, by which findings name it. */
  readonly index: number;
}

export interface DimensionColumn {
  readonly id: string;
  readonly header: string;
  /** Path of the list in the draft, and of the member in each entry: `usagePrices`, `price`. */
  readonly path: string;
  readonly member: 'price' | 'quantity';
  readonly values: ReadonlyMap<string, CellValue>;
  set(lines: readonly PriceLine[]): void;
}

/** Where a cell's findings point. A dimension without an entry has no finding of its own. */
export function cellPath({ path, member, values }: DimensionColumn, dimensionKey: string): string | null {
  const cell = values.get(dimensionKey);
  return cell ? `${path}.${cell.index}.${member}` : null;
}

/** The dimension that a path of this column names; null where it names none. */
export function dimensionOfPath({ path, values }: DimensionColumn, wanted: string): string | null {
  if (!wanted.startsWith(`${path}.`)) return null;
  const index = Number(wanted.slice(path.length + 1).split('.')[0]);
  for (const [key, cell] of values) if (cell.index === index) return key;
  return null;
}

export function indexValues(
  entries: readonly { readonly dimensionKey: string; readonly value: string }[],
): ReadonlyMap<string, CellValue> {
  return new Map(entries.map(({ dimensionKey, value }, index) => [dimensionKey, { value, index }]));
}

/** Whether a path has a field in the table, or beside it: durations and the selection have their own. */
export function isShownBy(columns: readonly DimensionColumn[], dimensions: readonly { readonly key: string }[]) {
  const inCells = new Set(columns.flatMap((column) => dimensions.map(({ key }) => cellPath(column, key))));
  return (path: string) => inCells.has(path) || /\.(duration|selection)$/.test(path);
}
