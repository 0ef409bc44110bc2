import { paginateListOpportunities } from '@aws-sdk/client-partnercentral-selling';
import { expect, it } from 'vitest';
import { seedAccounts } from '../../../src/simulator/seed/accounts.ts';
import { accountKey, startPracticeWorld } from '../../support/practice-world.ts';
import { sellingClient } from '../../support/simulator.ts';

const [PARTNER = ''] = seedAccounts.map(({ accountId }) => accountId);

it('leads from an offer to its opportunity, and to a draft that has the offer beside it', async () => {
  const world = await startPracticeWorld();
  const core = await world.startCore();
  const account = await accountKey(core, PARTNER);
  const partner = world.simulator.accounts.find(({ accountId }) => accountId === PARTNER);
  if (!partner) throw new Error('no partner');
  const client = sellingClient(world.simulator, partner);

  let linked: { id: string; offerId: string } | null = null;
  for await (const page of paginateListOpportunities({ client, pageSize: 20 }, { Catalog: 'AWS' })) {
    for (const { Id: opportunityId = '' } of page.OpportunitySummaries ?? []) {
      const { linkedOffers } = await core.call('opportunities.get', { account, opportunityId });
      const offer = linkedOffers.find(({ kind }) => kind === 'offer');
      if (offer) linked = { id: opportunityId, offerId: offer.id };
      if (linked) break;
    }
    if (linked) break;
  }
  const { id, offerId } = linked ?? { id: '', offerId: '' };
  const { opportunities } = await core.call('opportunities.ofOffer', { account, offerId });
  expect(opportunities.map((opportunity) => opportunity.id)).toEqual([id]);
  const none = await core.call('opportunities.ofOffer', { account, offerId: 'offer-unknown' });
  expect(none.opportunities).toEqual([]);

  const offer = { id: 'offer-abcdefghijklm', name: 'For the shop' };
  const arn = `arn:aws:aws-marketplace:us-east-1:${PARTNER}:AWSMarketplace/Offer/${offer.id}`;
  const fresh = await core.call('opportunities.drafts.create', { account, offer });
  expect(fresh.document.associations).toEqual([{ type: 'AwsMarketplaceOffers', id: arn, name: offer.name }]);
  expect(fresh.document.target).toBeNull();

  // Opened once more for the same offer, it is not there twice; what stands at AWS is not lost.
  const from = { account, fromOpportunityId: id };
  const before = await core.call('opportunities.drafts.create', from);
  await core.call('opportunities.drafts.create', { ...from, offer });
  const again = await core.call('opportunities.drafts.create', { ...from, offer });
  expect(again.id).toBe(before.id);
  expect(again.document.associations).toEqual([...before.document.associations, ...fresh.document.associations]);
  expect(again.document.target?.associations).toEqual(before.document.target?.associations);
});

it('calls what stands beside opportunities by its name, on the page, in the list and in the table', async () => {
  const world = await startPracticeWorld({ opportunities: 40 });
  const core = await world.startCore();
  const account = await accountKey(core, PARTNER);
  const { jobId } = await core.call('opportunities.sync', { account });
  await core.nextEvent('jobs.changed', ({ id, state }) => id === jobId && state === 'succeeded');
  const list = () => core.call('opportunities.list', { filter: { account }, pageSize: 40 });
  const identifiers = new Set((await list()).items.flatMap(({ related }) => related?.awsProducts ?? []));
  const [first = '', second = ''] = identifiers;
  const text = JSON.stringify([{ Identifier: first, Name: 'Amazon Example; "Service"' }]);
  await core.call('awsproducts.load', { name: 'products.json', text });

  const named = (await list()).items.flatMap(({ related }) => related?.awsProducts ?? []);
  expect(named).toContain('Amazon Example; "Service"');
  expect(named).toContain(second);
  expect(named).not.toContain(first);
  const { text: csv } = await core.call('opportunities.csv', { filter: { account }, headings: {} });
  expect(csv).toContain('Amazon Example; ""Service""');
  const entities = [
    { type: 'AwsProducts', id: second },
    { type: 'AwsProducts', id: first },
    { type: 'Solutions', id: 'S-9999999' },
  ];
  expect((await core.call('opportunities.related', { account, entities })).entities).toEqual([
    { ...entities[0], name: null, status: null },
    { ...entities[1], name: 'Amazon Example; "Service"', status: null },
    { ...entities[2], name: null, status: null },
  ]);
});
