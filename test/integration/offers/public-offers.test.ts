import { describe, expect, it } from 'vitest';
import type { OfferDraft } from '../../../src/shared/domain/offer/draft.ts';
import { seedId } from '../../../src/simulator/seed/ids.ts';
import {
  reached,
  requestsOf,
  SELLER,
  startPublishingStage,
  type PublishingStage,
} from '../../support/publishing-stage.ts';

type Stage = Pick<PublishingStage, 'core' | 'account'>;

const edit = ({ core, account }: Stage, slug: string) =>
  core.call('drafts.create', { account, productId: null, fromOfferId: seedId('offer', slug), changeInPlace: true });

async function save(
  { core }: Stage,
  draft: { id: string; revision: number; document: OfferDraft },
  changes: Partial<OfferDraft>,
) {
  const document = { ...draft.document, ...changes };
  const { revision } = await core.call('drafts.save', { id: draft.id, revision: draft.revision, document });
  return { id: draft.id, revision, document };
}

const publishInput = (draft: { id: string; revision: number; document: OfferDraft }, confirmed = true) => ({
  draftId: draft.id,
  revision: draft.revision,
  intent: 'release' as const,
  confirmedAccountId: SELLER,
  acknowledgedWarnings: ['public-price-increase', 'trial-second', 'product-limited'],
  confirmedPublicProductId: confirmed ? (draft.document.product?.id ?? null) : null,
});

describe('a public offer', () => {
  it('is listed as one, changed for everybody once that is confirmed, and read back', async () => {
    const stage = await startPublishingStage();
    const { core, account, simulator } = stage;
    const { jobId } = await core.call('offers.sync', { account });
    await core.nextEvent('jobs.changed', ({ id, endedAt }) => id === jobId && endedAt !== null);
    const filter = { account, publicOnly: true };
    const { items } = await core.call('offers.list', { pageSize: 200, filter });
    expect(items.length).toBeGreaterThan(5);
    expect(items.every(({ isPublic, buyers }) => isPublic === true && buyers.length === 0)).toBe(true);
    const opened = await edit(stage, 'public driftmeter');
    expect(opened.document).toMatchObject({
      source: { kind: 'public' },
      kind: 'saas-subscription',
      target: { state: 'Released' },
    });
    const draft = await save(stage, opened, {
      refundPolicy: 'Refunds within 14 days.',
      countryCodes: ['AQ'],
      excludesCountries: true,
      usagePrices: opened.document.usagePrices.map((line) => ({ ...line, price: '0.05' })),
    });
    expect((await core.call('drafts.preflight', { id: draft.id })).findings).toEqual([]);
    expect(await core.failure('offers.publish', publishInput(draft, false))).toMatchObject({
      code: 'public-offer-unconfirmed',
    });
    expect(requestsOf(simulator, 'StartChangeSet')).toHaveLength(0);
    const { change } = await core.call('offers.publish', publishInput(draft));
    expect(change.kind).toBe('public-offer-change');
    const done = await reached(core, change.id, 'verified');
    expect(done.differences).toEqual([]);
    const { document, summary } = await core.call('offers.get', { account, offerId: change.entityId ?? '' });
    expect(summary.isPublic).toBe(true);
    expect(document).toMatchObject({
      Rules: [{ Type: 'TargetingRule', NegativeTargeting: { CountryCodes: ['AQ'] } }],
    });
    // The clone of a public offer is a private one, whatever edit of it lies open.
    const clone = await core.call('drafts.create', { account, productId: null, fromOfferId: change.entityId ?? '' });
    expect([clone.document.source.kind, clone.document.target]).toEqual(['direct', null]);
  });

  it('is left alone by bulk runs and by edits of private offers', async () => {
    const stage = await startPublishingStage();
    const { core, account } = stage;
    const opened = await edit(stage, 'public atlas');
    const { rows } = await core.call('bulk.preview', {
      action: { kind: 'publish', draftIds: [opened.id], intent: 'release', acknowledgedWarnings: [] },
    });
    expect(rows[0]?.problems.map(({ messageKey }) => messageKey)).toContain('bulk:problem.publicOffer');
    const fromPrivate = { account, productId: null, fromOfferId: seedId('offer', 'atlas active'), changeInPlace: true };
    expect(await core.failure('drafts.create', fromPrivate)).toMatchObject({ code: 'not-a-public-offer' });
    const plan = await core.call('offers.plan', {
      account,
      offerId: seedId('offer', 'public atlas'),
      action: { kind: 'rename', name: 'New', description: 'New' },
    });
    expect(plan.findings).toMatchObject([
      { ruleId: 'life.public-rename', params: { product: 'Lanternfish Atlas Insights' } },
    ]);
  });

  it('keeps a raise from being mixed with a fall, before anything is sent', async () => {
    const stage = await startPublishingStage();
    const opened = await edit(stage, 'public driftmeter');
    const [first, second] = opened.document.usagePrices;
    const draft = await save(stage, opened, {
      usagePrices: [
        { dimensionKey: first?.dimensionKey ?? '', price: '9' },
        { dimensionKey: second?.dimensionKey ?? '', price: '0.01' },
      ],
    });
    const refusal = await stage.core.failure('offers.publish', publishInput(draft));
    expect(refusal.fields.map(({ messageKey }) => messageKey)).toEqual(['preflight:public-price-mixed']);
  });
});

describe('a public free trial', () => {
  it('is made for a product, changed, and cannot be given a last day', async () => {
    const stage = await startPublishingStage();
    const { core, account } = stage;
    const productId = seedId('prod', 'driftmeter');
    const started = await core.call('drafts.create', { account, productId, fromOfferId: null, freeTrial: true });
    expect(started.document).toMatchObject({ source: { kind: 'public' }, kind: 'saas-free-trial', buyers: [] });
    const draft = await save(stage, started, {
      name: 'Driftmeter trial',
      description: 'Two weeks',
      freeTrial: {
        duration: 'P20D',
        grants: started.document.freeTrial.grants.map((grant) => ({ ...grant, quantity: '100' })),
      },
    });
    const { change } = await core.call('offers.publish', publishInput(draft));
    expect((await reached(core, change.id, 'verified')).differences).toEqual([]);
    const offerId = (await core.call('changes.get', { id: change.id })).entityId ?? '';
    const opened = await core.call('drafts.create', {
      account,
      productId: null,
      fromOfferId: offerId,
      changeInPlace: true,
    });
    const longer = await save(stage, opened, { freeTrial: { ...opened.document.freeTrial, duration: 'P21D' } });
    const { json } = await core.call('drafts.request', { id: longer.id, intent: 'release' });
    expect((JSON.parse(json) as { ChangeSet: unknown[] }).ChangeSet).toMatchObject([
      { ChangeType: 'UpdatePricingTerms', DetailsDocument: { PricingModel: 'Free', Terms: [{ Duration: 'P21D' }] } },
    ]);
    const second = await core.call('offers.publish', publishInput(longer));
    await reached(core, second.change.id, 'verified');
    const plan = await core.call('offers.plan', { account, offerId, action: { kind: 'cancel' } });
    expect(plan.findings.map(({ ruleId }) => ruleId)).toContain('life.not-private');
  });
});
