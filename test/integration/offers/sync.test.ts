import { describe, expect, it } from 'vitest';
import { accountKey, startPracticeWorld, syncToEnd } from '../../support/practice-world.ts';
import { seedAccounts } from '../../../src/simulator/seed/accounts.ts';

const [LANTERNFISH = '', QUILLMOOR = ''] = seedAccounts.map(({ accountId }) => accountId);
const all = (account: string) => ({ account, privateOnly: false });

function count(operations: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const operation of operations) counts[operation] = (counts[operation] ?? 0) + 1;
  return counts;
}

describe('reading 5,000 offers', () => {
  it('takes pages of 50 and batches of 20; nothing changed takes one page; one change one batch', async () => {
    const world = await startPracticeWorld({ scale: { offers: 5_000, products: 100 } });
    const core = await world.startCore();
    const account = await accountKey(core, LANTERNFISH);

    expect((await syncToEnd(core, 'offers', { account })).state).toBe('succeeded');
    expect(count(world.operations(LANTERNFISH))).toEqual({
      GetCallerIdentity: 1,
      ListEntities: 100,
      BatchDescribeEntities: 250,
    });
    const first = await core.call('offers.list', { filter: all(account) });
    expect(first).toMatchObject({ total: 5_000, syncedAt: expect.any(String) });
    expect((await core.call('offers.list', { filter: { account } })).total).toBe(4_900);

    world.simulator.control.clearRequests();
    await syncToEnd(core, 'offers', { account });
    expect(count(world.operations(LANTERNFISH))).toEqual({ GetCallerIdentity: 1, ListEntities: 1 });

    const [newest] = first.items;
    const entity = world.catalog.save() as { entities: { id: string; modifiedAt: string; name?: string }[] };
    const changed = entity.entities.find(({ id }) => id === newest?.id);
    if (!changed) throw new Error('the newest offer is not in the world');
    world.catalog.addEntities([{ ...changed, name: 'renamed', modifiedAt: '2099-01-01T00:00:00Z' } as never]);
    world.simulator.control.clearRequests();
    await syncToEnd(core, 'offers', { account });
    expect(count(world.operations(LANTERNFISH))).toEqual({
      GetCallerIdentity: 1,
      ListEntities: 1,
      BatchDescribeEntities: 1,
    });
    expect((await core.call('offers.list', { filter: all(account) })).items[0]).toMatchObject({
      id: changed.id,
      name: 'renamed',
    });
  });
});

describe('a sync that is stopped', () => {
  it('keeps what it has read and goes on where it was', async () => {
    const world = await startPracticeWorld({ scale: { offers: 1_000, products: 20 } });
    const core = await world.startCore();
    const account = await accountKey(core, LANTERNFISH);

    const { jobId } = await core.call('offers.sync', { account });
    await core.nextEvent('jobs.changed', (job) => job.id === jobId && job.done >= 100);
    await core.call('jobs.cancel', { id: jobId });
    const ended = await core.nextEvent('jobs.changed', (job) => job.id === jobId && job.endedAt !== null);
    expect(ended).toMatchObject({ state: 'cancelled', error: null });
    const kept = await core.call('offers.list', { filter: all(account) });
    expect(kept.total).toBeGreaterThanOrEqual(100);
    expect(kept.syncedAt).toBeNull();

    await syncToEnd(core, 'offers', { account });
    const { total } = await core.call('offers.list', { filter: all(account) });
    const operations = count(world.operations(LANTERNFISH));
    expect(total).toBe(1_000);
    // Both runs together: 20 pages, one that was cut off, one that is read twice, one to catch up with what came since.
    expect(operations['ListEntities']).toBeLessThanOrEqual(23);
    expect(operations['BatchDescribeEntities']).toBeLessThanOrEqual(51);
  });

  it('goes on after the program has ended, and reads no document twice', async () => {
    const world = await startPracticeWorld({ scale: { offers: 500, products: 20 } });
    const one = await world.startCore();
    const account = await accountKey(one, LANTERNFISH);
    const { jobId } = await one.call('offers.sync', { account });
    await one.nextEvent('jobs.changed', (job) => job.id === jobId && job.total !== null && job.done >= 40);
    await one.core.close();

    const two = await world.startCore({ dataFolder: one.dataFolder });
    await syncToEnd(two, 'offers', { account });
    expect((await two.call('offers.list', { filter: all(account) })).total).toBe(500);
    expect(count(world.operations(LANTERNFISH))['BatchDescribeEntities']).toBeLessThanOrEqual(26);
  });
});

