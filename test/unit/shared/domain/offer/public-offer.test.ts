import { describe, expect, it } from 'vitest';
import { compareOffers } from '../../../../../src/shared/domain/offer/compare.ts';
import { compileOffer } from '../../../../../src/shared/domain/offer/compile.ts';
import type { OfferDraft } from '../../../../../src/shared/domain/offer/draft.ts';
import { asNewOffer, parseOffer } from '../../../../../src/shared/domain/offer/parse.ts';
import { preflight } from '../../../../../src/shared/domain/offer/preflight/index.ts';
import { shownSteps } from '../../../../../src/shared/domain/offer/wizard/definition.ts';
import type { Product } from '../../../../../src/shared/domain/product/product.ts';
import { exampleCase } from '../../../../support/example-case.ts';

const ID = 'offer-public1234567';

interface Parts {
  readonly State?: string;
  readonly Terms?: unknown[];
  readonly Rules?: unknown[];
}

const usage = (price: string) => ({
  Type: 'UsageBasedPricingTerm',
  CurrencyCode: 'USD',
  RateCards: [{ RateCard: [{ DimensionKey: 'api_calls', Price: price, Tier: 'new' }] }],
});
const trial = {
  Type: 'FreeTrialPricingTerm',
  Duration: 'P14D',
  Grants: [{ DimensionKey: 'api_calls', MaxQuantity: 5 }],
};
const legal = { Type: 'LegalTerm', Documents: [{ Type: 'StandardEula', Version: '2022-07-14' }] };

const { product } = exampleCase({ kind: 'saas-subscription', installments: false });
const context = { today: '2026-12-01', sellerAccountId: '111122223333', eulaBucketConfigured: true };

function read({ State = 'Released', Terms = [usage('0.5'), legal], Rules = [] }: Parts = {}, of: Product = product) {
  const document = { Id: ID, State, Name: 'Public', Description: 'For all', ProductId: of.id, Terms, Rules };
  return parseOffer(document, '3', of);
}

function changesOf(held: OfferDraft, draft: OfferDraft): unknown[] {
  const { ChangeSet } = compileOffer(draft, product, { intent: 'release', eulaUrl: null, changeSetName: 'x', held });
  return ChangeSet.map(({ ChangeType, Entity, DetailsDocument }) => [ChangeType, Entity.Identifier, DetailsDocument]);
}

const idsOf = (draft: OfferDraft, held: OfferDraft) =>
  preflight(draft, product, { ...context, held }).map(({ ruleId, severity }) => `${severity} ${ruleId}`);

describe('what is read as a public offer', () => {
  const availability = { Type: 'AvailabilityRule', AvailabilityEndDate: '2026-12-31T23:59:59.999Z' };
  const buyers = { Type: 'TargetingRule', PositiveTargeting: { BuyerAccounts: ['111122223333'] } };
  const recurring = { Type: 'RecurringPaymentTerm', CurrencyCode: 'USD', BillingPeriod: 'Monthly', Price: '9' };
  it.each<[string, Parts, string]>([
    ['a released offer that names nobody and never expires', {}, 'public'],
    ['a released offer with an expiry, as one in place of an agreement', { Rules: [availability] }, 'direct'],
    ['an offer with buyers', { Rules: [buyers, availability] }, 'direct'],
    ['a draft that could become either', { State: 'Draft' }, 'direct'],
    ['a draft with a free trial', { State: 'Draft', Terms: [trial] }, 'public'],
    ['a draft with a monthly fee', { State: 'Draft', Terms: [usage('1'), recurring] }, 'public'],
  ])('%s', (_name, parts, source) => {
    expect(read(parts).source.kind).toBe(source);
  });

  it('keeps the countries that it is not for, and what else stands in a rule', () => {
    const excluding = { Type: 'TargetingRule', NegativeTargeting: { CountryCodes: ['AQ'] } };
    const held = read({ Rules: [excluding] });
    expect([held.countryCodes, held.excludesCountries, held.carried.rules]).toEqual([['AQ'], true, []]);
    const strange = { ...excluding, NegativeTargeting: { CountryCodes: ['AQ'], Programs: ['x'] } };
    expect(read({ Rules: [strange] }).carried.rules).toEqual([strange]);
  });

  it('is cloned as a private offer, and a free trial as a trial', () => {
    expect(asNewOffer(read()).source).toEqual({ kind: 'direct' });
    const held = read({ Terms: [trial, legal] });
    expect([held.kind, asNewOffer(held).source]).toEqual(['saas-free-trial', { kind: 'public' }]);
  });
});

