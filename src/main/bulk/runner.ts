/**
 * Works through runs: for each account as many writes at a time as AWS lets it have, the next begun as one ends. Whatever is under way
 * stands in the journal, so a run goes on after a crash where it was: no row is begun twice, none is forgotten.
 */
import { bulkIdOf } from '../../shared/domain/bulk/bulk.ts';
import { createAppError, OfferdeckError, type AppError } from '../../shared/errors/app-error.ts';
import type { ErrorCode } from '../../shared/errors/codes.ts';
import type { EventBus } from '../events.ts';
import type { JobReporter, Jobs } from '../jobs/index.ts';
import type { Clock } from '../ports.ts';
import type { AwsAccess } from '../aws/access.ts';
import type { Leases } from '../storage/leases.ts';
import { paceOf, type Pace } from './pace.ts';
import type { BulkStore, MovingRow, StoredRow, StoredRun } from './store.ts';
import { performerOf, type Performers } from './task.ts';

/** How long a row that AWS had no room for waits before it asks again, and how often rows of another process are looked at. */
const TRY_AGAIN_MS = 15_000;
const LOOK_MS = 2_000;
/** A request whose turn has not come after this long has failed, or its process has ended: it stands in nobody's way. */
const TURN_MS = 10_000;
/** Rows whose standing is asked for at once. */
const AHEAD = 10;

/** AWS had no room just now: nobody has to mend anything. */
const NO_ROOM: readonly ErrorCode[] = ['quota-exceeded', 'resource-in-use'];
/** A person has to do something before this account can send at all. */
const HOLDS: readonly ErrorCode[] = [
  'credentials-missing',
  'credentials-expired',
  'credentials-invalid',
  'sso-login-needed',
  'mfa-needed',
  'profile-missing',
  'assume-role-denied',
  'wrong-account',
  'clock-skew',
];

const DONE = ['succeeded', 'verified'];
const NOTHING_CAME_OF_IT = ['failed', 'cancelled', 'refused'];

export interface Runner {
  /** Takes up runs that nobody works on. Called at the start, when a run is begun, and periodically. */
  tend(): void;
  /** The core ends: what is cancelled from now on goes on with the next start. */
  close(): void;
}

export interface RunnerDependencies {
  readonly store: BulkStore;
  readonly performers: Performers;
  readonly changes: { resume(id: string): void };
  readonly jobs: Pick<Jobs, 'runJob'>;
  readonly events: EventBus;
  readonly clock: Clock;
  readonly aws: Pick<AwsAccess, 'leftToday'>;
  readonly leases: Pick<Leases, 'acquire' | 'release'>;
}

export function createRunner(deps: RunnerDependencies): Runner {
  const { store, jobs, events } = deps;
  let busy = false;
  let closing = false;

  async function work(report: JobReporter, signal: AbortSignal): Promise<void> {
    report.phase('bulk.sending');
    for (let ids = store.findWorkable(); ids.length > 0; ids = store.findWorkable()) {
      for (const runId of ids) await workThrough({ ...deps, runId, report, signal });
    }
  }

  return {
    tend() {
      if (busy || store.findWorkable().length === 0) return;
      busy = true;
      const job = jobs.runJob({ kind: 'bulk', account: null, work });
      void job.ended.then(({ state }) => {
        busy = false;
        if (closing) return;
        // Cancelled by a person, where all long work is cancelled.
        if (state === 'cancelled') for (const runId of store.findWorkable()) store.setState(runId, 'stopped');
        for (const runId of store.findOpen()) events.emit('bulk.changed', { runId });
      });
    },
    close() {
      closing = true;
    },
  };
}

const TELL_EVERY_MS = 250;

interface Work extends RunnerDependencies {
  readonly runId: string;
  readonly report: JobReporter;
  readonly signal: AbortSignal;
}

async function workThrough(work: Work): Promise<void> {
  const { store, events, runId, report } = work;
  const run = store.get(runId);
  const tellNow = () => {
    const counts = store.counts(runId);
    const total = Object.values(counts).reduce((sum, n) => sum + n, 0);
    report.progress(counts.done + counts.failed + counts['left-out'], total);
    events.emit('bulk.changed', { runId });
  };
  tellNow();
  const { tell, end } = inTurns(work, tellNow);
  const accounts = run.accounts.filter(({ rows }) => rows > 0);
  try {
    await Promise.all(accounts.map((account) => workThroughAccount(work, { ...account, tell })));
  } finally {
    end();
  }
  const counts = store.counts(runId);
  // Stopped or held by whoever; a run without rows in line is at its end.
  if (counts.queued === 0 && counts['under-way'] === 0) store.setState(runId, 'ended');
  tellNow();
}

/** As often as a screen can follow: what happens within one turn is counted and told together at its end. */
function inTurns({ clock, signal }: Pick<Work, 'clock' | 'signal'>, act: () => void) {
  let waits = false;
  let ended = false;
  return {
    tell() {
      if (waits || ended) return;
      waits = true;
      clock
        .sleep(TELL_EVERY_MS, signal)
        .then(() => {
          waits = false;
          if (!ended) act();
        })
        // Stopped: whoever goes on with the run tells.
        .catch(() => {});
    },
    end: () => void (ended = true),
  };
}

interface AccountWork {
  readonly account: string;
  readonly awsAccountId: string;
  readonly tell: () => void;
}

