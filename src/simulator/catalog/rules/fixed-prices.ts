/** Fixed upfront prices with their grants, and free trials. */
import { addDays, addDuration, parseDuration } from '../instants.ts';
import type { FixedUpfrontTerm } from '../schema/pricing-terms.ts';
import { isZero } from './decimals.ts';
import { entitledKeys, meteredKeys, pricingTerm, repeated, scheduleTerm, validityTerm } from './offer-terms.ts';
import { isTermLength } from './rate-cards.ts';
import type { OfferCase, OfferRule, Violation } from './rule.ts';
import { isReleased, violation } from './rule.ts';

const ON = 'UpdatePricingTerms';
const MOST_GRANTS = 200;

export const fixedUpfront: OfferRule = (subject) => {
  const term = pricingTerm(subject.after, 'FixedUpfrontPricingTerm');
  if (!term) return [];
  return [...grants(term, subject), ...duration(term, subject), ...companions(term, subject)];
};

function grants(term: FixedUpfrontTerm, { after, product }: OfferCase): Violation[] {
  const known = after.pricingModel === 'Usage' ? meteredKeys(product) : entitledKeys(product);
  const keys = term.Grants.map(({ DimensionKey }) => DimensionKey);
  const unknown = keys.filter((key) => !known.has(key));
  return [
    ...violation(keys.length > MOST_GRANTS, 'TOO_MANY_GRANTS', ON, `Grants holds at most ${MOST_GRANTS} dimensions.`),
    ...repeated(keys).flatMap((key) =>
      violation(true, 'DUPLICATE_DIMENSION_KEYS', ON, `Grants: DimensionKey ${key} is given twice.`),
    ),
    // A licence that the customer brings is not priced by the product's dimensions.
    ...violation(
      unknown.length > 0 && after.pricingModel !== 'Byol',
      'INVALID_GRANTS',
      ON,
      `Grants: DimensionKey ${unknown.slice(0, 20).join(', ')} is not a dimension of the product that can be granted.`,
    ),
  ];
}

function duration({ Duration }: FixedUpfrontTerm, { after, product }: OfferCase): Violation[] {
  if (Duration === undefined) {
    const message = `Duration is required for ${product.type}.`;
    return violation(product.type !== 'SaaSProduct', 'MISSING_DURATION', ON, message);
  }
  const { AgreementStartDate: start, AgreementEndDate: end } = validityTerm(after) ?? {};
  const isAnnual = after.pricingModel === 'Usage';
  return [
    ...violation(
      !isTermLength(Duration, isAnnual),
      'INVALID_DURATION',
      ON,
      `Duration ${Duration} must be ${isAnnual ? 'P365D' : 'given in months, at most P60M'}.`,
    ),
    ...violation(
      start !== undefined && end !== undefined && addDuration(start, Duration) !== addDays(end, 1),
      'INVALID_DURATION',
      [ON, 'UpdateValidityTerms'],
      `Duration ${Duration} must equal the time from AgreementStartDate to AgreementEndDate.`,
    ),
  ];
}

/** A schedule takes the money, so the price is 0; without one (or a brought licence) the term has no place. */
function companions(term: FixedUpfrontTerm, subject: OfferCase): Violation[] {
  const schedule = scheduleTerm(subject.after);
  return [
    ...violation(
      schedule !== undefined && !isZero(term.Price),
      'INCOMPATIBLE_TERMS',
      [ON, 'UpdatePaymentScheduleTerms'],
      'Price of FixedUpfrontPricingTerm must be 0 where a payment schedule exists.',
    ),
    ...violation(
      isReleased(subject) && schedule === undefined && subject.after.pricingModel !== 'Byol',
      'MISSING_MANDATORY_TERMS',
      ['ReleaseOffer', 'UpdatePaymentScheduleTerms', ON],
      'Terms: FixedUpfrontPricingTerm needs a PaymentScheduleTerm.',
    ),
  ];
}

export const freeTrial: OfferRule = ({ after, product }) => {
  const term = pricingTerm(after, 'FreeTrialPricingTerm');
  if (!term) return [];
  const parts = parseDuration(term.Duration);
  const inRange = parts?.years === 0 && parts.months === 0 && parts.days >= 5 && parts.days <= 31;
  const granted = term.Grants.map(({ DimensionKey }) => DimensionKey);
  const metered = meteredKeys(product);
  const missing = [...metered].filter((key) => !granted.includes(key));
  // What is sold by contract alone is tried by its quantities, any of them.
  const open = metered.size > 0 ? metered : entitledKeys(product);
  const unknown = granted.filter((key) => !open.has(key));
  return [
    ...violation(
      product.type === 'AmiProduct' && pricingTerm(after, 'UsageBasedPricingTerm') === undefined,
      'INCOMPATIBLE_PRODUCT',
      ON,
      `FreeTrialPricingTerm as the only pricing term is not available for ${product.type}.`,
    ),
    ...violation(!inRange, 'INVALID_DURATION', ON, `Duration ${term.Duration} of a free trial must be P5D to P31D.`),
    ...repeated(granted).flatMap((key) =>
      violation(true, 'DUPLICATE_DIMENSION_KEYS', ON, `Grants: DimensionKey ${key} is given twice.`),
    ),
    ...violation(
      missing.length + unknown.length > 0,
      'INVALID_GRANTS',
      ON,
      `Grants must name every metered dimension and no other, or dimensions of a contract where none is metered; DimensionKey ${[...missing, ...unknown].join(', ')} is wrong.`,
    ),
    ...violation(
      new Set(term.Grants.map(({ MaxQuantity }) => MaxQuantity)).size > 1,
      'INVALID_GRANTS',
      ON,
      'Grants: MaxQuantity must be the same for every dimension.',
    ),
  ];
};
