/** Reads again, in the background and by the person's settings, what has been read once. What nobody has read yet stays unread. */
import type { Clock, PreferenceStore } from '../ports.ts';
import type { SyncStore } from './sync-store.ts';

const MINUTE_MS = 60_000;

export interface ScheduledSync {
  /** Key of its progress in `sync_state`. */
  readonly kind: string;
  /** Keys of the accounts that it is for, where it is not for all. */
  readonly accounts?: () => readonly string[];
  start(account: string): unknown;
}

interface ScheduleDependencies {
  readonly clock: Clock;
  readonly preferences: PreferenceStore;
  readonly store: Pick<SyncStore, 'completedAt'>;
  /** Keys of the accounts that are set up. */
  readonly accounts: () => readonly string[];
}

/** One round: starts what is due. A start that fails waits for its time like one that succeeded. */
export function createScheduledSyncs(deps: ScheduleDependencies, syncs: readonly ScheduledSync[]) {
  const startedAt = new Map<string, number>();
  return async (): Promise<void> => {
    const { syncEveryMinutes } = await deps.preferences.get();
    if (syncEveryMinutes === null) return;
    const now = deps.clock.now();
    for (const sync of syncs) {
      for (const account of (sync.accounts ?? deps.accounts)()) {
        const completedAt = deps.store.completedAt(account, [sync.kind]);
        if (completedAt === null) continue;
        const key = `${sync.kind} ${account}`;
        const last = Math.max(Date.parse(completedAt), startedAt.get(key) ?? 0);
        if (now - last < syncEveryMinutes * MINUTE_MS) continue;
        startedAt.set(key, now);
        sync.start(account);
      }
    }
  };
}