async function workThroughAccount(work: Work, { account, awsAccountId, tell }: AccountWork): Promise<void> {
  const { store, runId, signal, clock, leases } = work;
  const movement = createMovement(work);
  const pace = paceOf(store.get(runId).kind);
  const turn = `bulk/${awsAccountId}/${pace.operation}`;
  try {
    for (;;) {
      signal.throwIfAborted();
      movement.reset();
      if (settle(work, account)) tell();
      const run = store.get(runId);
      const moving = store.moving(runId, account);
      const mayBegin = run.state === 'running' && (!pace.alone || leases.acquire(turn));
      const room = mayBegin ? roomFor(work, { account, pace }, moving) : 0;
      const next = room > 0 ? store.nextQueued(runId, account, room) : [];
      // What waits for a person may wait long: nobody needs to stand by meanwhile.
      const stands = run.state !== 'running' && moving.every(({ paused }) => paused);
      const isDone = room > 0 || run.state !== 'running' || store.openRows(runId, account) === 0;
      if (next.length === 0 && ((moving.length === 0 && isDone) || stands)) return;
      let waitMs = LOOK_MS;
      for (const row of next) {
        const failure = await begin(work, run, row, awsAccountId);
        if (failure === null) continue;
        if (isTemporary(failure)) {
          waitMs = TRY_AGAIN_MS;
          break;
        }
        if (HOLDS.includes(failure.code)) {
          store.setState(runId, 'held', failure);
          break;
        }
        store.markEnded(runId, row.position, 'failed', failure);
      }
      if (next.length > 0) tell();
      await movement.wait(waitMs, clock);
    }
  } finally {
    movement.close();
    if (pace.alone) leases.release(turn);
  }
}

/** How many rows may be begun now. */
function roomFor(
  { aws, clock }: Pick<Work, 'aws' | 'clock'>,
  { account, pace }: { readonly account: string; readonly pace: Pace },
  moving: readonly MovingRow[],
): number {
  const isInTurn = ({ changeState, error, updatedAt }: MovingRow) =>
    (changeState === 'intended' || changeState === 'sending') &&
    error === null &&
    clock.now() - Date.parse(updatedAt) < TURN_MS;
  const waiting = pace.inTurn < pace.atOnce ? moving.filter(isInTurn).length : 0;
  return Math.min(pace.atOnce - moving.length, pace.inTurn - waiting, aws.leftToday(account, pace.operation) - waiting);
}

/** null: it is under way now. Otherwise why nothing was begun. */
async function begin(work: Work, run: StoredRun, row: StoredRow, awsAccountId: string): Promise<AppError | null> {
  const { store, performers, runId, signal } = work;
  try {
    await performerOf(performers, row.task).begin(row, {
      confirmedAccountId: awsAccountId,
      bulkId: bulkIdOf(runId, row.position),
      acknowledgedWarnings: run.acknowledgedWarnings,
      signal,
      check: () => store.markUnderWay(runId, row.position),
      ahead: () => store.nextQueued(runId, row.account, AHEAD),
    });
    return null;
  } catch (error) {
    if (signal.aborted || !(error instanceof OfferdeckError)) throw error;
    return error.data;
  }
}

/** Reading, identity and the like may go wrong for a moment; nothing was written down, so the row simply stays in line. */
function isTemporary({ code, retryable }: AppError): boolean {
  return NO_ROOM.includes(code) || (retryable && !HOLDS.includes(code));
}

/** Writes down which rows have come to an end, and helps those on that wait for room. True when anything moved. */
function settle({ store, changes, clock, runId }: Work, account: string): boolean {
  let moved = false;
  for (const row of store.moving(runId, account)) {
    if (DONE.includes(row.changeState)) {
      store.markEnded(runId, row.position, 'done', null);
      moved = true;
    } else if (NOTHING_CAME_OF_IT.includes(row.changeState)) {
      store.markEnded(runId, row.position, 'failed', row.error ?? createAppError('change-set-failed'));
      moved = true;
    } else if (row.paused) {
      moved = helpOn({ store, changes, clock, runId }, row) || moved;
    }
  }
  return moved;
}

function helpOn(
  { store, changes, clock, runId }: Pick<Work, 'store' | 'changes' | 'clock' | 'runId'>,
  row: MovingRow,
): boolean {
  if (row.error && NO_ROOM.includes(row.error.code)) {
    if (clock.now() - Date.parse(row.updatedAt) >= TRY_AGAIN_MS / clock.speed) changes.resume(row.changeId);
    return false;
  }
  if (store.get(runId).state !== 'running') return false;
  store.setState(runId, 'held', row.error);
  return true;
}

/** Wakes when a write of this run has moved in this process, or after a while for those of another one. */
function createMovement({ events, runId, signal }: Pick<Work, 'events' | 'runId' | 'signal'>) {
  let wake = Promise.withResolvers<void>();
  const close = events.subscribe((name, payload) => {
    const { bulkId } = payload as { bulkId?: string | null };
    if (name === 'changes.changed' && bulkId?.startsWith(`${runId}:`)) wake.resolve();
  });
  return {
    reset() {
      wake = Promise.withResolvers<void>();
    },
    async wait(ms: number, clock: Clock): Promise<void> {
      const done = new AbortController();
      const either = AbortSignal.any([signal, done.signal]);
      const slept = clock.sleep(ms, either).catch(() => signal.throwIfAborted());
      await Promise.race([wake.promise, slept]);
      done.abort();
      await slept;
    },
    close,
  };
}
