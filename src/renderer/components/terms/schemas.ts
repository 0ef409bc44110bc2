/** Terms as AWS returns them, as far as the screens put them into words. What does not fit is shown as it came. */
import { z } from 'zod';

const text = z.string();
const rate = z.object({ DimensionKey: text, Price: text });
const grant = z.object({ DimensionKey: text, MaxQuantity: z.number().nullable().default(null) });
const currency = { CurrencyCode: text.nullish().transform((code) => code ?? '') };

export const usageTerm = z.object({ ...currency, RateCards: z.array(z.object({ RateCard: z.array(rate) })) });

export const contractTerm = z.object({
  ...currency,
  RateCards: z.array(
    z.object({
      Selector: z.object({ Type: text.nullish(), Value: text.nullish() }).nullish(),
      Constraints: z.object({ QuantityConfiguration: text.nullish() }).nullish(),
      RateCard: z.array(rate),
    }),
  ),
});

export const fixedTerm = z.object({
  ...currency,
  Price: text.nullish(),
  Duration: text.nullish(),
  Grants: z.array(grant).nullish(),
});

export const recurringTerm = z.object({ ...currency, BillingPeriod: text.nullish(), Price: text });
export const freeTrialTerm = z.object({ Duration: text.nullish(), Grants: z.array(grant).nullish() });

export const scheduleTerm = z.object({
  ...currency,
  Schedule: z.array(z.object({ ChargeDate: text, ChargeAmount: text })),
});

export const validityTerm = z.object({
  AgreementDuration: text.nullish(),
  AgreementStartDate: text.nullish(),
  AgreementEndDate: text.nullish(),
});

export const legalTerm = z.object({
  Documents: z.array(z.object({ Type: text, Version: text.nullish(), Url: text.nullish() })),
});

export const supportTerm = z.object({ RefundPolicy: text.nullish() });
export const netPaymentTerm = z.object({ PaymentDuePeriod: text });
export const verificationTerm = z.object({ ApprovalStrategy: text.nullish(), ExpirationDuration: text.nullish() });

export const renewalTerm = z.object({
  LockoutPeriod: text.nullish(),
  AdjustmentDeadline: text.nullish(),
  MaxRenewals: z.number().nullable().default(null),
  PriceIncrease: z
    .object({
      Type: text,
      Value: text.nullish(),
      Range: z.object({ MinValue: text, MaxValue: text, DefaultValue: text.nullish() }).nullish(),
    })
    .nullish(),
  TermTemplates: z
    .array(
      z.object({
        Schedule: z.array(
          z.object({ ChargeDateOffset: text, ChargePercentage: text, DayOfMonth: z.number().nullish() }),
        ),
      }),
    )
    .nullish(),
});
