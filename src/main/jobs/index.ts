/** Long work: one place that starts it, tells how far it is, cancels it, and says honestly what a crash cut short. */
import { randomUUID } from 'node:crypto';
import { createAppError, fail, OfferdeckError, type AppError } from '../../shared/errors/app-error.ts';
import type { Job } from '../../shared/domain/job.ts';
import type { EventBus } from '../events.ts';
import type { HandlersOf } from '../handlers.ts';
import type { Clock, Logger } from '../ports.ts';
import type { Database } from '../storage/database.ts';
import type { Leases } from '../storage/leases.ts';
import { withinJob } from '../run-context.ts';
import { createEstimator, type Estimator } from './estimate.ts';
import { recordRun } from './run-record.ts';
import { createJobStore } from './store.ts';

/** Progress is shown and stored this often at most, in real time. */
const REPORT_EVERY_MS = 200;

export interface JobReporter {
  /** Catalogue key of what is being done now. */
  phase(key: string): void;
  /** `total` null while it is not known. */
  progress(done: number, total: number | null): void;
}

interface JobSpec {
  /** `products.sync`, `offers.sync`, … */
  readonly kind: string;
  readonly account: string | null;
  /** Ends by returning, by throwing (failed), or by throwing once the signal has aborted (cancelled). */
  work(report: JobReporter, signal: AbortSignal): Promise<void>;
}

export interface StartedJob {
  readonly id: string;
  /** The job's last state; never rejects. */
  readonly ended: Promise<Job>;
}

export interface Jobs {
  readonly handlers: HandlersOf<'jobs'>;
  /**
   * Starts work, or joins it: of one kind and account only one runs at a time, over all processes on this data folder.
   */
  runJob(spec: JobSpec): StartedJob;
  /** Obeys cancel requests of other processes and says what became of jobs whose process died. Called periodically. */
  tend(): void;
  /** Cancels everything that runs here and waits for it. */
  close(): Promise<void>;
}

interface RunningJob {
  job: Job;
  readonly abort: AbortController;
  readonly estimator: Estimator;
  reportedAt: number;
  ended: Promise<Job>;
}

export interface JobDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly events: EventBus;
  readonly leases: Leases;
  readonly logger: Logger;
}

export function createJobs(deps: JobDependencies): Jobs {
  const { database, clock, events, leases, logger } = deps;
  const store = createJobStore(database);
  const running = new Map<string, RunningJob>();
  const now = () => new Date(clock.realNow()).toISOString();

  function publish(entry: RunningJob, changes: Partial<Job>): void {
    const at = clock.realNow();
    const merged = { ...entry.job, ...changes };
    entry.job = { ...merged, remainingMs: entry.estimator.remainingMs(at, merged.total) };
    const isStep = changes.state === undefined && changes.phaseKey === undefined;
    if (isStep && at - entry.reportedAt < REPORT_EVERY_MS) return;
    entry.reportedAt = at;
    store.update(entry.job);
    events.emit('jobs.changed', entry.job);
  }

  function reporterOf(entry: RunningJob): JobReporter {
    return {
      phase(phaseKey) {
        entry.estimator.reset();
        publish(entry, { phaseKey, done: 0, total: null });
      },
      progress(done, total) {
        entry.estimator.observe(clock.realNow(), done);
        publish(entry, { done, total });
      },
    };
  }

  async function run(entry: RunningJob, spec: JobSpec): Promise<Job> {
    let state: Job['state'] = 'succeeded';
    let error: AppError | null = null;
    try {
      publish(entry, { state: 'running' });
      await withinJob(entry.job.id, () => spec.work(reporterOf(entry), entry.abort.signal));
    } catch (cause) {
      state = entry.abort.signal.aborted ? 'cancelled' : 'failed';
      if (state === 'failed') error = toAppError(cause, spec, logger);
    }
    leases.release(leaseName(entry.job.id));
    running.delete(entry.job.id);
    entry.estimator.reset();
    publish(entry, { state, error, endedAt: now() });
    recordRun(database, entry.job);
    return entry.job;
  }

  function closeOrphans(): void {
    for (const job of store.findUnfinished()) {
      if (running.has(job.id) || leases.isTaken(leaseName(job.id))) continue;
      const ended: Job = { ...job, state: 'failed', error: createAppError('interrupted'), endedAt: now() };
      store.update(ended);
      recordRun(database, ended);
      events.emit('jobs.changed', ended);
    }
  }

  /** Finds the running job of the same kind and account, or writes a new one; one transaction, so that two processes cannot both start. */
  function claim(spec: JobSpec): { job: Job; isNew: boolean } {
    return database.transaction(() => {
      closeOrphans();
      const same = store.findUnfinished().find((job) => job.kind === spec.kind && job.account === spec.account);
      if (same) return { job: same, isNew: false };
      const job: Job = {
        id: randomUUID(),
        kind: spec.kind,
        account: spec.account,
        state: 'queued',
        phaseKey: null,
        done: 0,
        total: null,
        remainingMs: null,
        error: null,
        startedAt: now(),
        endedAt: null,
      };
      store.insert(job);
      leases.acquire(leaseName(job.id));
      return { job, isNew: true };
    });
  }

  return {
    handlers: {
      async 'jobs.list'() {
        return { jobs: store.list().map((job) => running.get(job.id)?.job ?? job) };
      },
      async 'jobs.cancel'({ id }) {
        if (!store.get(id)) fail('not-found', { params: { name: id } });
        store.requestCancel(id);
        running.get(id)?.abort.abort();
        return {};
      },
    },
    runJob(spec) {
      const { job, isNew } = claim(spec);
      const own = running.get(job.id);
      if (own) return { id: job.id, ended: own.ended };
      // Another process runs it: its end is read from the list.
      if (!isNew) return { id: job.id, ended: Promise.resolve(job) };
      const entry: RunningJob = {
        job,
        abort: new AbortController(),
        estimator: createEstimator(),
        reportedAt: 0,
        ended: Promise.resolve(job),
      };
      running.set(job.id, entry);
      entry.ended = run(entry, spec);
      return { id: job.id, ended: entry.ended };
    },
    tend() {
      for (const [id, entry] of running) {
        if (store.isCancelRequested(id)) entry.abort.abort();
      }
      database.transaction(closeOrphans);
    },
    async close() {
      for (const entry of running.values()) entry.abort.abort();
      await Promise.all([...running.values()].map((entry) => entry.ended));
    },
  };
}

function leaseName(jobId: string): string {
  return `job:${jobId}`;
}

function toAppError(cause: unknown, spec: JobSpec, logger: Logger): AppError {
  if (cause instanceof OfferdeckError) return cause.data;
  logger.error('a job failed unexpectedly', { kind: spec.kind, error: cause });
  return createAppError('internal', { params: { name: spec.kind } });
}
