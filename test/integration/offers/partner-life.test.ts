import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/shared/domain/dates/plain-date.ts';
import type { OfferAction } from '../../../src/shared/domain/offer/life/action.ts';
import { authorize, changeTypes, partnerInput, resell, RESALE_BUYER } from '../../support/channel-stage.ts';
import { reached, SELLER, startPublishingStage, type PublishingStage } from '../../support/publishing-stage.ts';

/** A multi-use authorization open to any buyer, and an offer from it. */
async function startWithOffer(intent: 'release' | 'draft') {
  const stage = await startPublishingStage();
  const { core } = stage;
  const received = await authorize(stage, false);
  const offer = await resell(stage, received, (draft) => ({ ...draft, markup: '12.5' }));
  const { change } = await core.call('offers.publish', offer.publish(intent));
  const made = await reached(core, change.id, 'verified', 'failed', 'refused');
  expect(made).toMatchObject({ state: 'verified', differences: [] });
  return { stage, core, ...received, offerId: made.entityId ?? '' };
}

async function act({ core }: PublishingStage, account: string, offerId: string, action: OfferAction) {
  const plan = await core.call('offers.plan', { account, offerId, action });
  const { change } = await core.call('offers.change', {
    account,
    offerId,
    action,
    revision: plan.revision,
    confirmedAccountId: plan.awsAccountId,
    acknowledgedWarnings: plan.findings.map(({ ruleId }) => ruleId),
  });
  return { plan, ended: await reached(core, change.id, 'verified', 'failed', 'refused') };
}

describe('the life of a channel partner’s offer', () => {
  it('moves its expiration, gets another name, is cloned, and cancelled', async () => {
    const { stage, core, partner, authorizationId, offerId } = await startWithOffer('release');
    const { summary } = await core.call('offers.get', { account: partner, offerId });
    // Told by the authorization: AWS shows the partner no product.
    expect(summary.productTitle).toBe('Lanternfish Atlas Insights');
    const found = await core.call('offers.list', {
      filter: { account: partner, text: 'atlas insights' },
      pageSize: 50,
    });
    expect(found.items.map(({ id }) => id)).toContain(offerId);

    const later = addDays(summary.availabilityEndDate ?? '', 10);
    const moved = await act(stage, partner, offerId, {
      kind: 'expiry',
      availabilityEndDate: later,
      agreementDuration: null,
    });
    expect(moved.ended).toMatchObject({ state: 'verified', differences: [] });
    const renamed = await act(stage, partner, offerId, { kind: 'rename', name: 'Atlas, second try', description: 'x' });
    expect(renamed.ended).toMatchObject({ state: 'verified', differences: [] });

    const clone = await core.call('drafts.create', { account: partner, productId: null, fromOfferId: offerId });
    expect(clone.document).toMatchObject({
      source: { kind: 'resale', authorizationId, ownPrices: false, received: { seller: SELLER, state: 'reusable' } },
      name: 'Atlas, second try',
      markup: '12.5',
      buyers: [RESALE_BUYER],
      eula: { kind: 'held-by-aws' },
      target: null,
    });
    // The wholesale prices, not those with the markup on them: it would be put on twice.
    expect(clone.document.contract.rateCards[0]?.prices[0]?.price).toBe('150.5');
    const published = await core.call('offers.publish', partnerInput(clone));
    expect(await reached(core, published.change.id, 'verified', 'failed', 'refused')).toMatchObject({
      state: 'verified',
      differences: [],
    });
    expect(changeTypes(stage)[0]).toBe('CreateOfferUsingResaleAuthorization');

    const cancelled = await act(stage, partner, offerId, { kind: 'cancel' });
    expect(cancelled.ended).toMatchObject({ state: 'verified', differences: [] });
    const after = await core.call('offers.get', { account: partner, offerId });
    expect(after.summary.state).toBe('expired');
  });

  it('gets another name as a draft at AWS and is released from there, by the rules of its authorization', async () => {
    const { stage, core, partner, account, authorizationId, offerId } = {
      ...(await startWithOffer('draft').then((started) => ({ ...started, account: started.stage.account }))),
    };
    const renamed = await act(stage, partner, offerId, { kind: 'rename', name: 'Atlas by draft', description: 'x' });
    expect(renamed.plan.findings).toEqual([]);
    expect(renamed.ended).toMatchObject({ state: 'verified', differences: [] });
    const plan = await core.call('offers.plan', { account: partner, offerId, action: { kind: 'release' } });
    expect(plan.findings).toEqual([]);
    const { change } = await core.call('authorizations.restrict', {
      account,
      authorizationId,
      confirmedAccountId: SELLER,
      typedName: authorizationId,
    });
    await reached(core, change.id, 'verified', 'failed');
    const late = await core.call('offers.plan', { account: partner, offerId, action: { kind: 'release' } });
    expect(late.findings).toMatchObject([{ ruleId: 'resale-not-usable', params: { context: 'deactivated' } }]);
    expect(
      await core.failure('offers.change', {
        account: partner,
        offerId,
        action: { kind: 'release' },
        revision: late.revision,
        confirmedAccountId: late.awsAccountId,
      }),
    ).toMatchObject({ code: 'preflight-failed' });
  });
});