describe('several accounts and processes', () => {
  it('keeps two accounts apart', async () => {
    const world = await startPracticeWorld();
    const core = await world.startCore();
    const [one, two] = [await accountKey(core, LANTERNFISH), await accountKey(core, QUILLMOOR)];
    await Promise.all([
      syncToEnd(core, 'offers', { account: one }),
      syncToEnd(core, 'offers', { account: two }),
      syncToEnd(core, 'products', { account: one }),
      syncToEnd(core, 'products', { account: two }),
    ]);
    const idsOf = async (account: string | null) =>
      (await core.call('offers.list', { filter: { account, privateOnly: false }, pageSize: 200 })).items.map(
        ({ id }) => id,
      );
    const owned = (owner: string) =>
      (world.catalog.save() as { entities: { id: string; owner: string }[] }).entities
        .filter((entity) => entity.owner === owner && entity.id.startsWith('offer-'))
        .map(({ id }) => id);
    expect((await idsOf(one)).sort()).toEqual(owned(LANTERNFISH).sort());
    expect((await idsOf(two)).sort()).toEqual(owned(QUILLMOOR).sort());
    expect((await idsOf(null)).length).toBe(owned(LANTERNFISH).length + owned(QUILLMOOR).length);
    const [foreign = ''] = owned(QUILLMOOR);
    expect(await core.failure('offers.get', { account: one, offerId: foreign })).toMatchObject({
      code: 'resource-not-found',
    });
  });

  it('refuses to fill an account’s copy with what other credentials lead to', async () => {
    const world = await startPracticeWorld();
    const [first, second, ...others] = world.cloud.accounts;
    if (!first || !second) throw new Error('two accounts are needed');
    const { accessKeyId, secretAccessKey } = second;
    const practice = { ...world.cloud, accounts: [{ ...first, accessKeyId, secretAccessKey }, second, ...others] };
    const core = await world.startCore({ practice });
    const account = await accountKey(core, first.accountId);
    expect(await syncToEnd(core, 'offers', { account })).toMatchObject({
      state: 'failed',
      error: { code: 'wrong-account' },
    });
    expect((await core.call('offers.list', { filter: all(account) })).total).toBe(0);
    expect(world.operations(second.accountId)).toEqual(['GetCallerIdentity']);
  });

  it('runs one sync of an account at a time over two processes on one data folder', async () => {
    const world = await startPracticeWorld({ scale: { offers: 410, products: 10 } });
    const one = await world.startCore();
    const two = await world.startCore({ dataFolder: one.dataFolder });
    const account = await accountKey(one, LANTERNFISH);
    const started = await one.call('offers.sync', { account });
    expect(await two.call('offers.sync', { account })).toEqual(started);
    expect(await one.call('offers.sync', { account })).toEqual(started);
    await one.nextEvent('jobs.changed', (job) => job.id === started.jobId && job.endedAt !== null);
    expect(world.operations(LANTERNFISH).filter((operation) => operation === 'ListEntities')).toHaveLength(9);
    expect((await two.call('offers.list', { filter: all(account) })).total).toBe(410);
  });

  it('refuses an account that is not set up here', async () => {
    const core = await (await startPracticeWorld()).startCore();
    expect(await core.failure('offers.sync', { account: 'nobody' })).toMatchObject({ code: 'not-found' });
  });
});

