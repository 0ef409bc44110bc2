/** How long the agreement runs: durations, fixed dates, agreements that start later. */
import { addDays, addDuration, addMonths, daysBetween, parseDuration } from '../instants.ts';
import { isPrivate } from '../model.ts';
import { pricingTerm, scheduleTerm, startDate, validityTerm } from './offer-terms.ts';
import type { OfferCase, OfferRule, Violation } from './rule.ts';
import { isReleased, violation } from './rule.ts';

const ON = 'UpdateValidityTerms';
const MOST_CONTRACT_MONTHS = 60;
const MOST_METERED_DAYS = 1095;
const MOST_YEARS_AHEAD = 3;

/** Which members of a ValidityTerm go together. */
export const validityMembers: OfferRule = ({ after }) => {
  const { AgreementDuration: duration, AgreementStartDate: start, AgreementEndDate: end } = validityTerm(after) ?? {};
  if (!validityTerm(after)) return [];
  return [
    ...violation(
      duration === undefined && start === undefined && end === undefined,
      'INVALID_AGREEMENT_TIME_INTERVAL',
      ON,
      'ValidityTerm must hold AgreementDuration, or AgreementStartDate and AgreementEndDate.',
    ),
    ...violation(
      duration !== undefined && start !== undefined,
      'INCOMPATIBLE_AGREEMENT_START_DATE',
      ON,
      'AgreementStartDate cannot be combined with AgreementDuration.',
    ),
    ...violation(
      duration !== undefined && end !== undefined,
      'INCOMPATIBLE_AGREEMENT_END_DATE',
      ON,
      'AgreementEndDate cannot be combined with AgreementDuration.',
    ),
    ...violation(
      start !== undefined && end === undefined && duration === undefined,
      'INVALID_AGREEMENT_TIME_INTERVAL',
      ON,
      'AgreementStartDate needs an AgreementEndDate.',
    ),
    ...violation(
      end !== undefined && start === undefined && duration === undefined && after.replacesAgreementId === null,
      'MISSING_AGREEMENT_START_DATE',
      ON,
      'AgreementEndDate needs an AgreementStartDate in the future.',
    ),
  ];
};

export const agreementDuration: OfferRule = ({ after, product }) => {
  const duration = validityTerm(after)?.AgreementDuration;
  if (duration === undefined || after.pricingModel === null) return [];
  const parts = parseDuration(duration);
  const inDays = after.pricingModel === 'Usage';
  const whole = inDays
    ? parts?.years === 0 && parts.months === 0 && parts.days >= 1
    : parts?.years === 0 && parts.days === 0 && parts.months >= 1;
  // No page bounds the duration of a SaaS subscription.
  const tooLong = inDays
    ? product.type !== 'SaaSProduct' && (parts?.days ?? 0) > MOST_METERED_DAYS
    : (parts?.months ?? 0) > MOST_CONTRACT_MONTHS;
  return [
    ...violation(
      !whole,
      'INVALID_AGREEMENT_DURATION',
      ON,
      `AgreementDuration ${duration} must be given in ${inDays ? 'days' : 'months'} for this pricing model.`,
    ),
    ...violation(
      whole && tooLong,
      'INVALID_AGREEMENT_DURATION',
      ON,
      `AgreementDuration ${duration} is longer than ${inDays ? `P${MOST_METERED_DAYS}D` : `P${MOST_CONTRACT_MONTHS}M`}.`,
    ),
  ];
};

/** A plain SaaS contract lets the buyer choose the duration; only a future dated one has a ValidityTerm. */
export const saasContractDates: OfferRule = ({ after, product }) =>
  violation(
    product.type === 'SaaSProduct' &&
      pricingTerm(after, 'ConfigurableUpfrontPricingTerm') !== undefined &&
      validityTerm(after)?.AgreementDuration !== undefined,
    'MISSING_AGREEMENT_START_DATE',
    [ON, 'UpdatePricingTerms'],
    'ValidityTerm beside ConfigurableUpfrontPricingTerm needs an AgreementStartDate.',
  );

