/** The sync log over a practice world: jobs with what they brought, records with their own status, throttling, reports, sums. */
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../../src/main/storage/open.ts';
import { REPORT_FACTS, toDayRows, type DayReport } from '../../../src/shared/domain/sync/report.ts';
import { seedAccounts } from '../../../src/simulator/seed/accounts.ts';
import { accountKey, startPracticeWorld } from '../../support/practice-world.ts';
import type { TestCore } from '../../support/test-core.ts';

const [PARTNER = ''] = seedAccounts.map(({ accountId }) => accountId);

async function sync(core: TestCore, account: string) {
  const { jobId } = await core.call('opportunities.sync', { account });
  return core.nextEvent('jobs.changed', (job) => job.id === jobId && job.endedAt !== null);
}

describe('the sync log', () => {
  it('shows a job with its records, each with its own status, where one could not be understood and calls were throttled', async () => {
    const world = await startPracticeWorld({ opportunities: 30 });
    const core = await world.startCore();
    const account = await accountKey(core, PARTNER);
    world.simulator.control.addFault({ kind: 'throttle', operation: 'ListOpportunities', times: 1 });
    world.simulator.control.addFault({ kind: 'malformed-body', operation: 'GetOpportunity', times: 1 });
    const job = await sync(core, account);
    expect(job.state).toBe('succeeded');

    const list = async (filter: object) =>
      core.call('history.calls', { filter: { account, ...filter }, pageSize: 200 });
    const [run] = (await list({ level: 'runs' })).items;
    expect(run).toMatchObject({
      operation: 'opportunities.sync',
      direction: 'in',
      status: 'partial',
      failedRecords: 1,
      runId: job.id,
      throttles: 1,
    });
    const { entries } = await core.call('history.call', { seq: run?.seq ?? 0 });
    expect(entries.map(({ failed }) => failed)).toEqual([true, ...Array<boolean>((run?.records ?? 0) - 1).fill(false)]);
    expect(entries[0]).toMatchObject({ entityType: 'Opportunity', code: 'malformed-answer' });

    const ofRun = {
      items: [
        ...(await list({ runId: job.id, purposes: ['selling:ListOpportunities'] })).items,
        ...(await list({ runId: job.id, services: ['sts'] })).items,
        ...(await list({ runId: job.id, level: 'calls' })).items,
      ],
    };
    expect(new Set(ofRun.items.map(({ operation }) => operation))).toEqual(
      new Set(['GetCallerIdentity', 'ListOpportunities', 'GetOpportunity', 'GetAwsOpportunitySummary']),
    );
    const failed = entries[0]?.entityId ?? '';
    const ofRecord = (await list({ entityId: failed })).items;
    expect(ofRecord.map(({ operation, status }) => `${operation} ${status}`)).toEqual(
      expect.arrayContaining(['GetOpportunity error', 'ListOpportunities success']),
    );

    const [throttled] = (await list({ throttled: true, level: 'calls' })).items;
    expect(throttled).toMatchObject({ operation: 'ListOpportunities', status: 'success', throttles: 1, attempts: 2 });
    const detail = await core.call('history.call', { seq: throttled?.seq ?? 0 });
    expect(detail.quota).toMatchObject({
      perSecond: 10,
      perDay: 100_000,
      source: expect.stringMatching(/Partner Central/),
    });
    expect(detail.quota?.operations).toContain('GetOpportunity');

    // The text finds an operation by a part of its name, a record by the beginning of its id, an error by its code.
    expect((await list({ text: 'awsopportunitysum', level: 'calls' })).items[0]?.operation).toBe(
      'GetAwsOpportunitySummary',
    );
    expect((await list({ text: failed })).total).toBe(ofRecord.length);
    expect((await list({ text: 'malformed' })).items.map(({ entityId }) => entityId)).toEqual([failed]);
    expect((await list({ text: 'nothing like it' })).total).toBe(0);
    expect(JSON.stringify(await core.call('history.call', { seq: ofRecord[0]?.seq ?? 0 }))).not.toMatch(
      /X-Amz-Signature/,
    );

    const file = await core.call('history.callsText', {
      filter: { account, runId: job.id, level: 'runs' },
      format: 'csv',
      headings: {
        purpose: 'Purpose',
        'purpose.app:opportunities.sync': 'Opportunities synchronised',
        'status.partial': 'Partial',
      },
    });
    expect(file.text).toMatch(/in,Opportunities synchronised,Partial,/);
  });

  it('reports by day what the list finds under the same filter, throttling by operation, and keeps the sums when calls go', async () => {
    const world = await startPracticeWorld({ opportunities: 5 });
    const core = await world.startCore();
    const account = await accountKey(core, PARTNER);
    world.simulator.control.addFault({ kind: 'throttle', operation: 'ListOpportunities', times: 3 });
    expect((await sync(core, account)).state).toBe('failed');
    await sync(core, account);
    const report = await core.call('history.report', { account, days: 7 });
    const counted = async (name: DayReport) => {
      const { direction, statuses } = REPORT_FACTS[name];
      const from = `${report.from}T00:00:00.000Z`;
      const filter = { account, directions: [direction], statuses: [...statuses], level: 'calls' as const, from };
      return (await core.call('history.calls', { filter })).total;
    };
    const sum = (name: DayReport) =>
      toDayRows(report.sums, name, [...new Set(report.sums.map(({ day }) => day))]).reduce(
        (all, { calls }) => all + calls,
        0,
      );
    for (const name of ['in-success', 'in-error', 'out-success', 'out-error'] as const) {
      expect(sum(name)).toBe(await counted(name));
    }
    expect(sum('in-error')).toBe(1);
    expect(report.throttling).toMatchObject([
      {
        service: 'selling',
        operation: 'ListOpportunities',
        calls: 1,
        ended: 1,
        throttles: 3,
        quota: { perSecond: 10 },
      },
    ]);
    const csv = await core.call('history.reportText', {
      account,
      days: 7,
      report: 'throttling',
      headings: { ended: 'Ended' },
    });
    expect(csv.text).toMatch(/Ended/);
    expect(csv.text).toMatch(/ListOpportunities/);
    const other = await core.call('history.report', { account: 'nobody', days: 7 });
    expect(other).toMatchObject({ sums: [], throttling: [] });

    await core.core.close();
    const { database } = openDatabase(core.dataFolder, Date.now());
    const before = database.get<{ calls: number }>('SELECT sum(calls) AS calls FROM call_days');
    const { pruneCalls } = await import('../../../src/main/history/retention.ts');
    expect(await pruneCalls(database, 0, Date.now() + 86_400_000, new AbortController().signal)).toBeGreaterThan(10);
    expect(database.get('SELECT count(*) AS n FROM call_records')).toEqual({ n: 0 });
    expect(database.get('SELECT sum(calls) AS calls FROM call_days')).toEqual(before);
    database.close();
  });
});
