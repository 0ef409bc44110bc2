/** The limits within which a partner may sell: how long, to whom, from when, under which texts. */
import { addMonths } from '../../instants.ts';
import { authorizedBuyers } from '../../model-resale.ts';
import type { BuyerValidityTerm } from '../../schema/resale-terms.ts';
import { repeated } from '../offer-terms.ts';
import { violation } from '../rule.ts';
import { RELEASE, type AuthorizationRule } from './rule.ts';
import { LATEST_STANDARD_EULA } from '../legal-documents.ts';

const AVAILABILITY = 'UpdateAvailability';
const SCHEDULE = 'UpdatePaymentScheduleTerms';
const MOST_YEARS_AHEAD = 3;

/** Offers leave the duration of a fixed price to their agreement, authorizations do not. */
export const fixedDuration: AuthorizationRule = ({ after, product }) => {
  const term = after.terms.pricing.find(({ Type }) => Type === 'ResaleFixedUpfrontPricingTerm');
  return violation(
    term !== undefined && term['Duration'] === undefined && product.type === 'SaaSProduct',
    'MISSING_DURATION',
    'UpdatePricingTerms',
    'Duration of ResaleFixedUpfrontPricingTerm is required.',
  );
};

export const availability: AuthorizationRule = ({ after, releasing, today }) => {
  const { availabilityEndDate: end, offersMaxQuantity } = after;
  const charges = (after.terms.schedule[0]?.['Schedule'] ?? []) as readonly { readonly ChargeDate: string }[];
  const early = end === null ? [] : charges.filter(({ ChargeDate }) => ChargeDate <= end);
  const paidInParts = charges.length > 0 && releasing;
  return [
    ...violation(
      end !== null && end < today,
      'INVALID_AVAILABILITY_END_DATE',
      [AVAILABILITY, ...(releasing ? [RELEASE] : [])],
      `AvailabilityEndDate ${end} must be in the future.`,
    ),
    ...violation(
      early.length > 0,
      'INVALID_AVAILABILITY_END_DATE',
      [AVAILABILITY, SCHEDULE],
      `AvailabilityEndDate ${end} must be before every ChargeDate of the schedule; ${early[0]?.ChargeDate} is not after it.`,
    ),
    ...violation(
      paidInParts && end === null,
      'INVALID_AVAILABILITY_END_DATE',
      [AVAILABILITY, RELEASE],
      'AvailabilityEndDate is required with a payment schedule.',
    ),
    ...violation(
      paidInParts && offersMaxQuantity === null,
      'INCOMPATIBLE_TERMS',
      [AVAILABILITY, RELEASE],
      'OffersMaxQuantity is required with a payment schedule: such an authorization is good for one offer.',
    ),
  ];
};

export const buyerTargeting: AuthorizationRule = ({ after, releasing }) => {
  const buyers = authorizedBuyers(after);
  const twice = repeated(buyers);
  return [
    ...violation(
      twice.length > 0 || buyers.includes('000000000000'),
      'INVALID_BUYER_ACCOUNTS',
      'UpdateBuyerTargetingTerms',
      `PositiveTargeting.BuyerAccounts: ${twice[0] ?? '000000000000'} is given twice or is not an AWS account.`,
    ),
    ...violation(
      releasing && after.preExistingBuyerAgreement !== null && buyers.length === 0,
      'INCOMPATIBLE_BUYER_TARGETING',
      ['UpdateInformation', RELEASE],
      'PreExistingBuyerAgreement needs a BuyerTargetingTerm with at least one of BuyerAccounts.',
    ),
  ];
};

export const latestStart: AuthorizationRule = ({ after, product, today }) => {
  const term = after.terms.buyerValidity[0] as BuyerValidityTerm | undefined;
  if (!term) return [];
  const on = 'UpdateBuyerValidityTerms';
  const latest = term.MaximumAgreementStartDate;
  return [
    ...violation(
      product.type !== 'SaaSProduct',
      'INCOMPATIBLE_PRODUCT',
      on,
      `MaximumAgreementStartDate is not available for ${product.type}.`,
    ),
    ...violation(
      latest <= today || latest > addMonths(today, MOST_YEARS_AHEAD * 12),
      'INVALID_MAXIMUM_AGREEMENT_START_DATE',
      on,
      `MaximumAgreementStartDate ${latest} must be in the future and at most ${MOST_YEARS_AHEAD} years ahead.`,
    ),
  ];
};

export const standardTexts: AuthorizationRule = ({ after }) => {
  const documents = after.terms.legal.flatMap(
    (term) => (term['Documents'] ?? []) as readonly Record<string, unknown>[],
  );
  const old = documents.filter(
    ({ Type, Version }) => Type === 'StandardEula' && Version !== undefined && Version !== LATEST_STANDARD_EULA,
  );
  return violation(
    old.length > 0,
    'INVALID_BUYER_LEGAL_DOCUMENTS',
    'UpdateLegalTerms',
    `Documents.Version ${String(old[0]?.['Version'])} is not the latest, ${LATEST_STANDARD_EULA}.`,
  );
};
