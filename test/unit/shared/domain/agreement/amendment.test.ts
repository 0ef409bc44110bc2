import { describe, expect, it } from 'vitest';
import type { AgreementSummary, Payment } from '../../../../../src/shared/domain/agreement/agreement.ts';
import {
  toAmendmentDraft,
  toRenewalDraft,
  type AmendedAgreement,
} from '../../../../../src/shared/domain/agreement/amendment.ts';
import { toPartnerAmendment } from '../../../../../src/shared/domain/agreement/partner-amendment.ts';
import { compileOffer } from '../../../../../src/shared/domain/offer/compile.ts';
import { createOfferDraft, offerDraftSchema, type OfferDraft } from '../../../../../src/shared/domain/offer/draft.ts';
import { compareOffers } from '../../../../../src/shared/domain/offer/compare.ts';
import { preflight } from '../../../../../src/shared/domain/offer/preflight/index.ts';
import { NO_SAMPLES, readSample, samplesFolder } from '../../../../support/aws-samples.ts';

const product = { id: 'prod-1111111111111', type: 'SaaSProduct' as const, title: 'Sample' };
const summary: AgreementSummary = {
  account: 'acme',
  id: 'agmt-1111111111111111111111111',
  role: 'proposer',
  status: 'ACTIVE',
  startsLater: false,
  audience: 'private',
  productId: product.id,
  productType: 'SaaSProduct',
  productTitle: 'Sample',
  offerId: 'offer-1111111111111',
  offerName: 'Deal 2027',
  offerSetId: null,
  resaleAuthorizationId: null,
  acceptor: '000011112222',
  proposer: '012345678901',
  acceptedAt: '2027-01-01T00:00:00Z',
  startsAt: '2027-01-01T00:00:00Z',
  endsAt: '2027-12-31T23:59:59Z',
  updatedAt: '2027-01-01T00:00:00Z',
  endBehavior: 'EXPIRE',
  endReason: null,
  initialAgreementId: null,
  currency: 'USD',
  value: '300.00',
};
const payment = (date: string, state: Payment['state']): Payment => ({
  date,
  amount: '100.00',
  currency: 'USD',
  state,
  invoiceId: null,
});
const fixedTerms = [
  {
    Type: 'FixedUpfrontPricingTerm',
    CurrencyCode: 'USD',
    Price: '0',
    Grants: [{ DimensionKey: 'BasicService', MaxQuantity: 2 }],
  },
  { Type: 'ValidityTerm', AgreementDuration: 'P12M' },
  {
    Type: 'PaymentScheduleTerm',
    CurrencyCode: 'USD',
    Schedule: [{ ChargeDate: '2027-01-01', ChargeAmount: '100.00' }],
  },
  { Type: 'LegalTerm', Documents: [{ Type: 'StandardEula', Version: '2019-04-24' }] },
];
const fixed: AmendedAgreement = {
  summary,
  terms: fixedTerms,
  offer: { name: 'Deal 2027', description: 'For the buyer', authorizationId: null, markup: '' },
  payments: [payment('2027-01-01', 'invoiced'), payment('2027-06-01', 'coming'), payment('2027-09-01', 'coming')],
  product,
  today: '2027-03-01',
  readAt: '2027-03-01T00:00:00Z',
};
const contractTerm = {
  Type: 'ConfigurableUpfrontPricingTerm',
  CurrencyCode: 'USD',
  RateCards: [
    {
      Selector: { Type: 'Duration', Value: 'P12M' },
      Constraints: { MultipleDimensionSelection: 'Allowed', QuantityConfiguration: 'Allowed' },
      RateCard: [{ DimensionKey: 'BasicService', Price: '10' }],
    },
  ],
};

const options = { intent: 'release' as const, eulaUrl: null, changeSetName: 'x' };
const context = { today: '2027-03-01', sellerAccountId: '012345678901', eulaBucketConfigured: false, held: null };
const rulesOf = (draft: OfferDraft) =>
  preflight(draft, null, context)
    .map(({ ruleId }) => ruleId)
    .filter((id) => id.startsWith('replacement'));

