/** Calendar dates without time or zone, as `YYYY-MM-DD` text. AWS's dates are days in UTC. */
import { Temporal } from 'temporal-polyfill';

const SHAPE = /^\d{4}-\d{2}-\d{2}$/;

/** True for a day that exists; `2027-02-29` does not. */
export function isPlainDate(text: string): boolean {
  if (!SHAPE.test(text)) return false;
  const [year, month, day] = numbersOf(text);
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Sorts dates; plain text order is calendar order for four-digit years. */
export function compareDates(a: string, b: string): -1 | 0 | 1 {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The day in UTC at an instant (`2026-11-21T23:59:59Z`). */
export function utcDateOf(instant: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO('UTC').toPlainDate().toString();
}

/** The day part of what AWS returns: `2027-02-01T00:00:00.000Z` becomes `2027-02-01`. */
export function cutToDate(text: string): string {
  return text.slice(0, 10);
}

export function addDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/**
 * The same day some months later, or the last day of that month where it has no such day. Count from the first date, not from
 * the one before, or 31 January, 28 February would go on as 28 March.
 */
export function addMonths(date: string, months: number): string {
  return Temporal.PlainDate.from(date).add({ months }, { overflow: 'constrain' }).toString();
}

/** Days from the first to the second date; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days;
}

/** Saturday or Sunday. Public holidays are not known here: they differ by country and change at short notice. */
export function isWeekend(date: string): boolean {
  return Temporal.PlainDate.from(date).dayOfWeek >= 6;
}

/** The date itself, or the Monday after it. */
export function toBusinessDay(date: string): string {
  const { dayOfWeek } = Temporal.PlainDate.from(date);
  return dayOfWeek < 6 ? date : addDays(date, 8 - dayOfWeek);
}

/** Counts `days` business days onward; weekend days are passed over. `days` is 0 or more. */
export function addBusinessDays(date: string, days: number): string {
  const start = toBusinessDay(date);
  const { dayOfWeek } = Temporal.PlainDate.from(start);
  const weekends = Math.floor((dayOfWeek - 1 + days) / 5);
  return addDays(start, days + weekends * 2);
}

function numbersOf(date: string): [number, number, number] {
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
