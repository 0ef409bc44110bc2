/**
 * Carries out backfills, one an account at a time: first the list, then what is in line. Where each stands is on disk, so that whoever
 * finds one that nobody works on goes on with it.
 */
import { isWhole } from '../../../shared/domain/opportunity/backfill.ts';
import { createAppError, OfferdeckError, type AppError } from '../../../shared/errors/app-error.ts';
import type { AwsAccess } from '../../aws/access.ts';
import { createAnnouncer } from '../../entities/announcer.ts';
import { claimCopy } from '../../entities/sync-job.ts';
import type { SyncStore } from '../../entities/sync-store.ts';
import type { EventBus } from '../../events.ts';
import type { JobReporter, Jobs } from '../../jobs/index.ts';
import type { Clock } from '../../ports.ts';
import type { Database } from '../../storage/database.ts';
import type { PlaceSource } from '../places.ts';
import { listByIds, type OpportunityReading } from '../reader.ts';
import { textAt } from '../readings.ts';
import type { OpportunityStore, Place } from '../store.ts';
import { later, syncKind } from '../sync.ts';
import { readList, toRows } from './listing.ts';
import { readQueued } from './reading.ts';
import type { BackfillStore } from './store.ts';

/** Reads of the rolling day that a backfill leaves for everything else. */
export const RESERVE = 10_000;
const BACKFILL_JOB = 'opportunities.backfill';

/** How long after a trouble that passes by itself it is tried again. */
const TRY_AGAIN_MS = 60_000;
/** A day's reads come back as they were spent, little by little. */
const BUDGET_MS = 15 * 60_000;
const LOOK_AT_BUDGET_EVERY = 50;

export interface RunnerDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly events: EventBus;
  readonly jobs: Pick<Jobs, 'runJob'>;
  readonly aws: Pick<AwsAccess, 'selling' | 'confirmIdentity' | 'leftToday'>;
  readonly accounts: Pick<PlaceSource, 'getSettings'>;
  readonly sync: SyncStore;
  readonly copy: OpportunityStore;
  readonly store: BackfillStore;
}

export interface Runner {
  /** Goes on with what nobody works on, and with what was held until now. Called at the start and periodically. */
  tend(): void;
  close(): void;
}

export function createRunner(deps: RunnerDependencies): Runner {
  const { store, clock, events, jobs } = deps;
  const busy = new Set<string>();
  let closing = false;

  function start(id: string, account: string): void {
    busy.add(account);
    const work = (report: JobReporter, signal: AbortSignal) => carryOut({ ...deps, id, account, report, signal });
    const job = jobs.runJob({ kind: BACKFILL_JOB, account, work });
    void job.ended.then(({ state, error }) => {
      busy.delete(account);
      if (closing) return;
      const run = store.find(id);
      // Cancelled where all long work is cancelled: it can be taken up again.
      if (state === 'cancelled' && run?.state === 'running') store.update(id, { state: 'paused' });
      // Nothing that is expected: trying again at once would go round and round.
      if (state === 'failed' && run?.state === 'running') store.update(id, { state: 'held', error });
      events.emit('opportunities.backfillChanged', { account, id });
    });
  }

  return {
    tend() {
      if (closing) return;
      const now = new Date(clock.realNow()).toISOString();
      for (const { id, resumeAt } of store.inState('held')) {
        if (resumeAt !== null && resumeAt <= now) store.update(id, { state: 'running', error: null, resumeAt: null });
      }
      for (const { id, account } of store.inState('running')) if (!busy.has(account)) start(id, account);
    },
    close() {
      closing = true;
    },
  };
}

interface Work extends RunnerDependencies {
  readonly id: string;
  readonly account: string;
  readonly report: JobReporter;
  readonly signal: AbortSignal;
}

async function carryOut(work: Work): Promise<void> {
  const { store, id, account, signal, aws, sync, events } = work;
  const options = { priority: 'background', signal } as const;
  const announce = () => {
    events.emit('opportunities.changed', { account });
    events.emit('opportunities.backfillChanged', { account, id });
  };
  try {
    const { awsAccountId } = work.accounts.getSettings(account);
    await claimCopy({ aws, store: sync }, { account, awsAccountId }, options);
    const run = store.find(id);
    if (run?.state !== 'running') return;
    const place: Place = { account, catalog: run.catalog };
    const reading: OpportunityReading = { door: aws.selling(account), catalog: run.catalog, ...options };
    await goThrough({ ...work, place, reading }, createAnnouncer(work.clock, announce));
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof OfferdeckError) || !hold(work, error.data)) throw error;
  } finally {
    announce();
  }
}

