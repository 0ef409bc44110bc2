/** The clock port: real time, plus a business offset that practice and tests may move. */
import type { Clock } from '../../ports.ts';

export interface AdjustableClock extends Clock {
  /** Business time = real time + offset. */
  setOffset(ms: number): void;
}

export function createClock(speed = 1): AdjustableClock {
  let offset = 0;
  return {
    speed,
    now: () => Date.now() + offset,
    realNow: () => Date.now(),
    setOffset(ms) {
      offset = ms;
    },
    sleep(ms, signal) {
      return new Promise((resolve, reject) => {
        if (signal?.aborted) {
          reject(signal.reason);
          return;
        }
        const abort = () => {
          clearTimeout(timer);
          reject(signal?.reason);
        };
        const timer = setTimeout(
          () => {
            signal?.removeEventListener('abort', abort);
            resolve();
          },
          Math.max(0, ms / speed),
        );
        signal?.addEventListener('abort', abort, { once: true });
      });
    },
  };
}
