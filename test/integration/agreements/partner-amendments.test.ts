import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/shared/domain/dates/plain-date.ts';
import type { AuthorizationDraft } from '../../../src/shared/domain/authorization/draft.ts';
import type { OfferDraft } from '../../../src/shared/domain/offer/draft.ts';
import { authorize, changeTypes, partnerInput, resell, RESALE_BUYER } from '../../support/channel-stage.ts';
import { syncToEnd } from '../../support/practice-world.ts';
import { reached, requestsOf, startPublishingStage, type PublishingStage } from '../../support/publishing-stage.ts';

const forBuyer = (draft: AuthorizationDraft): AuthorizationDraft => ({ ...draft, buyers: [RESALE_BUYER] });

/** The buyer has accepted an offer of the partner, sold with a markup of 10%. */
async function startWithAgreement() {
  const stage = await startPublishingStage();
  const { core } = stage;
  const received = await authorize(stage, true);
  const offer = await resell(stage, received, (draft) => ({ ...draft, markup: '10' }));
  const { change } = await core.call('offers.publish', offer.publish());
  const { entityId } = await reached(core, change.id, 'verified', 'failed', 'refused');
  const agreementId = await accept(stage, entityId);
  const { partner } = received;
  await syncToEnd(core, 'agreements', { account: partner });
  return { stage, core, partner, agreementId, first: received };
}

async function accept({ simulator }: PublishingStage, offerId: string | null) {
  return String((await simulator.control.acceptOffer({ offerId: offerId ?? '', buyerAccountId: RESALE_BUYER }))['id']);
}

describe('a channel partner’s amendment', () => {
  it('is made from an authorization that fits, with the open instalments carried over, and takes the agreement’s place', async () => {
    const { stage, core, partner, agreementId, first } = await startWithAgreement();
    const { authorizationId } = await authorize(stage, true, forBuyer);
    // Not read by hand before: the choices read what has changed.
    const { choices } = await core.call('channel.choices', { account: partner, agreementId });
    expect(choices[0]).toMatchObject({ authorization: { id: authorizationId }, refusal: null });
    expect(choices.find(({ authorization }) => authorization.state === 'expired')).toMatchObject({
      refusal: { messageKey: 'preflight:resale-not-usable', params: { context: 'expired' } },
    });
    const used = { account: partner, agreementId, authorizationId: first.authorizationId };
    expect((await core.failure('channel.amend', used)).fields?.[0]).toMatchObject({ params: { context: 'consumed' } });
    const { id } = await core.call('channel.amend', { account: partner, agreementId, authorizationId });
    const { document, revision } = await core.call('drafts.get', { id });
    expect(document).toMatchObject({
      source: { kind: 'resale-replacement', agreementId, authorizationId, ownPrices: true, replaced: { resold: true } },
      name: 'Atlas by Bramblegate',
      buyers: [RESALE_BUYER],
      markup: '10',
      eula: { kind: 'standard' },
    });
    // 10% more than the partner owes: what the buyer had still to pay.
    expect(document.installments.schedule.map(({ amount }) => amount)).toEqual(['1100', '1100', '1100']);
    const { findings } = await core.call('drafts.preflight', { id });
    expect(findings).toEqual([]);
    const { change } = await core.call('offers.publish', partnerInput({ id, revision }));
    const ended = await reached(core, change.id, 'verified', 'failed', 'refused');
    expect(ended).toMatchObject({ state: 'verified', differences: [], errors: [] });
    expect(changeTypes(stage)).toEqual([
      'CreateReplacementOfferUsingResaleAuthorization',
      'UpdateInformation',
      'UpdatePricingTerms',
      'UpdateValidityTerms',
      'UpdatePaymentScheduleTerms',
      'UpdateLegalTerms',
      'UpdateAvailability',
      'ReleaseOffer',
    ]);
    const successor = await accept(stage, ended.entityId);
    await syncToEnd(core, 'agreements', { account: partner });
    const old = await core.call('agreements.get', { account: partner, agreementId, refresh: true });
    expect(old.summary.status).toBe('REPLACED');
    expect(old.chain.map((each) => each.id)).toEqual([agreementId, successor]);
  });

  it('is refused where the authorization does not fit, and where the wrong way is taken, before anything is sent', async () => {
    const { stage, core, partner, agreementId } = await startWithAgreement();
    const other = await authorize(stage, true, (draft) => ({ ...draft, buyers: ['777788889999'] }));
    const plain = await authorize(stage, false, forBuyer);
    stage.simulator.control.clearRequests();
    const refusal = async (authorizationId: string) =>
      (await core.failure('channel.amend', { account: partner, agreementId, authorizationId })).fields?.[0];
    expect(await refusal(other.authorizationId)).toMatchObject({ messageKey: 'preflight:resale-buyers' });
    expect(await refusal(plain.authorizationId)).toMatchObject({
      messageKey: 'preflight:replacement-authorization',
      params: { context: 'contract' },
    });
    expect((await core.failure('agreements.amend', { account: partner, agreementId })).fields?.[0]).toMatchObject({
      messageKey: 'preflight:replacement-way',
      params: { context: 'direct' },
    });
    expect(requestsOf(stage.simulator, 'StartChangeSet')).toEqual([]);
  });

  it('keeps to its rules while it stands as a draft at AWS, also when it is opened anew', async () => {
    const { stage, core, partner, agreementId } = await startWithAgreement();
    const { authorizationId } = await authorize(stage, true, forBuyer);
    const { id } = await core.call('channel.amend', { account: partner, agreementId, authorizationId });
    const { revision, document } = await core.call('drafts.get', { id });
    const { change } = await core.call('offers.publish', partnerInput({ id, revision }, 'draft'));
    const made = await reached(core, change.id, 'verified', 'failed', 'refused');
    expect(made).toMatchObject({ state: 'verified', differences: [] });
    await core.call('drafts.remove', { id });

    const offerId = made.entityId ?? '';
    const again = await core.call('drafts.create', { account: partner, productId: null, fromOfferId: offerId });
    expect(again.document).toMatchObject({
      source: { kind: 'resale-replacement', agreementId, ownPrices: true, replaced: { status: 'ACTIVE' } },
      service: document.service,
      target: { offerId, state: 'Draft' },
    });
    const end = document.service.mode === 'end-date' ? document.service.endDate : '';
    const change2 = (endDate: string): OfferDraft => ({ ...again.document, service: { mode: 'end-date', endDate } });
    const early = await core.call('drafts.save', {
      id: again.id,
      revision: again.revision,
      document: change2(again.document.availabilityEndDate),
    });
    const refused = await core.failure('offers.publish', partnerInput({ id: again.id, revision: early.revision }));
    expect(refused.fields?.map(({ messageKey }) => messageKey)).toContain('preflight:replacement-end-past');

    const later = await core.call('drafts.save', {
      id: again.id,
      revision: early.revision,
      document: change2(addDays(end, 30)),
    });
    const { change: release } = await core.call(
      'offers.publish',
      partnerInput({ id: again.id, revision: later.revision }),
    );
    expect(await reached(core, release.id, 'verified', 'failed', 'refused')).toMatchObject({
      state: 'verified',
      differences: [],
      errors: [],
    });
    await accept(stage, offerId);
  });
});
