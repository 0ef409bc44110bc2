/** Any document as a flat list of paths and values in normal form, so that two of them can be laid side by side. */
import { formatDuration, parseDuration } from '../dates/duration.ts';
import { canonicalAmount, isAmount } from '../money/amount.ts';

export interface NormalEntry {
  readonly path: readonly string[];
  readonly value: unknown;
}

/** Members that name an entry of a list, whoever wrote the document. */
const KEY_MEMBERS = [
  'dimensionKey',
  'duration',
  'date',
  'key',
  'Key',
  'DimensionKey',
  'ChargeDate',
  'chargeDate',
  'Type',
  'type',
  'Id',
  'id',
  'Name',
  'name',
] as const;

/** Absent, empty and switched off are the same: they leave no entry. */
export function flatten(value: unknown, path: readonly string[] = []): NormalEntry[] {
  if (value === null || value === undefined || value === '' || value === false) return [];
  if (Array.isArray(value)) return flattenList(value, path);
  if (isRecord(value)) return Object.entries(value).flatMap(([name, member]) => flatten(member, [...path, name]));
  return [{ path, value: toNormal(value, path.at(-1) ?? '') }];
}

function flattenList(list: readonly unknown[], path: readonly string[]): NormalEntry[] {
  const seen = new Map<string, number>();
  return list.flatMap((item, index) => {
    const { key, rest } = isRecord(item) ? keyOf(item, index) : { key: String(item).trim(), rest: true };
    if (key === '') return [];
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    const place = [...path, count === 1 ? key : `${key} #${count}`];
    const entries = flatten(rest, place);
    // An entry that has nothing but its key is there nevertheless.
    return entries.length > 0 ? entries : [{ path: place, value: true }];
  });
}

function keyOf(item: Readonly<Record<string, unknown>>, index: number): { key: string; rest: unknown } {
  const selector = item['Selector'] ?? item['selector'];
  if (isRecord(selector)) {
    const { Selector: _upper, selector: _lower, ...rest } = item;
    return { key: toNormalText(String(selector['Value'] ?? selector['value']), 'duration'), rest };
  }
  const name = KEY_MEMBERS.find((member) => typeof item[member] === 'string' && item[member] !== '');
  if (name === undefined) return { key: String(index + 1), rest: item };
  const { [name]: key, ...rest } = item;
  return { key: toNormalText(String(key), name), rest };
}

function toNormal(value: unknown, name: string): unknown {
  return typeof value === 'string' ? toNormalText(value, name) : value;
}

/** Amounts by value, durations in months and days, dates without time. */
export function toNormalText(text: string, name: string): string {
  const plain = text.normalize('NFKC').trim();
  if (/price|amount|percent|markup|total/i.test(name) && isAmount(plain)) return canonicalAmount(plain);
  if (/^\d{4}-\d{2}-\d{2}T/.test(plain) && /date/i.test(name)) return plain.slice(0, 10);
  const duration = plain.startsWith('P') ? parseDuration(plain) : null;
  if (duration) {
    return formatDuration({ years: 0, months: duration.years * 12 + duration.months, days: duration.days });
  }
  return text;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
