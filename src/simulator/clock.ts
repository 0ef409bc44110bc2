/** The two clocks of the local cloud: real time for signatures, and a business time that can be moved ahead. */
import type { SimulatorClock } from './types.ts';

export interface AdjustableClock extends SimulatorClock {
  readonly offsetMs: number;
  /** Moves business time ahead; whatever falls due on the way happens, in order. */
  advance(ms: number): void;
  /** Puts business time where an earlier run left it, before anything waits. */
  restore(offsetMs: number): void;
  /** Drops everything that waits. */
  close(): void;
}

interface Waiting {
  /** Service time at which the callback is due. */
  readonly due: number;
  readonly callback: () => void;
}

// setTimeout takes no longer waits than this; a longer one is simply looked at again.
const LONGEST_TIMEOUT_MS = 2 ** 31 - 1;

export function createClock(options: { speed: number; onMove: (offsetMs: number) => void }): AdjustableClock {
  const { speed } = options;
  const startedAt = performance.now();
  let offsetMs = 0;
  // Service time runs `speed` times as fast as real time and jumps with the business clock.
  let jumpedMs = 0;
  const waiting = new Set<Waiting>();
  let timer: NodeJS.Timeout | undefined;

  // While what is due runs: the time it was due at, so that what it starts follows from there and not from the end of a jump.
  let runningAt: number | null = null;

  const serviceNow = () => (performance.now() - startedAt) * speed + jumpedMs;

  function next(): Waiting | null {
    let first: Waiting | null = null;
    for (const entry of waiting) if (first === null || entry.due < first.due) first = entry;
    return first;
  }

  function arm(): void {
    clearTimeout(timer);
    const first = next();
    if (first === null) return;
    const waitMs = Math.min(Math.max(0, (first.due - serviceNow()) / speed), LONGEST_TIMEOUT_MS);
    timer = setTimeout(runDue, Math.ceil(waitMs));
    timer.unref();
  }

  function runDue(): void {
    for (let first = next(); first !== null && first.due <= serviceNow(); first = next()) {
      waiting.delete(first);
      runningAt = first.due;
      try {
        first.callback();
      } finally {
        runningAt = null;
      }
    }
    arm();
  }

  return {
    get offsetMs() {
      return offsetMs;
    },
    now: () => Date.now() + offsetMs,
    realNow: () => Date.now(),
    after(ms, callback) {
      const entry: Waiting = { due: (runningAt ?? serviceNow()) + ms, callback };
      waiting.add(entry);
      arm();
      return () => {
        if (waiting.delete(entry)) arm();
      };
    },
    advance(ms) {
      offsetMs += ms;
      jumpedMs += ms;
      options.onMove(offsetMs);
      runDue();
    },
    restore(ms) {
      offsetMs = ms;
    },
    close() {
      clearTimeout(timer);
      waiting.clear();
    },
  };
}