export const futureDated: OfferRule = (subject) => {
  const { after, product, today } = subject;
  const start = startDate(after);
  const end = validityTerm(after)?.AgreementEndDate;
  if (start === undefined) return [];
  return [
    ...violation(
      product.type !== 'SaaSProduct',
      'INCOMPATIBLE_PRODUCT',
      ON,
      `AgreementStartDate is not available for ${product.type}.`,
    ),
    ...violation(
      after.pricingModel !== null && after.pricingModel !== 'Contract',
      'INCOMPATIBLE_AGREEMENT_START_DATE',
      ON,
      'AgreementStartDate is for contracts only.',
    ),
    ...startBounds(start, subject),
    ...violation(
      end !== undefined && end <= start,
      'INVALID_AGREEMENT_END_DATE',
      ON,
      'AgreementEndDate must be after AgreementStartDate.',
    ),
    ...violation(
      end !== undefined && end > addMonths(start, MOST_CONTRACT_MONTHS),
      'INVALID_AGREEMENT_TIME_INTERVAL',
      ON,
      `AgreementStartDate to AgreementEndDate is longer than ${MOST_CONTRACT_MONTHS} months.`,
    ),
    ...violation(
      start > addMonths(today, MOST_YEARS_AHEAD * 12),
      'INVALID_AGREEMENT_START_DATE',
      ON,
      `AgreementStartDate ${start} is more than ${MOST_YEARS_AHEAD} years ahead.`,
    ),
    ...selectorsEqualSpan(start, end, subject),
  ];
};

function startBounds(start: string, { after, today }: OfferCase): Violation[] {
  const available = after.availabilityEndDate;
  return [
    ...violation(
      start <= today,
      'INVALID_AGREEMENT_START_DATE',
      [ON, 'ReleaseOffer'],
      `AgreementStartDate ${start} must be in the future.`,
    ),
    ...violation(
      available !== null && start <= available,
      'INVALID_AGREEMENT_START_DATE',
      ON,
      `AgreementStartDate ${start} must be after AvailabilityEndDate ${available}.`,
    ),
    ...violation(
      available !== null && start <= available,
      'INVALID_AVAILABILITY_END_DATE',
      'UpdateAvailability',
      `AvailabilityEndDate ${available} must be before AgreementStartDate ${start}.`,
    ),
  ];
}

function selectorsEqualSpan(start: string, end: string | undefined, { after }: OfferCase): Violation[] {
  const cards = pricingTerm(after, 'ConfigurableUpfrontPricingTerm')?.RateCards ?? [];
  if (end === undefined) return [];
  return cards
    .map(({ Selector }) => Selector.Value)
    .filter((value) => addDuration(start, value) !== addDays(end, 1))
    .flatMap((value) =>
      violation(
        true,
        'INCOMPATIBLE_SELECTOR_DURATION',
        ['UpdatePricingTerms', ON],
        `Selector.Value ${value} must equal the time from AgreementStartDate to AgreementEndDate.`,
      ),
    );
}

/** The buyer may accept on the last day: the agreement must outlive the offer by the whole annual or fixed term. */
export const lateAcceptance: OfferRule = ({ after, product, today }) => {
  const duration = validityTerm(after)?.AgreementDuration;
  const available = after.availabilityEndDate;
  if (product.type === 'SaaSProduct' || duration === undefined || available === null || available < today) return [];
  const annual = after.pricingModel === 'Usage' ? pricingTerm(after, 'ConfigurableUpfrontPricingTerm')?.RateCards : [];
  const fixed = pricingTerm(after, 'FixedUpfrontPricingTerm')?.Duration;
  const lengths = [...(annual ?? []).map(({ Selector }) => Selector.Value), ...(fixed === undefined ? [] : [fixed])];
  const needed = lengths
    .map((length) => addDuration(available, length))
    .sort()
    .at(-1);
  return violation(
    needed !== undefined && addDuration(today, duration) < needed,
    'INVALID_AGREEMENT_DURATION',
    [ON, 'UpdateAvailability', 'UpdatePricingTerms', 'ReleaseOffer'],
    `AgreementDuration ${duration} is shorter than the ${daysBetween(today, available)} days until AvailabilityEndDate ` +
      `plus the term of ${lengths.join(', ')}.`,
  );
};

/** Private usage offers and instalment plans say how long the agreement runs. */
export const validityNeeded: OfferRule = (subject) => {
  const { after } = subject;
  if (!isReleased(subject) || validityTerm(after) || !isPrivate(after)) return [];
  const fixed = pricingTerm(after, 'FixedUpfrontPricingTerm');
  const needed = after.pricingModel === 'Usage' || (scheduleTerm(after) !== undefined && fixed?.Duration === undefined);
  return violation(
    needed,
    'MISSING_MANDATORY_TERMS',
    ['ReleaseOffer', ON],
    'A ValidityTerm with AgreementDuration is missing.',
  );
};
