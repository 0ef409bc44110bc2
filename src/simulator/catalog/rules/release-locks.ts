/** What can no longer be changed once an offer was released, or has expired. */
import { isPrivate } from '../model.ts';
import { comparePrices } from './price-comparison.ts';
import { pricingTerm, validityTerm } from './offer-terms.ts';
import type { OfferRule } from './rule.ts';
import { violation } from './rule.ts';

/** Changes that a released private offer refuses, with the code of the refusal. */
const PRIVATE_LOCKS: Readonly<Record<string, string>> = {
  UpdateTargeting: 'INCOMPATIBLE_TARGETING',
  UpdateLegalTerms: 'INCOMPATIBLE_TERMS',
  UpdatePricingTerms: 'INCOMPATIBLE_TERMS',
  UpdatePaymentScheduleTerms: 'INCOMPATIBLE_TERMS',
  UpdateMarkup: 'INCOMPATIBLE_TERMS',
  UpdateNetPaymentTerms: 'INCOMPATIBLE_TERMS',
  UpdateRenewalTerms: 'INVALID_UPDATE_REQUEST',
};

const EXPIRED_LOCKS: Readonly<Record<string, string>> = {
  UpdateTargeting: 'INCOMPATIBLE_TARGETING',
  UpdateSupportTerms: 'INCOMPATIBLE_TERMS',
  UpdatePricingTerms: 'INCOMPATIBLE_TERMS',
  UpdateValidityTerms: 'INCOMPATIBLE_TERMS',
  UpdatePaymentScheduleTerms: 'INCOMPATIBLE_TERMS',
  UpdateRenewalTerms: 'INCOMPATIBLE_TERMS',
};

export const lockedAfterRelease: OfferRule = ({ before, after, changed, today }) => {
  if (before?.state !== 'Released') return [];
  // Extending in the same change set makes the offer current again.
  const expired =
    after.availabilityEndDate !== null &&
    after.availabilityEndDate < today &&
    before.availabilityEndDate !== null &&
    before.availabilityEndDate < today;
  const locks = { ...(expired ? EXPIRED_LOCKS : {}), ...(isPrivate(before) ? PRIVATE_LOCKS : {}) };
  return [
    ...[...changed].flatMap((changeType) => {
      const code = locks[changeType];
      const reason =
        expired && changeType in EXPIRED_LOCKS ? 'after the offer is expired' : 'after the offer is released';
      return violation(code !== undefined, code ?? '', changeType, `${changeType} is not possible ${reason}.`);
    }),
    ...violation(
      JSON.stringify(before.preExistingAgreement) !== JSON.stringify(after.preExistingAgreement),
      'INCOMPATIBLE_PRE_EXISTING_AGREEMENT',
      'UpdateInformation',
      'PreExistingAgreement cannot be changed after the offer is released.',
    ),
    ...violation(
      !isPrivate(before) && isPrivate(after),
      'INCOMPATIBLE_TARGETING',
      'UpdateTargeting',
      'PositiveTargeting.BuyerAccounts cannot be added to a released public offer.',
    ),
  ];
};

/** The duration may still change; fixed dates may not. */
export const lockedDates: OfferRule = ({ before, after }) => {
  if (before?.state !== 'Released') return [];
  const was = validityTerm(before);
  const is = validityTerm(after);
  const on = 'UpdateValidityTerms';
  return [
    ...violation(
      was?.AgreementStartDate !== is?.AgreementStartDate,
      'INCOMPATIBLE_AGREEMENT_START_DATE',
      on,
      'AgreementStartDate cannot be changed after the offer is released.',
    ),
    ...violation(
      was?.AgreementEndDate !== is?.AgreementEndDate,
      'INCOMPATIBLE_AGREEMENT_END_DATE',
      on,
      'AgreementEndDate cannot be changed after the offer is released.',
    ),
  ];
};

const DAYS_BETWEEN_RISES = 120;

/** Public offers change prices under conditions, and never lose a rate or a duration. */
export const publicPriceChanges: OfferRule = ({ before, after, changed, now }) => {
  if (before?.state !== 'Released' || isPrivate(before) || !changed.has('UpdatePricingTerms')) return [];
  const on = 'UpdatePricingTerms';
  const { rises, falls, additions, removals } = comparePrices(before.terms.pricing, after.terms.pricing);
  const durations = (offer: typeof after) =>
    (pricingTerm(offer, 'ConfigurableUpfrontPricingTerm')?.RateCards ?? []).map(({ Selector }) => Selector.Value);
  const lost = durations(before).filter((value) => !durations(after).includes(value));
  const last = before.lastPriceIncreaseAt;
  const recent = last !== null && now - Date.parse(last) < DAYS_BETWEEN_RISES * 86_400_000;
  return [
    ...violation(
      lost.length > 0,
      'INCOMPATIBLE_SELECTOR_DURATION',
      on,
      `Selector.Value ${lost.join(', ')} cannot be removed after the offer is released.`,
    ),
    ...violation(
      removals && lost.length === 0,
      'INCOMPATIBLE_RATES',
      on,
      'RateCard: prices cannot be removed after the offer is released.',
    ),
    ...violation(
      rises && (falls || additions),
      'INVALID_PRICE_CHANGE',
      on,
      'Price increases cannot be mixed with decreases or new dimensions in one request.',
    ),
    ...violation(
      rises && recent,
      'INVALID_PRICE_CHANGE',
      on,
      `Price was already increased within the past ${DAYS_BETWEEN_RISES} days.`,
    ),
  ];
};
