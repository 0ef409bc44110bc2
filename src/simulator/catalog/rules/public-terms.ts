/** Terms that public offers, or public free trials, cannot hold. */
import { isPrivate } from '../model.ts';
import { isFreeTrial, renewalTerm, validityTerm } from './offer-terms.ts';
import type { OfferCase, OfferRule } from './rule.ts';
import { isReleased, violation } from './rule.ts';

/** A draft may still get its buyers. */
const isOpenToAll = (subject: OfferCase) =>
  isReleased(subject) && !isPrivate(subject.after) && subject.after.availabilityEndDate === null;

export const noValidityInPublic: OfferRule = (subject) =>
  violation(
    isOpenToAll(subject) && subject.after.replacesAgreementId === null && validityTerm(subject.after) !== undefined,
    'INCOMPATIBLE_TERMS',
    ['UpdateValidityTerms', 'ReleaseOffer'],
    'ValidityTerm is for private offers only.',
  );

export const plainRenewalInPublic: OfferRule = (subject) => {
  const term = renewalTerm(subject.after);
  const given = (['LockoutPeriod', 'MaxRenewals', 'AdjustmentDeadline', 'PriceIncrease'] as const).filter(
    (member) => term?.[member] !== undefined,
  );
  return violation(
    isOpenToAll(subject) && given.length > 0,
    'INCOMPATIBLE_TERMS',
    ['UpdateRenewalTerms', 'ReleaseOffer'],
    `RenewalTerm of a public offer cannot hold ${given.join(', ')}.`,
  );
};

export const nothingBesideATrial: OfferRule = ({ after }) => {
  if (!isFreeTrial(after)) return [];
  return [
    ...violation(
      after.terms.support.length > 0,
      'INCOMPATIBLE_TERMS',
      'UpdateSupportTerms',
      'SupportTerm is not for free trials.',
    ),
    ...violation(
      after.terms.renewal.length > 0,
      'INCOMPATIBLE_TERMS',
      'UpdateRenewalTerms',
      'RenewalTerm is not for free trials.',
    ),
  ];
};
