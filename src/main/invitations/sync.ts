/**
 * Keeps the copy of invitations in step with AWS. Its list has no time of the last change: it is read newest first, down to the oldest
 * that waits for an answer, and to the end the first time, on request, and after a pass that was broken off.
 */
import { breathe } from '../entities/breathe.ts';
import { readOrNote } from '../entities/read-or-note.ts';
import type { SyncStore } from '../entities/sync-store.ts';
import type { OpportunityReading } from '../opportunities/reader.ts';
import type { Place } from '../opportunities/store.ts';
import type { Clock } from '../ports.ts';
import type { Database } from '../storage/database.ts';
import { listPages } from './reader.ts';
import type { InvitationStore } from './store.ts';

export interface InvitationProgress {
  readonly phase: 'listing' | 'reading';
  readonly done: number;
  readonly total: number | null;
}

export interface InvitationSyncRun {
  readonly database: Database;
  readonly clock: Clock;
  readonly sync: SyncStore;
  readonly copy: InvitationStore;
  readonly place: Place;
  readonly reading: OpportunityReading;
  readonly full: boolean;
  readonly report: (progress: InvitationProgress) => void;
  /** Reads one invitation, and the opportunity that accepting it has made. */
  readonly readOne: (id: string) => Promise<void>;
}

/** Key of the progress: each catalog has its own. */
export function invitationSyncKind(catalog: Place['catalog']): string {
  return `invitations:${catalog}`;
}

/** What AWS refuses of one invitation is noted, and the rest goes on. */
const BLAMES_ONE: readonly string[] = ['validation-refused', 'malformed-answer'];

export async function syncInvitations(run: InvitationSyncRun): Promise<void> {
  const { place, sync, copy } = run;
  const kind = invitationSyncKind(place.catalog);
  await list(run, kind);
  const ids = [...new Set([...copy.stale(place), ...copy.toLink(place)])];
  const noted = { sync, account: place.account, kind, blamesOne: BLAMES_ONE, now: () => now(run) };
  for (const [done, id] of ids.entries()) {
    run.report({ phase: 'reading', done, total: ids.length });
    await readOrNote(noted, id, () => run.readOne(id));
    await breathe(run.reading.signal);
  }
  sync.complete(place.account, kind, now(run));
}

async function list(run: InvitationSyncRun, kind: string): Promise<void> {
  const { place, sync, copy } = run;
  const { account } = place;
  const full = run.full || sync.state(account, kind).pass !== null || sync.completedAt(account, [kind]) === null;
  const startedAt = now(run);
  const oldest = copy.oldestWaiting(place);
  let done = 0;
  sync.savePass(account, kind, { full, reread: false, startedAt, ceiling: null, floor: null });
  for await (const entries of listPages(run.reading)) {
    const page = run.database.cacheTransaction(() => copy.saveListed(place, entries, now(run)));
    sync.saveProblems(account, kind, page.problems, now(run));
    done += entries.length;
    run.report({ phase: 'listing', done, total: null });
    const isBelow = oldest === null || (page.oldest !== null && page.oldest < oldest);
    if (!full && !page.hasNews && isBelow) break;
    await breathe(run.reading.signal);
  }
  sync.finishPass(account, kind, startedAt);
}

function now({ clock }: Pick<InvitationSyncRun, 'clock'>): string {
  return new Date(clock.now()).toISOString();
}
