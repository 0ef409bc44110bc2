/**
 * Keeps a copy in step with one list of the Catalog: first the list, page by page, then the documents of what changed.
 * Every page and batch is on disk before the next is asked for, so a stopped sync goes on where it was.
 */
import type { EntitySummary } from '@aws-sdk/client-marketplace-catalog';
import type { Clock } from '../ports.ts';
import type { Database } from '../storage/database.ts';
import { breathe } from './breathe.ts';
import { describeMany, GONE, listPages, toInstant, type DescribedBatch, type Reading } from './catalog-reader.ts';
import type { ModifiedRange, SyncedList } from './copy.ts';
import type { Pass, SyncStore } from './sync-store.ts';

/** Lists lag behind what they list; a sync looks back this far so that a late entry is not missed. */
const OVERLAP_MS = 10 * 60_000;

export interface SyncProgress {
  readonly phase: 'listing' | 'reading';
  readonly done: number;
  readonly total: number | null;
}

export interface SyncRun {
  readonly database: Database;
  readonly clock: Clock;
  readonly store: SyncStore;
  readonly account: string;
  readonly reading: Reading;
  /** Reads every entity again and finds out which are gone. */
  readonly full: boolean;
  readonly report: (progress: SyncProgress) => void;
}

/** Answers when the list and all documents have been read; fails as soon as AWS does, keeping what was read. */
export async function syncList(run: SyncRun, list: SyncedList): Promise<void> {
  const resumed = run.store.state(run.account, list.kind).pass;
  if (resumed && (resumed.reread || !run.full)) await readPass(run, list, resumed);
  // A pass that was interrupted long ago ends at what was newest then; what came since is a second, short pass.
  const { cursor } = run.store.state(run.account, list.kind);
  const reread = run.full && !resumed?.reread;
  await readPass(run, list, {
    full: cursor === null || reread,
    reread,
    startedAt: now(run),
    ceiling: null,
    floor: null,
  });
  await readDocuments(run, list, list.copy.stale(run.account));
  run.store.complete(run.account, list.kind, now(run));
}

async function readPass(run: SyncRun, list: SyncedList, start: Pass): Promise<void> {
  const { cursor } = run.store.state(run.account, list.kind);
  const range: ModifiedRange = { from: start.full || cursor === null ? null : lookBack(cursor), to: start.floor };
  let pass = start;
  let done = 0;
  run.report({ phase: 'listing', done, total: null });
  for await (const entries of listPages(run.reading, list.request(range))) {
    pass = advance(pass, entries);
    const reached = pass;
    run.database.cacheTransaction(() => {
      const problems = list.copy.saveListed(run.account, entries, { at: now(run), reread: reached.reread });
      run.store.saveProblems(run.account, list.kind, problems, now(run));
      run.store.savePass(run.account, list.kind, reached);
    });
    done += entries.length;
    run.report({ phase: 'listing', done, total: null });
    await breathe(run.reading.signal);
  }
  if (pass.full) await removeVanished(run, list, pass.startedAt);
  run.store.finishPass(run.account, list.kind, later(cursor, pass.ceiling));
}

/** Entities that a whole pass did not show: asked for by id before they are given up, since lists lag. */
async function removeVanished(run: SyncRun, list: SyncedList, startedAt: string): Promise<void> {
  const unseen = list.copy.unseenSince(run.account, startedAt);
  for await (const batch of describeMany(run.reading, unseen)) saveBatch(run, list, batch);
}

async function readDocuments(run: SyncRun, list: SyncedList, ids: readonly string[]): Promise<void> {
  let done = 0;
  if (ids.length > 0) run.report({ phase: 'reading', done, total: ids.length });
  for await (const batch of describeMany(run.reading, ids)) {
    saveBatch(run, list, batch);
    done += batch.entities.length + batch.problems.length;
    run.report({ phase: 'reading', done, total: ids.length });
    await breathe(run.reading.signal);
  }
}

function saveBatch(run: SyncRun, list: SyncedList, batch: DescribedBatch): void {
  run.database.cacheTransaction(() => {
    for (const entity of batch.entities) {
      const problem = list.copy.saveDescribed(run.account, entity, now(run));
      run.store.clearProblem(run.account, list.kind, entity.id);
      if (problem) run.store.saveProblems(run.account, list.kind, [problem], now(run));
    }
    for (const problem of batch.problems) {
      if (problem.code === GONE) {
        list.copy.remove(run.account, problem.entityId);
        run.store.clearProblem(run.account, list.kind, problem.entityId);
      } else {
        run.store.saveProblems(run.account, list.kind, [problem], now(run));
      }
    }
  });
}

function advance(pass: Pass, entries: readonly EntitySummary[]): Pass {
  const dates = entries.map((entry) => toInstant(entry.LastModifiedDate)).filter((date) => date !== null);
  return dates.reduce<Pass>(
    (reached, date) => ({
      ...reached,
      ceiling: later(reached.ceiling, date),
      floor: reached.floor === null || date < reached.floor ? date : reached.floor,
    }),
    pass,
  );
}

function later(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return one > other ? one : other;
}

function lookBack(cursor: string): string {
  return `${new Date(Date.parse(cursor) - OVERLAP_MS).toISOString().slice(0, 19)}Z`;
}

/** Business time, with milliseconds: what a pass saw is told from what it did not see by this. */
function now(run: SyncRun): string {
  return new Date(run.clock.now()).toISOString();
}
