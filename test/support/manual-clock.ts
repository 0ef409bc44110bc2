/** A clock that stands still until a test moves it. */
import type { Clock } from '../../src/main/ports.ts';

export interface ManualClock extends Clock {
  advance(ms: number): void;
}

interface Sleeper {
  readonly until: number;
  wake(): void;
}

export function createManualClock(start = Date.parse('2026-11-21T00:00:00Z')): ManualClock {
  let time = start;
  let sleepers: Sleeper[] = [];
  return {
    speed: 1,
    now: () => time,
    realNow: () => time,
    sleep(ms, signal) {
      return new Promise((resolve, reject) => {
        if (signal?.aborted) {
          reject(signal.reason);
          return;
        }
        sleepers.push({ until: time + ms, wake: resolve });
        signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
      });
    },
    advance(ms) {
      time += ms;
      const due = sleepers.filter((sleeper) => sleeper.until <= time);
      sleepers = sleepers.filter((sleeper) => sleeper.until > time);
      for (const sleeper of due) sleeper.wake();
    },
  };
}
