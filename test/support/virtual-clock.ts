/** A clock whose time passes only while everybody waits: hours go by at once, in the right order. */
import type { Clock } from '../../src/main/ports.ts';
import { Sleepers } from './sleepers.ts';

export interface VirtualClock extends Clock {
  /** Lets time pass until the work has ended; answers what it answered. */
  run<T>(work: Promise<T>): Promise<T>;
}

export function createVirtualClock(start = Date.parse('2026-11-21T00:00:00Z')): VirtualClock {
  const sleepers = new Sleepers(start);
  return {
    speed: 1,
    now: () => sleepers.time,
    realNow: () => sleepers.time,
    sleep: (ms, signal) => sleepers.sleep(ms, signal),
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
        sleepers.passToNext();
      }
    },
  };
}
