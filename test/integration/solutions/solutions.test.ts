import { describe, expect, it } from 'vitest';
import { seedAccounts } from '../../../src/simulator/seed/accounts.ts';
import { startPartnerCentralAnswers } from '../../support/partner-central-answers.ts';
import { accountKey, startPracticeWorld } from '../../support/practice-world.ts';
import { startTestCore, type TestCore } from '../../support/test-core.ts';

const [PARTNER = ''] = seedAccounts.map(({ accountId }) => accountId);

async function sync(core: TestCore, feature: 'solutions' | 'opportunities', account: string): Promise<void> {
  const { jobId } = await core.call(`${feature}.sync`, { account });
  await core.nextEvent('jobs.changed', ({ id, state }) => id === jobId && state === 'succeeded');
}

describe('the solutions of a partner', () => {
  it('are read to the last page, found by name, listed with what is not offered, and there after a restart without AWS', async () => {
    const world = await startPracticeWorld({ opportunities: 60 });
    const core = await world.startCore();
    const asked = () => world.operations(PARTNER).filter((operation) => operation === 'ListSolutions').length;
    const account = await accountKey(core, PARTNER);
    const offered = await core.call('opportunities.solutions', { account, pageSize: 100 });
    expect(offered.known).toBeGreaterThan(300);
    expect(offered.items).toHaveLength(100);
    expect(offered.syncedAt).not.toBeNull();
    const all = await core.call('solutions.list', { filter: { account }, pageSize: 200 });
    const pages = Math.ceil(all.total / 100);
    expect(asked()).toBe(pages);

    const names = offered.items.map(({ name }) => name);
    const found = await core.call('opportunities.solutions', { account, text: names[99]!.toUpperCase() });
    expect(found.items.map(({ name }) => name)).toContain(names[99]);
    expect(found.total).toBeLessThan(offered.known);
    const inMarketplace = await core.call('opportunities.solutions', { account, inMarketplace: true, pageSize: 100 });
    expect(inMarketplace.items.every(({ marketplaceArn }) => marketplaceArn?.includes('/Solution/'))).toBe(true);
    expect(asked()).toBe(pages);

    const inactive = await core.call('solutions.list', { filter: { account, statuses: ['Inactive', 'Draft'] } });
    expect(all.total - offered.known).toBe(inactive.total);
    const hidden = await core.call('opportunities.solutions', { account, text: inactive.items[0]!.id });
    expect(hidden.items).toEqual([]);
    expect(all.categories).toContain('Managed Service');
    const csv = await core.call('solutions.csv', {
      filter: { account },
      headings: { name: 'Name', 'status.Draft': 'Entwurf' },
    });
    expect(csv.count).toBe(all.total);
    expect(csv.text).toContain('Entwurf');

    // Nothing new costs the pages of the list, and changes nothing.
    const before = await core.call('solutions.list', { filter: { account }, pageSize: 200, page: 2 });
    await sync(core, 'solutions', account);
    expect(asked()).toBe(2 * pages);
    expect((await core.call('solutions.list', { filter: { account }, pageSize: 200, page: 2 })).items).toEqual(
      before.items,
    );

    await sync(core, 'opportunities', account);
    const listed = await core.call('solutions.list', { filter: { account }, pageSize: 200 });
    const carried = listed.items.find(({ opportunities }) => opportunities > 0);
    if (!carried) throw new Error('nothing carries a solution');
    const solutionId = carried.id;
    expect(await core.call('solutions.get', { account, solutionId })).toEqual(carried);
    const carriers = await core.call('solutions.opportunities', { account, solutionId });
    expect(carriers.total).toBe(carried.opportunities);
    const { document } = await core.call('opportunities.get', { account, opportunityId: carriers.items[0]!.id });
    expect(JSON.stringify(document?.['RelatedEntityIdentifiers'])).toMatch(
      new RegExp(`${carried.id}|${carried.marketplaceArn?.split('/').at(-1) ?? 'none'}`),
    );
    await core.core.close();

    const dead = { ...world.cloud, endpoint: 'http://127.0.0.1:1' };
    const later = await world.startCore({ dataFolder: core.dataFolder, practice: dead });
    const offline = await later.call('opportunities.solutions', { account, text: names[0]! });
    expect(offline.items.map(({ name }) => name)).toContain(names[0]);
    expect(offline.syncedAt).not.toBeNull();
    const entities = [{ type: 'Solutions', id: inactive.items[0]!.id }];
    const named = await later.call('opportunities.related', { account, entities });
    expect(named.entities).toMatchObject([{ name: inactive.items[0]!.name, status: inactive.items[0]!.status }]);
  });

  it('are asked for again after a refusal, never go round in circles, and stay known once AWS lists them no more', async () => {
    const shop = { Id: 'S-0000001', Name: 'Shop', Status: 'Active', Category: 'Software Product' };
    const soon = { Id: 'S-0000002', Name: 'Soon', Status: 'Draft' };
    const circle = { body: { SolutionSummaries: [], NextToken: 'same' } };
    const answers: { status?: number; body: unknown }[] = [
      { status: 403, body: { __type: 'AccessDeniedException', Message: 'not allowed' } },
      circle,
      circle,
      { body: { SolutionSummaries: [shop, soon, { Name: 'broken' }] } },
      { body: { SolutionSummaries: [soon] } },
      { body: { SolutionSummaries: [{ ...shop, Name: 'Shop 2', Status: 'Inactive' }, soon] } },
    ];
    const identity = `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>
      <Arn>arn:aws:iam::012345678901:user/test</Arn><UserId>AIDA</UserId><Account>012345678901</Account>
      </GetCallerIdentityResult></GetCallerIdentityResponse>`;
    const cloud = await startPartnerCentralAnswers(({ operation }) =>
      operation === '' ? { body: identity } : (answers.shift() ?? { body: {} }),
    );
    const core = await startTestCore({ practice: cloud.practice });
    const account = await accountKey(core, '012345678901');
    expect((await core.failure('opportunities.solutions', { account })).code).toBe('access-denied');
    expect((await core.failure('opportunities.solutions', { account })).code).toBe('malformed-answer');
    const offered = { id: 'S-0000001', name: 'Shop', category: 'Software Product', marketplaceArn: null };
    expect((await core.call('opportunities.solutions', { account })).items).toEqual([offered]);

    const nameOf = async () =>
      (await core.call('opportunities.related', { account, entities: [{ type: 'Solutions', id: 'S-0000001' }] }))
        .entities;
    await sync(core, 'solutions', account);
    expect((await core.call('opportunities.solutions', { account })).items).toEqual([]);
    expect(await nameOf()).toMatchObject([{ name: 'Shop', status: 'Gone' }]);
    expect((await core.call('solutions.list', { filter: { account, gone: true } })).items).toMatchObject([
      { id: 'S-0000001', status: 'Active' },
    ]);
    await sync(core, 'solutions', account);
    expect(await nameOf()).toMatchObject([{ name: 'Shop 2', status: 'Inactive' }]);
    expect((await core.call('solutions.list', { filter: { account } })).total).toBe(2);
    expect((await core.failure('solutions.get', { account, solutionId: 'S-404' })).code).toBe('not-found');
  });
});
