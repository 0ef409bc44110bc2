import { beforeEach, describe, expect, it } from 'vitest';
import type { OfferDetail } from '../../../src/shared/domain/offer/offer.ts';
import { seedAccounts } from '../../../src/simulator/seed/accounts.ts';
import { accountKey, startPracticeWorld, syncToEnd, type PracticeWorld } from '../../support/practice-world.ts';
import { makeDraft } from '../../support/publishing-stage.ts';
import type { TestCore } from '../../support/test-core.ts';

const [LANTERNFISH = ''] = seedAccounts.map(({ accountId }) => accountId);

describe('an offer', () => {
  let world: PracticeWorld;
  let core: TestCore;
  let account: string;
  beforeEach(async () => {
    world = await startPracticeWorld();
    core = await world.startCore();
    account = await accountKey(core, LANTERNFISH);
    await syncToEnd(core, 'products', { account });
    await syncToEnd(core, 'offers', { account });
    world.simulator.control.clearRequests();
  });

  const details = async (): Promise<OfferDetail[]> => {
    const { items } = await core.call('offers.list', { filter: { account }, pageSize: 200 });
    return Promise.all(items.map(({ id }) => core.call('offers.get', { account, offerId: id })));
  };

  it('is shown from the copy with its terms and the exact sum of its instalments', async () => {
    const scheduled = (await details()).filter(({ totalContractValue }) => totalContractValue !== null);
    expect(scheduled.length).toBeGreaterThan(0);
    for (const offer of scheduled) {
      const term = offer.terms.find(({ type }) => type === 'PaymentScheduleTerm')?.raw as {
        Schedule: { ChargeAmount: string }[];
      };
      const cents = term.Schedule.reduce((sum, { ChargeAmount }) => sum + Math.round(Number(ChargeAmount) * 100), 0);
      expect(Math.round(Number(offer.totalContractValue) * 100)).toBe(cents);
      expect(offer.currency).toMatch(/^[A-Z]{3}$/);
    }
    expect(world.operations(LANTERNFISH)).toEqual([]);
  });

  it('is read from AWS on request, and drafts, active and expired ones are told apart', async () => {
    const { items } = await core.call('offers.list', { filter: { account }, pageSize: 200 });
    expect(new Set(items.map(({ state }) => state))).toEqual(new Set(['draft', 'active', 'expired']));
    const offer = await core.call('offers.get', { account, offerId: items[0]?.id ?? '', refresh: true });
    expect(world.operations(LANTERNFISH)).toEqual(['DescribeEntity']);
    expect(offer.summary.id).toBe(items[0]?.id);
  });

  it('is in the copy as soon as it is published, though AWS’s lists lag behind', async () => {
    world.catalog.setIndexLag(3_600_000);
    const { id, revision } = await makeDraft(core, account, { name: 'Just published' });
    const seen = core.eventsOf('offers.changed').length;
    const { change } = await core.call('offers.publish', {
      draftId: id,
      revision,
      intent: 'release',
      confirmedAccountId: LANTERNFISH,
    });
    await core.nextEvent('changes.changed', (later) => later.id === change.id && later.state === 'verified');
    await core.nextEvent('offers.changed', () => core.eventsOf('offers.changed').length > seen);
    const find = async () => (await core.call('offers.list', { filter: { account, text: 'Just published' } })).items;
    expect(await find()).toMatchObject([
      { state: 'active', madeHere: true, buyers: [expect.stringMatching(/^\d{12}$/)] },
    ]);
    // A list that does not have it yet takes nothing back, in a full sync neither.
    await syncToEnd(core, 'offers', { account });
    await syncToEnd(core, 'offers', { account, full: true });
    expect(await find()).toMatchObject([{ state: 'active' }]);
  });

  it('leaves the copy when AWS no longer knows it', async () => {
    const { items, total } = await core.call('offers.list', { filter: { account } });
    const state = world.catalog.save() as { entities: { id: string }[] };
    world.catalog.load({ ...state, entities: state.entities.filter(({ id }) => id !== items[0]?.id) });
    const failure = await core.failure('offers.get', { account, offerId: items[0]?.id, refresh: true });
    expect(failure.code).toBe('resource-not-found');
    expect((await core.call('offers.list', { filter: { account } })).total).toBe(total - 1);
  });

  it('has an address once it is released, by the template of its product type', async () => {
    const { urls } = await core.call('offers.urls', { refs: null, filter: { account } });
    const { items } = await core.call('offers.list', { filter: { account }, pageSize: 200 });
    expect(urls.map(({ offerId }) => offerId).sort()).toEqual(items.map(({ id }) => id).sort());
    for (const { state, url, offerId, awsAccountId } of urls) {
      expect(awsAccountId).toBe(LANTERNFISH);
      if (state === 'draft') expect(url).toBeNull();
      else expect(url).toContain(`offerId=${offerId}`);
    }
    await core.call('app.preferences.set', { urlTemplates: { SaaSProduct: 'https://example.com/{offerId}' } });
    const changed = await core.call('offers.urls', { refs: null, filter: { account } });
    const saas = changed.urls.filter(({ productType, state }) => productType === 'SaaSProduct' && state !== 'draft');
    expect(saas.length).toBeGreaterThan(0);
    expect(saas.every(({ url, offerId }) => url === `https://example.com/${offerId}`)).toBe(true);
  });

  it('is exported by selection as text to save, and an unknown one is refused', async () => {
    const { items } = await core.call('offers.list', { filter: { account, states: ['active'] } });
    const refs = items.slice(0, 2).map(({ id }) => ({ account, offerId: id }));
    const file = await core.call('offers.urlsText', { refs, filter: null, format: 'csv', headings: {} });
    expect(file).toMatchObject({ count: 2, mediaType: 'text/csv' });
    expect(file.suggestedName).toMatch(/^offer-urls-\d{4}-\d{2}-\d{2}\.csv$/);
    expect(file.text).toContain(`"=""${LANTERNFISH}"""`);
    const unknown = [{ account, offerId: 'offer-unknown' }];
    expect(await core.failure('offers.urls', { refs: unknown, filter: null })).toMatchObject({ code: 'not-found' });
    expect(await core.failure('offers.urls', { refs: null, filter: null })).toMatchObject({
      code: 'invalid-input',
      fields: [{ path: 'filter' }],
    });
  });
});
