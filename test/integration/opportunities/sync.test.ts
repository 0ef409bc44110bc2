import { GetOpportunityCommand, UpdateOpportunityCommand } from '@aws-sdk/client-partnercentral-selling';
import { beforeEach, describe, expect, it } from 'vitest';
import { seedAccounts } from '../../../src/simulator/seed/accounts.ts';
import { accountKey, startPracticeWorld, syncToEnd, type PracticeWorld } from '../../support/practice-world.ts';
import { sellingClient } from '../../support/simulator.ts';
import type { TestCore } from '../../support/test-core.ts';

const [LANTERNFISH = ''] = seedAccounts.map(({ accountId }) => accountId);

function counted(operations: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const operation of operations) counts[operation] = (counts[operation] ?? 0) + 1;
  return counts;
}

describe('opportunities of the seed world', () => {
  let world: PracticeWorld;
  let core: TestCore;
  let account: string;
  const list = (filter: object = {}) =>
    core.call('opportunities.list', { filter: { account, ...filter }, pageSize: 200 });
  const client = () => {
    const seller = world.simulator.accounts.find(({ accountId }) => accountId === LANTERNFISH);
    if (!seller) throw new Error('no seller');
    return sellingClient(world.simulator, seller);
  };

  beforeEach(async () => {
    world = await startPracticeWorld();
    core = await world.startCore();
    account = await accountKey(core, LANTERNFISH);
    expect((await syncToEnd(core, 'opportunities', { account })).state).toBe('succeeded');
  });

  it('take pages of 100 and two reads each; nothing new costs a page, one change that page and two reads', async () => {
    const { items, total, syncedAt, catalog } = await list();
    expect(total).toBe(180);
    expect(syncedAt).not.toBeNull();
    expect(catalog).toBe('AWS');
    expect(items.every(({ title, stage }) => title !== null && stage !== '')).toBe(true);
    expect(counted(world.operations(LANTERNFISH))).toEqual({
      GetCallerIdentity: 1,
      ListOpportunities: 2,
      GetOpportunity: 180,
      GetAwsOpportunitySummary: 180,
    });

    world.simulator.control.clearRequests();
    await syncToEnd(core, 'opportunities', { account });
    expect(counted(world.operations(LANTERNFISH))).toEqual({ GetCallerIdentity: 1, ListOpportunities: 1 });

    const open = (await list({ reviewStatuses: ['Pending Submission'] })).items.at(-1);
    const held = await client().send(new GetOpportunityCommand({ Catalog: 'AWS', Identifier: open?.id }));
    await client().send(
      new UpdateOpportunityCommand({
        ...held,
        Catalog: 'AWS',
        Identifier: open?.id,
        LastModifiedDate: held.LastModifiedDate,
        Project: { ...held.Project, Title: 'Renamed by a colleague' },
      }),
    );
    world.simulator.control.clearRequests();
    await syncToEnd(core, 'opportunities', { account });
    expect(counted(world.operations(LANTERNFISH))).toEqual({
      GetCallerIdentity: 1,
      ListOpportunities: 1,
      GetOpportunity: 1,
      GetAwsOpportunitySummary: 1,
    });
    expect((await list()).items[0]).toMatchObject({ id: open?.id, title: 'Renamed by a colleague' });
  });

  it('are found by stage, review status, origin, close date and text, and saved', async () => {
    const { items } = await list();
    const launched = items.filter(({ stage }) => stage === 'Launched');
    expect((await list({ stages: ['Launched'] })).total).toBe(launched.length);
    expect((await list({ origins: ['AWS Referral'] })).items.every(({ origin }) => origin === 'AWS Referral')).toBe(
      true,
    );
    const [some] = items;
    expect((await list({ text: some?.title ?? '' })).items.map(({ id }) => id)).toContain(some?.id);
    expect((await list({ closeFrom: '2999-01-01' })).total).toBe(0);
    const byClose = await core.call('opportunities.list', {
      filter: { account },
      sortBy: 'targetCloseDate',
      direction: 'ascending',
      pageSize: 200,
    });
    const dates = byClose.items.flatMap(({ targetCloseDate }) => targetCloseDate ?? []);
    expect(dates).toEqual([...dates].sort());
    const file = await core.call('opportunities.csv', {
      filter: { account, stages: ['Launched'] },
      headings: { id: 'Opportunity', 'stage.Launched': 'LIVE' },
    });
    expect(file.count).toBe(launched.length);
    expect(file.text).toContain('LIVE');
  });

  it('open with the whole record and AWS’s view; a second look costs nothing', async () => {
    const [shared] = (await list({ reviewStatuses: ['Approved'] })).items;
    world.simulator.control.clearRequests();
    const detail = await core.call('opportunities.get', { account, opportunityId: shared?.id ?? '' });
    expect(detail.document).toMatchObject({ Id: shared?.id, RelatedEntityIdentifiers: {} });
    expect(detail.awsSummary).toMatchObject({ Origin: shared?.origin });
    expect(world.operations(LANTERNFISH)).toEqual([]);
    await core.call('opportunities.get', { account, opportunityId: shared?.id ?? '', refresh: true });
    expect(world.operations(LANTERNFISH)).toEqual(['GetOpportunity', 'GetAwsOpportunitySummary']);
  });

  it('of the sandbox never stand beside real ones', async () => {
    const before = await list();
    const { accounts } = await core.call('accounts.list', {});
    const found = accounts.find(({ key }) => key === account);
    if (!found) throw new Error('no account');
    const { key, position: _1, createdAt: _2, secretAtHand: _3, capabilities: _4, ...settings } = found;
    await core.call('accounts.update', {
      account: key,
      settings: { ...settings, partnerCentral: { catalog: 'Sandbox' } },
      keys: null,
    });
    expect(await list()).toMatchObject({ total: 0, catalog: 'Sandbox', syncedAt: null });
    await syncToEnd(core, 'opportunities', { account });
    const trial = await list();
    expect(trial.total).toBe(12);
    // Of all accounts: real ones only, until the other catalog is asked for.
    const real = await core.call('opportunities.list', { filter: { account: null }, pageSize: 200 });
    expect(real).toMatchObject({ catalog: 'AWS', catalogs: ['AWS', 'Sandbox'], total: 0 });
    await core.call('accounts.update', {
      account: key,
      settings: { ...settings, partnerCentral: { catalog: 'AWS' } },
      keys: null,
    });
    expect((await list()).items).toEqual(before.items);
  });
});
