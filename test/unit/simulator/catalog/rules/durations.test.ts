/** Refusals by the rules of durations, dates and schedules. */
import { describe } from 'vitest';
import {
  contractPricing,
  fixedTerm,
  installmentOffer,
  privateOffer,
  scheduleTerms,
  usagePricing,
  validity,
} from '../offer-changes.ts';
import {
  testRefusals,
  PRICING,
  VALIDITY,
  SCHEDULE,
  subscription,
  annual,
  moorings,
  futureDated,
  manyCharges,
  type Row,
} from './offer-kinds.ts';

const ROWS: readonly Row[] = [
  // Validity
  [
    'duration and end date',
    (at) =>
      installmentOffer(at, {
        UpdateValidityTerms: validity({ AgreementDuration: 'P12M', AgreementEndDate: at.day(400) }),
      }),
    VALIDITY,
    'INCOMPATIBLE_AGREEMENT_END_DATE',
  ],
  [
    'duration and start date',
    (at) =>
      installmentOffer(at, {
        UpdateValidityTerms: validity({ AgreementDuration: 'P12M', AgreementStartDate: at.day(40) }),
      }),
    VALIDITY,
    'INCOMPATIBLE_AGREEMENT_START_DATE',
  ],
  [
    'a start date alone',
    (at) => installmentOffer(at, { UpdateValidityTerms: validity({ AgreementStartDate: at.day(40) }) }),
    VALIDITY,
    'INVALID_AGREEMENT_TIME_INTERVAL',
  ],
  [
    'an end date alone',
    (at) => installmentOffer(at, { UpdateValidityTerms: validity({ AgreementEndDate: at.day(400) }) }),
    VALIDITY,
    'MISSING_AGREEMENT_START_DATE',
  ],
  [
    'a duration beside a SaaS rate card',
    (at) => privateOffer(at, { UpdateValidityTerms: validity({ AgreementDuration: 'P12M' }) }),
    VALIDITY,
    'MISSING_AGREEMENT_START_DATE',
  ],
  [
    'a subscription in months',
    (at) => subscription(at, { UpdateValidityTerms: validity({ AgreementDuration: 'P3M' }) }),
    VALIDITY,
    'INVALID_AGREEMENT_DURATION',
  ],
  [
    'an instalment plan in days',
    (at) => installmentOffer(at, { UpdateValidityTerms: validity({ AgreementDuration: 'P365D' }) }),
    VALIDITY,
    'INVALID_AGREEMENT_DURATION',
  ],
  [
    '61 months',
    (at) => installmentOffer(at, { UpdateValidityTerms: validity({ AgreementDuration: 'P61M' }) }),
    VALIDITY,
    'INVALID_AGREEMENT_DURATION',
  ],
  [
    '1096 days of an image',
    (at) =>
      privateOffer(
        at,
        {
          UpdatePricingTerms: usagePricing({ 't2.micro': '1' }),
          UpdateValidityTerms: validity({ AgreementDuration: 'P1096D' }),
        },
        'gatekeeper',
      ),
    VALIDITY,
    'INVALID_AGREEMENT_DURATION',
  ],
  [
    'an annual image that ends before a late buyer is done',
    (at) => moorings(at, annual('P365D'), 'P380D'),
    VALIDITY,
    'INVALID_AGREEMENT_DURATION',
  ],
  [
    'a subscription without a duration',
    (at) => subscription(at, { UpdateValidityTerms: null }),
    'ReleaseOffer',
    'MISSING_MANDATORY_TERMS',
  ],
  [
    'a start date before the end of the offer',
    (at) => futureDated(at, at.day(20), at.day(384)),
    VALIDITY,
    'INVALID_AGREEMENT_START_DATE',
  ],
  [
    'a start date more than three years ahead',
    (at) => futureDated(at, at.day(1200), at.day(1564)),
    VALIDITY,
    'INVALID_AGREEMENT_START_DATE',
  ],
  [
    'an end date before the start date',
    (at) => futureDated(at, at.day(60), at.day(59)),
    VALIDITY,
    'INVALID_AGREEMENT_END_DATE',
  ],
  [
    'dates of more than five years',
    (at) => futureDated(at, at.day(60), at.day(60 + 365 * 6)),
    VALIDITY,
    'INVALID_AGREEMENT_TIME_INTERVAL',
  ],
  [
    'dates unlike the rate card',
    (at) => futureDated(at, at.day(60), at.day(90)),
    PRICING,
    'INCOMPATIBLE_SELECTOR_DURATION',
  ],
  [
    'dates unlike the fixed duration',
    (at) =>
      installmentOffer(at, {
        UpdatePricingTerms: { PricingModel: 'Contract', Terms: [fixedTerm({ users: 1 }, { Duration: 'P12M' })] },
        UpdateValidityTerms: validity({ AgreementStartDate: at.day(60), AgreementEndDate: at.day(300) }),
      }),
    PRICING,
    'INVALID_DURATION',
  ],
  [
    'a future start of an image',
    (at) =>
      privateOffer(
        at,
        {
          UpdatePricingTerms: contractPricing({ AdminUsers: '1' }),
          UpdateValidityTerms: validity({ AgreementStartDate: at.day(60), AgreementEndDate: at.day(400) }),
        },
        'logbook',
      ),
    VALIDITY,
    'INCOMPATIBLE_PRODUCT',
  ],
  [
    'a future start of a subscription',
    (at) =>
      subscription(at, {
        UpdateValidityTerms: validity({ AgreementStartDate: at.day(60), AgreementEndDate: at.day(400) }),
      }),
    VALIDITY,
    'INCOMPATIBLE_AGREEMENT_START_DATE',
  ],
  // Schedules
  [
    'a charge date twice',
    (at) =>
      installmentOffer(at, {
        UpdatePaymentScheduleTerms: scheduleTerms([
          [at.day(40), '1'],
          [at.day(40), '2'],
        ]),
      }),
    SCHEDULE,
    'DUPLICATE_CHARGE_DATES',
  ],
  [
    '61 charges',
    (at) => installmentOffer(at, { UpdatePaymentScheduleTerms: manyCharges(at, 61) }),
    SCHEDULE,
    'TOO_MANY_CHARGES',
  ],
  [
    'a charge in the past',
    (at) =>
      installmentOffer(at, {
        UpdatePaymentScheduleTerms: scheduleTerms([
          [at.day(-1), '1'],
          [at.day(40), '2'],
        ]),
      }),
    SCHEDULE,
    'INVALID_CHARGE_DATES',
  ],
  [
    'a charge after the agreement',
    (at) => installmentOffer(at, { UpdatePaymentScheduleTerms: scheduleTerms([[at.day(400), '1']]) }),
    SCHEDULE,
    'INVALID_CHARGE_DATES',
  ],
  [
    'two charges before the offer ends',
    (at) =>
      installmentOffer(at, {
        UpdatePaymentScheduleTerms: scheduleTerms([
          [at.day(5), '1'],
          [at.day(30), '2'],
        ]),
      }),
    SCHEDULE,
    'TOO_MANY_BACKDATED_CHARGES',
  ],
];

describe('an offer is refused for', () => testRefusals(ROWS));
