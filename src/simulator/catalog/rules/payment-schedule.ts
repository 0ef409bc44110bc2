/** Instalments: their dates against today, the offer's end and the agreement's end. */
import { addDuration } from '../instants.ts';
import { pricingTerm, repeated, scheduleTerm, validityTerm } from './offer-terms.ts';
import type { OfferCase, OfferRule } from './rule.ts';
import { violation } from './rule.ts';

const ON = 'UpdatePaymentScheduleTerms';
const MOST_CHARGES = 60;

export const paymentSchedule: OfferRule = (subject) => {
  const { after, releasing, today } = subject;
  const term = scheduleTerm(after);
  if (!term) return [];
  const dates = term.Schedule.map(({ ChargeDate }) => ChargeDate);
  const past = dates.filter((date) => date < today);
  const end = agreementEnd(subject);
  const late = end === null ? [] : dates.filter((date) => date > end);
  return [
    ...violation(
      dates.length > MOST_CHARGES,
      'TOO_MANY_CHARGES',
      ON,
      `Schedule holds at most ${MOST_CHARGES} charges.`,
    ),
    ...repeated(dates).flatMap((date) =>
      violation(true, 'DUPLICATE_CHARGE_DATES', ON, `Schedule: ChargeDate ${date} is given twice.`),
    ),
    ...violation(
      releasing && past.length > 0,
      'INVALID_CHARGE_DATES',
      [ON, 'ReleaseOffer'],
      `Schedule: ChargeDate ${past.join(', ')} is in the past.`,
    ),
    ...violation(
      late.length > 0,
      'INVALID_CHARGE_DATES',
      [ON, ...(releasing ? ['UpdateValidityTerms', 'ReleaseOffer'] : ['UpdateValidityTerms'])],
      `Schedule: ChargeDate ${late.slice(0, 5).join(', ')} is after the end of an agreement accepted today (${end}).`,
    ),
    ...violation(
      after.terms.pricing.length > 0 && pricingTerm(after, 'FixedUpfrontPricingTerm') === undefined,
      'INCOMPATIBLE_TERMS',
      [ON, 'UpdatePricingTerms'],
      'PaymentScheduleTerm needs a FixedUpfrontPricingTerm.',
    ),
  ];
};

/** At most one charge may fall due while the offer can still be accepted. */
export const backdatedCharges: OfferRule = ({ after }) => {
  const available = after.availabilityEndDate;
  const dates = (scheduleTerm(after)?.Schedule ?? []).map(({ ChargeDate }) => ChargeDate);
  const early = available === null ? [] : dates.filter((date) => date <= available);
  return violation(
    early.length > 1,
    'TOO_MANY_BACKDATED_CHARGES',
    [ON, 'UpdateAvailability', 'ReleaseOffer'],
    `Schedule: only one ChargeDate may be on or before AvailabilityEndDate ${available}, not ${early.join(', ')}.`,
  );
};

/** The agreement's last day if it were accepted today; null where nothing fixes it. */
function agreementEnd({ after, today }: OfferCase): string | null {
  const validity = validityTerm(after);
  if (validity?.AgreementEndDate !== undefined) return validity.AgreementEndDate;
  const duration = validity?.AgreementDuration ?? pricingTerm(after, 'FixedUpfrontPricingTerm')?.Duration;
  return duration === undefined ? null : addDuration(today, duration);
}
