/**
 * Keeps the copy of opportunities in step with AWS: first the list, newest change first, then the record and AWS's summary of each that
 * changed. Every page is on disk before the next is asked for, so a stopped sync goes on where it was; nothing new costs one page.
 */
import { OfferdeckError } from '../../shared/errors/app-error.ts';
import { breathe } from '../entities/breathe.ts';
import { toProblem, type EntityProblem } from '../entities/problem.ts';
import type { Pass, SyncStore } from '../entities/sync-store.ts';
import type { Clock } from '../ports.ts';
import type { Database } from '../storage/database.ts';
import { isGone, listByIds, listPages, readOpportunity, type ListWish, type OpportunityReading } from './reader.ts';
import { at, textAt, toInstantText } from './readings.ts';
import type { OpportunityStore, Place } from './store.ts';

/** A list may lag behind what it lists; a sync looks back this far so that a late entry is not missed. */
const OVERLAP_MS = 10 * 60_000;
const SECOND_MS = 1000;
/** Records asked for at once: one after the other would wait for each answer instead of for AWS's limit. */
export const AT_ONCE = 6;
/** How often a listing that AWS breaks off is taken up again from where it was. */
const RESTARTS = 3;
/** What AWS refuses of one opportunity is noted, and the rest goes on. */
export const BLAMES_ONE: readonly string[] = ['validation-refused', 'malformed-answer'];

export interface OpportunityProgress {
  readonly phase: 'listing' | 'reading';
  readonly done: number;
  readonly total: number | null;
}

export interface OpportunitySyncRun {
  readonly database: Database;
  readonly clock: Clock;
  readonly sync: SyncStore;
  readonly copy: OpportunityStore;
  readonly place: Place;
  readonly reading: OpportunityReading;
  /** Reads every opportunity again and finds out which are gone. */
  readonly full: boolean;
  readonly report: (progress: OpportunityProgress) => void;
}

/** Key of the progress: each catalog has its own. */
export function syncKind(catalog: Place['catalog']): string {
  return `opportunities:${catalog}`;
}

export async function syncOpportunities(run: OpportunitySyncRun): Promise<void> {
  const { place, sync } = run;
  const kind = syncKind(place.catalog);
  const resumed = sync.state(place.account, kind).pass;
  if (resumed && (resumed.reread || !run.full)) await readPass(run, resumed);
  // A pass that was interrupted long ago ends at what was newest then; what came since is a second, short pass.
  const { cursor } = sync.state(place.account, kind);
  const reread = run.full && !resumed?.reread;
  await readPass(run, { full: cursor === null || reread, reread, startedAt: now(run), ceiling: null, floor: null });
  await readRecords(run, run.copy.stale(place));
  sync.complete(place.account, kind, now(run));
}

async function readPass(run: OpportunitySyncRun, start: Pass): Promise<void> {
  const kind = syncKind(run.place.catalog);
  const { account } = run.place;
  const { cursor } = run.sync.state(account, kind);
  let pass = start;
  for (let restarts = 0; ; restarts += 1) {
    try {
      pass = await readPages(run, pass, cursor);
      break;
    } catch (error) {
      const reached = run.sync.state(account, kind).pass ?? pass;
      // A token that AWS does not take any more: the rest of the list is asked for anew, below what was seen.
      if (!isBrokenOff(error) || reached.floor === pass.floor || restarts >= RESTARTS) throw error;
      pass = reached;
    }
  }
  if (pass.full) await findVanished(run, pass.startedAt);
  run.sync.finishPass(account, kind, later(cursor, pass.ceiling));
}

async function readPages(run: OpportunitySyncRun, start: Pass, cursor: string | null): Promise<Pass> {
  const kind = syncKind(run.place.catalog);
  const wish = toWish(start, cursor);
  let pass = start;
  let done = 0;
  run.report({ phase: 'listing', done, total: null });
  for await (const entries of listPages(run.reading, wish)) {
    pass = advance(pass, entries);
    const reached = pass;
    run.database.cacheTransaction(() => {
      const taken = { at: now(run), reread: reached.reread };
      const problems = run.copy.saveListed(run.place, entries, taken);
      run.sync.saveProblems(run.place.account, kind, problems, now(run));
      run.sync.savePass(run.place.account, kind, reached);
    });
    done += entries.length;
    run.report({ phase: 'listing', done, total: null });
    await breathe(run.reading.signal);
  }
  return pass;
}

