/** What must be complete before buyers see an offer. */
import { isPrivate } from '../model.ts';
import { isFreeTrial, legalTerm, pricingTerm } from './offer-terms.ts';
import type { OfferRule } from './rule.ts';
import { isReleased, violation, wasReleased } from './rule.ts';

const ON = 'ReleaseOffer';
const CREATIONS = [
  'CreateOffer',
  'CreateReplacementOffer',
  'CreateOfferUsingResaleAuthorization',
  'CreateReplacementOfferUsingResaleAuthorization',
];

export const releaseChecklist: OfferRule = (subject) => {
  const { after, releasing } = subject;
  if (!releasing) return [];
  return [
    ...violation(wasReleased(subject), 'INVALID_UPDATE_REQUEST', ON, 'The offer is already released.'),
    ...violation(after.name === null, 'MISSING_NAME', ON, 'Name is missing.'),
    ...violation(after.description === null, 'MISSING_DESCRIPTION', ON, 'Description is missing.'),
    ...violation(!legalTerm(after), 'MISSING_MANDATORY_TERMS', ON, 'LegalTerm is missing: send UpdateLegalTerms.'),
    ...violation(
      after.terms.pricing.length === 0,
      'MISSING_MANDATORY_TERMS',
      ON,
      'Pricing terms are missing: send UpdatePricingTerms.',
    ),
    ...violation(
      isPrivate(after) && after.availabilityEndDate === null,
      'MISSING_AVAILABILITY_END_DATE',
      ON,
      'AvailabilityEndDate is missing: send UpdateAvailability.',
    ),
    ...violation(
      subject.seller?.verified !== true,
      'INCOMPATIBLE_SELLER_VERIFICATION',
      ON,
      'The seller has not finished the verification of identity and bank account.',
    ),
  ];
};

export const availability: OfferRule = (subject) => {
  const { after, before, releasing, today } = subject;
  const end = after.availabilityEndDate;
  return [
    ...violation(
      before?.state === 'Released' && !isPrivate(before),
      'INVALID_AVAILABILITY_END_DATE',
      'UpdateAvailability',
      'AvailabilityEndDate is for private offers only.',
    ),
    ...violation(
      releasing && end !== null && end < today,
      'INVALID_AVAILABILITY_END_DATE',
      ['UpdateAvailability', ON],
      `AvailabilityEndDate ${end} must be today or later when the offer is released.`,
    ),
  ];
};

/** Offers are made on products that buyers can get, private ones beside a public one. */
export const productState: OfferRule = (subject) => {
  const { after, product, otherPublicOffers } = subject;
  const open = product.visibility === 'Limited' || product.visibility === 'Public';
  const regular = otherPublicOffers.filter((offer) => !isFreeTrial(offer));
  return [
    ...violation(
      !open,
      'INCOMPATIBLE_PRODUCT',
      [...CREATIONS, ON],
      `ProductId ${product.id} is ${product.visibility}; offers need a product that is Limited or Public.`,
    ),
    ...violation(
      open && subject.releasing && isPrivate(after) && regular.length === 0,
      'INCOMPATIBLE_PRODUCT',
      ON,
      `ProductId ${product.id} has no released public offer yet.`,
    ),
    ...violation(
      isPrivate(after) && otherPublicOffers.some((offer) => pricingTerm(offer, 'RecurringPaymentTerm')),
      'INCOMPATIBLE_PRODUCT',
      ['UpdateTargeting', ...CREATIONS, ON],
      `ProductId ${product.id} is billed by the month; such products have no private offers.`,
    ),
  ];
};

/** One public offer a product, and one public free trial beside it. */
export const onePublicOffer: OfferRule = ({ after, releasing, otherPublicOffers }) => {
  const isTrial = isFreeTrial(after);
  const same = otherPublicOffers.filter((offer) => isFreeTrial(offer) === isTrial);
  const isPublic = !isPrivate(after) && after.availabilityEndDate === null;
  return violation(
    releasing && isPublic && same.length > 0,
    'TOO_MANY_OFFERS',
    ON,
    `ProductId ${after.productId} already has the public ${isTrial ? 'free trial ' : ''}offer ${same[0]?.id}.`,
  );
};

export const publicContractRenewal: OfferRule = (subject) =>
  violation(
    isReleased(subject) &&
      !isPrivate(subject.after) &&
      subject.after.availabilityEndDate === null &&
      subject.after.pricingModel === 'Contract' &&
      subject.after.terms.renewal.length === 0,
    'MISSING_MANDATORY_TERMS',
    [ON, 'UpdateRenewalTerms'],
    'RenewalTerm is missing: public contract offers need one.',
  );
