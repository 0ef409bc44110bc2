/** Dates of a template: text such as `+30d` or `+15d+2m`, steps of days and months from the day on which a draft is started. */
import { addDays, addMonths, daysBetween, isPlainDate } from '../dates/plain-date.ts';

const SHAPE = /^([+-]\d{1,5}[dm])+$/;
const STEP = /([+-]\d{1,5})([dm])/g;

export function isRelativeDate(text: string): boolean {
  return SHAPE.test(text);
}

/** The day that a relative date means; text of any other kind stays as it is. */
export function resolveDate(text: string, start: string): string {
  if (!isRelativeDate(text)) return text;
  let date = start;
  for (const [, count = '0', unit] of text.matchAll(STEP)) {
    date = unit === 'd' ? addDays(date, Number(count)) : addMonths(date, Number(count));
  }
  return date;
}

/** Days from `start`; text that is no date stays as it is. */
export function toRelativeDate(date: string, start: string): string {
  return isPlainDate(date) ? step(daysBetween(start, date), 'd') : date;
}

/**
 * Dates that belong together, from the first one on: months where each has the day of the first one, so that the first of each month
 * stays the first of each month wherever the row begins.
 */
export function toRelativeDates(dates: readonly string[], start: string): string[] {
  const first = dates.find(isPlainDate);
  if (first === undefined) return [...dates];
  const origin = step(daysBetween(start, first), 'd');
  return dates.map((date) => {
    if (!isPlainDate(date)) return date;
    const months = wholeMonths(first, date);
    if (months === null) return step(daysBetween(start, date), 'd');
    return months === 0 ? origin : `${origin}${step(months, 'm')}`;
  });
}

/** The end of a period: whole months and a day less where it is so, days otherwise. */
export function toRelativeEnd(from: string, end: string, start: string): string {
  if (!isPlainDate(from) || !isPlainDate(end)) return toRelativeDate(end, start);
  const months = wholeMonths(from, addDays(end, 1));
  return months === null ? toRelativeDate(end, start) : `${step(daysBetween(start, from), 'd')}${step(months, 'm')}-1d`;
}

function wholeMonths(from: string, to: string): number | null {
  const [yearA = 0, monthA = 0] = from.split('-').map(Number);
  const [yearB = 0, monthB = 0] = to.split('-').map(Number);
  const months = (yearB - yearA) * 12 + monthB - monthA;
  return addMonths(from, months) === to ? months : null;
}

function step(count: number, unit: 'd' | 'm'): string {
  return `${count < 0 ? '-' : '+'}${Math.abs(count)}${unit}`;
}
