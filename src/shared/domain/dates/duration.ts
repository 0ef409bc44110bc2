/** ISO 8601 durations of years, months and days, as AWS takes them: `P12M`, `P1Y6M`, `P30D`. */
import { Temporal } from 'temporal-polyfill';
import { compareDates } from './plain-date.ts';

export interface Duration {
  readonly years: number;
  readonly months: number;
  readonly days: number;
}

const SHAPE = /^P(?=.)(?:(\d{1,5})Y)?(?:(\d{1,5})M)?(?:(\d{1,6})D)?$/;

/** null where the text is no duration of this form (weeks and times are not). */
export function parseDuration(text: string): Duration | null {
  const match = SHAPE.exec(text);
  if (!match) return null;
  return { years: Number(match[1] ?? 0), months: Number(match[2] ?? 0), days: Number(match[3] ?? 0) };
}

export function isDuration(text: string): boolean {
  return parseDuration(text) !== null;
}

/** Leaves out what is zero; nothing at all is `P0D`. */
export function formatDuration({ years, months, days }: Duration): string {
  const text = `P${years ? `${years}Y` : ''}${months ? `${months}M` : ''}${days ? `${days}D` : ''}`;
  return text === 'P' ? 'P0D' : text;
}

/** Whole months (`P1Y` is 12); null where days are part of it or the text is no duration. */
export function durationInMonths(text: string): number | null {
  const duration = parseDuration(text);
  return duration && duration.days === 0 ? duration.years * 12 + duration.months : null;
}

/** Days of a duration that counts in days alone; null otherwise, since months differ in length. */
export function durationInDays(text: string): number | null {
  const duration = parseDuration(text);
  return duration && duration.years === 0 && duration.months === 0 ? duration.days : null;
}

/** The first day after a duration that starts on `date`. `duration` is of the form above. */
export function addDuration(date: string, duration: string): string {
  return Temporal.PlainDate.from(date).add(Temporal.Duration.from(duration), { overflow: 'constrain' }).toString();
}

/** The last day of a service that starts on `date`: 2027-04-01 with `P12M` ends 2028-03-31. */
export function lastDayOf(date: string, duration: string): string {
  return Temporal.PlainDate.from(addDuration(date, duration)).subtract({ days: 1 }).toString();
}

/** Compares two durations that start on the same day, since `P30D` and `P1M` differ by month. */
export function compareDurations(a: string, b: string, from: string): -1 | 0 | 1 {
  return compareDates(addDuration(from, a), addDuration(from, b));
}

/** True where both mean the same whatever the start: `P1Y` and `P12M`, but not `P1M` and `P30D`. */
export function isSameDuration(a: string, b: string): boolean {
  const first = parseDuration(a);
  const second = parseDuration(b);
  if (!first || !second) return a === b;
  return first.years * 12 + first.months === second.years * 12 + second.months && first.days === second.days;
}
