/** Whom an offer is for. */
import { isPrivate } from '../model.ts';
import { COUNTRY_CODES } from './country-codes.ts';
import { netPaymentTerms, repeated, scheduleTerm, startDate } from './offer-terms.ts';
import type { OfferCase, OfferRule } from './rule.ts';
import { isReleased, violation } from './rule.ts';

const ON = 'UpdateTargeting';
const MOST_BUYERS = 26;
const MOST_BUYERS_OF_A_PARTNER = 25;

export const targeting: OfferRule = ({ after }) => {
  const countries = [...after.countryCodes, ...after.excludedCountryCodes];
  const unknown = countries.filter((code) => !COUNTRY_CODES.has(code));
  const most = after.resale === null ? MOST_BUYERS : MOST_BUYERS_OF_A_PARTNER;
  const twice = repeated(after.buyerAccounts);
  return [
    ...violation(
      after.buyerAccounts.length > most,
      'TOO_MANY_BUYER_ACCOUNTS',
      ON,
      `PositiveTargeting.BuyerAccounts holds at most ${most} accounts.`,
    ),
    ...violation(
      twice.length > 0,
      'INVALID_BUYER_ACCOUNTS',
      ON,
      `PositiveTargeting.BuyerAccounts: ${twice.join(', ')} is given twice.`,
    ),
    ...violation(
      after.buyerAccounts.includes('000000000000'),
      'INVALID_BUYER_ACCOUNTS',
      ON,
      'PositiveTargeting.BuyerAccounts: 000000000000 is not an AWS account.',
    ),
    ...violation(
      unknown.length > 0,
      'INVALID_COUNTRY_CODES',
      ON,
      `CountryCodes: ${unknown.join(', ')} is not an ISO 3166 alpha-2 code.`,
    ),
    ...violation(
      after.countryCodes.length > 0 && after.excludedCountryCodes.length > 0,
      'INVALID_TARGETING',
      ON,
      'CountryCodes cannot be in PositiveTargeting and NegativeTargeting at once.',
    ),
  ];
};

/** An offer without buyers that has what only private offers have was meant for somebody. */
export const buyersNeeded: OfferRule = (subject) => {
  const marks = privateMarks(subject);
  if (!isReleased(subject) || isPrivate(subject.after) || marks.length === 0) return [];
  return violation(
    true,
    'MISSING_BUYER_ACCOUNTS',
    'ReleaseOffer',
    `UpdateTargeting with PositiveTargeting.BuyerAccounts is missing; ${marks.join(', ')} is for private offers only.`,
  );
};

function privateMarks({ after }: OfferCase): string[] {
  return [
    ...(after.availabilityEndDate === null ? [] : ['AvailabilityEndDate']),
    ...(scheduleTerm(after) ? ['PaymentScheduleTerm'] : []),
    ...(startDate(after) === undefined ? [] : ['AgreementStartDate']),
    ...(netPaymentTerms(after).length > 0 ? ['NetPaymentTerm'] : []),
    ...(after.offerSetId === null ? [] : ['OfferSetId']),
  ];
}

export const preExistingAgreement: OfferRule = (subject) =>
  violation(
    isReleased(subject) && subject.after.preExistingAgreement !== null && !isPrivate(subject.after),
    'INCOMPATIBLE_PRE_EXISTING_AGREEMENT',
    ['UpdateInformation', 'ReleaseOffer'],
    'PreExistingAgreement needs PositiveTargeting.BuyerAccounts.',
  );
