/** Refusals by the rules of fixed prices, free trials and currencies. */
import { describe } from 'vitest';
import { contractPricing, fixedTerm, installmentOffer, scheduleTerms, usageTerm } from '../offer-changes.ts';
import {
  testRefusals,
  PRICING,
  SCHEDULE,
  contract,
  workloads,
  subscription,
  inCurrency,
  freeTrial,
  type Row,
} from './offer-kinds.ts';

const REFUNDS = { Type: 'SupportTerm', RefundPolicy: 'No refunds.' };

const ROWS: readonly Row[] = [
  // Fixed prices
  [
    '201 grants',
    (at) =>
      installmentOffer(
        at,
        {
          UpdatePricingTerms: {
            PricingModel: 'Contract',
            Terms: [fixedTerm(Object.fromEntries(Array.from({ length: 201 }, (_, index) => [`cell_${index}`, 1])))],
          },
        },
        'cells',
      ),
    PRICING,
    'TOO_MANY_GRANTS',
  ],
  [
    'a grant of nothing known',
    (at) =>
      installmentOffer(at, { UpdatePricingTerms: { PricingModel: 'Contract', Terms: [fixedTerm({ nowhere: 1 })] } }),
    PRICING,
    'INVALID_GRANTS',
  ],
  [
    'a price beside a schedule',
    (at) =>
      installmentOffer(at, {
        UpdatePricingTerms: { PricingModel: 'Contract', Terms: [fixedTerm({ users: 1 }, { Price: '12000' })] },
      }),
    PRICING,
    'INCOMPATIBLE_TERMS',
  ],
  [
    'a fixed price without a schedule',
    (at) => installmentOffer(at, { UpdatePaymentScheduleTerms: null }),
    'ReleaseOffer',
    'MISSING_MANDATORY_TERMS',
  ],
  [
    'a fixed price for an image without a duration',
    (at) =>
      installmentOffer(
        at,
        { UpdatePricingTerms: { PricingModel: 'Contract', Terms: [fixedTerm({ AdminUsers: 1 })] } },
        'logbook',
      ),
    PRICING,
    'MISSING_DURATION',
  ],
  [
    'a fixed price for a contract in days',
    (at) =>
      installmentOffer(at, {
        UpdatePricingTerms: { PricingModel: 'Contract', Terms: [fixedTerm({ users: 1 }, { Duration: 'P365D' })] },
      }),
    PRICING,
    'INVALID_DURATION',
  ],
  [
    'a schedule beside configurable prices',
    (at) => installmentOffer(at, { UpdatePricingTerms: contractPricing({ users: '1' }), UpdateValidityTerms: null }),
    SCHEDULE,
    'INCOMPATIBLE_TERMS',
  ],
  // Free trials
  ['a free trial of 32 days', (at) => freeTrial(at, { Duration: 'P32D' }), PRICING, 'INVALID_DURATION'],
  ['a free trial of 4 days', (at) => freeTrial(at, { Duration: 'P4D' }), PRICING, 'INVALID_DURATION'],
  [
    'a free trial without a metered dimension',
    (at) => freeTrial(at, { Grants: [{ DimensionKey: 'WorkloadSmall' }] }),
    PRICING,
    'INVALID_GRANTS',
  ],
  [
    'a free trial with unequal quantities',
    (at) =>
      freeTrial(at, {
        Grants: [
          { DimensionKey: 'WorkloadSmall', MaxQuantity: 1 },
          { DimensionKey: 'WorkloadMedium', MaxQuantity: 2 },
        ],
      }),
    PRICING,
    'INVALID_GRANTS',
  ],
  ['a second public free trial', (at) => freeTrial(at, {}, 'tidepool'), 'ReleaseOffer', 'TOO_MANY_OFFERS'],
  [
    'a free trial with a refund policy',
    (at) => freeTrial(at, {}, 'driftmeter', { UpdateSupportTerms: { Terms: [REFUNDS] } }),
    'UpdateSupportTerms',
    'INCOMPATIBLE_TERMS',
  ],
  [
    'a free trial that renews',
    (at) => freeTrial(at, {}, 'driftmeter', { UpdateRenewalTerms: { Terms: [{ Type: 'RenewalTerm' }] } }),
    'UpdateRenewalTerms',
    'INCOMPATIBLE_TERMS',
  ],
  [
    'a free trial of an image alone',
    (at) => freeTrial(at, { Grants: [{ DimensionKey: 't2.micro' }] }, 'gatekeeper'),
    PRICING,
    'INCOMPATIBLE_PRODUCT',
  ],
  [
    'a free trial of what a contract does not have',
    (at) => freeTrial(at, { Grants: [{ DimensionKey: 'nobody' }] }, 'beacon'),
    PRICING,
    'INVALID_GRANTS',
  ],
  // Currencies
  ['an unknown currency', (at) => contract(at, inCurrency('CHF')), PRICING, 'INVALID_CURRENCY_CODE'],
  [
    'usage in euros',
    (at) =>
      subscription(at, {
        UpdatePricingTerms: { PricingModel: 'Usage', Terms: [{ ...usageTerm(workloads), CurrencyCode: 'EUR' }] },
      }),
    PRICING,
    'INVALID_CURRENCY_CODE',
  ],
  ['yen with a fraction', (at) => contract(at, inCurrency('JPY', '100.5')), PRICING, 'INVALID_CURRENCY_CODE'],
  [
    'two currencies',
    (at) => installmentOffer(at, { UpdatePaymentScheduleTerms: scheduleTerms([[at.day(40), '10']], 'EUR') }),
    SCHEDULE,
    'INCOMPATIBLE_CURRENCY_CODE',
  ],
];

describe('an offer is refused for', () => testRefusals(ROWS));
