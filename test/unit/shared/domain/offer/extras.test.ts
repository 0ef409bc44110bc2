import { describe, expect, it } from 'vitest';
import { compileOffer, type CompileOptions } from '../../../../../src/shared/domain/offer/compile.ts';
import { EMPTY_RENEWAL_TERM } from '../../../../../src/shared/domain/offer/draft-terms.ts';
import { createOfferDraft, type OfferDraft } from '../../../../../src/shared/domain/offer/draft.ts';
import { asNewOffer, parseOffer } from '../../../../../src/shared/domain/offer/parse.ts';
import { OfferdeckError } from '../../../../../src/shared/errors/app-error.ts';

const product = { id: 'prod-1111111111111', type: 'SaaSProduct' as const, title: 'Sample' };
const options: CompileOptions = { intent: 'draft', eulaUrl: null, changeSetName: 'x' };
const target = { offerId: 'offer-1111111111111', revision: '3', state: 'Draft' as const };

const draftOf = (changes: Partial<OfferDraft>): OfferDraft => ({ ...createOfferDraft(), product, ...changes });

function changesOf(draft: OfferDraft, more: Partial<CompileOptions> = {}): Record<string, unknown> {
  const { ChangeSet } = compileOffer(draft, product, { ...options, ...more });
  return Object.fromEntries(ChangeSet.map(({ ChangeType, DetailsDocument }) => [ChangeType, DetailsDocument]));
}

function refusedFields(draft: OfferDraft): string[] {
  try {
    compileOffer(draft, product, options);
    return [];
  } catch (error) {
    if (error instanceof OfferdeckError) return error.data.fields.map(({ path }) => path);
    throw error;
  }
}

const ranged = {
  ...EMPTY_RENEWAL_TERM,
  lockoutDays: '30',
  adjustmentDays: '60',
  maxRenewals: '2',
  priceIncrease: { kind: 'range' as const, value: '7', min: '0', max: '8', usual: '5' },
  template: {
    unit: 'months' as const,
    charges: [
      { offset: '0', percentage: '50', dayOfMonth: '15' },
      { offset: '6', percentage: '50', dayOfMonth: '' },
      { offset: '', percentage: '', dayOfMonth: '' },
    ],
  },
};

describe('terms beside price, service and EULA', () => {
  it('are sent in the form that AWS documents', () => {
    const changes = changesOf(
      draftOf({
        netPayment: 'P45D',
        refundPolicy: 'No refunds after 30 days.',
        renewalTerm: ranged,
        customerVerification: { strategy: 'AutoApproveOnExpiration', days: '3' },
        offerSetId: 'offerset-abcdefghijklm',
      }),
    );
    expect(changes['CreateOffer']).toEqual({ ProductId: product.id, OfferSetId: 'offerset-abcdefghijklm' });
    expect(changes['UpdateNetPaymentTerms']).toEqual({ Terms: [{ Type: 'NetPaymentTerm', PaymentDuePeriod: 'P45D' }] });
    expect(changes['UpdateSupportTerms']).toEqual({
      Terms: [{ Type: 'SupportTerm', RefundPolicy: 'No refunds after 30 days.' }],
    });
    expect(changes['UpdateCustomerVerificationTerms']).toEqual({
      Terms: [
        { Type: 'CustomerVerificationTerm', ApprovalStrategy: 'AutoApproveOnExpiration', ExpirationDuration: 'P3D' },
      ],
    });
    expect(changes['UpdateRenewalTerms']).toEqual({
      Terms: [
        {
          Type: 'RenewalTerm',
          LockoutPeriod: 'P30D',
          AdjustmentDeadline: 'P60D',
          MaxRenewals: 2,
          PriceIncrease: {
            Type: 'PercentageRange',
            Range: { MinValue: '0.00', MaxValue: '8.00', DefaultValue: '5.00' },
          },
          TermTemplates: [
            {
              Type: 'PaymentScheduleTermTemplate',
              Schedule: [
                { ChargeDateOffset: 'P0M', ChargePercentage: '50', DayOfMonth: 15 },
                { ChargeDateOffset: 'P6M', ChargePercentage: '50' },
              ],
            },
          ],
        },
      ],
    });
  });

  it('are left out where nothing was chosen', () => {
    expect(Object.keys(changesOf(draftOf({ refundPolicy: '  ' })))).toEqual(['CreateOffer', 'UpdateLegalTerms']);
  });

  it('name the field that cannot be sent as typed', () => {
    const broken = { ...ranged, lockoutDays: 'a month', priceIncrease: { ...ranged.priceIncrease, max: '' } };
    expect(refusedFields(draftOf({ renewalTerm: broken, netPayment: '45' })).toSorted()).toEqual([
      'netPayment',
      'renewalTerm.lockoutDays',
      'renewalTerm.priceIncrease.max',
    ]);
  });

  it('are taken off a draft at AWS by an empty list, and not touched where nothing changed', () => {
    const held = draftOf({ target, netPayment: 'P30D', renewalTerm: ranged, refundPolicy: 'None.' });
    const changed = { ...held, netPayment: '', renewalTerm: null };
    expect(changesOf(changed, { held })).toEqual({
      UpdateNetPaymentTerms: { Terms: [] },
      UpdateRenewalTerms: { Terms: [] },
    });
    expect(changesOf(held, { held })).toEqual({});
  });

  it('are carried whole in a form that a draft cannot hold, and never overwritten unseen', () => {
    const foreign = { Type: 'NetPaymentTerm', PaymentDuePeriod: 'P1M' };
    const document = { Id: target.offerId, State: 'Draft', ProductId: product.id, Terms: [foreign] };
    const draft = parseOffer(document, '3', product);
    expect(draft.netPayment).toBe('');
    expect(draft.carried.terms).toEqual([foreign]);
    expect(changesOf(asNewOffer({ ...draft, eula: createOfferDraft().eula }))['UpdateNetPaymentTerms']).toEqual({
      Terms: [foreign],
    });
    const replaced = asNewOffer({ ...draft, netPayment: 'P30D', eula: createOfferDraft().eula });
    expect(() => compileOffer(replaced, product, options)).toThrow('unknown-terms-would-be-lost');
  });

  it('put new members back where they were', () => {
    const term = {
      Type: 'RenewalTerm',
      PriceIncrease: { Type: 'FixedPercentage', Value: '5.00', Index: 'CPI' },
      Notice: 'P10D',
    };
    const document = { Id: target.offerId, State: 'Draft', ProductId: product.id, Terms: [term] };
    const draft = { ...asNewOffer(parseOffer(document, '3', product)), eula: createOfferDraft().eula };
    expect(changesOf(draft)['UpdateRenewalTerms']).toEqual({ Terms: [term] });
  });

  it('leave the offer set to the offer that was made for it', () => {
    const document = {
      Id: target.offerId,
      State: 'Draft',
      ProductId: product.id,
      OfferSetId: 'offerset-abcdefghijklm',
    };
    const draft = parseOffer(document, '3', product);
    expect(draft.offerSetId).toBe('offerset-abcdefghijklm');
    expect(asNewOffer(draft).offerSetId).toBeNull();
  });
});