describe('an amendment of an agreement', () => {
  it('starts from its current terms, its end and the payments still to come', () => {
    const draft = toAmendmentDraft(fixed);
    expect(offerDraftSchema.safeParse(draft).success).toBe(true);
    expect(draft).toMatchObject({
      source: { kind: 'replacement', agreementId: summary.id, replaced: { charged: '100' } },
      kind: 'saas-contract',
      name: 'Deal 2027',
      buyers: ['000011112222'],
      service: { mode: 'end-date', endDate: '2027-12-31' },
      installments: { enabled: true, grants: [{ dimensionKey: 'BasicService', quantity: '2' }] },
      // The version that AWS takes now, whatever was accepted then.
      eula: { kind: 'standard', version: '2022-07-14' },
      target: null,
    });
    expect(draft.installments.schedule.map(({ date }) => date)).toEqual(['2027-06-01', '2027-09-01']);
    expect(draft.carried).toEqual({ terms: [], rules: [], members: [] });
    expect(rulesOf(draft)).toEqual([]);
  });

  it('is sent without targeting, with the agreement it replaces and its last day', () => {
    const { ChangeSet } = compileOffer(toAmendmentDraft(fixed), product, options);
    expect(ChangeSet[0]).toMatchObject({
      ChangeType: 'CreateReplacementOffer',
      DetailsDocument: { AgreementId: summary.id },
    });
    expect(ChangeSet.map(({ ChangeType }) => ChangeType)).not.toContain('UpdateTargeting');
    expect(ChangeSet.find(({ ChangeType }) => ChangeType === 'UpdateValidityTerms')?.DetailsDocument).toEqual({
      Terms: [{ Type: 'ValidityTerm', AgreementEndDate: '2027-12-31' }],
    });
  });

  it('keeps contract prices as contract prices, and says that they are charged in full', () => {
    const draft = toAmendmentDraft({ ...fixed, terms: [contractTerm], payments: [] });
    expect(draft.installments.enabled).toBe(false);
    expect(rulesOf(draft)).toEqual(['replacement-charged-in-full']);
    expect(rulesOf({ ...draft, kind: 'saas-contract-consumption' })).toContain('replacement-usage');
  });

  it('warns of what would be paid twice or not at all', () => {
    const draft = toAmendmentDraft(fixed);
    const withSchedule = (...amounts: string[]): OfferDraft => ({
      ...draft,
      installments: {
        ...draft.installments,
        schedule: amounts.map((amount, index) => ({ date: `2027-0${index + 5}-01`, amount })),
      },
    });
    expect(rulesOf(withSchedule('100.00', '100.00', '100.00'))).toEqual(['replacement-double-billing']);
    expect(rulesOf(withSchedule('100.00'))).toEqual(['replacement-pending-dropped']);
    expect(rulesOf(withSchedule('150.00', '50.00'))).toEqual([]);
  });

  it('refuses by name what AWS would refuse', () => {
    const other = { ...fixed, summary: { ...summary, status: 'CANCELLED', proposer: '999999999999' } };
    expect(rulesOf(toAmendmentDraft(other))).toEqual(['replacement-not-active', 'replacement-other-seller']);
  });

  it('carries terms that no offer can have, so that nothing is dropped unseen', () => {
    const variable = { Type: 'VariablePaymentTerm', CurrencyCode: 'USD', MaxTotalChargeAmount: '500' };
    const draft = toAmendmentDraft({ ...fixed, terms: [...fixedTerms, variable] });
    expect(draft.carried.terms).toEqual([variable]);
    expect(() => compileOffer(draft, product, options)).toThrow('unknown-terms-would-be-lost');
  });

  it('is not told apart from what AWS describes of it, which names neither agreement nor buyer', () => {
    const meant = toAmendmentDraft(fixed);
    const found: OfferDraft = { ...meant, source: { kind: 'direct' }, buyers: [] };
    expect(compareOffers(meant, found)).toEqual([]);
    expect(compareOffers(meant, { ...found, name: 'other' }).map(({ path }) => path)).toEqual(['name']);
  });
});

describe('a renewal of an agreement', () => {
  it('is a new offer to the same buyer, flagged as one', () => {
    expect(toRenewalDraft(fixed)).toMatchObject({
      source: { kind: 'direct' },
      buyers: ['000011112222'],
      isRenewal: true,
      renewal: { acquisitionChannel: 'AwsMarketplace', pricingModel: 'Contract' },
      service: { mode: 'duration', duration: 'P12M' },
      installments: { enabled: true, schedule: [] },
      target: null,
    });
  });
});

/** Compared without the name in the creating change, which the information change gives again, and without references. */
function comparable(changes: readonly Record<string, unknown>[]) {
  return changes
    .map((change) => {
      const { ChangeType, DetailsDocument, Details } = change as Record<string, string | undefined>;
      const details = (DetailsDocument ?? (typeof Details === 'string' ? JSON.parse(Details) : Details)) as object;
      if (ChangeType !== 'CreateReplacementOffer') return [ChangeType, details];
      const { Name: _given, ...rest } = details as { Name?: string };
      return [ChangeType, rest];
    })
    .toSorted(([one], [other]) => String(one).localeCompare(String(other)));
}

