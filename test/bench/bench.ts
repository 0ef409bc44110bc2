/** What a bench is: named measurements, each beside the bound that it is held against. */

export interface BenchRow {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** The value must not be above it; null = for information. */
  readonly bound: number | null;
  /** Where the bound comes from. */
  readonly because: string;
}

export interface BenchOptions {
  /** Divides AWS's quotas and delays, and the app's pacing alike. */
  readonly speed: number;
  /** How many of what is read; null = as many as the bench is named for. */
  readonly count: number | null;
}

export interface Bench {
  readonly name: string;
  readonly title: string;
  run(options: BenchOptions): Promise<BenchRow[]>;
}

export function holds({ value, bound }: BenchRow): boolean {
  return bound === null || value <= bound;
}

/** The middle value, which a single slow round does not move. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

export function roundTo(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}
