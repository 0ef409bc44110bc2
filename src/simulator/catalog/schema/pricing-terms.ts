/** Shapes of the terms in `UpdatePricingTerms`. */
import { z } from 'zod';
import { currencyText, dimensionKeyText, durationText, priceText } from './values.ts';

const usageRates = z.array(z.strictObject({ DimensionKey: dimensionKeyText, Price: priceText(8) })).min(1);
const choice = z.enum(['Allowed', 'Disallowed']);
// The schema takes 800 grants; the page's 200 is checked when the change set is processed.
const grants = z
  .array(z.strictObject({ DimensionKey: dimensionKeyText, MaxQuantity: z.int().min(1).max(2_147_483_646) }))
  .min(1)
  .max(800);

export const usageBasedMembers = {
  CurrencyCode: currencyText,
  RateCards: z.array(z.strictObject({ RateCard: usageRates })).min(1),
};

const usageBasedTerm = z.strictObject({ Type: z.literal('UsageBasedPricingTerm'), ...usageBasedMembers });

export const configurableUpfrontMembers = {
  CurrencyCode: currencyText,
  RateCards: z
    .array(
      z.strictObject({
        Selector: z.strictObject({ Type: z.literal('Duration'), Value: durationText }),
        Constraints: z.strictObject({ MultipleDimensionSelection: choice, QuantityConfiguration: choice }),
        RateCard: usageRates,
      }),
    )
    .min(1),
};

const configurableUpfrontTerm = z.strictObject({
  Type: z.literal('ConfigurableUpfrontPricingTerm'),
  ...configurableUpfrontMembers,
});

export const fixedUpfrontMembers = {
  CurrencyCode: currencyText,
  Price: priceText(3),
  Duration: durationText.optional(),
  Grants: grants,
};

const fixedUpfrontTerm = z.strictObject({ Type: z.literal('FixedUpfrontPricingTerm'), ...fixedUpfrontMembers });

const byolTerm = z.strictObject({ Type: z.literal('ByolPricingTerm') });

const recurringTerm = z.strictObject({
  Type: z.literal('RecurringPaymentTerm'),
  CurrencyCode: currencyText,
  BillingPeriod: z.literal('Monthly'),
  Price: priceText(3),
});

const freeTrialTerm = z.strictObject({
  Type: z.literal('FreeTrialPricingTerm'),
  Duration: durationText,
  Grants: z
    .array(
      z.strictObject({ DimensionKey: dimensionKeyText, MaxQuantity: z.int().min(1).max(2_147_483_646).optional() }),
    )
    .min(1)
    .max(800),
});

export type UsageBasedTerm = z.infer<typeof usageBasedTerm>;
export type ConfigurableUpfrontTerm = z.infer<typeof configurableUpfrontTerm>;
export type FixedUpfrontTerm = z.infer<typeof fixedUpfrontTerm>;

export const pricingTerm = z.discriminatedUnion('Type', [
  usageBasedTerm,
  configurableUpfrontTerm,
  fixedUpfrontTerm,
  byolTerm,
  recurringTerm,
  freeTrialTerm,
]);
export type PricingTerm = z.infer<typeof pricingTerm>;
