/** Amounts of money as plain decimal text: read what was typed, compare, add, split. No floats, no scientific notation. */
import { Decimal } from 'decimal.js';

// 60 digits hold every sum and product of amounts that AWS takes, so nothing is ever rounded by accident.
const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_DOWN });

/** AWS's published upper bound of a price. */
export const LARGEST_AMOUNT = '100000000';

export type AmountProblem = 'empty' | 'not-a-number' | 'negative' | 'too-large' | 'too-many-decimals';

export type ParsedAmount =
  { readonly ok: true; readonly amount: string } | { readonly ok: false; readonly problem: AmountProblem };

export interface AmountLimits {
  /** How many decimals may be typed; see `decimalsFor`. */
  readonly decimals: number;
  /** Inclusive; `LARGEST_AMOUNT` unless told. */
  readonly max?: string;
}

const PLAIN_NUMBER = /^-?(\d+\.?\d*|\.\d+)$/;

/**
 * Reads typed text with a point as the decimal sign. Full-width digits, as a Japanese or Chinese keyboard gives them, are
 * understood; separators of a locale are not: the field removes them, since only it knows the locale.
 */
export function parseAmount(text: string, limits: AmountLimits): ParsedAmount {
  const plain = text.normalize('NFKC').trim();
  if (plain === '') return { ok: false, problem: 'empty' };
  if (!PLAIN_NUMBER.test(plain)) return { ok: false, problem: 'not-a-number' };
  const value = new Exact(plain);
  if (value.isNegative() && !value.isZero()) return { ok: false, problem: 'negative' };
  if (value.greaterThan(limits.max ?? LARGEST_AMOUNT)) return { ok: false, problem: 'too-large' };
  // Trailing zeros carry no value: "1.500" is fine where two decimals are allowed.
  if (value.decimalPlaces() > limits.decimals) return { ok: false, problem: 'too-many-decimals' };
  return { ok: true, amount: toPlain(value.abs()) };
}

/** True for text that `compareAmounts`, `sumAmounts` and the others below accept. */
export function isAmount(text: string): boolean {
  return PLAIN_NUMBER.test(text);
}

/** The shortest plain spelling: `"0.10"` and `"0.1"` both become `"0.1"`. */
export function canonicalAmount(amount: string): string {
  return toPlain(new Exact(amount));
}

/** Exactly `decimals` places, e.g. `"6000.00"`; a longer fraction is cut, never rounded up. */
export function formatAmount(amount: string, decimals: number): string {
  return new Exact(amount).toFixed(decimals, Decimal.ROUND_DOWN);
}

export function compareAmounts(a: string, b: string): -1 | 0 | 1 {
  const order = new Exact(a).comparedTo(b);
  return order < 0 ? -1 : order > 0 ? 1 : 0;
}

export function isZeroAmount(amount: string): boolean {
  return new Exact(amount).isZero();
}

export function sumAmounts(amounts: readonly string[]): string {
  return toPlain(amounts.reduce((sum, amount) => sum.plus(amount), new Exact(0)));
}

/** Adds up step by step: `["1", "2"]` gives `["1", "3"]`. */
export function runningTotals(amounts: readonly string[]): string[] {
  let total = new Exact(0);
  return amounts.map((amount) => toPlain((total = total.plus(amount))));
}

export function multiplyAmount(amount: string, factor: string): string {
  return toPlain(new Exact(amount).times(factor));
}

/** The nearest amount with at most `decimals` places; half a coin is rounded up. */
export function roundAmount(amount: string, decimals: number): string {
  return toPlain(new Exact(amount).toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP));
}

/** How many percent of `whole` the part is, to two places; null where the whole is zero. */
export function percentOf(part: string, whole: string): string | null {
  if (isZeroAmount(whole)) return null;
  const percent = new Exact(part).times(100).dividedBy(whole);
  return toPlain(percent.toDecimalPlaces(2, Decimal.ROUND_HALF_UP));
}

export interface Split {
  readonly total: string;
  /** One positive weight for each part; equal weights give equal parts. */
  readonly weights: readonly string[];
  /** Decimals of the smallest coin. */
  readonly decimals: number;
  /** Which part takes what cannot be divided evenly. */
  readonly remainder: 'first' | 'last';
}

/** Divides without losing or inventing a coin: the parts always add up to the total. */
export function splitAmount({ total, weights, decimals, remainder }: Split): string[] {
  if (weights.length === 0) return [];
  const whole = new Exact(total);
  const allWeights = weights.reduce((sum, weight) => sum.plus(weight), new Exact(0));
  const parts = weights.map((weight) =>
    whole.times(weight).dividedBy(allWeights).toDecimalPlaces(decimals, Decimal.ROUND_DOWN),
  );
  const rest = parts.reduce((left, part) => left.minus(part), whole);
  const target = remainder === 'first' ? 0 : parts.length - 1;
  return parts.map((part, index) => toPlain(index === target ? part.plus(rest) : part));
}

/** Weights of `years` in a row that each cost `percent` more than the one before: 1, 1.05, 1.1025, … */
export function compoundWeights(percent: string, years: number): string[] {
  const step = new Exact(percent).dividedBy(100).plus(1);
  const weights: string[] = [];
  for (let weight = new Exact(1); weights.length < years; weight = weight.times(step)) weights.push(toPlain(weight));
  return weights;
}

function toPlain(value: Decimal): string {
  return value.toFixed();
}