interface PlacedWork extends Work {
  readonly place: Place;
  readonly reading: OpportunityReading;
}

async function goThrough(work: PlacedWork, announcer: ReturnType<typeof createAnnouncer>): Promise<void> {
  const { store, id } = work;
  const tell = announcer.follow(work.report, (phase) => `backfill:phase.${phase}`);
  const isRunning = () => store.stateOf(id) === 'running';
  if (store.get(id).phase === 'listing') {
    const listed = await readList({
      ...work,
      runId: id,
      goOn() {
        tell({ phase: 'listing', done: total(work), total: null });
        return isRunning();
      },
    });
    if (!listed) return;
    const { countOnly } = store.get(id);
    store.update(id, countOnly ? { phase: 'reading', state: 'counted' } : { phase: 'reading' });
  }
  if (!isRunning()) return;
  await findVanished(work);
  if (await readAll(work, tell, isRunning)) finish(work);
}

async function readAll(
  work: PlacedWork,
  tell: (progress: { phase: 'reading'; done: number; total: number }) => void,
  isRunning: () => boolean,
): Promise<boolean> {
  const inLine = work.store.counts(work.id).queued;
  let asked = 0;
  return readQueued({
    ...work,
    runId: work.id,
    goOn() {
      if (asked % LOOK_AT_BUDGET_EVERY === 0) keepReserve(work);
      tell({ phase: 'reading', done: Math.min(asked, inLine), total: inLine });
      asked += 1;
      return isRunning();
    },
  });
}

function keepReserve({ aws, account, clock }: Work): void {
  if (aws.leftToday(account, 'GetOpportunity') > RESERVE) return;
  const at = new Date(clock.realNow() + BUDGET_MS / clock.speed).toISOString();
  throw new OfferdeckError(createAppError('backfill-reserve', { params: { count: RESERVE, at }, retryable: true }));
}

/** Of a whole list: those held here that it did not show are asked for by id before they are told to be gone, since lists lag. */
async function findVanished(work: PlacedWork): Promise<void> {
  const { store, copy, database, place, reading, id } = work;
  const run = store.get(id);
  if (run.listing.vanishedFound) return;
  const unseen = isWhole(run.wish) ? store.unseen(run) : [];
  const found = unseen.length === 0 ? [] : await listByIds(reading, unseen);
  const foundIds = new Set(found.map((entry) => textAt(entry, 'Id')));
  const missing = unseen.filter((each) => !foundIds.has(each));
  const at = new Date(work.clock.now()).toISOString();
  database.cacheTransaction(() => {
    store.addRows(id, toRows(database, place, run, found));
    store.addRows(id, missing.map(goneRow));
    for (const each of missing) copy.markGone(place, each, at);
    store.update(id, { listing: { ...run.listing, vanishedFound: true } });
  });
}

function goneRow(opportunityId: string) {
  return { opportunityId, customer: '', stage: '', modifiedAt: null, state: 'gone', error: null } as const;
}

/** A whole list that was read without a fault brings the copy in step: the next sync looks at what came since. */
function finish({ store, sync, clock, id, place, database }: PlacedWork): void {
  const run = store.get(id);
  const kind = syncKind(place.catalog);
  const counts = store.counts(id);
  const inStep = isWhole(run.wish) && run.wish.mode !== 'held' && counts.failed === 0;
  const now = new Date(clock.now()).toISOString();
  database.transaction(() => {
    store.update(id, { state: 'ended', endedAt: now, error: null, resumeAt: null });
    if (!inStep) return;
    sync.finishPass(place.account, kind, later(sync.state(place.account, kind).cursor, run.listing.ceiling));
    sync.complete(place.account, kind, now);
  });
}

/** What passes by itself is tried again; the rest waits for a person. False: the job tells of it as well. */
function hold({ store, clock, id }: Work, error: AppError): boolean {
  if (store.stateOf(id) !== 'running') return true;
  const passes = error.retryable || error.code === 'network-unreachable';
  const afterMs = error.code === 'backfill-reserve' ? BUDGET_MS : TRY_AGAIN_MS;
  const told = error.code === 'day-quota-spent' ? error.params['at'] : undefined;
  const resumeAt = passes ? (told ?? new Date(clock.realNow() + afterMs / clock.speed).toISOString()) : null;
  if (passes) store.requeueFailed(id);
  store.update(id, { state: 'held', error, resumeAt: resumeAt === null ? null : String(resumeAt) });
  return passes;
}

function total({ store, id }: Work): number {
  return Object.values(store.counts(id)).reduce((sum, n) => sum + n, 0);
}
