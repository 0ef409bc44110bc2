/** A clock that stands still until a test moves it. */
import type { Clock } from '../../src/main/ports.ts';
import { Sleepers } from './sleepers.ts';

export interface ManualClock extends Clock {
  advance(ms: number): void;
}

export function createManualClock(start = Date.parse('2026-11-21T00:00:00Z')): ManualClock {
  const sleepers = new Sleepers(start);
  return {
    speed: 1,
    now: () => sleepers.time,
    realNow: () => sleepers.time,
    sleep: (ms, signal) => sleepers.sleep(ms, signal),
    advance: (ms) => sleepers.passTo(sleepers.time + ms),
  };
}
