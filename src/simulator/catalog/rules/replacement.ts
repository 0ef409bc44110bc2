/** Replacement offers: which agreements can be amended, and what must stay as it was. */
import { addMonths, toDay } from '../instants.ts';
import type { AgreementRecord } from '../model.ts';
import { pricingTerms, scheduleTerm, validityTerm } from './offer-terms.ts';
import type { OfferRule } from './rule.ts';
import { violation } from './rule.ts';

const DIRECT = 'CreateReplacementOffer';
const RESALE = 'CreateReplacementOfferUsingResaleAuthorization';
const CREATIONS = [DIRECT, RESALE];
const VALIDITY = 'UpdateValidityTerms';
const MOST_MONTHS = 60;

export const replacedAgreement: OfferRule = ({ after, agreement, product, releasing, authorization }) => {
  if (!agreement) return [];
  const viaPartner = agreement.resaleAuthorizationId !== null;
  const code = 'INCOMPATIBLE_AGREEMENT';
  return [
    ...violation(
      agreement.status !== 'ACTIVE',
      code,
      [...CREATIONS, ...(releasing ? ['ReleaseOffer'] : [])],
      `AgreementId ${agreement.id} is ${agreement.status}; only an ACTIVE agreement can be replaced.`,
    ),
    ...violation(
      agreement.proposer !== after.owner,
      code,
      CREATIONS,
      `AgreementId ${agreement.id} was proposed by ${agreement.proposer}; only its proposer can replace it.`,
    ),
    ...violation(
      viaPartner,
      code,
      DIRECT,
      `AgreementId ${agreement.id} came from a resale authorization: use ${RESALE}.`,
    ),
    ...violation(!viaPartner, code, RESALE, `AgreementId ${agreement.id} came from a direct offer: use ${DIRECT}.`),
    ...violation(
      product.type !== 'SaaSProduct',
      'INCOMPATIBLE_PRODUCT',
      CREATIONS,
      `ProductId ${product.id}: only agreements of SaaS contracts can be replaced.`,
    ),
    ...violation(
      agreement.pricingModel !== 'Contract',
      code,
      CREATIONS,
      `AgreementId ${agreement.id} is no contract; only contracts can be replaced.`,
    ),
    ...violation(
      authorization !== null && authorization.productId !== agreement.productId,
      'INCOMPATIBLE_RESALE_AUTHORIZATION',
      RESALE,
      `ResaleAuthorizationId ${authorization?.id} is for another product than the agreement.`,
    ),
  ];
};

/** Kinds of terms are neither added nor dropped. */
export const termKinds: OfferRule = ({ after, agreement, releasing }) => {
  if (!agreement) return [];
  const kinds = kindsOf(pricingTerms(after));
  const before = kindsOf(agreement.terms.pricing);
  const hadSchedule = agreement.terms.schedule.length > 0;
  return [
    ...violation(
      kinds !== before,
      'INCOMPATIBLE_AGREEMENT',
      ['UpdatePricingTerms', RESALE],
      `Terms must be of the same kinds as in the agreement: ${before}.`,
    ),
    ...violation(
      !hadSchedule && scheduleTerm(after) !== undefined,
      'INCOMPATIBLE_TERMS',
      'UpdatePaymentScheduleTerms',
      'PaymentScheduleTerm: the agreement has no payment schedule.',
    ),
    ...violation(
      releasing && hadSchedule && scheduleTerm(after) === undefined,
      'MISSING_MANDATORY_TERMS',
      'ReleaseOffer',
      'PaymentScheduleTerm is missing: send UpdatePaymentScheduleTerms, since the agreement has a payment schedule.',
    ),
    ...violation(
      after.terms.renewal.length > 0 && agreement.terms.renewal.length === 0,
      'INCOMPATIBLE_TERMS',
      'UpdateRenewalTerms',
      'RenewalTerm: the agreement has none.',
    ),
  ];
};

function kindsOf(terms: readonly { readonly Type: string }[]): string {
  return terms
    .map(({ Type }) => Type)
    .sort()
    .join(', ');
}

export const replacementDates: OfferRule = ({ after, agreement, releasing, today, now }) => {
  if (!agreement) return [];
  const { AgreementStartDate: start, AgreementEndDate: end, AgreementDuration: duration } = validityTerm(after) ?? {};
  const available = after.availabilityEndDate;
  return [
    ...violation(
      releasing && end === undefined,
      'MISSING_AGREEMENT_END_DATE',
      'ReleaseOffer',
      'AgreementEndDate is missing: send UpdateValidityTerms.',
    ),
    ...violation(
      duration !== undefined,
      'INVALID_AGREEMENT_DURATION',
      VALIDITY,
      'AgreementDuration is not possible on replacement offers; send AgreementEndDate.',
    ),
    ...violation(
      start !== undefined && !isFutureDated(agreement, now),
      'INCOMPATIBLE_AGREEMENT_START_DATE',
      VALIDITY,
      'AgreementStartDate is not possible: a replacement begins when it is accepted.',
    ),
    ...violation(
      end !== undefined && (end <= today || end > addMonths(today, MOST_MONTHS)),
      'INVALID_AGREEMENT_END_DATE',
      VALIDITY,
      `AgreementEndDate ${end} must be in the future and at most ${MOST_MONTHS} months ahead.`,
    ),
    ...violation(
      end !== undefined && available !== null && available >= end,
      'INVALID_AVAILABILITY_END_DATE',
      ['UpdateAvailability', VALIDITY],
      `AvailabilityEndDate ${available} must be before AgreementEndDate ${end}.`,
    ),
  ];
};

function isFutureDated({ startTime }: AgreementRecord, now: number): boolean {
  return startTime.slice(0, 10) > toDay(now);
}

/** The buyer is the acceptor of the agreement and nobody else. */
export const fixedBuyer: OfferRule = ({ after }) =>
  violation(
    after.replacesAgreementId !== null,
    'INCOMPATIBLE_TARGETING',
    'UpdateTargeting',
    'PositiveTargeting: the buyer of a replacement offer is the acceptor of its agreement.',
  );
