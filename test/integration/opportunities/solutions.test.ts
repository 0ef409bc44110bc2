import { describe, expect, it } from 'vitest';
import { seedAccounts } from '../../../src/simulator/seed/accounts.ts';
import { startPartnerCentralAnswers } from '../../support/partner-central-answers.ts';
import { accountKey, startPracticeWorld } from '../../support/practice-world.ts';
import { sampleAccount } from '../../support/samples.ts';
import { startTestAws } from '../../support/test-aws.ts';
import { createSolutions } from '../../../src/main/opportunities/solutions.ts';

const [PARTNER = ''] = seedAccounts.map(({ accountId }) => accountId);

describe('the solutions of a partner', () => {
  it('are read to the last page, once, and found by a part of the name', async () => {
    const world = await startPracticeWorld();
    const core = await world.startCore();
    const asked = () => world.operations(PARTNER).filter((operation) => operation === 'ListSolutions').length;
    const account = await accountKey(core, PARTNER);
    const all = await core.call('opportunities.solutions', { account, pageSize: 100 });
    expect(all.known).toBeGreaterThan(300);
    expect(all.items).toHaveLength(100);
    const names = all.items.map(({ name }) => name);
    expect(new Set(all.items.map(({ id }) => id)).size).toBe(100);
    const pages = Math.ceil(all.known / 100);
    expect(asked()).toBe(pages);

    const last = await core.call('opportunities.solutions', { account, text: names[99]!.toUpperCase() });
    expect(last.items.map(({ name }) => name)).toContain(names[99]);
    expect(last.total).toBeLessThan(all.known);
    expect((await core.call('opportunities.solutions', { account, text: 'no such thing' })).items).toEqual([]);
    const inMarketplace = await core.call('opportunities.solutions', { account, inMarketplace: true, pageSize: 100 });
    expect(inMarketplace.items.every(({ marketplaceArn }) => marketplaceArn?.includes('/Solution/'))).toBe(true);
    expect(asked()).toBe(pages);

    await core.call('opportunities.solutions', { account, refresh: true });
    expect(asked()).toBe(2 * pages);
  });

  it('are asked for again after a refusal, and never go round in circles', async () => {
    const answers: { status?: number; body: unknown }[] = [
      { status: 403, body: { __type: 'AccessDeniedException', Message: 'not allowed' } },
      { body: { SolutionSummaries: [], NextToken: 'same' } },
      { body: { SolutionSummaries: [], NextToken: 'same' } },
      { body: { SolutionSummaries: [{ Id: 'S-0000001', Name: 'Shop', Status: 'Active' }, { Name: 'broken' }] } },
    ];
    const cloud = await startPartnerCentralAnswers(() => answers.shift() ?? { body: {} });
    const test = startTestAws({ practice: cloud.practice });
    const key = test.addAccount(sampleAccount());
    const { clock } = test.ports;
    const handlers = createSolutions({ aws: test.aws.access, accounts: { getSettings: () => sampleAccount() }, clock });
    const ask = () =>
      handlers['opportunities.solutions'](
        { account: key, text: '', inMarketplace: false, refresh: false, pageSize: 30 },
        { signal: new AbortController().signal },
      );
    await expect(ask()).rejects.toMatchObject({ data: { code: 'access-denied' } });
    await expect(ask()).rejects.toMatchObject({ data: { code: 'malformed-answer' } });
    expect((await ask()).items).toEqual([{ id: 'S-0000001', name: 'Shop', category: '', marketplaceArn: null }]);
  });
});
