/**
 * Keeps the copy of engagements in step with AWS. Its list is sorted by creation alone: it is read down to what is known, leads (which
 * change while they are worked on) always whole, everything the first time, on request, and after a pass that was broken off.
 */
import { breathe } from '../entities/breathe.ts';
import { readOrNote } from '../entities/read-or-note.ts';
import type { SyncStore } from '../entities/sync-store.ts';
import type { OpportunityReading } from '../opportunities/reader.ts';
import type { Place } from '../opportunities/store.ts';
import type { Clock } from '../ports.ts';
import type { Database } from '../storage/database.ts';
import { associationPages, listPages } from './reader.ts';
import type { EngagementStore } from './store.ts';

interface EngagementProgress {
  readonly phase: 'listing' | 'reading';
  readonly done: number;
  readonly total: number | null;
}

export interface EngagementSyncRun {
  readonly database: Database;
  readonly clock: Clock;
  readonly sync: SyncStore;
  readonly copy: EngagementStore;
  readonly place: Place;
  readonly reading: OpportunityReading;
  readonly full: boolean;
  readonly report: (progress: EngagementProgress) => void;
  readonly readOne: (id: string) => Promise<void>;
}

/** Key of the progress: each catalog has its own. */
export function engagementSyncKind(catalog: Place['catalog']): string {
  return `engagements:${catalog}`;
}

/** What AWS refuses of one engagement is noted, and the rest goes on. */
const BLAMES_ONE: readonly string[] = ['validation-refused', 'malformed-answer', 'resource-not-found'];

export async function syncEngagements(run: EngagementSyncRun): Promise<void> {
  const { place, sync, copy } = run;
  const kind = engagementSyncKind(place.catalog);
  await list(run, kind);
  while (copy.nameCustomers(place)) await breathe(run.reading.signal);
  const ids = copy.staleLeads(place);
  const noted = { sync, account: place.account, kind, blamesOne: BLAMES_ONE, now: () => now(run) };
  for (const [done, id] of ids.entries()) {
    run.report({ phase: 'reading', done, total: ids.length });
    await readOrNote(noted, id, () => run.readOne(id));
    await breathe(run.reading.signal);
  }
  sync.complete(place.account, kind, now(run));
}

async function list(run: EngagementSyncRun, kind: string): Promise<void> {
  const { place, sync, copy } = run;
  const { account } = place;
  const full = run.full || sync.state(account, kind).pass !== null || sync.completedAt(account, [kind]) === null;
  const startedAt = now(run);
  let done = 0;
  let hasNews = full;
  sync.savePass(account, kind, { full, reread: false, startedAt, ceiling: null, floor: null });
  const take = (entries: readonly unknown[]) => {
    const page = run.database.cacheTransaction(() => copy.saveListed(place, entries, now(run)));
    sync.saveProblems(account, kind, page.problems, now(run));
    done += entries.length;
    run.report({ phase: 'listing', done, total: null });
    hasNews ||= page.hasNews;
    return page.hasNews;
  };
  for await (const entries of listPages(run.reading)) {
    if (!take(entries) && !full) break;
    await breathe(run.reading.signal);
  }
  if (full) copy.dropUnseen(place, startedAt);
  else for await (const entries of listPages(run.reading, { ContextTypes: ['Lead'] })) take(entries);
  if (hasNews) await readAssociations(run);
  sync.finishPass(account, kind, startedAt);
}

async function readAssociations({ copy, place, reading }: EngagementSyncRun): Promise<void> {
  for await (const entries of associationPages(reading)) {
    copy.saveAssociations(place, entries);
    await breathe(reading.signal);
  }
}

function now({ clock }: Pick<EngagementSyncRun, 'clock'>): string {
  return new Date(clock.now()).toISOString();
}
