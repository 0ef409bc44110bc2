/** The limits that an authorization sets to the offers made from it. */
import { authorizedBuyers, hasExpired, type ResaleAuthorizationEntity } from '../model-resale.ts';
import type { BuyerValidityTerm } from '../schema/resale-terms.ts';
import { inheritedTerms } from './inherited-terms.ts';
import { netPaymentTerms, startDate, validityTerm } from './offer-terms.ts';
import { DUE_PERIODS } from './other-terms.ts';
import type { OfferRule } from './rule.ts';
import { violation } from './rule.ts';

const MISMATCH = 'INCOMPATIBLE_RESALE_AUTHORIZATION';
const CREATIONS = ['CreateOfferUsingResaleAuthorization', 'CreateReplacementOfferUsingResaleAuthorization'];

/** It may have been restricted, have expired or been used up since the draft was begun. */
export const authorizationState: OfferRule = ({ after, authorization, changed, releasing, today }) => {
  if (after.resale === null) return [];
  const creating = CREATIONS.some((changeType) => changed.has(changeType));
  if (!creating && !releasing) return [];
  return violation(
    authorization?.status !== 'Active' || hasExpired(authorization, today) || isOverdrawn(authorization),
    MISMATCH,
    [...CREATIONS, 'ReleaseOffer'],
    `ResaleAuthorizationId ${after.resale.authorizationId} is restricted, expired or used up.`,
  );
};

/** The offer's own use of the authorization is counted already. */
function isOverdrawn({ offersCreated, offersMaxQuantity }: ResaleAuthorizationEntity): boolean {
  return offersMaxQuantity !== null && offersCreated > offersMaxQuantity;
}

export const buyersWithin: OfferRule = ({ after, authorization }) => {
  const allowed = authorization ? authorizedBuyers(authorization) : [];
  const others = allowed.length === 0 ? [] : after.buyerAccounts.filter((account) => !allowed.includes(account));
  return [
    ...violation(
      others.length > 0,
      MISMATCH,
      ['UpdateTargeting', 'CreateReplacementOfferUsingResaleAuthorization'],
      `PositiveTargeting.BuyerAccounts: ${others.join(', ')} is not among the buyers of the resale authorization.`,
    ),
  ];
};

export const datesWithin: OfferRule = ({ after, authorization, product }) => {
  if (!authorization) return [];
  const on = 'UpdateValidityTerms';
  const latest = (authorization.terms.buyerValidity[0] as BuyerValidityTerm | undefined)?.MaximumAgreementStartDate;
  const start = startDate(after);
  const duration = validityTerm(after)?.AgreementDuration;
  const fixed = inheritedTerms(authorization).pricing.find(({ Type }) => Type === 'FixedUpfrontPricingTerm');
  return [
    ...violation(
      start !== undefined && latest !== undefined && start > latest,
      MISMATCH,
      on,
      `AgreementStartDate ${start} is after MaximumAgreementStartDate ${latest} of the resale authorization.`,
    ),
    // Images run longer than their term, so that they can be accepted late.
    ...violation(
      duration !== undefined &&
        product.type === 'SaaSProduct' &&
        fixed?.['Duration'] !== undefined &&
        fixed['Duration'] !== duration,
      MISMATCH,
      on,
      `AgreementDuration must be that of the resale authorization, ${String(fixed?.['Duration'])}.`,
    ),
  ];
};

export const netPaymentWithin: OfferRule = ({ after, authorization }) => {
  const longest = authorization?.terms.netPayment[0]?.['PaymentDuePeriod'];
  if (typeof longest !== 'string') return [];
  const longer = netPaymentTerms(after).filter(
    ({ PaymentDuePeriod }) => DUE_PERIODS.indexOf(PaymentDuePeriod) > DUE_PERIODS.indexOf(longest),
  );
  return violation(
    longer.length > 0,
    MISMATCH,
    'UpdateNetPaymentTerms',
    `PaymentDuePeriod must not be longer than that of the resale authorization, ${longest}.`,
  );
};
