/** Percentages of amounts, exactly: everything stays decimal text, and what cannot be written out is cut at a place that is named. */
import { Decimal } from 'decimal.js';

const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP });

const PERCENT = 100;

/** `amount` × (1 + percent / 100); a negative percent takes away. */
export function addPercent(amount: string, percent: string): string {
  return plain(new Exact(percent).dividedBy(PERCENT).plus(1).times(amount));
}

/** `percent` percent of `amount`. */
export function percentOf(amount: string, percent: string): string {
  return plain(new Exact(percent).dividedBy(PERCENT).times(amount));
}

/** How many percent of `whole` the `part` is; null where the whole is zero. */
export function toPercent(part: string, whole: string, decimals: number): string | null {
  const base = new Exact(whole);
  return base.isZero() ? null : plain(new Exact(part).dividedBy(base).times(PERCENT).toDecimalPlaces(decimals));
}

export function subtractAmount(amount: string, other: string): string {
  return plain(new Exact(amount).minus(other));
}

/** `amount` / (`percent` / 100), to so many decimals; null where the percent is zero or less. */
export function wholeOf(amount: string, percent: string, decimals: number): string | null {
  const share = new Exact(percent).dividedBy(PERCENT);
  return share.lessThanOrEqualTo(0) ? null : plain(new Exact(amount).dividedBy(share).toDecimalPlaces(decimals));
}

export function roundAmount(amount: string, decimals: number): string {
  return plain(new Exact(amount).toDecimalPlaces(decimals));
}

function plain(value: Decimal): string {
  return value.toFixed();
}
