/** Good resale authorizations, and refusals by each of their rules. */
import { describe, expect, test } from 'vitest';
import { makePdf } from '../../../../support/pdf.ts';
import {
  BUYER,
  createCatalogStage,
  EULA_URL,
  LANTERNFISH,
  QUILLMOOR,
  type CatalogStage,
  type Change,
} from '../../../../support/catalog-stage.ts';
import {
  authorization,
  BUYER_EULA,
  fixedWholesale,
  flexible,
  forBuyers,
  onAuthorization,
  resaleSchedule,
  wholesale,
} from '../authorization-changes.ts';
import { rateCard } from '../offer-changes.ts';
import { PRICING, SCHEDULE, testRefusals, type Row } from './offer-kinds.ts';

const RELEASE = 'ReleaseResaleAuthorization';
const RESTRICT = 'RestrictResaleAuthorization';
const usage = (prices: Record<string, string>, CurrencyCode = 'USD') => ({
  PricingModel: 'Usage',
  Terms: [
    {
      Type: 'ResaleUsageBasedPricingTerm',
      CurrencyCode,
      RateCards: [{ RateCard: Object.entries(prices).map(([DimensionKey, Price]) => ({ DimensionKey, Price })) }],
    },
  ],
});
const legal = (...Terms: object[]) => ({ UpdateLegalTerms: { Terms } });
const buyerText = (Documents: object) => ({ Type: 'BuyerLegalTerm', Documents: [Documents] });
const contractText = (Documents: object) => ({ Type: 'ResaleLegalTerm', Documents: [Documents] });
const startsBy = (day: string) => ({
  UpdateBuyerValidityTerms: { Terms: [{ Type: 'BuyerValidityTerm', MaximumAgreementStartDate: day }] },
});
const net = (PaymentDuePeriod: string) => ({
  UpdateNetPaymentTerms: { Terms: [{ Type: 'ResaleNetPaymentTerm', PaymentDuePeriod }] },
});
const renewal = {
  UpdateInformation: { PreExistingBuyerAgreement: { AcquisitionChannel: 'External', PricingModel: 'Contract' } },
};
const workloads = { WorkloadSmall: '0.1', WorkloadMedium: '0.2' };

describe('an authorization is accepted', () => {
  const GOOD: readonly (readonly [string, (at: CatalogStage) => Change[]])[] = [
    ['without a set duration', () => authorization()],
    ['for a single use', () => authorization({ UpdateAvailability: { OffersMaxQuantity: 1 } })],
    ['until a day', (at) => authorization({ UpdateAvailability: { AvailabilityEndDate: at.day(30) } })],
    ['until today', (at) => authorization({ UpdateAvailability: { AvailabilityEndDate: at.day(0) } })],
    ['with a payment schedule', (at) => flexible(at)],
    ['for named buyers', () => authorization({ UpdateBuyerTargetingTerms: forBuyers(BUYER, '202020202020') })],
    ['as a renewal', () => authorization({ ...renewal, UpdateBuyerTargetingTerms: forBuyers(BUYER) })],
    [
      'with a licence and a contract of its own',
      () =>
        authorization(
          legal(
            buyerText({ Type: 'CustomEula', Url: EULA_URL }),
            contractText({ Type: 'CustomResellerContract', Url: EULA_URL }),
          ),
        ),
    ],
    [
      'with the standard contract',
      () =>
        authorization(legal(buyerText({ Type: 'StandardEula' }), contractText({ Type: 'StandardResellerContract' }))),
    ],
    ['with a latest start', (at) => authorization(startsBy(at.day(400)))],
    ['with a net payment period', () => authorization(net('P90D'))],
    ['for usage', () => authorization({ UpdatePricingTerms: usage(workloads) }, { product: 'driftmeter' })],
    ['at prices of eight decimals', () => authorization({ UpdatePricingTerms: wholesale({ users: '0.12345678' }) })],
    ['as an empty draft', () => authorization({ UpdatePricingTerms: null, UpdateLegalTerms: null, [RELEASE]: null })],
    ['to an account that makes products too', () => authorization({}, { ResellerAccountId: QUILLMOOR })],
  ];

  test.each(GOOD)('%s', async (_what, changes) => {
    const stage = createCatalogStage();
    const { Status, ChangeSet } = await stage.run(changes(stage));
    expect(ChangeSet.flatMap(({ ErrorDetailList }) => ErrorDetailList)).toEqual([]);
    expect(Status).toBe('SUCCEEDED');
  });
});

