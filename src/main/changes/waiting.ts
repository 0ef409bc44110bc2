/** Waiting between two looks at AWS: longer each time, cut short when somebody asks, ended when the core closes. */
import type { Clock } from '../ports.ts';

/** Service time, as AWS advises for change sets; the last one repeats. */
const PAUSES_MS = [2000, 5000, 10_000, 30_000, 60_000] as const;
const LAST_PAUSE_MS = 60_000;

export interface Waiting {
  /** Waits the next pause (or `atMostMs`, if that is shorter). Rejects when the core closes. */
  pause(atMostMs?: number): Promise<void>;
  /** Something moved: the next pause is the shortest again. */
  reset(): void;
  /** How often it has waited since the last reset. */
  readonly rounds: number;
}

export interface WaitingRoom {
  /** One for each piece of work, by the id of its change. */
  enter(id: string): Waiting;
  /** Ends the pause of this change now. */
  wake(id: string): void;
}

export function createWaitingRoom(clock: Clock, closing: AbortSignal): WaitingRoom {
  const sleepers = new Map<string, AbortController>();
  return {
    enter(id) {
      let rounds = 0;
      return {
        get rounds() {
          return rounds;
        },
        async pause(atMostMs = LAST_PAUSE_MS) {
          const ms = Math.min(PAUSES_MS[rounds] ?? LAST_PAUSE_MS, Math.max(0, atMostMs));
          rounds += 1;
          const awake = new AbortController();
          sleepers.set(id, awake);
          try {
            await clock.sleep(ms, AbortSignal.any([awake.signal, closing]));
          } catch (error) {
            if (!awake.signal.aborted || closing.aborted) throw error;
          } finally {
            sleepers.delete(id);
          }
        },
        reset() {
          rounds = 0;
        },
      };
    },
    wake(id) {
      sleepers.get(id)?.abort();
    },
  };
}