function toWish(pass: Pass, cursor: string | null): ListWish {
  const from = pass.full || cursor === null ? null : new Date(Date.parse(cursor) - OVERLAP_MS);
  // Whether the upper limit itself belongs to the range is not documented: a second more leaves nothing out.
  const to = pass.floor === null ? null : new Date(Date.parse(pass.floor) + SECOND_MS);
  if (!from && !to) return {};
  return {
    LastModifiedDate: {
      ...(from ? { AfterLastModifiedDate: from } : {}),
      ...(to ? { BeforeLastModifiedDate: to } : {}),
    },
  };
}

/** Opportunities that a whole pass did not show: asked for by id before they are told to be gone, since lists lag. */
async function findVanished(run: OpportunitySyncRun, startedAt: string): Promise<void> {
  const unseen = run.copy.unseenSince(run.place, startedAt);
  if (unseen.length === 0) return;
  const found = await listByIds(run.reading, unseen);
  const foundIds = new Set(found.map((entry) => textAt(entry, 'Id')));
  run.database.cacheTransaction(() => {
    run.copy.saveListed(run.place, found, { at: now(run), reread: false });
    for (const id of unseen) {
      if (!foundIds.has(id)) run.copy.markGone(run.place, id, now(run));
    }
  });
}

/** Reads records and their summaries, several at once; the pacer keeps AWS's limit. */
async function readRecords(run: Omit<OpportunitySyncRun, 'full'>, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  let done = 0;
  run.report({ phase: 'reading', done, total: ids.length });
  const next = ids.values();
  const failed = new AbortController();
  const work = async (): Promise<void> => {
    for (const id of next) {
      if (failed.signal.aborted) return;
      try {
        await readOne(run, id);
      } catch (error) {
        failed.abort();
        throw error;
      }
      done += 1;
      run.report({ phase: 'reading', done, total: ids.length });
      await breathe(run.reading.signal);
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: Math.min(AT_ONCE, ids.length) }, work));
  const broken = ends.find((end) => end.status === 'rejected');
  if (broken) throw broken.reason;
}

async function readOne(
  { place, sync, copy, reading, ...run }: Omit<OpportunitySyncRun, 'full'>,
  id: string,
): Promise<void> {
  const kind = syncKind(place.catalog);
  const note = (problem: EntityProblem) => sync.saveProblems(place.account, kind, [problem], now(run));
  try {
    const record = await readOpportunity(reading, id);
    if (copy.saveRecord(place, record, now(run))) sync.clearProblem(place.account, kind, id);
    else note({ entityId: id, code: 'malformed-answer', message: '' });
  } catch (error) {
    if (isGone(error)) {
      copy.markGone(place, id, now(run));
      return;
    }
    const problem = toProblem(id, error, BLAMES_ONE);
    if (!problem) throw error;
    note(problem);
  }
}

export function isBrokenOff(error: unknown): boolean {
  return error instanceof OfferdeckError && error.data.code === 'validation-refused';
}

function advance(pass: Pass, entries: readonly unknown[]): Pass {
  const dates = entries.map((entry) => toInstantText(at(entry, 'LastModifiedDate'))).filter((date) => date !== null);
  return dates.reduce<Pass>(
    (reached, date) => ({
      ...reached,
      ceiling: later(reached.ceiling, date),
      floor: reached.floor === null || date < reached.floor ? date : reached.floor,
    }),
    pass,
  );
}

export function later(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return one > other ? one : other;
}

/** Business time, with milliseconds: what a pass saw is told from what it did not see by this. */
function now({ clock }: Pick<OpportunitySyncRun, 'clock'>): string {
  return new Date(clock.now()).toISOString();
}
