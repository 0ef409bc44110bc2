/**
 * Keeps the copy of agreements in step with AWS: first the search, newest update first, then the terms of each agreement that changed.
 * Every page is on disk before the next is asked for, so a stopped sync goes on where it was.
 */
import type { AgreementViewSummary } from '@aws-sdk/client-marketplace-agreement';
import { OfferdeckError } from '../../shared/errors/app-error.ts';
import { breathe } from '../entities/breathe.ts';
import { readOrNote } from '../entities/read-or-note.ts';
import type { Pass, SyncStore } from '../entities/sync-store.ts';
import type { Clock } from '../ports.ts';
import {
  describeAgreement,
  readTerms,
  searchPages,
  type AgreementReading,
  type SearchSupport,
  type UpdatedRange,
} from './agreement-reader.ts';
import { toDescribedAgreement, toInstantText } from './list-entry.ts';
import type { AgreementStore } from './store.ts';
import type { Database } from '../storage/database.ts';

export const AGREEMENTS_KIND = 'agreements';

/** The search lags behind what it finds; a sync looks back this far so that a late entry is not missed. */
const OVERLAP_MS = 10 * 60_000;
const SECOND_MS = 1000;
/** Terms of one agreement that AWS refuses are noted, and the rest goes on. */
const BLAMES_ONE: readonly string[] = ['validation-refused', 'malformed-answer', 'resource-not-found'];

export interface AgreementSyncRun {
  readonly database: Database;
  readonly clock: Clock;
  readonly sync: SyncStore;
  readonly copy: AgreementStore;
  readonly account: string;
  readonly reading: AgreementReading;
  /** Reads every agreement again and finds out which are gone. */
  readonly full: boolean;
  readonly report: (progress: { phase: 'listing' | 'reading'; done: number; total: number | null }) => void;
}

export async function syncAgreements(run: AgreementSyncRun): Promise<void> {
  const { account, sync } = run;
  const resumed = sync.state(account, AGREEMENTS_KIND).pass;
  if (resumed && (resumed.reread || !run.full)) await readPass(run, resumed);
  // A pass that was interrupted long ago ends at what was newest then; what came since is a second, short pass.
  const { cursor } = sync.state(account, AGREEMENTS_KIND);
  const reread = run.full && !resumed?.reread;
  await readPass(run, { full: cursor === null || reread, reread, startedAt: now(run), ceiling: null, floor: null });
  await readStaleTerms(run);
  sync.complete(account, AGREEMENTS_KIND, now(run));
}

async function readPass(run: AgreementSyncRun, start: Pass): Promise<void> {
  const { account, sync } = run;
  const { cursor } = sync.state(account, AGREEMENTS_KIND);
  const range: UpdatedRange = {
    from: start.full || cursor === null ? null : shift(cursor, -OVERLAP_MS),
    // Whether the limit itself belongs to the range is not documented: a second more leaves nothing out.
    to: start.floor === null ? null : shift(start.floor, SECOND_MS),
  };
  let pass = start;
  let done = 0;
  run.report({ phase: 'listing', done, total: null });
  for await (const { entries, sorted } of searchAsSupported(run.reading, range)) {
    pass = advance(pass, entries, sorted);
    const reached = pass;
    run.database.cacheTransaction(() => {
      const problems = run.copy.saveListed(account, entries, { at: now(run), reread: reached.reread });
      sync.saveProblems(account, AGREEMENTS_KIND, problems, now(run));
      sync.savePass(account, AGREEMENTS_KIND, reached);
    });
    done += entries.length;
    run.report({ phase: 'listing', done, total: null });
    await breathe(run.reading.signal);
  }
  if (pass.full) await removeVanished(run, pass.startedAt);
  sync.finishPass(account, AGREEMENTS_KIND, later(cursor, pass.ceiling));
}

interface SearchedPage {
  readonly entries: AgreementViewSummary[];
  /** Newest update first: then the last entry says how far the pass has come. */
  readonly sorted: boolean;
}