const CREATE = 'CreateResaleAuthorization';
const AVAILABILITY = 'UpdateAvailability';
const LEGAL = 'UpdateLegalTerms';

const ROWS: readonly Row[] = [
  [
    'a reseller that sells nothing',
    () => authorization({}, { ResellerAccountId: BUYER }),
    CREATE,
    'INVALID_RESELLER_ACCOUNT',
  ],
  ['itself', () => authorization({}, { ResellerAccountId: LANTERNFISH }), CREATE, 'INVALID_RESELLER_ACCOUNT'],
  ['a draft product', () => authorization({}, { product: 'untitled' }), CREATE, 'INCOMPATIBLE_PRODUCT'],
  ['no prices', () => authorization({ UpdatePricingTerms: null }), RELEASE, 'MISSING_MANDATORY_TERMS'],
  ['no legal terms', () => authorization({ UpdateLegalTerms: null }), RELEASE, 'MISSING_MANDATORY_TERMS'],
  [
    'a reseller contract without a licence',
    () => authorization(legal(contractText({ Type: 'StandardResellerContract' }))),
    RELEASE,
    'MISSING_MANDATORY_TERMS',
  ],
  ['a fixed price without a schedule', (at) => flexible(at, { [SCHEDULE]: null }), RELEASE, 'MISSING_MANDATORY_TERMS'],
  [
    'a schedule without a fixed price',
    (at) => flexible(at, { UpdatePricingTerms: wholesale({ users: '1' }) }),
    SCHEDULE,
    'INCOMPATIBLE_TERMS',
  ],
  [
    'a fixed price without a duration',
    (at) => flexible(at, { UpdatePricingTerms: fixedWholesale({ users: 1 }, { Duration: undefined }) }),
    PRICING,
    'MISSING_DURATION',
  ],
  [
    'a fixed price that is not 0 beside a schedule',
    (at) => flexible(at, { UpdatePricingTerms: fixedWholesale({ users: 1 }, { Price: '5' }) }),
    PRICING,
    'INCOMPATIBLE_TERMS',
  ],
  [
    'grants of another product',
    (at) => flexible(at, { UpdatePricingTerms: fixedWholesale({ seats: 1 }) }),
    PRICING,
    'INVALID_GRANTS',
  ],
  [
    'usage prices under a free model',
    () =>
      authorization({ UpdatePricingTerms: { ...usage(workloads), PricingModel: 'Free' } }, { product: 'driftmeter' }),
    PRICING,
    'INVALID_RATE_CARD',
  ],
  [
    'a contract price beside SaaS usage',
    () => authorization({ UpdatePricingTerms: { ...wholesale({ users: '1' }), PricingModel: 'Usage' } }),
    PRICING,
    'INCOMPATIBLE_PRICING_TERM',
  ],
  [
    'a missing usage price',
    () => authorization({ UpdatePricingTerms: usage({ WorkloadSmall: '1' }) }, { product: 'driftmeter' }),
    PRICING,
    'INVALID_RATE_CARD',
  ],
  [
    'a price of an unknown dimension',
    () => authorization({ UpdatePricingTerms: wholesale({ nobody: '1' }) }),
    PRICING,
    'INVALID_RATE_CARD',
  ],
  [
    'a duration twice',
    () => authorization({ UpdatePricingTerms: wholesale({ users: '1' }, 'P12M', 'P12M') }),
    PRICING,
    'DUPLICATE_SELECTORS',
  ],
  [
    'units of a product sold in tiers',
    () =>
      authorization(
        {
          UpdatePricingTerms: {
            PricingModel: 'Contract',
            Terms: [
              {
                Type: 'ResaleConfigurableUpfrontPricingTerm',
                CurrencyCode: 'USD',
                RateCards: [rateCard({ gold: '1' })],
              },
            ],
          },
        },
        { product: 'beacon' },
      ),
    PRICING,
    'INCOMPATIBLE_RATE_CARD_CONSTRAINTS',
  ],
  [
    'a currency that is none',
    () => authorization({ UpdatePricingTerms: usage(workloads, 'XXX') }, { product: 'driftmeter' }),
    PRICING,
    'INVALID_CURRENCY_CODE',
  ],
  [
    'two currencies',
    (at) => flexible(at, { [SCHEDULE]: resaleSchedule([[at.day(60), '1']], 'EUR') }),
    SCHEDULE,
    'INCOMPATIBLE_CURRENCY_CODE',
  ],
  [
    '61 payments',
    (at) =>
      flexible(at, {
        [SCHEDULE]: resaleSchedule(Array.from({ length: 61 }, (_, index) => [at.day(60 + index), '1'] as const)),
      }),
    SCHEDULE,
    'TOO_MANY_SCHEDULED_PAYMENTS',
  ],
  [
    'a charge date twice',
    (at) =>
      flexible(at, {
        [SCHEDULE]: resaleSchedule([
          [at.day(60), '1'],
          [at.day(60), '2'],
        ]),
      }),
    SCHEDULE,
    'DUPLICATE_CHARGE_DATES',
  ],
  [
    'a charge in the past',
    (at) => flexible(at, { [SCHEDULE]: resaleSchedule([[at.day(-1), '1']]) }),
    SCHEDULE,
    'INVALID_CHARGE_DATES',
  ],
  [
    'a charge after the agreement',
    (at) => flexible(at, { [SCHEDULE]: resaleSchedule([[at.day(400), '1']]) }),
    SCHEDULE,
    'INVALID_CHARGE_DATES',
  ],
  [
    'an end in the past',
    (at) => authorization({ UpdateAvailability: { AvailabilityEndDate: at.day(-1) } }),
    AVAILABILITY,
    'INVALID_AVAILABILITY_END_DATE',
  ],
  [
    'an end on the day of a charge',
    (at) => flexible(at, { UpdateAvailability: { AvailabilityEndDate: at.day(60), OffersMaxQuantity: 1 } }),
    AVAILABILITY,
    'INVALID_AVAILABILITY_END_DATE',
  ],
  [
    'a schedule without an end',
    (at) => flexible(at, { UpdateAvailability: { OffersMaxQuantity: 1 } }),
    AVAILABILITY,
    'INVALID_AVAILABILITY_END_DATE',
  ],
  [
    'a schedule for many offers',
    (at) => flexible(at, { UpdateAvailability: { AvailabilityEndDate: at.day(30) } }),
    AVAILABILITY,
    'INCOMPATIBLE_TERMS',
  ],
  [
    'a schedule without any duration',
    (at) => flexible(at, { UpdateAvailability: null }),
    RELEASE,
    'INCOMPATIBLE_TERMS',
  ],
  [
    'a buyer twice',
    () => authorization({ UpdateBuyerTargetingTerms: forBuyers(BUYER, BUYER) }),
    'UpdateBuyerTargetingTerms',
    'INVALID_BUYER_ACCOUNTS',
  ],
  [
    'a buyer that is none',
    () => authorization({ UpdateBuyerTargetingTerms: forBuyers('000000000000') }),
    'UpdateBuyerTargetingTerms',
    'INVALID_BUYER_ACCOUNTS',
  ],
  ['a renewal for nobody', () => authorization(renewal), 'UpdateInformation', 'INCOMPATIBLE_BUYER_TARGETING'],
  [
    'a latest start in the past',
    (at) => authorization(startsBy(at.day(0))),
    'UpdateBuyerValidityTerms',
    'INVALID_MAXIMUM_AGREEMENT_START_DATE',
  ],
  [
    'a latest start in four years',
    (at) => authorization(startsBy(at.day(1461))),
    'UpdateBuyerValidityTerms',
    'INVALID_MAXIMUM_AGREEMENT_START_DATE',
  ],
  [
    'a latest start of an image',
    (at) =>
      authorization(
        { ...startsBy(at.day(90)), UpdatePricingTerms: wholesale({ AdminUsers: '1' }) },
        { product: 'logbook' },
      ),
    'UpdateBuyerValidityTerms',
    'INCOMPATIBLE_PRODUCT',
  ],
  [
    'a net payment period that is none',
    () => authorization(net('P20D')),
    'UpdateNetPaymentTerms',
    'INVALID_PAYMENT_DUE_PERIOD',
  ],
  [
    'an old standard licence',
    () => authorization(legal(buyerText({ Type: 'StandardEula', Version: '2019-04-24' }))),
    LEGAL,
    'INVALID_BUYER_LEGAL_DOCUMENTS',
  ],
  [
    'a licence that cannot be read',
    () => authorization(legal(buyerText({ Type: 'CustomEula', Url: 'https://example.com/a.pdf' }))),
    LEGAL,
    'INVALID_BUYER_LEGAL_DOCUMENTS',
  ],
  [
    'a contract that cannot be read',
    () =>
      authorization(
        legal(...BUYER_EULA.Terms, contractText({ Type: 'CustomResellerContract', Url: 'https://example.com/a.pdf' })),
      ),
    LEGAL,
    'INVALID_RESALE_LEGAL_DOCUMENTS',
  ],
  [
    'a contract under a password',
    (at) => {
      at.documents.set('https://example.com/locked.pdf', makePdf({ trailer: '/Encrypt 9 0 R' }));
      return authorization(
        legal(
          ...BUYER_EULA.Terms,
          contractText({ Type: 'CustomResellerContract', Url: 'https://example.com/locked.pdf' }),
        ),
      );
    },
    LEGAL,
    'INVALID_RESALE_LEGAL_DOCUMENTS',
  ],
  // States
  [
    'a release of what is released',
    () => [onAuthorization('atlas reusable', RELEASE, {})],
    RELEASE,
    'INCOMPATIBLE_STATUS',
  ],
  [
    'a new name after release',
    () => [onAuthorization('atlas reusable', 'UpdateInformation', { Name: 'x' })],
    'UpdateInformation',
    'INCOMPATIBLE_STATUS',
  ],
  [
    'a longer life after release',
    (at) => [onAuthorization('beacon custom texts', AVAILABILITY, { AvailabilityEndDate: at.day(300) })],
    AVAILABILITY,
    'INCOMPATIBLE_STATUS',
  ],
  [
    'new prices after release',
    () => [onAuthorization('atlas reusable', PRICING, wholesale({ users: '1' }))],
    PRICING,
    'INCOMPATIBLE_STATUS',
  ],
  [
    'a change of what is restricted',
    () => [onAuthorization('relay-a restricted', LEGAL, BUYER_EULA)],
    LEGAL,
    'INCOMPATIBLE_STATUS',
  ],
  ['a restriction of a draft', () => [onAuthorization('cells draft', RESTRICT, {})], RESTRICT, 'INCOMPATIBLE_STATUS'],
  [
    'a restriction of what is expired',
    () => [onAuthorization('atlas expired', RESTRICT, {})],
    RESTRICT,
    'INCOMPATIBLE_STATUS',
  ],
  [
    'a second restriction',
    () => [onAuthorization('relay-a restricted', RESTRICT, {})],
    RESTRICT,
    'INCOMPATIBLE_STATUS',
  ],
  [
    'a restriction along with a creation',
    () => authorization({ [RELEASE]: null, [RESTRICT]: {} }),
    RESTRICT,
    'INCOMPATIBLE_STATUS',
  ],
];

describe('an authorization is refused with', () => testRefusals(ROWS));
