import { GetOpportunityCommand, UpdateOpportunityCommand } from '@aws-sdk/client-partnercentral-selling';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Backfill } from '../../../src/shared/domain/opportunity/backfill.ts';
import type { MethodInput } from '../../../src/shared/contract/index.ts';
import { seedAccounts } from '../../../src/simulator/seed/accounts.ts';
import { accountKey, startPracticeWorld, syncToEnd, type PracticeWorld } from '../../support/practice-world.ts';
import { sellingClient } from '../../support/simulator.ts';
import type { TestCore } from '../../support/test-core.ts';

const [LANTERNFISH = ''] = seedAccounts.map(({ accountId }) => accountId);
/** Opportunities of the seed world that are this seller's. */
const COUNT = 180;

const pick = ({ id, revision }: { id: string; revision: number }) => ({ id, revision });

describe('a backfill of opportunities', () => {
  let world: PracticeWorld;
  let core: TestCore;
  let account: string;

  const asked = () => {
    const counts: Record<string, number> = {};
    for (const operation of world.operations(LANTERNFISH)) {
      if (operation !== 'GetCallerIdentity') counts[operation] = (counts[operation] ?? 0) + 1;
    }
    world.simulator.control.clearRequests();
    return counts;
  };
  const reads = (count: number) => ({ GetOpportunity: count, GetAwsOpportunitySummary: count });
  const list = (filter: object = {}) =>
    core.call('opportunities.list', { filter: { account, ...filter }, pageSize: 200 });
  const start = (wish: MethodInput<'opportunities.backfill.start'>['wish'], countOnly = false) =>
    core.call('opportunities.backfill.start', { account, wish, countOnly });
  const get = (id: string) => core.call('opportunities.backfill.get', { id });
  const rows = async (id: string, ...states: Backfill['counts'] extends Record<infer S, number> ? S[] : never) =>
    (await core.call('opportunities.backfill.rows', { id, states, pageSize: 200 })).items;
  /** Waits for one of these states. */
  const until = async ({ id }: { id: string }, ...states: Backfill['state'][]): Promise<Backfill> => {
    for (;;) {
      const told = core.eventsOf('opportunities.backfillChanged').length;
      const backfill = await get(id);
      if (states.includes(backfill.state)) return backfill;
      const isNew = () => core.eventsOf('opportunities.backfillChanged').length > told;
      await core.nextEvent('opportunities.backfillChanged', isNew);
    }
  };
  const client = () => {
    const seller = world.simulator.accounts.find(({ accountId }) => accountId === LANTERNFISH);
    if (!seller) throw new Error('no seller');
    return sellingClient(world.simulator, seller);
  };
  const changeAtAws = async (id: string) => {
    const held = await client().send(new GetOpportunityCommand({ Catalog: 'AWS', Identifier: id }));
    const project = { ...held.Project, Title: 'Renamed by a colleague' };
    await client().send(
      new UpdateOpportunityCommand({
        ...held,
        Catalog: 'AWS',
        Identifier: id,
        LastModifiedDate: held.LastModifiedDate,
        Project: project,
      }),
    );
    world.simulator.control.clearRequests();
  };

  beforeEach(async () => {
    world = await startPracticeWorld();
    core = await world.startCore();
    account = await accountKey(core, LANTERNFISH);
  });

  it('counts first, reads on a word, and then only what a mode asks for', async () => {
    const preview = await core.call('opportunities.backfill.preview', { account, wish: { mode: 'all' } });
    expect(preview).toMatchObject({
      awsAccountId: LANTERNFISH,
      catalog: 'AWS',
      held: 0,
      estimate: null,
      quota: { perSecond: 10, perDay: 100_000 },
      openId: null,
    });
    const counted = await until(await start({ mode: 'all' }, true), 'counted');
    expect(asked()).toEqual({ ListOpportunities: 2 });
    expect(counted.counts.queued).toBe(COUNT);
    expect(counted.remainingMs).toBeGreaterThan(0);
    expect((await list()).total).toBe(0);

    await core.call('opportunities.backfill.resume', { id: counted.id });
    const read = await until(counted, 'ended');
    expect(read.counts).toMatchObject({ new: COUNT, queued: 0, failed: 0 });
    expect(asked()).toEqual(reads(COUNT));
    expect(await list()).toMatchObject({ total: COUNT, syncedAt: expect.any(String) as string });

    // In step: the next sync looks at one page.
    await syncToEnd(core, 'opportunities', { account });
    expect(asked()).toEqual({ ListOpportunities: 1 });

    const { items } = await list({ reviewStatuses: ['Pending Submission'] });
    const changedId = items.at(-1)?.id ?? '';
    await changeAtAws(changedId);
    const stale = await until(await start({ mode: 'stale' }), 'ended');
    expect(stale.counts).toMatchObject({ changed: 1, current: COUNT - 1, queued: 0 });
    expect(asked()).toEqual({ ListOpportunities: 2, ...reads(1) });
    expect((await rows(stale.id, 'changed'))[0]).toMatchObject({ opportunityId: changedId, error: null });
    expect((await list({ text: 'renamed by a colleague' })).total).toBe(1);

    const again = await until(await start({ mode: 'held' }), 'ended');
    expect(again.counts).toMatchObject({ unchanged: COUNT, changed: 0, new: 0 });
  });

  it('asks AWS with its filters, leaves out by its own, and of the held ones reads no other', async () => {
    const launched = await until(await start({ mode: 'all', filter: { stages: ['Launched'] } }), 'ended');
    const held = (await list()).total;
    expect(held).toBe(launched.counts.new);
    expect(held).toBeGreaterThan(0);
    expect((await list()).items.every(({ stage }) => stage === 'Launched')).toBe(true);
    // A part of the list says nothing about the rest.
    expect((await list()).syncedAt).toBeNull();

    const ofHeld = await until(await start({ mode: 'held' }), 'ended');
    expect(ofHeld.counts).toMatchObject({ unchanged: held, 'left-out': COUNT - held, new: 0 });
    expect((await list()).total).toBe(held);

    const [some, other] = await rows(ofHeld.id, 'left-out');
    world.simulator.control.clearRequests();
    const ids = [some?.opportunityId ?? '', other?.opportunityId ?? ''];
    const byId = await until(await start({ mode: 'all', filter: { identifiers: ids } }), 'ended');
    expect(byId.counts).toMatchObject({ new: 2 });
    const [question] = world.simulator.control.requests().filter(({ operation }) => operation === 'ListOpportunities');
    expect(question?.input).toMatchObject({ Identifier: ids });

    const nobody = await until(
      await start({
        mode: 'all',
        filter: {
          countries: ['AQ'],
          modified: { from: '2020-01-01', to: null },
          created: { from: null, to: '2999-12-31' },
        },
      }),
      'ended',
    );
    expect(nobody.counts).toMatchObject({ 'left-out': COUNT, new: 0 });
  });

  it('waits while it is paused, reads nothing twice after that, and lets no second one and no sync in between', async () => {
    const backfill = await start({ mode: 'all' });
    expect(await core.failure('opportunities.backfill.start', { account, wish: { mode: 'all' } })).toMatchObject({
      code: 'backfill-open',
    });
    const { jobId } = await core.call('opportunities.sync', { account });
    await core.nextEvent('jobs.changed', (job) => job.kind === 'opportunities.backfill' && job.done > 10);
    await core.call('opportunities.backfill.pause', { id: backfill.id });
    const job = await core.nextEvent(
      'jobs.changed',
      (each) => each.kind === 'opportunities.backfill' && each.endedAt !== null,
    );
    expect(job.state).toBe('succeeded');
    const paused = await get(backfill.id);
    expect(paused.state).toBe('paused');
    expect(paused.counts.queued).toBeGreaterThan(0);
    // The sync has waited for it, and reads what is left like any other.
    const sync = await core.nextEvent('jobs.changed', (each) => each.id === jobId && each.endedAt !== null);
    expect(sync.state).toBe('succeeded');
    await core.call('opportunities.backfill.cancel', { id: backfill.id });
    expect((await get(backfill.id)).state).toBe('cancelled');
    expect((await core.call('opportunities.backfill.resume', { id: backfill.id })).state).toBe('cancelled');
  });

  it('says which could not be read and reads just these again; what concerns the account stops it', async () => {
    world.simulator.control.addFault({ kind: 'malformed-body', operation: 'GetOpportunity', times: 3 });
    const first = await until(await start({ mode: 'all' }), 'ended');
    expect(first.counts).toMatchObject({ new: COUNT - 3, failed: 3 });
    expect((await rows(first.id, 'failed'))[0]?.error).toMatchObject({ code: 'malformed-answer' });
    expect((await list()).syncedAt).toBeNull();
    world.simulator.control.clearRequests();
    await core.call('opportunities.backfill.retry', { id: first.id });
    expect((await until(first, 'ended')).counts).toMatchObject({ new: COUNT, failed: 0 });
    expect(asked()).toEqual(reads(3));
    expect((await list()).syncedAt).not.toBeNull();

    world.simulator.control.addFault({ kind: 'access-denied', operation: 'GetOpportunity' });
    const denied = await until(await start({ mode: 'all' }), 'held');
    expect(denied).toMatchObject({ error: { code: 'access-denied' }, resumeAt: null });
    expect(denied.counts).toMatchObject({ queued: COUNT, failed: 0 });
    world.simulator.control.clearFaults();
    await core.call('opportunities.backfill.resume', { id: denied.id });
    expect((await until(denied, 'ended')).counts).toMatchObject({ unchanged: COUNT });
  });

  it('names drafts and leaves them as they are, goes on by itself after a trouble that passes', async () => {
    await until(await start({ mode: 'all' }), 'ended');
    const [deal] = (await list({ reviewStatuses: ['Pending Submission'] })).items;
    const draft = await core.call('opportunities.drafts.create', { account, fromOpportunityId: deal?.id ?? '' });
    const document = { ...draft.document, project: { ...draft.document.project, title: 'Typed here' } };
    const { revision } = await core.call('opportunities.drafts.save', { ...pick(draft), document });
    await changeAtAws(deal?.id ?? '');
    const preview = await core.call('opportunities.backfill.preview', { account, wish: { mode: 'all' } });
    expect(preview).toMatchObject({
      held: COUNT,
      fitting: COUNT,
      estimate: { pages: 2, reads: 2 * COUNT },
      draftCount: 1,
      drafts: [{ draftId: draft.id, opportunityId: deal?.id, isSent: false }],
    });
    // More than the client's own attempts can get over.
    world.simulator.control.addFault({ kind: 'drop-before', operation: 'GetOpportunity', times: 20 });
    const backfill = await until(await start({ mode: 'all' }), 'ended');
    expect(backfill.counts).toMatchObject({ unchanged: COUNT - 1, changed: 1, failed: 0 });
    expect((await rows(backfill.id, 'changed'))[0]).toMatchObject({ opportunityId: deal?.id, draftId: draft.id });
    const after = await core.call('opportunities.drafts.get', { id: draft.id });
    expect(after).toMatchObject({ revision, document });
  });
});
