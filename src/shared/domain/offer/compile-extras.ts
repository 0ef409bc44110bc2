/** The terms beside price, service and EULA in AWS's spelling: invoicing, renewal, refund policy, customer verification. */
import { canonicalAmount, formatAmount, parseAmount } from '../money/amount.ts';
import type { WireTerm } from './change-set.ts';
import type { FieldReader } from './compile-terms.ts';
import type { RenewalTerm } from './draft-terms.ts';
import type { OfferDraft } from './draft.ts';

type Json = Record<string, unknown>;

const isFilled = (text: string) => text.trim() !== '';

export function compileExtras(draft: OfferDraft, reader: FieldReader): WireTerm[] {
  return [
    netPaymentTerm(draft, reader),
    renewalTerm(draft, reader),
    supportTerm(draft),
    verificationTerm(draft, reader),
  ].filter((term) => term !== null);
}

function netPaymentTerm({ netPayment }: OfferDraft, reader: FieldReader): WireTerm | null {
  if (!isFilled(netPayment)) return null;
  return { Type: 'NetPaymentTerm', PaymentDuePeriod: reader.days(netPayment, 'netPayment') };
}

function supportTerm({ refundPolicy }: OfferDraft): WireTerm | null {
  return isFilled(refundPolicy) ? { Type: 'SupportTerm', RefundPolicy: refundPolicy } : null;
}

function verificationTerm({ customerVerification: verification }: OfferDraft, reader: FieldReader): WireTerm | null {
  if (verification === null) return null;
  return {
    Type: 'CustomerVerificationTerm',
    ApprovalStrategy: verification.strategy,
    ...(isFilled(verification.days) && {
      ExpirationDuration: `P${count(verification.days, 'customerVerification.days', reader)}D`,
    }),
  };
}

function renewalTerm({ renewalTerm: renewal }: OfferDraft, reader: FieldReader): WireTerm | null {
  if (renewal === null) return null;
  const { lockoutDays, adjustmentDays, maxRenewals } = renewal;
  const increase = priceIncrease(renewal, reader);
  const template = scheduleTemplate(renewal, reader);
  return {
    Type: 'RenewalTerm',
    ...(isFilled(lockoutDays) && { LockoutPeriod: `P${count(lockoutDays, 'renewalTerm.lockoutDays', reader)}D` }),
    ...(isFilled(adjustmentDays) && {
      AdjustmentDeadline: `P${count(adjustmentDays, 'renewalTerm.adjustmentDays', reader)}D`,
    }),
    ...(isFilled(maxRenewals) && { MaxRenewals: count(maxRenewals, 'renewalTerm.maxRenewals', reader) }),
    ...(increase && { PriceIncrease: increase }),
    ...(template && { TermTemplates: [template] }),
  };
}

function priceIncrease({ priceIncrease: increase }: RenewalTerm, reader: FieldReader): Json | null {
  const at = (member: 'value' | 'min' | 'max' | 'usual') =>
    percentage(increase[member], `renewalTerm.priceIncrease.${member}`, reader);
  switch (increase.kind) {
    case 'none':
      return null;
    case 'fixed':
      return isFilled(increase.value) ? { Type: 'FixedPercentage', Value: at('value') } : null;
    case 'range': {
      const { min, max, usual } = increase;
      if (![min, max, usual].some(isFilled)) return null;
      return {
        Type: 'PercentageRange',
        Range: { MinValue: at('min'), MaxValue: at('max'), DefaultValue: at('usual') },
      };
    }
  }
}

function scheduleTemplate({ template }: RenewalTerm, reader: FieldReader): Json | null {
  const unit = template.unit === 'months' ? 'M' : 'D';
  const schedule = template.charges.flatMap(({ offset, percentage: share, dayOfMonth }, index) => {
    if (![offset, share, dayOfMonth].some(isFilled)) return [];
    const path = `renewalTerm.template.charges.${index}`;
    return [
      {
        ChargeDateOffset: `P${count(offset, `${path}.offset`, reader)}${unit}`,
        ChargePercentage: canonicalAmount(percentage(share, `${path}.percentage`, reader)),
        ...(isFilled(dayOfMonth) && { DayOfMonth: count(dayOfMonth, `${path}.dayOfMonth`, reader) }),
      },
    ];
  });
  return schedule.length === 0 ? null : { Type: 'PaymentScheduleTermTemplate', Schedule: schedule };
}

/** A whole number of 0 or more. */
function count(text: string, path: string, reader: FieldReader): number {
  const typed = text.normalize('NFKC').trim();
  if (!/^\d{1,9}$/.test(typed)) reader.refuse(path);
  return Number(typed) || 0;
}

/** With two decimals, as AWS's pages write percentages of an increase. */
function percentage(text: string, path: string, reader: FieldReader): string {
  const parsed = parseAmount(text, { decimals: 2 });
  if (!parsed.ok) reader.refuse(path);
  return formatAmount(parsed.ok ? parsed.amount : '0', 2);
}