describe.skipIf(samplesFolder === null)(`AWS’s samples of replacement offers (${NO_SAMPLES})`, () => {
  const sample: OfferDraft = {
    ...toAmendmentDraft(fixed),
    name: 'Test replacement offer for SaaSProduct using AWS Marketplace API Reference Codes',
    description:
      'Test private offer with subscription pricing for SaaSProduct using AWS Marketplace API Reference Code',
    service: { mode: 'end-date', endDate: '2024-01-30' },
    availabilityEndDate: '2023-12-31',
  };
  const schedule = [{ date: '2024-01-01', amount: '0' }];

  it.each([
    ['with prices', 'Document2', { ...sample.installments, schedule }],
    ['that keeps the prices', 'Document', { ...sample.installments, grants: [], schedule }],
  ])('make the same request: %s', (_, file, installments) => {
    const { ChangeSet } = readSample(
      `aws-change-sets/offers/CreateReplacementOfferFromAGWithContractPricingDetail${file}.json`,
    ) as { ChangeSet: Record<string, unknown>[] };
    const made = compileOffer({ ...sample, installments }, product, options);
    const text = (value: unknown) => JSON.stringify(value).replaceAll('"ChargeAmount":"0.00"', '"ChargeAmount":"0"');
    expect(JSON.parse(text(comparable(made.ChangeSet as never)))).toEqual(JSON.parse(text(comparable(ChangeSet))));
  });
});

describe('an amendment by a channel partner', () => {
  const received = {
    name: 'Renewed authorization',
    state: 'authorized',
    seller: '111122223333',
    sellerName: 'Maker',
    endDate: '2027-03-20',
    latestStartDate: '',
    netPayment: '',
    buyers: ['000011112222'],
    schedule: [
      { date: '2027-06-01', amount: '80.00' },
      { date: '2027-12-01', amount: '80.00' },
    ],
    eula: 'standard' as const,
    readAt: '2027-03-01T00:00:00Z',
  };
  const base: OfferDraft = {
    ...createOfferDraft(),
    source: { kind: 'resale', authorizationId: 'resaleauthz-1111111111111', received },
    product,
    kind: 'saas-contract',
    name: 'Renewed authorization',
    installments: {
      enabled: true,
      grants: [{ dimensionKey: 'BasicService', quantity: '3' }],
      duration: 'P12M',
      schedule: received.schedule,
    },
    eula: { kind: 'held-by-aws' },
    availabilityEndDate: '2027-03-20',
  };
  const resold = { ...fixed, offer: { ...fixed.offer, authorizationId: 'resaleauthz-old', markup: '25' } };
  const marked = (draft: OfferDraft, ownPrices: boolean): OfferDraft => ({
    ...draft,
    source: { ...draft.source, ownPrices } as OfferDraft['source'],
  });

  it('carries open instalments over to the days of its authorization, and raises the others as before', () => {
    const draft = toPartnerAmendment(resold, base);
    expect(offerDraftSchema.safeParse(draft).success).toBe(true);
    expect(draft).toMatchObject({
      source: { kind: 'resale-replacement', agreementId: summary.id, ownPrices: true, replaced: { resold: true } },
      name: 'Deal 2027',
      buyers: ['000011112222'],
      service: { mode: 'end-date', endDate: '2027-12-31' },
      installments: { grants: [{ dimensionKey: 'BasicService', quantity: '3' }] },
      eula: { kind: 'standard' },
      availabilityEndDate: '2027-03-20',
    });
    expect(draft.installments.schedule).toEqual([
      { date: '2027-06-01', amount: '100.00' },
      { date: '2027-12-01', amount: '100' },
    ]);
    expect(rulesOf(draft)).toEqual([]);
  });

  it('warns of what would be lost or paid twice by the amounts with the markup on them', () => {
    const draft = marked(toPartnerAmendment(resold, base), false);
    expect(rulesOf({ ...draft, markup: '25' })).toEqual([]);
    const less = preflight({ ...draft, markup: '10' }, null, context).find(
      ({ ruleId }) => ruleId === 'replacement-pending-dropped',
    );
    expect(less).toMatchObject({ path: 'markup', params: { before: '200', after: '176' } });
    expect(rulesOf({ ...draft, markup: '50' })).toEqual(['replacement-double-billing']);
  });
});
