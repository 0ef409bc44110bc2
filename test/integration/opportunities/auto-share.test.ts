import { ListSolutionsCommand } from '@aws-sdk/client-partnercentral-selling';
import { expect, it } from 'vitest';
import { setAt } from '../../../src/shared/domain/opportunity/record.ts';
import { seedAccounts } from '../../../src/simulator/seed/accounts.ts';
import { COMPLETE } from '../../support/opportunity-drafts.ts';
import { accountKey, startPracticeWorld } from '../../support/practice-world.ts';
import { sellingClient } from '../../support/simulator.ts';

const [PARTNER = ''] = seedAccounts.map(({ accountId }) => accountId);
const SENT = ['opportunity-associate', 'opportunity-create', 'opportunity-share'];

it('a saved draft is created, associated and shared without a click, once and marked so, and not by a process that has not seen it', async () => {
  const world = await startPracticeWorld();
  const core = await world.startCore();
  const account = await accountKey(core, PARTNER);
  const partner = world.simulator.accounts.find(({ accountId }) => accountId === PARTNER);
  if (!partner) throw new Error('no partner');
  const { SolutionSummaries } = await sellingClient(world.simulator, partner).send(
    new ListSolutionsCommand({ Catalog: 'AWS', Status: ['Active'] }),
  );
  const closes = `${new Date().getUTCFullYear() + 1}-06-30`;
  const document = {
    ...setAt(setAt(COMPLETE, 'lifeCycle.targetCloseDate', closes), 'project.title', 'Sent by itself'),
    associations: [{ type: 'Solutions' as const, id: SolutionSummaries?.[0]?.Id ?? '', name: 'Ours' }],
  };
  const setting = { account, on: true, confirmedAccountId: PARTNER, catalog: 'AWS' as const };
  const refused = await core.failure('opportunities.autoShare.set', { ...setting, confirmedAccountId: '999988887777' });
  expect(refused.code).toBe('wrong-account');
  const other = await world.startCore({ ...{ dataFolder: core.dataFolder } });
  const { agreed, quietSeconds } = await core.call('opportunities.autoShare.set', setting);
  expect(agreed).toMatchObject({ awsAccountId: PARTNER, catalog: 'AWS' });
  expect(quietSeconds).toBeLessThan(5);
  const draft = await core.call('opportunities.drafts.create', { account });
  await core.call('opportunities.drafts.save', { id: draft.id, revision: draft.revision, document });
  const { items } = await other.call('opportunities.autoShare.list', { account });
  expect(items).toMatchObject([
    { draftId: draft.id, state: 'waiting', share: true, hindrances: [], awsAccountId: PARTNER },
  ]);
  world.operations(PARTNER);
  await expect
    .poll(
      async () => {
        const { steps } = await core.call('opportunities.drafts.progress', { id: draft.id });
        return steps.length > 0 && steps.every(({ change }) => change?.state === 'verified');
      },
      { timeout: 20_000, interval: 50 },
    )
    .toBe(true);
  const changes = await core.call('changes.list', {
    account,
    states: [],
    kinds: [],
    entityId: null,
    bulkId: null,
    page: 1,
    pageSize: 50,
  });
  expect(changes.items.map(({ kind }) => kind).sort()).toEqual(SENT);
  expect(changes.items.map(({ automatic, awsAccountId }) => [automatic, awsAccountId])).toEqual(
    SENT.map(() => [true, PARTNER]),
  );
  const asked = world.operations(PARTNER);
  for (const operation of ['CreateOpportunity', 'StartEngagementFromOpportunityTask'])
    expect(asked.filter((each) => each === operation)).toHaveLength(1);
  // The send itself ends a moment after its last step.
  await expect.poll(async () => (await core.call('opportunities.autoShare.list', { account })).items).toEqual([]);
});
