/** Refusals by the rules of invoices, markups and renewals. */
import { describe } from 'vitest';
import { installmentOffer, privateOffer } from '../offer-changes.ts';
import { testRefusals, RENEWAL, renewal, range, template, charge, type Row } from './offer-kinds.ts';

const ROWS: readonly Row[] = [
  // Invoices, markup
  [
    'a due period that AWS lacks',
    (at) =>
      privateOffer(at, { UpdateNetPaymentTerms: { Terms: [{ Type: 'NetPaymentTerm', PaymentDuePeriod: 'P50D' }] } }),
    'UpdateNetPaymentTerms',
    'INVALID_PAYMENT_DUE_PERIOD',
  ],
  [
    'two due periods',
    (at) =>
      privateOffer(at, {
        UpdateNetPaymentTerms: {
          Terms: ['P30D', 'P45D'].map((PaymentDuePeriod) => ({ Type: 'NetPaymentTerm', PaymentDuePeriod })),
        },
      }),
    'UpdateNetPaymentTerms',
    'DUPLICATE_TERM_TYPES',
  ],
  [
    'a markup',
    (at) => privateOffer(at, { UpdateMarkup: { Percentage: '5.0' } }),
    'UpdateMarkup',
    'INCOMPATIBLE_MARKUP',
  ],
  // Renewal
  ['a renewal without a price increase', (at) => renewal(at, {}), RENEWAL, 'MISSING_PRICE_INCREASE'],
  ['a range without a deadline', (at) => renewal(at, range('0', '8', '5')), RENEWAL, 'MISSING_ADJUSTMENT_DEADLINE'],
  [
    'a deadline without a range',
    (at) => renewal(at, { PriceIncrease: { Type: 'FixedPercentage', Value: '3' }, AdjustmentDeadline: 'P60D' }),
    RENEWAL,
    'INVALID_ADJUSTMENT_DEADLINE',
  ],
  [
    'a deadline on the lockout',
    (at) => renewal(at, { ...range('0', '8', '5'), LockoutPeriod: 'P30D', AdjustmentDeadline: 'P30D' }),
    RENEWAL,
    'INVALID_ADJUSTMENT_DEADLINE',
  ],
  [
    'a deadline beyond the agreement',
    (at) => renewal(at, { ...range('0', '8', '5'), AdjustmentDeadline: 'P400D' }),
    RENEWAL,
    'INVALID_ADJUSTMENT_DEADLINE',
  ],
  [
    'a lockout of nothing',
    (at) => renewal(at, { PriceIncrease: { Type: 'FixedPercentage', Value: '3' }, LockoutPeriod: 'P0D' }),
    RENEWAL,
    'INVALID_LOCKOUT_PERIOD',
  ],
  [
    'a range upside down',
    (at) => renewal(at, { ...range('8', '2', '5'), AdjustmentDeadline: 'P60D' }),
    RENEWAL,
    'INVALID_PERCENTAGE_RANGE',
  ],
  [
    'a schedule without a template',
    (at) => renewal(at, { PriceIncrease: { Type: 'FixedPercentage', Value: '3' } }, installmentOffer),
    RENEWAL,
    'MISSING_PAYMENT_SCHEDULE_TERM_TEMPLATE',
  ],
  [
    'an offset twice',
    (at) => renewal(at, template(charge('P1M', '50'), charge('P1M', '50')), installmentOffer),
    RENEWAL,
    'DUPLICATE_CHARGE_DATE_OFFSETS',
  ],
  [
    'offsets in months and days',
    (at) => renewal(at, template(charge('P1M', '50'), charge('P60D', '50')), installmentOffer),
    RENEWAL,
    'INVALID_CHARGE_DATE_OFFSETS',
  ],
  [
    '99 percent',
    (at) => renewal(at, template(charge('P0M', '50'), charge('P6M', '49')), installmentOffer),
    RENEWAL,
    'INVALID_CHARGE_PERCENTAGES',
  ],
  [
    'the 32nd of a month',
    (at) => renewal(at, template(charge('P0M', '100', 32)), installmentOffer),
    RENEWAL,
    'INVALID_DAY_OF_MONTH',
  ],
  [
    'a day of the month with days',
    (at) => renewal(at, template(charge('P10D', '100', 3)), installmentOffer),
    RENEWAL,
    'INVALID_DAY_OF_MONTH',
  ],
];

describe('an offer is refused for', () => testRefusals(ROWS));
