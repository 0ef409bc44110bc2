/** Reads AWS's terms beside price, service and EULA into the parts of a draft. The counterpart of `compileExtras`. */
import { z } from 'zod';
import { isAmount } from '../money/amount.ts';
import { APPROVAL_STRATEGIES, EMPTY_RENEWAL_TERM, type RenewalTerm } from './draft-terms.ts';
import type { OfferDraft } from './draft.ts';
import type { ParsedTerm } from './parse-terms.ts';

const days = z.string().regex(/^P\d{1,9}D$/);
const percentage = z.string().refine(isAmount);

const netPaymentSchema = z.looseObject({ PaymentDuePeriod: days });
const supportSchema = z.looseObject({ RefundPolicy: z.string().min(1) });
const verificationSchema = z.looseObject({
  ApprovalStrategy: z.enum(APPROVAL_STRATEGIES),
  ExpirationDuration: days.nullish(),
});
const increaseSchema = z.discriminatedUnion('Type', [
  z.looseObject({ Type: z.literal('FixedPercentage'), Value: percentage }),
  z.looseObject({
    Type: z.literal('PercentageRange'),
    Range: z.looseObject({ MinValue: percentage, MaxValue: percentage, DefaultValue: percentage }),
  }),
]);
const templateSchema = z.looseObject({
  Type: z.literal('PaymentScheduleTermTemplate'),
  Schedule: z
    .array(
      z.looseObject({
        ChargeDateOffset: z.string().regex(/^P\d{1,9}[MD]$/),
        ChargePercentage: percentage,
        DayOfMonth: z.int().nullish(),
      }),
    )
    .min(1)
    // Months and days side by side are nothing that a draft can say.
    .refine((charges) => new Set(charges.map(({ ChargeDateOffset }) => ChargeDateOffset.at(-1))).size === 1),
});
const renewalSchema = z.looseObject({
  LockoutPeriod: days.nullish(),
  AdjustmentDeadline: days.nullish(),
  MaxRenewals: z.int().nullish(),
  PriceIncrease: increaseSchema.nullish(),
  TermTemplates: z.array(templateSchema).max(1).nullish(),
});

type Reader = (term: unknown) => ParsedTerm | null;

export const EXTRA_READERS: Readonly<Record<string, Reader>> = {
  NetPaymentTerm: readerOf(netPaymentSchema, (draft, term) => {
    draft.netPayment = term.PaymentDuePeriod;
  }),
  SupportTerm: readerOf(supportSchema, (draft, term) => {
    draft.refundPolicy = term.RefundPolicy;
  }),
  CustomerVerificationTerm: readerOf(verificationSchema, (draft, term) => {
    draft.customerVerification = { strategy: term.ApprovalStrategy, days: numberOf(term.ExpirationDuration) };
  }),
  RenewalTerm: readerOf(renewalSchema, (draft, term) => {
    draft.renewalTerm = toRenewalTerm(term);
  }),
};

function readerOf<T>(schema: z.ZodType<T>, apply: (draft: OfferDraft, term: T) => void): Reader {
  return (term) => {
    const parsed = schema.safeParse(term);
    if (!parsed.success) return null;
    return { currency: null, carried: [], apply: (draft) => apply(draft, parsed.data) };
  };
}

function toRenewalTerm(term: z.infer<typeof renewalSchema>): RenewalTerm {
  const [template] = term.TermTemplates ?? [];
  return {
    lockoutDays: numberOf(term.LockoutPeriod),
    adjustmentDays: numberOf(term.AdjustmentDeadline),
    maxRenewals: String(term.MaxRenewals ?? ''),
    priceIncrease: toIncrease(term.PriceIncrease),
    template: {
      unit: template?.Schedule[0]?.ChargeDateOffset.endsWith('D') ? 'days' : 'months',
      charges: (template?.Schedule ?? []).map((charge) => ({
        offset: numberOf(charge.ChargeDateOffset),
        percentage: charge.ChargePercentage,
        dayOfMonth: String(charge.DayOfMonth ?? ''),
      })),
    },
  };
}

function toIncrease(increase: z.infer<typeof renewalSchema>['PriceIncrease']): RenewalTerm['priceIncrease'] {
  const none = EMPTY_RENEWAL_TERM.priceIncrease;
  if (!increase) return none;
  if (increase.Type === 'FixedPercentage') return { ...none, kind: 'fixed', value: increase.Value };
  const { MinValue, MaxValue, DefaultValue } = increase.Range;
  return { ...none, kind: 'range', min: MinValue, max: MaxValue, usual: DefaultValue };
}

/** `P30D` gives `30`. */
function numberOf(period: string | null | undefined): string {
  return period ? String(Number(period.slice(1, -1))) : '';
}
