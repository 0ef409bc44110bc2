import { expect, it } from 'vitest';
import { seedAccounts } from '../../../src/simulator/seed/accounts.ts';
import { accountKey, startPracticeWorld } from '../../support/practice-world.ts';

const [PARTNER = ''] = seedAccounts.map(({ accountId }) => accountId);

it('takes one thing away from an opportunity by itself, once, and says what AWS refuses', async () => {
  const world = await startPracticeWorld({ opportunities: 60 });
  const core = await world.startCore();
  const account = await accountKey(core, PARTNER);
  const { jobId } = await core.call('opportunities.sync', { account });
  await core.nextEvent('jobs.changed', ({ id, state }) => id === jobId && state === 'succeeded');
  const { items } = await core.call('opportunities.list', { filter: { account }, pageSize: 60 });
  const idsOf = async (opportunityId: string, type: string): Promise<string[]> => {
    const { document } = await core.call('opportunities.get', { account, opportunityId });
    return (document?.['RelatedEntityIdentifiers'] as Record<string, string[]>)[type] ?? [];
  };
  const ended = async (changeId: string) =>
    core.nextEvent(
      'changes.changed',
      (payload) =>
        'id' in payload && payload.id === changeId && ['verified', 'failed', 'refused'].includes(payload.state),
    );

  const open = items.filter(({ reviewStatus }) => reviewStatus === 'Approved');
  const withProduct = open.find(({ related }) => (related?.awsProducts.length ?? 0) > 0);
  if (!withProduct) throw new Error('no approved opportunity has an AWS product');
  const opportunityId = withProduct.id;
  const [product = ''] = await idsOf(opportunityId, 'AwsProducts');
  const input = { account, opportunityId, type: 'AwsProducts' as const, entityId: product };
  const plan = await core.call('opportunities.planDisassociation', input);
  expect(plan.operation).toBe('DisassociateOpportunity');
  expect(JSON.parse(plan.json)).toEqual({
    Catalog: 'AWS',
    OpportunityIdentifier: opportunityId,
    RelatedEntityType: 'AwsProducts',
    RelatedEntityIdentifier: product,
  });
  const other = await core.failure('opportunities.disassociate', { ...input, confirmedAccountId: '000000000000' });
  expect(other.code).toBe('wrong-account');
  const { change } = await core.call('opportunities.disassociate', { ...input, confirmedAccountId: PARTNER });
  expect(await ended(change.id)).toMatchObject({ state: 'verified' });
  await core.nextEvent('opportunities.changed');
  await expect.poll(() => idsOf(opportunityId, 'AwsProducts')).not.toContain(product);
  const again = await core.failure('opportunities.disassociate', { ...input, confirmedAccountId: PARTNER });
  expect(again.code).toBe('nothing-to-send');
  expect(world.operations(PARTNER).filter((operation) => operation === 'DisassociateOpportunity')).toHaveLength(1);

  // The last solution or product of a shared deal stays.
  const single = open.find(({ related }) => related?.solutions.length === 1);
  if (!single) throw new Error('no approved opportunity has a single solution');
  const types = ['Solutions', 'AwsMarketplaceSolutions', 'AwsMarketplaceProducts'] as const;
  for (const type of types) {
    const [entityId] = await idsOf(single.id, type);
    if (entityId === undefined) continue;
    const last = { account, opportunityId: single.id, type, entityId, confirmedAccountId: PARTNER };
    const refused = await core.call('opportunities.disassociate', last);
    expect(await ended(refused.change.id)).toMatchObject({ state: 'refused', error: { code: 'validation-refused' } });
    expect(await idsOf(single.id, type)).toEqual([entityId]);
  }
});
