import { describe, expect, it } from 'vitest';
import type { OfferDraft } from '../../../src/shared/domain/offer/draft.ts';
import { addDays } from '../../../src/shared/domain/dates/plain-date.ts';
import { PARTNER } from '../../support/authorization-stage.ts';
import { authorize, changeTypes, resell, RESALE_BUYER } from '../../support/channel-stage.ts';
import { reached, SELLER, startPublishingStage } from '../../support/publishing-stage.ts';

describe('a channel partner’s offer', () => {
  it('inherits what the authorization says, is sold with a markup, and the buyer’s agreement shows at the partner', async () => {
    const stage = await startPublishingStage();
    const { core, simulator } = stage;
    const received = await authorize(stage, true);
    const offer = await resell(stage, received, (draft) => ({ ...draft, markup: '10' }));
    expect(offer.document).toMatchObject({
      source: { kind: 'resale', authorizationId: received.authorizationId, received: { seller: SELLER } },
      eula: { kind: 'held-by-aws' },
      installments: { enabled: true, grants: [{ dimensionKey: 'users', quantity: '50' }] },
    });
    const { findings } = await core.call('drafts.preflight', { id: offer.id });
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    const { change } = await core.call('offers.publish', offer.publish());
    const done = await reached(core, change.id, 'verified', 'failed', 'refused');
    expect(done).toMatchObject({ state: 'verified', differences: [], error: null });
    expect(changeTypes(stage)).toEqual([
      'CreateOfferUsingResaleAuthorization',
      'UpdateMarkup',
      'UpdateTargeting',
      'UpdateAvailability',
      'ReleaseOffer',
    ]);
    const read = await core.call('offers.get', { account: received.partner, offerId: done.entityId ?? '' });
    expect(read.totalContractValue).toBe('3300');
    await simulator.control.acceptOffer({ offerId: done.entityId ?? '', buyerAccountId: RESALE_BUYER });
    const { jobId } = await core.call('agreements.sync', { account: received.partner });
    await core.nextEvent('jobs.changed', ({ id, endedAt }) => id === jobId && endedAt !== null);
    const { items } = await core.call('agreements.list', { filter: { account: received.partner } });
    expect(items.some(({ offerId }) => offerId === done.entityId)).toBe(true);
  });

  it('can have a price and amounts of its own on the dates of the authorization, and never less than is owed', async () => {
    const stage = await startPublishingStage();
    const { core } = stage;
    const received = await authorize(stage, true);
    const priced = (amount: string) => (draft: OfferDraft) => ({
      ...draft,
      source: { ...draft.source, ownPrices: true } as OfferDraft['source'],
      installments: {
        ...draft.installments,
        schedule: draft.installments.schedule.map(({ date }) => ({ date, amount })),
      },
    });
    const low = await resell(stage, received, priced('999.99'));
    expect(await core.failure('offers.publish', low.publish())).toMatchObject({
      code: 'preflight-failed',
      fields: [expect.objectContaining({ messageKey: 'preflight:resale-schedule-total' })],
    });
    const fair = await resell(stage, received, priced('1500.00'));
    const { change } = await core.call('offers.publish', fair.publish());
    const done = await reached(core, change.id, 'verified', 'failed', 'refused');
    expect(done).toMatchObject({ state: 'verified', differences: [], error: null });
    expect(changeTypes(stage)).toContain('UpdatePricingTerms');
    expect(changeTypes(stage)).not.toContain('UpdateMarkup');
  });

  it('stands as a draft at AWS, gets another markup, and is not released once the seller has deactivated the authorization', async () => {
    const stage = await startPublishingStage();
    const { core, account } = stage;
    const received = await authorize(stage, false);
    const offer = await resell(stage, received, (draft) => ({ ...draft, markup: '5' }));
    const { change } = await core.call('offers.publish', offer.publish('draft'));
    const made = await reached(core, change.id, 'verified', 'failed', 'refused');
    expect(made).toMatchObject({ state: 'verified', differences: [] });
    const again = await core.call('drafts.create', {
      account: received.partner,
      productId: null,
      fromOfferId: made.entityId ?? '',
    });
    expect(again.document).toMatchObject({ markup: '5', target: { state: 'Draft' }, carried: { members: [] } });
    const saved = await core.call('drafts.save', {
      id: again.id,
      revision: again.revision,
      document: {
        ...again.document,
        markup: '7.5',
        availabilityEndDate: addDays(again.document.availabilityEndDate, -1),
      },
    });
    const wish = { draftId: again.id, confirmedAccountId: PARTNER, acknowledgedWarnings: [] };
    const more = await core.call('offers.publish', { ...wish, revision: saved.revision, intent: 'draft' });
    expect(await reached(core, more.change.id, 'verified', 'failed', 'refused')).toMatchObject({
      state: 'verified',
      differences: [],
    });
    expect(changeTypes(stage)).toEqual(['UpdateMarkup', 'UpdateAvailability']);
    const restricted = await core.call('authorizations.restrict', {
      account,
      authorizationId: received.authorizationId,
      confirmedAccountId: SELLER,
      typedName: received.authorizationId,
    });
    await reached(core, restricted.change.id, 'verified', 'failed');
    expect(
      await core.failure('offers.publish', { ...wish, revision: saved.revision, intent: 'release' }),
    ).toMatchObject({
      code: 'preflight-failed',
      fields: [expect.objectContaining({ messageKey: 'preflight:resale-not-usable' })],
    });
    expect(
      await core.failure('channel.offer', { account: received.partner, authorizationId: received.authorizationId }),
    ).toMatchObject({ code: 'preflight-failed' });
  });
});
