/** How a time is compared with a baseline of the same run. */
import { median, roundTo, type BenchRow } from './bench.ts';

/** Two times of one pair, taken one after the other. */
export interface Pair {
  readonly baselineMs: number;
  readonly measuredMs: number;
}

interface Comparison {
  readonly what: string;
  readonly baseline: string;
  readonly pairs: readonly Pair[];
}

/** The ratio is the median over the pairs: what else the machine does at the time weighs on both halves of a pair alike. */
export function compare({ what, baseline, pairs }: Comparison): BenchRow {
  const measured = formatMs(median(pairs.map(({ measuredMs }) => measuredMs)));
  const against = formatMs(median(pairs.map(({ baselineMs }) => baselineMs)));
  return {
    what,
    value: roundTo(median(pairs.map(({ baselineMs, measuredMs }) => measuredMs / baselineMs)), 2),
    unit: '×',
    bound: null,
    because: `${measured} against ${against} for ${baseline}; ${pairs.length} pairs`,
  };
}

function formatMs(value: number): string {
  return `${value.toFixed(value < 10 ? 2 : 0)} ms`;
}
