/** An offer's terms for people: which of them this version can show in words, the currency and the contract value. */
import { isAmount, sumAmounts } from '../money/amount.ts';
import type { OfferTerm } from './entity.ts';

/** Terms that a screen has its own view for. Any other is shown as AWS sent it. */
export const SHOWN_TERM_TYPES = [
  'UsageBasedPricingTerm',
  'ConfigurableUpfrontPricingTerm',
  'FixedUpfrontPricingTerm',
  'RecurringPaymentTerm',
  'FreeTrialPricingTerm',
  'ByolPricingTerm',
  'PaymentScheduleTerm',
  'ValidityTerm',
  'LegalTerm',
  'SupportTerm',
  'RenewalTerm',
  'NetPaymentTerm',
  'CustomerVerificationTerm',
] as const;

export function toReadableTerms(terms: readonly OfferTerm[]): { type: string; known: boolean; raw: unknown }[] {
  const known: readonly string[] = SHOWN_TERM_TYPES;
  return terms.map((term) => ({ type: term.Type, known: known.includes(term.Type), raw: term }));
}

/** The currency that the terms agree on; null without one, or where they differ. */
export function findCurrency(terms: readonly OfferTerm[]): string | null {
  const found = new Set(terms.map((term) => term['CurrencyCode']).filter((code) => typeof code === 'string'));
  return found.size === 1 ? ([...found][0] ?? null) : null;
}

/** The sum of the scheduled charges, exact; null without a schedule or where a charge is no number. */
export function sumCharges(terms: readonly OfferTerm[]): string | null {
  const schedules = terms.filter((term) => term.Type === 'PaymentScheduleTerm');
  if (schedules.length === 0) return null;
  const amounts = schedules
    .flatMap((term): unknown[] => (Array.isArray(term['Schedule']) ? term['Schedule'] : []))
    .map((charge) => (charge as { ChargeAmount?: unknown } | null)?.ChargeAmount);
  return amounts.every(isAmountText) ? sumAmounts(amounts) : null;
}

function isAmountText(value: unknown): value is string {
  return typeof value === 'string' && isAmount(value);
}
