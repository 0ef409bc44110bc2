/** Filling many prices at once: a column pasted from a spreadsheet, a value filled down. */
import type { PriceLine } from '../draft.ts';

export interface PastedPrices {
  readonly lines: PriceLine[];
  /** Keys in the text that are no dimension of the list. */
  readonly unknownKeys: string[];
  /** Lines beyond the end of the list. */
  readonly surplus: number;
}

/**
 * One price a line goes to the dimensions from `startKey` on. Two columns are a dimension (key or name) and its price, in any order of
 * lines. Prices stay as typed apart from currency signs and grouping.
 */
export function parsePriceColumn(
  text: string,
  dimensions: readonly { readonly key: string; readonly name: string }[],
  startKey: string | null,
): PastedPrices {
  const rows = text
    .replace(/^\uFEFF/, '')
    .replace(/(\r\n|\r|\n)$/, '')
    .split(/\r\n|\r|\n/)
    .map((line) => line.split(/\t|;/).map((cell) => cell.normalize('NFKC').trim()));
  const keyed = rows.some((cells) => cells.length > 1 && cells[1] !== '');
  return keyed ? byKey(rows, dimensions) : inOrder(rows, dimensions, startKey);
}

type Named = readonly { readonly key: string; readonly name: string }[];

function byKey(rows: readonly string[][], dimensions: Named): PastedPrices {
  const lines: PriceLine[] = [];
  const unknownKeys: string[] = [];
  for (const [named = '', ...rest] of rows) {
    if (named === '') continue;
    const price = rest.findLast((cell) => cell !== '') ?? '';
    const dimension = dimensions.find(({ key }) => key === named) ?? findByName(dimensions, named);
    if (dimension) lines.push({ dimensionKey: dimension.key, price: toPriceText(price) });
    // A heading line has no digit in its price column.
    else if (/\d/.test(price)) unknownKeys.push(named);
  }
  return { lines, unknownKeys, surplus: 0 };
}

/** Names need not be unique: a name that fits several dimensions fits none. */
function findByName(dimensions: Named, name: string) {
  const found = dimensions.filter((dimension) => dimension.name.trim().toLowerCase() === name.toLowerCase());
  return found.length === 1 ? found[0] : undefined;
}

function inOrder(rows: readonly string[][], dimensions: Named, startKey: string | null): PastedPrices {
  const prices = rows.map(([cell = '']) => cell);
  // The heading of a copied column.
  const values = prices.length > 1 && prices[0] !== '' && !/\d/.test(prices[0] ?? '') ? prices.slice(1) : prices;
  const start = Math.max(
    0,
    dimensions.findIndex(({ key }) => key === startKey),
  );
  const targets = dimensions.slice(start);
  return {
    lines: targets.flatMap(({ key }, index) => {
      const value = values[index];
      return value === undefined ? [] : [{ dimensionKey: key, price: toPriceText(value) }];
    }),
    unknownKeys: [],
    surplus: Math.max(0, values.length - targets.length),
  };
}

/** `$1,234.50` becomes `1234.50`; a comma counts as grouping only between groups of three digits. */
export function toPriceText(cell: string): string {
  const bare = cell.replace(/^(?:USD|EUR|GBP|AUD|JPY|A?\$|€|£|¥)\s*|\s*(?:USD|EUR|GBP|AUD|JPY|€|円)$/gi, '');
  return (/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(bare) ? bare.replaceAll(',', '') : bare).slice(0, 40);
}

/** The same value for every given dimension. */
export function fillPrices(price: string, dimensionKeys: readonly string[]): PriceLine[] {
  return dimensionKeys.map((dimensionKey) => ({ dimensionKey, price }));
}