describe('a change of a public offer', () => {
  it('sends the whole list of prices with what this version does not know, and nothing else', () => {
    const held = read();
    const draft = { ...held, usagePrices: [{ dimensionKey: 'api_calls', price: '0.4' }] };
    const card = { DimensionKey: 'api_calls', Price: '0.4', Tier: 'new' };
    const Terms = [{ ...usage('0.4'), RateCards: [{ RateCard: [card] }] }];
    expect(changesOf(held, draft)).toEqual([['UpdatePricingTerms', `${ID}@3`, { PricingModel: 'Usage', Terms }]]);
    expect(idsOf(draft, held)).toEqual([]);
  });

  it('keeps Free what costs nothing', () => {
    const held = read({ Terms: [usage('0'), legal] });
    const draft = { ...held, refundPolicy: 'None.', usagePrices: [{ dimensionKey: 'api_calls', price: '0.00' }] };
    expect(changesOf(held, draft)).toEqual([
      ['UpdateSupportTerms', `${ID}@3`, { Terms: [{ Type: 'SupportTerm', RefundPolicy: 'None.' }] }],
    ]);
    const priced = compileOffer({ ...held, target: null }, product, {
      intent: 'draft',
      eulaUrl: null,
      changeSetName: 'x',
    });
    expect(priced.ChangeSet).toContainEqual(
      expect.objectContaining({ DetailsDocument: expect.objectContaining({ PricingModel: 'Free' }) as unknown }),
    );
  });

  it('turns a list of countries into one of countries left out', () => {
    const held = read({ Rules: [{ Type: 'TargetingRule', PositiveTargeting: { CountryCodes: ['US', 'DE'] } }] });
    const draft = { ...held, excludesCountries: true };
    expect(changesOf(held, draft)).toEqual([
      ['UpdateTargeting', `${ID}@3`, { NegativeTargeting: { CountryCodes: ['US', 'DE'] } }],
    ]);
    expect(compareOffers(held, draft).map(({ path }) => path)).toEqual(['excludesCountries']);
  });

  it('sends the trial of an offer together with its prices', () => {
    const held = read({ Terms: [usage('0.5'), trial, legal] });
    const draft = { ...held, freeTrial: { ...held.freeTrial, duration: 'P21D' } };
    const [[, , details]] = changesOf(held, draft) as [[string, string, { PricingModel: string; Terms: unknown[] }]];
    expect([details.PricingModel, details.Terms.length, details.Terms[1]]).toEqual([
      'Usage',
      2,
      { ...trial, Duration: 'P21D' },
    ]);
  });

  it('is held to what AWS takes after the release, and not to what was so before', () => {
    const held = { ...read(), description: '' };
    expect(idsOf(held, held)).toEqual([]);
    expect(idsOf({ ...held, refundPolicy: ' spaced' }, held)).toEqual(['error refund-policy-blank']);
    expect(idsOf({ ...held, usagePrices: [] }, held)).toEqual([
      'error public-price-removed',
      'error usage-price-missing',
    ]);
    expect(idsOf({ ...held, usagePrices: [{ dimensionKey: 'api_calls', price: '0.6' }] }, held)).toEqual([
      'warning public-price-increase',
    ]);
    expect(idsOf({ ...held, source: { kind: 'direct' } }, held)).toContain('error locked-after-release');
    expect(idsOf({ ...held, availabilityEndDate: '2026-12-31' }, held)).toEqual([]);
  });

  it('is edited in the steps that it has', () => {
    const all = shownSteps(read());
    expect(all).toEqual(['product-buyers', 'details', 'pricing', 'eula', 'terms', 'review']);
    expect(shownSteps(read({ Terms: [trial, legal] }))).not.toContain('terms');
  });
});
