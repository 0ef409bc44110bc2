import { beforeEach, describe, expect, it } from 'vitest';
import { seedAccounts } from '../../../src/simulator/seed/accounts.ts';
import { accountKey, startPracticeWorld, syncToEnd, type PracticeWorld } from '../../support/practice-world.ts';
import type { TestCore } from '../../support/test-core.ts';

const [LANTERNFISH = ''] = seedAccounts.map(({ accountId }) => accountId);
const BUYER = seedAccounts.find(({ role }) => role === 'buyer')?.accountId ?? '';

describe('agreements of the seed world', () => {
  let world: PracticeWorld;
  let core: TestCore;
  let account: string;
  const list = (filter: object = {}) => core.call('agreements.list', { filter: { account, ...filter }, pageSize: 200 });
  const count = (operation: string) => world.operations(LANTERNFISH).filter((each) => each === operation).length;

  beforeEach(async () => {
    world = await startPracticeWorld();
    core = await world.startCore();
    account = await accountKey(core, LANTERNFISH);
    await syncToEnd(core, 'agreements', { account });
  });

  it('are read by one search and one reading of terms each, and by nothing more when nothing has changed', async () => {
    const { items, total, syncedAt } = await list();
    expect(total).toBeGreaterThan(0);
    expect(syncedAt).not.toBeNull();
    expect(items.every(({ proposer, acceptor }) => proposer === LANTERNFISH && /^\d{12}$/.test(acceptor))).toBe(true);
    expect(count('SearchAgreements')).toBe(1);
    expect(count('GetAgreementTerms')).toBe(total);
    expect(count('DescribeAgreement')).toBe(0);
    world.simulator.control.clearRequests();
    expect((await syncToEnd(core, 'agreements', { account })).state).toBe('succeeded');
    expect(world.operations(LANTERNFISH)).toEqual(['GetCallerIdentity', 'SearchAgreements']);
  });

  it('open with who, what and until when; a second look costs nothing', async () => {
    await syncToEnd(core, 'offers', { account });
    const { items } = await list();
    const bought = items.find(({ acceptor, audience }) => acceptor === BUYER && audience === 'private');
    const id = bought?.id ?? '';
    world.simulator.control.clearRequests();
    const detail = await core.call('agreements.get', { account, agreementId: id });
    expect(detail.summary).toMatchObject({ id, acceptor: BUYER, audience: 'private', role: 'proposer' });
    expect(detail.terms.length).toBeGreaterThan(0);
    expect(detail.chain.map((each) => each.id)).toContain(id);
    expect(count('DescribeAgreement')).toBe(1);
    // Charges are for the buyer to list; nothing else is missing.
    expect(count('ListAgreementCharges')).toBe(0);
    expect(detail.missing).toEqual([]);
    world.simulator.control.clearRequests();
    await core.call('agreements.get', { account, agreementId: id });
    expect(world.operations(LANTERNFISH)).toEqual([]);
  });

  it('are found by status, buyer, end and id, and saved with their zeros', async () => {
    const { items } = await list();
    expect((await list({ statuses: ['ACTIVE'] })).items.every(({ status }) => status === 'ACTIVE')).toBe(true);
    expect((await list({ buyer: BUYER.slice(2, 9) })).total).toBe(
      items.filter((each) => each.acceptor === BUYER).length,
    );
    expect((await list({ text: items[0]?.id })).total).toBe(1);
    expect((await list({ text: 'no such thing' })).total).toBe(0);
    expect((await list({ endsWithinDays: 0 })).total).toBeLessThan(items.length);
    const file = await core.call('agreements.csv', { filter: { account }, headings: { id: 'Agreement' } });
    expect(file.count).toBe(items.length);
    expect(file.text).toContain(`=""${BUYER}""`);
  });

  it('are imported by id, and one of somebody else is not', async () => {
    const { items } = await list();
    const other = await accountKey(core, seedAccounts[1]?.accountId ?? '');
    const id = items[0]?.id ?? '';
    expect(await core.call('agreements.import', { account, agreementId: ` ${id} ` })).toMatchObject({ id });
    expect(await core.failure('agreements.import', { account: other, agreementId: id })).toMatchObject({
      code: 'resource-not-found',
    });
    expect((await core.call('agreements.list', { filter: { account: other } })).total).toBe(0);
  });

  it('stay when the program has ended', async () => {
    await core.core.close();
    const again = await world.startCore({ dataFolder: core.dataFolder });
    expect((await again.call('agreements.list', { filter: { account } })).total).toBeGreaterThan(0);
  });
});
