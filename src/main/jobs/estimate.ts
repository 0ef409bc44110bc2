/** Remaining time from what was really observed; silent until that says something. */

/** What happened longer ago says little about the pace now. */
const WINDOW_MS = 30_000;
const LEAST_OBSERVED_MS = 1000;
const LEAST_STEPS = 3;

interface Sample {
  readonly at: number;
  readonly done: number;
}

export interface Estimator {
  observe(at: number, done: number): void;
  /** null while there is no honest answer: total unknown, too little seen, or no progress of late. */
  remainingMs(at: number, total: number | null): number | null;
  /** Another phase runs at another pace. */
  reset(): void;
}

export function createEstimator(): Estimator {
  let samples: Sample[] = [];
  return {
    observe(at, done) {
      const last = samples.at(-1);
      if (last && done < last.done) samples = [];
      if (!last || done !== last.done) samples.push({ at, done });
      // One sample older than the window stays, so that the rate covers the whole window.
      while (samples.length > 2 && at - (samples[1]?.at ?? at) > WINDOW_MS) samples.shift();
    },
    remainingMs(at, total) {
      const first = samples[0];
      const last = samples.at(-1);
      if (total === null || !first || !last) return null;
      if (last.done >= total) return 0;
      const elapsed = at - first.at;
      if (elapsed < LEAST_OBSERVED_MS || samples.length <= LEAST_STEPS) return null;
      if (at - last.at > WINDOW_MS) return null;
      return Math.round(((total - last.done) * elapsed) / (last.done - first.done));
    },
    reset() {
      samples = [];
    },
  };
}
