import { describe, expect, it } from 'vitest';
import { EMPTY_RENEWAL_TERM } from '../../../src/shared/domain/offer/draft-terms.ts';
import type { OfferDraft } from '../../../src/shared/domain/offer/draft.ts';
import { templateFromSchedule } from '../../../src/shared/domain/offer/wizard/renewal-template.ts';
import { makeDraft, publishInput, reached, requestsOf, startPublishingStage } from '../../support/publishing-stage.ts';

const CUSTOM = {
  key: 'custom-4711',
  name: 'Custom seats',
  description: 'As agreed in deal 4711',
  unit: 'Units',
  type: 'Entitled' as const,
};

function withNewDimension(draft: OfferDraft): OfferDraft {
  const grants = [{ dimensionKey: CUSTOM.key, quantity: '7' }];
  return { ...draft, newDimensions: [CUSTOM], installments: { ...draft.installments, grants } };
}

describe('terms beside price, service and EULA', () => {
  it('stand at AWS as they were meant, in another currency', async () => {
    const { core, account } = await startPublishingStage();
    const draft = await makeDraft(core, account, {
      change: (made) => ({
        ...made,
        currency: 'EUR',
        netPayment: 'P45D',
        refundPolicy: 'Full refund within 14 days.',
        renewalTerm: {
          ...EMPTY_RENEWAL_TERM,
          lockoutDays: '30',
          adjustmentDays: '60',
          priceIncrease: { kind: 'range', value: '', min: '0', max: '8.5', usual: '5' },
          template: templateFromSchedule(made.installments.schedule) ?? EMPTY_RENEWAL_TERM.template,
        },
      }),
    });
    const { change } = await core.call('offers.publish', publishInput(draft));
    const done = await reached(core, change.id, 'verified', 'failed', 'refused');
    expect(done).toMatchObject({ state: 'verified', differences: [], errors: [] });
    const { terms } = await core.call('offers.get', { account, offerId: done.offerId ?? '' });
    expect(terms.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['NetPaymentTerm', 'RenewalTerm', 'SupportTerm', 'PaymentScheduleTerm']),
    );
  });
});

describe('a dimension that comes with the offer', () => {
  it('needs to be read of before, is made in the same change set, and is in the copy of the product afterwards', async () => {
    const { core, account, simulator } = await startPublishingStage();
    const draft = await makeDraft(core, account, { change: withNewDimension });
    await expect(core.call('offers.publish', publishInput(draft))).rejects.toMatchObject({
      data: { code: 'preflight-failed' },
    });
    const input = { ...publishInput(draft), acknowledgedWarnings: ['new-dimension-changes-product'] };
    const { change } = await core.call('offers.publish', input);
    const done = await reached(core, change.id, 'verified', 'failed', 'refused');
    expect(done).toMatchObject({ state: 'verified', differences: [], errors: [] });
    expect(requestsOf(simulator, 'StartChangeSet')).toHaveLength(1);
    expect(done.entities.map(({ type }) => type)).toEqual(['SaaSProduct', 'Offer']);
    const product = await core.call('products.get', { account, productId: done.productId ?? '' });
    expect(product.dimensions).toContainEqual(expect.objectContaining({ key: CUSTOM.key, types: ['Entitled'] }));
  });

  it('is not sent again when the offer that stands as a draft at AWS is released', async () => {
    const { core, account, simulator } = await startPublishingStage();
    const draft = await makeDraft(core, account, { change: withNewDimension });
    const { change } = await core.call('offers.publish', publishInput(draft, 'draft'));
    await reached(core, change.id, 'verified');
    const { change: release } = await core.call('offers.publish', publishInput(draft));
    expect(await reached(core, release.id, 'verified', 'failed', 'refused')).toMatchObject({ state: 'verified' });
    const added = requestsOf(simulator, 'StartChangeSet').filter(({ input }) =>
      JSON.stringify(input).includes('AddDimensions'),
    );
    expect(added).toHaveLength(1);
  });
});
