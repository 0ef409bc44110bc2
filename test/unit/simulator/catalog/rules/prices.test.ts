/** Refusals by the rules of prices and rate cards. */
import { describe } from 'vitest';
import {
  contractPricing,
  fixedTerm,
  onOffer,
  privateOffer,
  rateCard,
  usagePricing,
  usageTerm,
  validity,
} from '../offer-changes.ts';
import {
  testRefusals,
  PRICING,
  contract,
  cards,
  workloads,
  subscription,
  annual,
  moorings,
  type Row,
} from './offer-kinds.ts';

const ROWS: readonly Row[] = [
  // Combinations of prices
  [
    'the same kind of term twice',
    (at) => contract(at, { PricingModel: 'Usage', Terms: [usageTerm(workloads), usageTerm(workloads)] }, 'driftmeter'),
    PRICING,
    'DUPLICATE_TERM_TYPES',
  ],
  [
    'configurable and fixed prices together',
    (at) =>
      contract(at, {
        PricingModel: 'Contract',
        Terms: [...contractPricing({ users: '1' }).Terms, fixedTerm({ users: 1 })],
      }),
    PRICING,
    'INCOMPATIBLE_TERMS',
  ],
  [
    'usage alone in a contract',
    (at) =>
      contract(at, { PricingModel: 'Contract', Terms: [usageTerm({ api_calls: '1', gb_scanned: '1' })] }, 'harbor'),
    PRICING,
    'MISSING_MANDATORY_TERMS',
  ],
  [
    'a contract sold as usage',
    (at) => contract(at, { ...contractPricing({ users: '1' }), PricingModel: 'Usage' }),
    PRICING,
    'INCOMPATIBLE_TERMS',
  ],
  [
    'a brought licence for SaaS',
    (at) => contract(at, { PricingModel: 'Byol', Terms: [{ Type: 'ByolPricingTerm' }] }),
    PRICING,
    'INCOMPATIBLE_PRODUCT',
  ],
  [
    'a monthly fee in a private offer',
    (at) =>
      privateOffer(
        at,
        {
          UpdatePricingTerms: {
            PricingModel: 'Usage',
            Terms: [
              usageTerm({ 't3.small': '0.1' }),
              { Type: 'RecurringPaymentTerm', CurrencyCode: 'USD', BillingPeriod: 'Monthly', Price: '9' },
            ],
          },
          UpdateValidityTerms: validity({ AgreementDuration: 'P90D' }),
        },
        'sounding',
      ),
    PRICING,
    'INCOMPATIBLE_TERMS',
  ],
  [
    'another pricing model than before',
    () => [
      onOffer('harbor draft', PRICING, {
        PricingModel: 'Usage',
        Terms: [usageTerm({ api_calls: '1', gb_scanned: '1' })],
      }),
    ],
    PRICING,
    'INCOMPATIBLE_PRICING_MODEL',
  ],
  // Rate cards
  [
    'a dimension priced twice',
    (at) =>
      contract(
        at,
        cards({
          ...rateCard({ users: '1' }),
          RateCard: [
            { DimensionKey: 'users', Price: '1' },
            { DimensionKey: 'users', Price: '2' },
          ],
        }),
      ),
    PRICING,
    'DUPLICATE_DIMENSION_KEYS',
  ],
  [
    'a duration priced twice',
    (at) => contract(at, cards(rateCard({ users: '1' }), rateCard({ users: '2' }))),
    PRICING,
    'DUPLICATE_SELECTORS',
  ],
  [
    'six durations',
    (at) => contract(at, cards(...[1, 2, 3, 6, 12, 24].map((months) => rateCard({ users: '1' }, `P${months}M`)))),
    PRICING,
    'TOO_MANY_RATE_CARDS',
  ],
  [
    'two usage cards',
    (at) =>
      contract(
        at,
        {
          PricingModel: 'Usage',
          Terms: [
            {
              ...usageTerm(workloads),
              RateCards: [...usageTerm(workloads).RateCards, ...usageTerm(workloads).RateCards],
            },
          ],
        },
        'driftmeter',
      ),
    PRICING,
    'TOO_MANY_RATE_CARDS',
  ],
  [
    '801 prices',
    (at) =>
      contract(at, contractPricing(Object.fromEntries(Array.from({ length: 801 }, (_, index) => [`d${index}`, '1'])))),
    PRICING,
    'TOO_MANY_RATES',
  ],
  [
    'durations with other dimensions',
    (at) => contract(at, cards(rateCard({ users: '1' }), rateCard({ sites: '1' }, 'P24M'))),
    PRICING,
    'INVALID_RATE_CARD',
  ],
  ['an unknown dimension', (at) => contract(at, contractPricing({ nowhere: '1' })), PRICING, 'INVALID_RATE_CARD'],
  [
    'a metered dimension left out',
    (at) => subscription(at, { UpdatePricingTerms: usagePricing({ WorkloadSmall: '1' }) }),
    PRICING,
    'INVALID_RATE_CARD',
  ],
  [
    'entitled and metered dimensions in one card',
    (at) => contract(at, contractPricing({ seats: '1', api_calls: '1' }), 'harbor'),
    PRICING,
    'INCOMPATIBLE_RATES',
  ],
  [
    'a contract price of four decimals',
    (at) => contract(at, contractPricing({ users: '1.2345' })),
    PRICING,
    'INVALID_RATE_CARD',
  ],
  [
    'constraints that differ',
    (at) =>
      contract(
        at,
        cards({
          ...rateCard({ users: '1' }),
          Constraints: { MultipleDimensionSelection: 'Allowed', QuantityConfiguration: 'Disallowed' },
        }),
      ),
    PRICING,
    'INCOMPATIBLE_RATE_CARD_CONSTRAINTS',
  ],
  [
    'units where the product has tiers',
    (at) => contract(at, contractPricing({ gold: '1' }), 'beacon'),
    PRICING,
    'INCOMPATIBLE_RATE_CARD_CONSTRAINTS',
  ],
  [
    'an annual price in tiers',
    (at) => moorings(at, annual('P365D', 'Disallowed'), 'P650D'),
    PRICING,
    'INCOMPATIBLE_RATE_CARD_CONSTRAINTS',
  ],
  [
    'a contract in days',
    (at) => contract(at, contractPricing({ users: '1' }, 'P365D')),
    PRICING,
    'INVALID_SELECTOR_DURATION_VALUE',
  ],
  [
    'a contract over 60 months',
    (at) => contract(at, contractPricing({ users: '1' }, 'P61M')),
    PRICING,
    'INVALID_SELECTOR_DURATION_VALUE',
  ],
  [
    'an annual price of 366 days',
    (at) => moorings(at, annual('P366D'), 'P650D'),
    PRICING,
    'INVALID_SELECTOR_DURATION_VALUE',
  ],
  [
    'an annual price in months',
    (at) => moorings(at, annual('P12M'), 'P650D'),
    PRICING,
    'INVALID_SELECTOR_DURATION_VALUE',
  ],
  [
    'a price above 0 for nothing',
    (at) => contract(at, { ...contractPricing({ users: '1' }), PricingModel: 'Free' }),
    PRICING,
    'INVALID_RATE_CARD',
  ],
];

describe('an offer is refused for', () => testRefusals(ROWS));