describe('entities that give trouble', () => {
  it('drops what AWS no longer knows in a full sync, and not before it was asked by id', async () => {
    const world = await startPracticeWorld();
    const core = await world.startCore();
    const account = await accountKey(core, LANTERNFISH);
    await syncToEnd(core, 'offers', { account });
    const before = await core.call('offers.list', { filter: all(account), pageSize: 200 });
    const gone = before.items[0]?.id;
    const state = world.catalog.save() as { entities: { id: string }[] };
    world.catalog.load({ ...state, entities: state.entities.filter(({ id }) => id !== gone) });

    await syncToEnd(core, 'offers', { account });
    expect((await core.call('offers.list', { filter: all(account) })).total).toBe(before.total);
    await syncToEnd(core, 'offers', { account, full: true });
    const after = await core.call('offers.list', { filter: all(account), pageSize: 200 });
    expect(after.total).toBe(before.total - 1);
    expect(after.items.map(({ id }) => id)).not.toContain(gone);
    expect((await core.call('offers.syncProblems', { account })).problems).toEqual([]);
  });

  it('keeps what a lagging list leaves out but AWS still knows', async () => {
    let hidden = '';
    const world = await startPracticeWorld({
      wrap: (catalog) => ({
        ...catalog,
        async handle(operation, input, caller) {
          const answer = await catalog.handle(operation, input, caller);
          if (operation !== 'ListEntities') return answer;
          const entries = answer['EntitySummaryList'] as { EntityId: string }[];
          return { ...answer, EntitySummaryList: entries.filter(({ EntityId }) => EntityId !== hidden) };
        },
      }),
    });
    const core = await world.startCore();
    const account = await accountKey(core, LANTERNFISH);
    await syncToEnd(core, 'offers', { account });
    const before = await core.call('offers.list', { filter: all(account) });
    hidden = before.items[0]?.id ?? '';
    await syncToEnd(core, 'offers', { account, full: true });
    expect((await core.call('offers.list', { filter: all(account) })).total).toBe(before.total);
  });

  it('goes on without a single bad entity, and reports it until it can be read', async () => {
    let bad: string | null = '';
    const world = await startPracticeWorld({
      wrap: (catalog) => ({
        ...catalog,
        async handle(operation, input, caller) {
          const answer = await catalog.handle(operation, input, caller);
          if (operation !== 'BatchDescribeEntities' || bad === null) return answer;
          const details = { ...(answer['EntityDetails'] as Record<string, unknown>) };
          bad ||= Object.keys(details)[0] ?? '';
          if (!(bad in details)) return answer;
          delete details[bad];
          const error = { ErrorCode: 'InternalServiceException', ErrorMessage: 'no luck with this one' };
          return { ...answer, EntityDetails: details, Errors: { [bad]: error } };
        },
      }),
    });
    const core = await world.startCore();
    const account = await accountKey(core, LANTERNFISH);
    expect((await syncToEnd(core, 'offers', { account })).state).toBe('succeeded');
    expect((await core.call('offers.syncProblems', { account })).problems).toEqual([
      { account, entityId: bad, code: 'InternalServiceException', message: 'no luck with this one' },
    ]);
    bad = null;
    await syncToEnd(core, 'offers', { account });
    expect((await core.call('offers.syncProblems', { account })).problems).toEqual([]);
  });

  it('fails with AWS’s reason when AWS stops answering, and keeps what it has read', async () => {
    const world = await startPracticeWorld({ scale: { offers: 100, products: 10 } });
    const core = await world.startCore();
    const account = await accountKey(core, LANTERNFISH);
    world.simulator.control.addFault({ kind: 'access-denied', operation: 'BatchDescribeEntities' });
    expect(await syncToEnd(core, 'offers', { account })).toMatchObject({
      state: 'failed',
      error: { code: 'access-denied' },
    });
    expect(await core.call('offers.list', { filter: all(account) })).toMatchObject({ total: 100, syncedAt: null });
  });
});
