/** Automatic renewal: lockout, adjustment deadline, price increase, schedule template. */
import { addDays, addDuration, daysBetween } from '../instants.ts';
import { isPrivate } from '../model.ts';
import type { RenewalTerm } from '../schema/other-terms.ts';
import { compareDecimals, sumOf } from './decimals.ts';
import { pricingTerm, renewalTerm, repeated, scheduleTerm, validityTerm } from './offer-terms.ts';
import type { OfferCase, OfferRule, Violation } from './rule.ts';
import { isReleased, violation } from './rule.ts';

const ON = 'UpdateRenewalTerms';

export const renewal: OfferRule = (subject) => {
  const term = renewalTerm(subject.after);
  if (!term) return [];
  return [...needs(term, subject), ...deadlines(term, subject), ...increase(term), ...template(term)];
};

function needs(term: RenewalTerm, subject: OfferCase): Violation[] {
  const { after } = subject;
  if (!isPrivate(after)) return [];
  return [
    ...violation(
      term.PriceIncrease === undefined,
      'MISSING_PRICE_INCREASE',
      [ON, 'ReleaseOffer'],
      'PriceIncrease is required on private offers.',
    ),
    ...violation(
      isReleased(subject) && scheduleTerm(after) !== undefined && (term.TermTemplates ?? []).length === 0,
      'MISSING_PAYMENT_SCHEDULE_TERM_TEMPLATE',
      [ON, 'ReleaseOffer'],
      'TermTemplates must hold a PaymentScheduleTermTemplate where the offer has a payment schedule.',
    ),
  ];
}

function deadlines(term: RenewalTerm, subject: OfferCase): Violation[] {
  const ranged = term.PriceIncrease?.Type === 'PercentageRange';
  const lockout = daysOf(term.LockoutPeriod);
  const deadline = daysOf(term.AdjustmentDeadline);
  const length = agreementDays(subject);
  return [
    ...violation(
      lockout !== null && (lockout < 1 || (length !== null && lockout >= length)),
      'INVALID_LOCKOUT_PERIOD',
      ON,
      `LockoutPeriod ${term.LockoutPeriod} must be at least a day and shorter than the agreement.`,
    ),
    ...violation(
      ranged && deadline === null,
      'MISSING_ADJUSTMENT_DEADLINE',
      ON,
      'AdjustmentDeadline is required with a PercentageRange.',
    ),
    ...violation(
      !ranged && deadline !== null,
      'INVALID_ADJUSTMENT_DEADLINE',
      ON,
      'AdjustmentDeadline is only possible with a PercentageRange.',
    ),
    ...violation(
      deadline !== null && deadline < (lockout ?? 0) + 1,
      'INVALID_ADJUSTMENT_DEADLINE',
      ON,
      `AdjustmentDeadline ${term.AdjustmentDeadline} must be at least a day longer than LockoutPeriod.`,
    ),
    ...violation(
      deadline !== null && length !== null && deadline >= length,
      'INVALID_ADJUSTMENT_DEADLINE',
      ON,
      `AdjustmentDeadline ${term.AdjustmentDeadline} must be shorter than the agreement.`,
    ),
  ];
}

function increase({ PriceIncrease }: RenewalTerm): Violation[] {
  if (PriceIncrease?.Type !== 'PercentageRange') return [];
  const { MinValue, MaxValue, DefaultValue } = PriceIncrease.Range;
  const ordered =
    compareDecimals(MinValue, MaxValue) < 0 &&
    compareDecimals(MinValue, DefaultValue) <= 0 &&
    compareDecimals(DefaultValue, MaxValue) <= 0;
  return violation(
    !ordered,
    'INVALID_PERCENTAGE_RANGE',
    ON,
    'Range: MinValue must be below MaxValue, and DefaultValue between the two.',
  );
}

function template({ TermTemplates }: RenewalTerm): Violation[] {
  const charges = TermTemplates?.[0]?.Schedule ?? [];
  if (charges.length === 0) return [];
  const offsets = charges.map(({ ChargeDateOffset }) => ChargeDateOffset);
  const inMonths = offsets.filter((offset) => offset.endsWith('M'));
  const days = charges.flatMap(({ DayOfMonth }) => (DayOfMonth === undefined ? [] : [DayOfMonth]));
  const percentages = charges.map(({ ChargePercentage }) => ChargePercentage);
  return [
    ...repeated(offsets).flatMap((offset) =>
      violation(true, 'DUPLICATE_CHARGE_DATE_OFFSETS', ON, `Schedule: ChargeDateOffset ${offset} is given twice.`),
    ),
    ...violation(
      inMonths.length > 0 && inMonths.length < offsets.length,
      'INVALID_CHARGE_DATE_OFFSETS',
      ON,
      'Schedule: ChargeDateOffset must be in months everywhere or in days everywhere.',
    ),
    ...violation(
      compareDecimals(sumOf(percentages), '100') !== 0 || percentages.some((text) => compareDecimals(text, '0.01') < 0),
      'INVALID_CHARGE_PERCENTAGES',
      ON,
      'Schedule: ChargePercentage must be 0.01 or more each and 100 in sum.',
    ),
    ...violation(
      days.some((day) => day < 1 || day > 31) || (days.length > 0 && inMonths.length === 0),
      'INVALID_DAY_OF_MONTH',
      ON,
      'Schedule: DayOfMonth must be 1 to 31, and only with offsets in months.',
    ),
  ];
}

function daysOf(period: string | undefined): number | null {
  return period === undefined ? null : Number(period.slice(1, -1));
}

/** Length in days of the shortest agreement the offer leads to; null where nothing fixes it. */
function agreementDays({ after, today }: OfferCase): number | null {
  const validity = validityTerm(after);
  const { AgreementStartDate: start, AgreementEndDate: end } = validity ?? {};
  const ends =
    start !== undefined && end !== undefined
      ? [{ from: start, to: addDays(end, 1) }]
      : durations(after, validity?.AgreementDuration).map((text) => ({ from: today, to: addDuration(today, text) }));
  const days = ends.map(({ from, to }) => daysBetween(from, to));
  return days.length === 0 ? null : Math.min(...days);
}

function durations(offer: OfferCase['after'], duration: string | undefined): string[] {
  if (duration !== undefined) return [duration];
  const fixed = pricingTerm(offer, 'FixedUpfrontPricingTerm')?.Duration;
  const cards = pricingTerm(offer, 'ConfigurableUpfrontPricingTerm')?.RateCards ?? [];
  return [...(fixed === undefined ? [] : [fixed]), ...cards.map(({ Selector }) => Selector.Value)];
}
