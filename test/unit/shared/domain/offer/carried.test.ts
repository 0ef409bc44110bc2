import { describe, expect, it } from 'vitest';
import { OfferdeckError } from '../../../../../src/shared/errors/app-error.ts';
import { compileOffer, type CompileOptions } from '../../../../../src/shared/domain/offer/compile.ts';
import type { OfferDraft } from '../../../../../src/shared/domain/offer/draft.ts';
import { asNewOffer, parseOffer, revisionOf } from '../../../../../src/shared/domain/offer/parse.ts';

const product = { id: 'prod-1111111111111', type: 'SaaSProduct' as const, title: 'Sample' };
const options: CompileOptions = { intent: 'release', eulaUrl: null, changeSetName: 'x' };

function document(terms: unknown[], more: Record<string, unknown> = {}) {
  return {
    Id: 'offer-1111111111111',
    State: 'Draft',
    Name: 'Sample offer',
    ProductId: product.id,
    PreExistingAgreement: null,
    Terms: [{ Type: 'LegalTerm', Documents: [{ Type: 'StandardEula', Version: '2022-07-14' }] }, ...terms],
    Rules: [],
    ...more,
  };
}

const usage = (more: Record<string, unknown> = {}) => ({
  Type: 'UsageBasedPricingTerm',
  CurrencyCode: 'USD',
  RateCards: [{ RateCard: [{ DimensionKey: 'calls', Price: '0.1', ...more }] }],
});
const parse = (terms: unknown[], more?: Record<string, unknown>) => parseOffer(document(terms, more), '3', product);

function details(draft: OfferDraft, change: string, changes: Partial<CompileOptions> = {}) {
  const request = compileOffer(draft, product, { ...options, ...changes });
  return request.ChangeSet.find(({ ChangeType }) => ChangeType === change)?.DetailsDocument;
}

function refusal(draft: OfferDraft) {
  try {
    compileOffer(draft, product, options);
  } catch (error) {
    if (error instanceof OfferdeckError) return error.data;
    throw error;
  }
  return null;
}

describe('what this version does not know', () => {
  const renewal = { Type: 'RenewalTerm', LockoutPeriod: 'P1M' };
  const novel = { Type: 'LoyaltyPricingTerm', Points: '5' };

  it('carries unknown terms and sends them with the list they stand in', () => {
    const draft = parse([usage(), renewal, novel]);
    expect(draft.carried.terms).toEqual([renewal, novel]);
    const clone = asNewOffer(draft);
    expect(details(clone, 'UpdatePricingTerms')?.['Terms']).toEqual([usage(), novel]);
    expect(details(clone, 'UpdateRenewalTerms')).toEqual({ Terms: [renewal] });
    // On the offer itself the renewal term stays untouched, while the pricing list is replaced as a whole.
    expect(details(draft, 'UpdatePricingTerms')?.['Terms']).toEqual([usage(), novel]);
    expect(details(draft, 'UpdateRenewalTerms')).toBeUndefined();
  });

  it('puts unknown members back where they were, also after rows were moved', () => {
    const term = {
      ...usage({ Tier: 'gold' }),
      Discount: '5',
    };
    const draft = parse([term]);
    expect(draft.carried.members).toEqual([
      { owner: 'UsageBasedPricingTerm', path: ['RateCards', 'usage', 'RateCard', 'calls', 'Tier'], value: 'gold' },
      { owner: 'UsageBasedPricingTerm', path: ['Discount'], value: '5' },
    ]);
    draft.usagePrices.unshift({ dimensionKey: 'storage', price: '1' });
    expect(details(draft, 'UpdatePricingTerms')?.['Terms']).toEqual([
      {
        ...term,
        RateCards: [
          {
            RateCard: [
              { DimensionKey: 'storage', Price: '1' },
              { DimensionKey: 'calls', Price: '0.1', Tier: 'gold' },
            ],
          },
        ],
      },
    ]);
  });

  it('keeps members of rules', () => {
    const targeting = {
      Type: 'TargetingRule',
      PositiveTargeting: { BuyerAccounts: ['111122223333'] },
      NegativeTargeting: { CountryCodes: ['FR'] },
    };
    const draft = parse([usage()], { Rules: [targeting] });
    expect(draft.buyers).toEqual(['111122223333']);
    expect(details(draft, 'UpdateTargeting')).toEqual({
      PositiveTargeting: { BuyerAccounts: ['111122223333'] },
      NegativeTargeting: { CountryCodes: ['FR'] },
    });
  });

  it.each<[string, OfferDraft, string]>([
    [
      'a term that no change can send',
      asNewOffer(parse([usage(), { Type: 'VariablePaymentTerm' }])),
      'VariablePaymentTerm',
    ],
    ['a second term of one kind', asNewOffer(parse([usage(), usage({ Tier: 'x' })])), 'UsageBasedPricingTerm'],
    ['a rule', asNewOffer(parse([usage()], { Rules: [{ Type: 'ExpressRule' }] })), 'ExpressRule'],
    ['what an offer is part of', asNewOffer(parse([usage()], { SourceOfferId: 'offer-1' })), 'Offer.SourceOfferId'],
    [
      'a member whose row was removed',
      { ...parse([usage({ Tier: 'gold' })]), usagePrices: [{ dimensionKey: 'storage', price: '1' }] },
      'UsageBasedPricingTerm.RateCards.usage.RateCard.calls.Tier',
    ],
    [
      'a validity of an unknown mix, replaced by one of ours',
      {
        ...parse([usage(), { Type: 'ValidityTerm', AgreementDuration: 'P1M', AgreementEndDate: '2027-01-01' }]),
        service: { mode: 'duration', duration: 'P30D' },
      },
      'ValidityTerm',
    ],
  ])('refuses to lose %s, by name', (_name, draft, terms) => {
    expect(refusal(draft)).toMatchObject({ code: 'unknown-terms-would-be-lost', params: { terms } });
  });

  it('leaves alone on an existing offer what no sent change replaces', () => {
    const draft = parse([usage(), { Type: 'VariablePaymentTerm' }], {
      ResaleAuthorizationId: 'resaleauthz-1',
      Rules: [{ Type: 'ExpressRule' }],
    });
    expect(refusal(draft)).toBeNull();
  });

  it('carries a known term in an unknown form whole', () => {
    const odd = { ...usage(), RateCards: [] };
    expect(parse([odd]).carried.terms).toEqual([odd]);
    const foreign = { ...usage(), CurrencyCode: 'EUR' };
    const contract = {
      Type: 'FixedUpfrontPricingTerm',
      CurrencyCode: 'USD',
      Price: '0',
      Grants: [{ DimensionKey: 'gold', MaxQuantity: 1 }],
    };
    expect(parse([contract, foreign]).carried.terms).toEqual([foreign]);
    expect(parse([{ ...contract, Price: '10' }]).carried.members).toEqual([
      { owner: 'FixedUpfrontPricingTerm', path: ['Price'], value: '10' },
    ]);
  });

  it('refuses what is no offer at all', () => {
    expect(() => parseOffer({ Id: 7 }, '1', product)).toThrow(OfferdeckError);
    expect(() => parseOffer(null, '1', product)).toThrow(OfferdeckError);
    expect(revisionOf('offer-1111111111111@12')).toBe('12');
  });
});
