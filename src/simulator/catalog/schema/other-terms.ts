/** Shapes of every term beside prices. */
import { z } from 'zod';
import { currencyText, dayText, durationText, percentageText, priceText } from './values.ts';

export const documentUrl = z
  .string()
  .max(32_000)
  .regex(/^https?:\/\/[a-zA-Z0-9.-]+(:\d+)?\/[a-zA-Z0-9\-@_+./]+/, 'must be an http(s) address of a document');

const legalDocument = z.discriminatedUnion('Type', [
  z.strictObject({ Type: z.literal('StandardEula'), Version: z.string().min(1) }),
  z.strictObject({ Type: z.literal('CustomEula'), Url: documentUrl }),
  z.strictObject({ Type: z.literal('StandardDsa'), Version: z.string().min(1) }),
  z.strictObject({ Type: z.literal('CustomDsa'), Url: documentUrl }),
  z.strictObject({ Type: z.literal('EnterpriseEula'), Url: documentUrl }),
]);

export const legalTerm = z.strictObject({
  Type: z.literal('LegalTerm'),
  Documents: z.array(legalDocument).min(1).max(1),
});
export type LegalTerm = z.infer<typeof legalTerm>;

export const supportTerm = z.strictObject({
  Type: z.literal('SupportTerm'),
  RefundPolicy: z
    .string()
    .min(1)
    .max(500)
    .regex(
      /^(?! )[\t\n\r\x20-\x7e©®™\u00a2-\u00a5\u20a0-\u20bf]*(?<! )$/u,
      'must be plain ASCII (or © ® ™ and currency signs) without a blank at either end',
    ),
});

export const validityTerm = z.strictObject({
  Type: z.literal('ValidityTerm'),
  AgreementDuration: durationText.optional(),
  AgreementStartDate: dayText.optional(),
  AgreementEndDate: dayText.optional(),
});
export type ValidityTerm = z.infer<typeof validityTerm>;

export const paymentScheduleTerm = z.strictObject({
  Type: z.literal('PaymentScheduleTerm'),
  CurrencyCode: currencyText,
  Schedule: z.array(z.strictObject({ ChargeDate: dayText, ChargeAmount: priceText(2) })).min(1),
});
export type PaymentScheduleTerm = z.infer<typeof paymentScheduleTerm>;

export const netPaymentTerm = z.strictObject({ Type: z.literal('NetPaymentTerm'), PaymentDuePeriod: durationText });
export type NetPaymentTerm = z.infer<typeof netPaymentTerm>;

const priceIncrease = z.discriminatedUnion('Type', [
  z.strictObject({ Type: z.literal('FixedPercentage'), Value: percentageText }),
  z.strictObject({
    Type: z.literal('PercentageRange'),
    Range: z.strictObject({ MinValue: percentageText, MaxValue: percentageText, DefaultValue: percentageText }),
  }),
]);

const scheduleTemplate = z.strictObject({
  Type: z.literal('PaymentScheduleTermTemplate'),
  Schedule: z
    .array(
      z.strictObject({
        ChargeDateOffset: z.string().regex(/^P\d+[MD]$/, 'must be a whole number of months or days, such as P6M'),
        ChargePercentage: percentageText,
        DayOfMonth: z.int().optional(),
      }),
    )
    .min(1)
    .max(86),
});

const dayPeriod = z.string().regex(/^P\d+D$/, 'must be a number of days, such as P30D');

export const renewalTerm = z.strictObject({
  Type: z.literal('RenewalTerm'),
  LockoutPeriod: dayPeriod.optional(),
  AdjustmentDeadline: dayPeriod.optional(),
  MaxRenewals: z.int().min(1).optional(),
  PriceIncrease: priceIncrease.optional(),
  TermTemplates: z.array(scheduleTemplate).max(1).optional(),
});
export type RenewalTerm = z.infer<typeof renewalTerm>;

export const customerVerificationTerm = z.strictObject({
  Type: z.literal('CustomerVerificationTerm'),
  ApprovalStrategy: z.string().min(1).max(72),
  ExpirationDuration: durationText.optional(),
});
