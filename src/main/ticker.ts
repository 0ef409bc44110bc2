/** Work that comes round by the clock: lease renewal, looking for orphaned work. Stops with the core. */
import type { Clock, Logger } from './ports.ts';

export interface Ticker {
  /** Repeats `work` with `pauseMs` of real time between two runs until the ticker stops. A failed run is logged and tried again. */
  every(name: string, pauseMs: number, work: () => Promise<void> | void): void;
  stop(): Promise<void>;
}

export function createTicker(deps: { clock: Clock; logger: Logger }): Ticker {
  const { clock, logger } = deps;
  const stopping = new AbortController();
  const loops: Promise<void>[] = [];
  async function loop(name: string, pauseMs: number, work: () => Promise<void> | void): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        // The clock port divides by its speed; these pauses are real time.
        await clock.sleep(pauseMs * clock.speed, stopping.signal);
        await work();
      } catch (error) {
        if (stopping.signal.aborted) return;
        logger.error('periodic work failed', { name, error });
      }
    }
  }
  return {
    every(name, pauseMs, work) {
      loops.push(loop(name, pauseMs, work));
    },
    async stop() {
      stopping.abort();
      await Promise.all(loops);
    },
  };
}
