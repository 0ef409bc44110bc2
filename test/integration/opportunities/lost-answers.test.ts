import { GetOpportunityCommand, ListSolutionsCommand } from '@aws-sdk/client-partnercentral-selling';
import { expect, it } from 'vitest';
import type { OpportunityDraft } from '../../../src/shared/domain/opportunity/draft.ts';
import { setAt } from '../../../src/shared/domain/opportunity/record.ts';
import { seedAccounts } from '../../../src/simulator/seed/accounts.ts';
import { COMPLETE } from '../../support/opportunity-drafts.ts';
import { accountKey, startPracticeWorld } from '../../support/practice-world.ts';
import { sellingClient } from '../../support/simulator.ts';

const [PARTNER = ''] = seedAccounts.map(({ accountId }) => accountId);
const CHAIN = ['CreateOpportunity', 'AssociateOpportunity', 'UpdateOpportunity', 'StartEngagementFromOpportunityTask'];

it('takes each step of a send once, though AWS’s answer to every one is lost', async () => {
  const world = await startPracticeWorld();
  const core = await world.startCore();
  const account = await accountKey(core, PARTNER);
  const partner = world.simulator.accounts.find(({ accountId }) => accountId === PARTNER);
  if (!partner) throw new Error('no partner');
  const client = sellingClient(world.simulator, partner);
  const found = await client.send(new ListSolutionsCommand({ Catalog: 'AWS', Status: ['Active'] }));
  const solution = found.SolutionSummaries?.[0]?.Id ?? '';
  for (const operation of CHAIN) world.simulator.control.addFault({ kind: 'drop-after', operation, times: 1 });

  async function send(id: string, document: OpportunityDraft, share: boolean): Promise<string> {
    const before = await core.call('opportunities.drafts.get', { id });
    const { revision } = await core.call('opportunities.drafts.save', { id, revision: before.revision, document });
    const { findings } = await core.call('opportunities.drafts.check', { id });
    const acknowledgedWarnings = findings.map(({ ruleId }) => ruleId);
    await core.call('opportunities.drafts.send', {
      id,
      revision,
      share,
      confirmedAccountId: PARTNER,
      acknowledgedWarnings,
    });
    const sending = async () => (await core.call('opportunities.drafts.list', { account })).drafts[0]?.sending;
    await expect.poll(sending, { timeout: 20_000, interval: 50 }).toBe('done');
    const { steps, opportunityId } = await core.call('opportunities.drafts.progress', { id });
    expect(steps.map(({ change }) => change?.state)).toEqual(steps.map(() => 'verified'));
    return opportunityId ?? '';
  }

  const draft = await core.call('opportunities.drafts.create', { account });
  const closing = `${new Date().getUTCFullYear() + 1}-06-30`;
  const complete = setAt(COMPLETE, 'lifeCycle.targetCloseDate', closing);
  const associations = [{ type: 'Solutions' as const, id: solution, name: 'Ours' }];
  const id = await send(draft.id, { ...complete, associations, partnerOpportunityIdentifier: '' }, false);
  const { document } = await core.call('opportunities.drafts.get', { id: draft.id });
  expect(await send(draft.id, setAt(document, 'project.title', 'Renamed'), true)).toBe(id);

  const held = await client.send(new GetOpportunityCommand({ Catalog: 'AWS', Identifier: id }));
  expect(held.Project?.Title).toBe('Renamed');
  expect(held.RelatedEntityIdentifiers?.Solutions).toEqual([solution]);
  const struck = world.simulator.control.requests().filter(({ faults }) => faults.length > 0);
  expect(struck.map(({ operation }) => operation)).toEqual(CHAIN);
  const made = world.operations(PARTNER);
  // With a token AWS itself would know a second one; without it only looking first keeps it away.
  for (const operation of ['AssociateOpportunity', 'UpdateOpportunity']) {
    expect(made.filter((each) => each === operation)).toHaveLength(1);
  }
  const { drafts } = await core.call('opportunities.drafts.list', { account });
  expect(drafts.map(({ opportunityId }) => opportunityId)).toEqual([id]);
});
