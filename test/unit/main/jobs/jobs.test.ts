import { describe, expect, it } from 'vitest';
import { createEventBus } from '../../../../src/main/events.ts';
import { createJobs } from '../../../../src/main/jobs/index.ts';
import { createLeases } from '../../../../src/main/storage/leases.ts';
import { openDatabase } from '../../../../src/main/storage/open.ts';
import { createAppError, fail } from '../../../../src/shared/errors/app-error.ts';
import type { Job } from '../../../../src/shared/domain/job.ts';
import { createManualClock, type ManualClock } from '../../../support/manual-clock.ts';
import { silentLogger } from '../../../support/silent-logger.ts';
import { makeTempFolder } from '../../../support/temp-folder.ts';

const context = { signal: new AbortController().signal };

function startProcess(folder: string, clock: ManualClock) {
  const { database } = openDatabase(folder, clock.realNow());
  const events = createEventBus();
  const seen: Job[] = [];
  events.subscribe((name, payload) => {
    if (name === 'jobs.changed') seen.push(payload as Job);
  });
  const leases = createLeases({ database, clock });
  const jobs = createJobs({ database, events, leases, clock, logger: silentLogger });
  const list = async () => (await jobs.handlers['jobs.list']({}, context)).jobs;
  return { jobs, leases, seen, list };
}

function oneProcess() {
  const clock = createManualClock();
  return { clock, ...startProcess(makeTempFolder(), clock) };
}

/** Work that goes on until the test ends it. */
function openEnded(kind = 'offers.sync', account = 'a') {
  const { promise, resolve } = Promise.withResolvers<void>();
  return {
    spec: {
      kind,
      account,
      work: (_report: unknown, signal: AbortSignal) =>
        Promise.race([
          promise,
          new Promise<void>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
        ]),
    },
    finish: resolve,
  };
}

describe('jobs', () => {
  it('reports progress, the end and when it ended', async () => {
    const { jobs, clock, seen, list } = oneProcess();
    const { ended } = jobs.runJob({
      kind: 'offers.sync',
      account: 'a',
      async work(report) {
        report.phase('jobs.phase.listing');
        for (let done = 0; done <= 5; done += 1) {
          report.progress(done, 10);
          clock.advance(1000);
        }
      },
    });
    const job = await ended;
    expect(job).toMatchObject({ state: 'succeeded', done: 5, total: 10, error: null, remainingMs: null });
    expect(job.endedAt).not.toBeNull();
    expect(seen.map((entry) => entry.state)).toContain('running');
    expect(seen.find((entry) => entry.done === 5)?.remainingMs).toBe(5000);
    expect(await list()).toEqual([job]);
  });

  it('keeps the failure that ended it', async () => {
    const { jobs, list } = oneProcess();
    const { ended } = jobs.runJob({
      kind: 'x',
      account: null,
      work: async () => fail('throttled', { retryable: true }),
    });
    expect(await ended).toMatchObject({ state: 'failed', error: { code: 'throttled' } });
    expect((await list())[0]?.error).toEqual(createAppError('throttled', { retryable: true }));
  });

  it('shows an unexpected exception as internal, without its text', async () => {
    const { jobs } = oneProcess();
    const { ended } = jobs.runJob({
      kind: 'x',
      account: null,
      work: async () => {
        throw new TypeError('secret detail');
      },
    });
    const job = await ended;
    expect(job.error?.code).toBe('internal');
    expect(JSON.stringify(job)).not.toContain('secret detail');
  });

  it('cancels, and refuses to cancel what does not exist', async () => {
    const { jobs } = oneProcess();
    const { id, ended } = jobs.runJob(openEnded().spec);
    await jobs.handlers['jobs.cancel']({ id }, context);
    expect(await ended).toMatchObject({ state: 'cancelled', error: null });
    await expect(jobs.handlers['jobs.cancel']({ id: 'nothing' }, context)).rejects.toMatchObject({
      data: { code: 'not-found' },
    });
  });

  it('joins work of the same kind and account, and only that', async () => {
    const { jobs } = oneProcess();
    const work = openEnded();
    const first = jobs.runJob(work.spec);
    expect(jobs.runJob(openEnded().spec).id).toBe(first.id);
    const other = openEnded('offers.sync', 'b');
    const second = jobs.runJob(other.spec);
    expect(second.id).not.toBe(first.id);
    work.finish();
    other.finish();
    await Promise.all([first.ended, second.ended]);
    const again = openEnded();
    const third = jobs.runJob(again.spec);
    expect(third.id).not.toBe(first.id);
    again.finish();
    await third.ended;
  });

  it('joins and cancels over two processes on one folder', async () => {
    const clock = createManualClock();
    const folder = makeTempFolder();
    const one = startProcess(folder, clock);
    const two = startProcess(folder, clock);
    const { id, ended } = one.jobs.runJob(openEnded().spec);
    expect(two.jobs.runJob(openEnded().spec).id).toBe(id);
    two.jobs.tend();
    expect((await two.list())[0]?.state).toBe('running');
    await two.jobs.handlers['jobs.cancel']({ id }, context);
    one.jobs.tend();
    expect((await ended).state).toBe('cancelled');
  });

  it('says that a job was interrupted once its process is known to be gone', async () => {
    const clock = createManualClock();
    const folder = makeTempFolder();
    const dying = startProcess(folder, clock);
    const { id } = dying.jobs.runJob(openEnded().spec);
    const next = startProcess(folder, clock);
    next.jobs.tend();
    expect((await next.list())[0]?.state).toBe('running');
    clock.advance(dying.leases.lastsMs);
    next.jobs.tend();
    expect((await next.list())[0]).toMatchObject({ id, state: 'failed', error: { code: 'interrupted' } });
    expect(next.seen).toHaveLength(1);
    const again = openEnded();
    const restarted = next.jobs.runJob(again.spec);
    expect(restarted.id).not.toBe(id);
    again.finish();
    await restarted.ended;
  });

  it('cancels what runs when the core closes', async () => {
    const { jobs, list } = oneProcess();
    jobs.runJob(openEnded().spec);
    await jobs.close();
    expect((await list())[0]?.state).toBe('cancelled');
  });
});
