/** A clock whose time passes only while everybody waits: hours go by at once, in the right order. */
import type { Clock } from '../../src/main/ports.ts';

export interface VirtualClock extends Clock {
  /** Lets time pass until the work has ended; answers what it answered. */
  run<T>(work: Promise<T>): Promise<T>;
}

interface Sleeper {
  left: number;
  readonly wake: () => void;
}

export function createVirtualClock(start = Date.parse('2026-11-21T00:00:00Z')): VirtualClock {
  let time = start;
  const sleepers = new Set<Sleeper>();

  function passToNextSleeper(): void {
    const next = [...sleepers].sort((a, b) => a.left - b.left)[0];
    if (!next) throw new Error('everybody waits for something that no time brings');
    const { left } = next;
    time += left;
    for (const sleeper of sleepers) sleeper.left -= left;
    sleepers.delete(next);
    next.wake();
  }

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
        const sleeper = { left: Math.max(0, ms), wake: resolve };
        sleepers.add(sleeper);
        signal?.addEventListener('abort', () => {
          sleepers.delete(sleeper);
          reject(signal.reason);
        });
      });
    },
    async run(work) {
      let isDone = false;
      const done = () => {
        isDone = true;
      };
      work.then(done, done);
      for (;;) {
        // Everything that needs no time happens first.
        for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
        if (isDone) return work;
        passToNextSleeper();
      }
    },
  };
}
