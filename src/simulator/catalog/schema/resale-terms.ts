/** Shapes of the terms of a resale authorization. */
import { z } from 'zod';
import { documentUrl } from './other-terms.ts';
import { configurableUpfrontMembers, fixedUpfrontMembers, usageBasedMembers } from './pricing-terms.ts';
import { accountIdText, currencyText, dayText, durationText, priceText } from './values.ts';

export const resalePricingTerm = z.discriminatedUnion('Type', [
  z.strictObject({ Type: z.literal('ResaleUsageBasedPricingTerm'), ...usageBasedMembers }),
  z.strictObject({ Type: z.literal('ResaleConfigurableUpfrontPricingTerm'), ...configurableUpfrontMembers }),
  z.strictObject({ Type: z.literal('ResaleFixedUpfrontPricingTerm'), ...fixedUpfrontMembers }),
]);

export const resalePaymentScheduleTerm = z.strictObject({
  Type: z.literal('ResalePaymentScheduleTerm'),
  CurrencyCode: currencyText,
  Schedule: z.array(z.strictObject({ ChargeDate: dayText, ChargeAmount: priceText(2) })).min(1),
});

export const resaleNetPaymentTerm = z.strictObject({
  Type: z.literal('ResaleNetPaymentTerm'),
  PaymentDuePeriod: durationText,
});

// The page shows a version beside the standard text, the shape has none.
const buyerDocument = z.discriminatedUnion('Type', [
  z.strictObject({ Type: z.literal('StandardEula'), Version: z.string().min(1).optional() }),
  z.strictObject({ Type: z.literal('EnterpriseEula'), Version: z.string().min(1).optional() }),
  z.strictObject({ Type: z.literal('CustomEula'), Url: documentUrl }),
]);

const resellerDocument = z.discriminatedUnion('Type', [
  z.strictObject({ Type: z.literal('StandardResellerContract') }),
  z.strictObject({ Type: z.literal('CustomResellerContract'), Url: documentUrl }),
]);

const resaleLegalTerm = z.discriminatedUnion('Type', [
  z.strictObject({ Type: z.literal('BuyerLegalTerm'), Documents: z.array(buyerDocument).min(1).max(1) }),
  z.strictObject({ Type: z.literal('ResaleLegalTerm'), Documents: z.array(resellerDocument).min(1).max(1) }),
]);

export const resaleLegalTerms = z
  .array(resaleLegalTerm)
  .min(1)
  .refine((terms) => new Set(terms.map(({ Type }) => Type)).size === terms.length, 'must hold each Type once at most');

export const buyerTargetingTerm = z.strictObject({
  Type: z.literal('BuyerTargetingTerm'),
  PositiveTargeting: z.strictObject({ BuyerAccounts: z.array(accountIdText).min(1).max(25) }),
});

export const buyerValidityTerm = z.strictObject({
  Type: z.literal('BuyerValidityTerm'),
  MaximumAgreementStartDate: dayText,
});
export type BuyerValidityTerm = z.infer<typeof buyerValidityTerm>;