/** Asks AWS for the range and the order, then for less and less where it refuses; what it does not do is done here. */
async function* searchAsSupported(reading: AgreementReading, range: UpdatedRange): AsyncGenerator<SearchedPage> {
  const ladder: SearchSupport[] = [
    { range: true, sort: true },
    { range: false, sort: true },
    { range: false, sort: false },
  ];
  for (const [step, support] of ladder.entries()) {
    let begun = false;
    try {
      for await (const page of searchPages(reading, range, support)) {
        begun = true;
        yield { entries: page.filter((entry) => isWithin(entry, range)), sorted: support.sort };
        if (support.sort && page.some((entry) => isBefore(entry, range.from))) return;
      }
      return;
    } catch (error) {
      if (begun || step === ladder.length - 1 || !isUnsupported(error)) throw error;
    }
  }
}

function isUnsupported(error: unknown): boolean {
  if (!(error instanceof OfferdeckError) || error.data.code !== 'validation-refused') return false;
  const reason = String(error.data.params['reason'] ?? '');
  return ['UNSUPPORTED_FILTERS', 'INVALID_FILTERS', 'INVALID_FILTER_NAME', 'INVALID_SORT_BY'].includes(reason);
}

function isBefore(entry: AgreementViewSummary, from: string | null): boolean {
  const at = toInstantText(entry.lastUpdateTime);
  return from !== null && at !== null && at < from;
}

/** An entry without a time is kept: the store says what is wrong with it. */
function isWithin(entry: AgreementViewSummary, { from, to }: UpdatedRange): boolean {
  const at = toInstantText(entry.lastUpdateTime);
  return at === null || ((from === null || at >= from) && (to === null || at <= to));
}

/** Agreements that a whole pass did not show: asked for by id before they are given up, since searches lag. */
async function removeVanished(run: AgreementSyncRun, startedAt: string): Promise<void> {
  for (const id of run.copy.unseenSince(run.account, startedAt)) {
    try {
      run.copy.saveRow(run.account, toDescribedAgreement(await describeAgreement(run.reading, id), id), now(run));
    } catch (error) {
      if (!isGone(error)) throw error;
      run.copy.remove(run.account, id);
      run.sync.clearProblem(run.account, AGREEMENTS_KIND, id);
    }
    await breathe(run.reading.signal);
  }
}

async function readStaleTerms(run: AgreementSyncRun): Promise<void> {
  const ids = run.copy.stale(run.account);
  let done = 0;
  if (ids.length > 0) run.report({ phase: 'reading', done, total: ids.length });
  for (const id of ids) {
    await readTermsOf(run, id);
    done += 1;
    run.report({ phase: 'reading', done, total: ids.length });
    await breathe(run.reading.signal);
  }
}

async function readTermsOf(run: AgreementSyncRun, id: string): Promise<void> {
  const { account, copy, sync, reading } = run;
  const noted = { sync, account, kind: AGREEMENTS_KIND, blamesOne: BLAMES_ONE, now: () => now(run) };
  await readOrNote(noted, id, async () => copy.saveTerms(account, id, await readTerms(reading, id), now(run)));
}

export function isGone(error: unknown): boolean {
  return error instanceof OfferdeckError && error.data.code === 'resource-not-found';
}

function advance(pass: Pass, entries: readonly AgreementViewSummary[], sorted: boolean): Pass {
  const times = entries.map((entry) => toInstantText(entry.lastUpdateTime)).filter((time) => time !== null);
  return times.reduce<Pass>(
    (reached, time) => ({
      ...reached,
      ceiling: later(reached.ceiling, time),
      // Without the order a pass cannot go on in the middle: it starts over.
      floor: sorted && (reached.floor === null || time < reached.floor) ? time : reached.floor,
    }),
    pass,
  );
}

function later(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return one > other ? one : other;
}

function shift(instant: string, ms: number): string {
  return `${new Date(Date.parse(instant) + ms).toISOString().slice(0, 19)}Z`;
}

function now(run: AgreementSyncRun): string {
  return new Date(run.clock.now()).toISOString();
}
