/** Spends the published limits: never more than the quota in any one second, whoever waits for the answer first. */
import { createAppError, OfferdeckError } from '../../shared/errors/app-error.ts';
import type { Clock } from '../ports.ts';
import type { Priority } from './access.ts';

/** Slack for answers that AWS counts a little closer together than we sent them. */
const WINDOW_MS = 1_030;

export interface Pacer {
  /** Resolves when `cost` units of the limit may be spent now. */
  take(request: PaceRequest): Promise<void>;
  /** AWS throttled in spite of our counting (another program spends the same quota): hold back for a window. */
  holdBack(key: string): void;
  /** Milliseconds of real time until `cost` further units have been let through behind all that wait. */
  estimate(key: string, perSecond: number, cost: number): number;
}

export interface PaceRequest {
  /** What shares one limit: AWS account and operation. */
  readonly key: string;
  readonly perSecond: number;
  readonly cost: number;
  readonly priority: Priority;
  readonly signal?: AbortSignal | undefined;
}

interface Waiting {
  readonly cost: number;
  readonly go: () => void;
}

interface Lane {
  readonly perSecond: number;
  /** When units were spent, oldest first; only the last window counts. */
  spent: { at: number; cost: number }[];
  readonly waiting: Record<Priority, Waiting[]>;
  heldUntil: number;
  running: boolean;
}

export function createPacer(clock: Clock): Pacer {
  const lanes = new Map<string, Lane>();
  const windowMs = WINDOW_MS / clock.speed;

  const laneOf = (key: string, perSecond: number): Lane => {
    const lane = lanes.get(key) ?? newLane(perSecond);
    lanes.set(key, lane);
    return lane;
  };

  /** Real milliseconds until the next in line may go; 0 = now. */
  const waitFor = (lane: Lane, cost: number): number => {
    const now = clock.realNow();
    lane.spent = lane.spent.filter((entry) => entry.at > now - windowMs);
    let used = lane.spent.reduce((sum, entry) => sum + entry.cost, 0);
    let readyAt = lane.heldUntil;
    // A request above the whole quota goes alone.
    for (const entry of lane.spent) {
      if (used === 0 || used + cost <= lane.perSecond) break;
      used -= entry.cost;
      readyAt = Math.max(readyAt, entry.at + windowMs);
    }
    return Math.max(0, readyAt - now);
  };

  const run = async (lane: Lane): Promise<void> => {
    if (lane.running) return;
    lane.running = true;
    for (;;) {
      const next = lane.waiting.user[0] ?? lane.waiting.background[0];
      if (!next) break;
      const wait = waitFor(lane, next.cost);
      if (wait > 0) {
        // The queue may change meanwhile (a user call, a cancellation): look again afterwards.
        await clock.sleep(Math.ceil(wait * clock.speed));
        continue;
      }
      remove(lane, next);
      lane.spent.push({ at: clock.realNow(), cost: next.cost });
      next.go();
    }
    lane.running = false;
  };

  return {
    take({ key, perSecond, cost, priority, signal }) {
      return new Promise((resolve, reject) => {
        if (signal?.aborted) {
          reject(new OfferdeckError(createAppError('cancelled')));
          return;
        }
        const lane = laneOf(key, perSecond);
        const entry: Waiting = {
          cost,
          go() {
            signal?.removeEventListener('abort', onAbort);
            resolve();
          },
        };
        const onAbort = () => {
          remove(lane, entry);
          reject(new OfferdeckError(createAppError('cancelled')));
        };
        signal?.addEventListener('abort', onAbort, { once: true });
        lane.waiting[priority].push(entry);
        void run(lane);
      });
    },
    holdBack(key) {
      const lane = lanes.get(key);
      if (lane) lane.heldUntil = Math.max(lane.heldUntil, clock.realNow() + windowMs);
    },
    estimate(key, perSecond, cost) {
      const lane = laneOf(key, perSecond);
      const now = clock.realNow();
      const used = lane.spent.filter((entry) => entry.at > now - windowMs).reduce((sum, entry) => sum + entry.cost, 0);
      const queued = [...lane.waiting.user, ...lane.waiting.background].reduce((sum, entry) => sum + entry.cost, 0);
      const windows = Math.max(0, Math.ceil((used + queued + cost) / perSecond) - 1);
      return Math.max(0, lane.heldUntil - now) + windows * windowMs;
    },
  };
}

function newLane(perSecond: number): Lane {
  return { perSecond, spent: [], waiting: { user: [], background: [] }, heldUntil: 0, running: false };
}

function remove(lane: Lane, entry: Waiting): void {
  for (const queue of [lane.waiting.user, lane.waiting.background]) {
    const at = queue.indexOf(entry);
    if (at >= 0) queue.splice(at, 1);
  }
}
