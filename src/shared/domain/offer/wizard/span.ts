/** How long a service from its first to its last day is, said the way AWS compares it. */
import { lastDayOf } from '../../dates/duration.ts';
import { addMonths, daysBetween } from '../../dates/plain-date.ts';

/** Whole months where the span is some (2027-04-01 to 2028-03-31 is `P12M`), days otherwise; null when it ends before it starts. */
export function durationOfSpan(startDate: string, endDate: string): string | null {
  if (endDate < startDate) return null;
  const months = monthsBetween(startDate, endDate);
  for (const candidate of [months, months + 1]) {
    if (candidate > 0 && lastDayOf(startDate, `P${candidate}M`) === endDate) return `P${candidate}M`;
  }
  return `P${daysBetween(startDate, endDate) + 1}D`;
}

function monthsBetween(from: string, to: string): number {
  const count = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
  const months = count(to) - count(from);
  return addMonths(from, months) > to ? months - 1 : months;
}
