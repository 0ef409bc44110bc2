/** Between the number a person types and AWS's spelling of a duration. Loses nothing, also while the number is unfinished. */
import { durationInDays, durationInMonths } from '../../dates/duration.ts';

export type DurationUnit = 'months' | 'days';

/** `P1Y6M` shows as 18 months; what is no duration of this unit shows as it is. */
export function toDurationNumber(duration: string, unit: DurationUnit): string {
  const count = unit === 'months' ? durationInMonths(duration) : durationInDays(duration);
  return count === null ? duration : String(count);
}

/** What is no whole number is kept as typed, for the rules to refuse. */
export function toDurationText(typed: string, unit: DurationUnit): string {
  const plain = typed.normalize('NFKC').trim();
  if (!/^\d{1,5}$/.test(plain)) return typed;
  return `P${Number(plain)}${unit === 'months' ? 'M' : 'D'}`;
}
