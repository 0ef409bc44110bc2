import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../../src/main/storage/open.ts';
import type { TestCore } from '../../support/test-core.ts';
import { makeDraft, publishInput, reached, startPublishingStage } from '../../support/publishing-stage.ts';

async function syncOffers(core: TestCore, account: string) {
  const { jobId } = await core.call('offers.sync', { account });
  await core.nextEvent('jobs.changed', ({ id, endedAt }) => id === jobId && endedAt !== null);
  const { items } = await core.call('offers.list', {
    pageSize: 200,
    filter: { account, text: '', states: [], productIds: [], buyer: '', privateOnly: true },
  });
  return items;
}

describe('a draft from an offer at AWS', () => {
  it('makes a new offer of each released one, terms and all', async () => {
    const { core, account } = await startPublishingStage();
    const released = (await syncOffers(core, account)).filter(({ state }) => state !== 'draft');
    expect(released.length).toBeGreaterThan(3);
    for (const offer of released) {
      const { document } = await core.call('drafts.create', { account, productId: null, fromOfferId: offer.id });
      expect(document).toMatchObject({
        target: null,
        name: offer.name,
        buyers: offer.buyers,
        product: { id: offer.productId },
      });
      const priced =
        document.usagePrices.length + document.contract.rateCards.length + document.installments.grants.length;
      expect(priced).toBeGreaterThan(0);
    }
    await core.core.close();
    const { database } = openDatabase(core.dataFolder, Date.now());
    const documents = JSON.stringify(database.all('SELECT document FROM drafts'));
    database.close();
    expect(documents).not.toMatch(/X-Amz-Signature(=|%3D)[0-9a-f]/);
  });

  it('goes on with an offer that stands as a draft at AWS, and publishes that one', async () => {
    const { core, account } = await startPublishingStage();
    const first = await makeAwsDraft(core, account);
    const draft = await core.call('drafts.create', { account, productId: null, fromOfferId: first });
    expect(draft.document.target).toMatchObject({ offerId: first, state: 'Draft' });
    const document = { ...draft.document, description: 'Taken up again' };
    const saved = await core.call('drafts.save', { id: draft.id, revision: draft.revision, document });
    const { findings } = await core.call('drafts.preflight', { id: draft.id });
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    const input = publishInput({ id: draft.id, revision: saved.revision });
    const { change } = await core.call('offers.publish', input);
    expect(await reached(core, change.id, 'verified')).toMatchObject({ offerId: first, differences: [] });
    expect(await core.call('offers.get', { account, offerId: first })).toMatchObject({
      description: 'Taken up again',
      summary: { state: 'active' },
    });
  });

  it('says that AWS knows no such offer', async () => {
    const { core, account } = await startPublishingStage();
    const wish = { account, productId: null, fromOfferId: 'offer-unknown0000001' };
    expect(await core.failure('drafts.create', wish)).toMatchObject({ code: 'resource-not-found' });
    expect((await core.call('drafts.list', { account })).drafts).toEqual([]);
  });
});

async function makeAwsDraft(core: TestCore, account: string): Promise<string> {
  const draft = await makeDraft(core, account);
  const { change } = await core.call('offers.publish', publishInput(draft, 'draft'));
  return (await reached(core, change.id, 'verified')).offerId ?? '';
}
