/** Exact decimal text: amounts travel as strings and never become floats. */
import { Decimal } from 'decimal.js';

const Exact = Decimal.clone({ precision: 60 });

/** Without trailing zeros and exponents: `"6000.00"` becomes `"6000"`. */
export function plainDecimal(text: string): string {
  return new Exact(text).toFixed();
}

export function isZero(text: string): boolean {
  return new Exact(text).isZero();
}

/** Negative, zero or positive as `a` is below, equal to or above `b`. */
export function compareDecimals(a: string, b: string): number {
  return new Exact(a).comparedTo(b);
}

export function sumOf(texts: readonly string[]): string {
  return texts.reduce((sum, text) => sum.plus(text), new Exact(0)).toFixed();
}

/** Decimals that matter: `"10.50"` has one. */
export function decimalPlaces(text: string): number {
  return new Exact(text).decimalPlaces();
}

/** An amount and so many percent more, rounded half up. */
export function raisedBy(amount: string, percentage: string, decimals: number): string {
  const raised = new Exact(amount).times(new Exact(percentage).plus(100)).dividedBy(100);
  return raised.toDecimalPlaces(decimals, Exact.ROUND_HALF_UP).toFixed();
}
