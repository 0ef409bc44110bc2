/** Builders of good and bad offers for the tables of rules, and the loop that walks such a table. */
import { expect, test } from 'vitest';
import { createCatalogStage, type CatalogStage, type Change } from '../../../../support/catalog-stage.ts';
import {
  contractPricing,
  privateOffer,
  rateCard,
  scheduleTerms,
  usagePricing,
  usageTerm,
  validity,
  type OfferParts,
} from '../offer-changes.ts';

/** What is done to a good offer, and the code that AWS documents for it. */
export type Row = readonly [what: string, changes: (at: CatalogStage) => Change[], changeType: string, code: string];

export function testRefusals(rows: readonly Row[], accountId?: string): void {
  test.each(rows)('%s', async (_what, changes, changeType, code) => {
    const stage = createCatalogStage();
    const codes = await stage.codes(changes(stage), accountId);
    expect(codes).toHaveProperty(changeType, expect.arrayContaining([code]));
  });
}

export const PRICING = 'UpdatePricingTerms';
export const VALIDITY = 'UpdateValidityTerms';
export const SCHEDULE = 'UpdatePaymentScheduleTerms';
export const RENEWAL = 'UpdateRenewalTerms';

export const contract = (at: CatalogStage, UpdatePricingTerms: unknown, product = 'atlas', more: OfferParts = {}) =>
  privateOffer(at, { UpdatePricingTerms, ...more }, product);
export const cards = (...RateCards: unknown[]) => ({
  PricingModel: 'Contract',
  Terms: [{ Type: 'ConfigurableUpfrontPricingTerm', CurrencyCode: 'USD', RateCards }],
});
export const workloads = { WorkloadSmall: '0.1', WorkloadMedium: '0.2' };
export const subscription = (at: CatalogStage, more: OfferParts = {}) =>
  privateOffer(
    at,
    {
      UpdatePricingTerms: usagePricing(workloads),
      UpdateValidityTerms: validity({ AgreementDuration: 'P30D' }),
      ...more,
    },
    'driftmeter',
  );
export const eula = (Url: string) => ({ Terms: [{ Type: 'LegalTerm', Documents: [{ Type: 'CustomEula', Url }] }] });
const hours = { 't3.medium': '0.07', 'm5.large': '0.2', 'm5.xlarge': '0.4', 'c5.2xlarge': '0.7' };
export const annual = (duration: string, choice = 'Allowed') => ({
  PricingModel: 'Usage',
  Terms: [
    usageTerm(hours),
    {
      Type: 'ConfigurableUpfrontPricingTerm',
      CurrencyCode: 'USD',
      RateCards: [rateCard({ 'm5.large': '1200' }, duration, choice)],
    },
  ],
});
export const moorings = (at: CatalogStage, pricing: unknown, duration: string) =>
  privateOffer(
    at,
    { UpdatePricingTerms: pricing, UpdateValidityTerms: validity({ AgreementDuration: duration }) },
    'moorings',
  );
export const futureDated = (at: CatalogStage, start: string, end: string, more: OfferParts = {}) =>
  privateOffer(at, {
    UpdateValidityTerms: validity({ AgreementStartDate: start, AgreementEndDate: end }),
    ...more,
  });
export const renewal = (at: CatalogStage, term: object, base = privateOffer) =>
  base(at, { UpdateRenewalTerms: { Terms: [{ Type: 'RenewalTerm', ...term }] } });
export const range = (MinValue: string, MaxValue: string, DefaultValue: string) => ({
  PriceIncrease: { Type: 'PercentageRange', Range: { MinValue, MaxValue, DefaultValue } },
});
export const template = (...Schedule: object[]) => ({
  PriceIncrease: { Type: 'FixedPercentage', Value: '3.00' },
  TermTemplates: [{ Type: 'PaymentScheduleTermTemplate', Schedule }],
});
export const charge = (ChargeDateOffset: string, ChargePercentage: string, DayOfMonth?: number) => ({
  ChargeDateOffset,
  ChargePercentage,
  ...(DayOfMonth === undefined ? {} : { DayOfMonth }),
});
export const manyCharges = (at: CatalogStage, count: number) =>
  scheduleTerms(Array.from({ length: count }, (_, index) => [at.day(31 + index), '10'] as const));

export function inCurrency(CurrencyCode: string, price = '100') {
  const pricing = contractPricing({ users: price });
  return { ...pricing, Terms: pricing.Terms.map((term) => ({ ...term, CurrencyCode })) };
}

export function freeTrial(at: CatalogStage, changes: object, product = 'driftmeter', more: OfferParts = {}) {
  const Grants = [{ DimensionKey: 'WorkloadSmall' }, { DimensionKey: 'WorkloadMedium' }];
  const term = { Type: 'FreeTrialPricingTerm', Duration: 'P14D', Grants, ...changes };
  const parts = {
    UpdatePricingTerms: { PricingModel: 'Free', Terms: [term] },
    UpdateTargeting: null,
    UpdateAvailability: null,
    ...more,
  };
  return privateOffer(at, parts, product);
}
