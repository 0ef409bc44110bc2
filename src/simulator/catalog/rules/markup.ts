/** How a channel partner prices: a markup on what it inherits, or a fixed price and schedule of its own. Never both. */
import type { ResaleAuthorizationEntity } from '../model-resale.ts';
import type { PaymentScheduleTerm } from '../schema/other-terms.ts';
import type { FixedUpfrontTerm } from '../schema/pricing-terms.ts';
import { compareDecimals, isZero, sumOf } from './decimals.ts';
import { inheritedTerms } from './inherited-terms.ts';
import { pricingTerm, pricingTerms, scheduleTerm } from './offer-terms.ts';
import type { OfferCase, OfferRule, Violation } from './rule.ts';
import { violation } from './rule.ts';

const MARKUP = 'UpdateMarkup';
const PRICING = 'UpdatePricingTerms';
const SCHEDULE = 'UpdatePaymentScheduleTerms';
const MISMATCH = 'INCOMPATIBLE_RESALE_AUTHORIZATION';
const HIGHEST_PRICE = '100000000';

export const markup: OfferRule = ({ before, after }) => {
  if (after.resale === null) {
    const message = 'Percentage: a markup is only possible on offers made from a resale authorization.';
    return violation(true, 'INCOMPATIBLE_MARKUP', MARKUP, message);
  }
  const { markup: percentage, ownPrices } = after.resale;
  const raised = percentage !== null && !isZero(percentage);
  const conflict = raised && ownPrices;
  return [
    ...violation(
      conflict && before?.resale?.ownPrices === true,
      'INCOMPATIBLE_TERMS',
      MARKUP,
      `Percentage ${percentage}: the offer has prices of its own, on which there is no markup.`,
    ),
    ...violation(
      conflict,
      'INCOMPATIBLE_TERMS',
      PRICING,
      `Terms: own prices are not possible beside the markup of ${percentage}%; reset it to 0 first.`,
    ),
    ...violation(
      conflict,
      'INCOMPATIBLE_MARKUP_PERCENTAGE',
      SCHEDULE,
      `Schedule: own instalments are not possible beside the markup of ${percentage}%; reset it to 0 first.`,
    ),
    ...violation(
      raised && !ownPrices && amountsOf(after).some((amount) => compareDecimals(amount, HIGHEST_PRICE) > 0),
      'INVALID_MARKUP_PERCENTAGE',
      MARKUP,
      `Percentage ${percentage} raises a price above ${HIGHEST_PRICE}.`,
    ),
  ];
};

function amountsOf(offer: OfferCase['after']): string[] {
  const prices = pricingTerms(offer).flatMap((term) => {
    if ('RateCards' in term) return term.RateCards.flatMap(({ RateCard }) => RateCard.map(({ Price }) => Price));
    return 'Price' in term ? [term.Price] : [];
  });
  return [...prices, ...(scheduleTerm(offer)?.Schedule ?? []).map(({ ChargeAmount }) => ChargeAmount)];
}

/** Only a fixed price, and only where the authorization has one; grants, duration and currency stay as they are there. */
export const ownPrices: OfferRule = (subject) => {
  const { after, authorization, changed } = subject;
  if (after.resale?.ownPrices !== true || !authorization || !changed.has(PRICING)) return [];
  const inherited = new Set(inheritedTerms(authorization).pricing.map((term) => JSON.stringify(term)));
  const foreign = pricingTerms(after).filter(
    (term) => term.Type !== 'FixedUpfrontPricingTerm' && !inherited.has(JSON.stringify(term)),
  );
  const allowed = fixedOf(authorization);
  const own = pricingTerm(after, 'FixedUpfrontPricingTerm');
  return [
    ...violation(
      foreign.length > 0,
      'INCOMPATIBLE_TERMS',
      PRICING,
      'Terms: a channel partner sets a FixedUpfrontPricingTerm alone.',
    ),
    ...violation(
      after.pricingModel !== 'Contract',
      'INCOMPATIBLE_PRICING_MODEL',
      PRICING,
      'PricingModel must be Contract where a channel partner sets its own price.',
    ),
    ...violation(
      own !== undefined && allowed === undefined,
      MISMATCH,
      PRICING,
      'FixedUpfrontPricingTerm: the resale authorization has no fixed price.',
    ),
    ...(own && allowed ? differences(own, allowed) : []),
  ];
};

function differences(own: FixedUpfrontTerm, allowed: FixedUpfrontTerm): Violation[] {
  return [
    ...violation(
      grantsText(own) !== grantsText(allowed),
      MISMATCH,
      PRICING,
      'Grants must have the DimensionKey and MaxQuantity values of the resale authorization.',
    ),
    ...violation(
      own.Duration !== allowed.Duration,
      MISMATCH,
      PRICING,
      `Duration must be that of the resale authorization, ${allowed.Duration}.`,
    ),
    ...violation(
      own.CurrencyCode !== allowed.CurrencyCode,
      MISMATCH,
      PRICING,
      `CurrencyCode must be that of the resale authorization, ${allowed.CurrencyCode}.`,
    ),
  ];
}

/** The dates of the authorization, and in sum no less than the partner owes. */
export const ownSchedule: OfferRule = ({ after, authorization, changed }) => {
  if (after.resale?.ownPrices !== true || !authorization || !changed.has(SCHEDULE)) return [];
  const own = scheduleTerm(after);
  const allowed = inheritedTerms(authorization).schedule[0] as PaymentScheduleTerm | undefined;
  if (!own) return [];
  if (!allowed) {
    return violation(true, MISMATCH, SCHEDULE, 'Schedule: the resale authorization has no payment schedule.');
  }
  const total = totalOf(allowed);
  return [
    ...violation(
      datesText(own) !== datesText(allowed),
      MISMATCH,
      SCHEDULE,
      `Schedule: ChargeDate values must be those of the resale authorization, ${datesText(allowed)}.`,
    ),
    ...violation(
      compareDecimals(totalOf(own), total) < 0,
      MISMATCH,
      SCHEDULE,
      `Schedule: the ChargeAmount values must add up to ${total} or more, as in the resale authorization.`,
    ),
    ...violation(
      own.CurrencyCode !== allowed.CurrencyCode,
      MISMATCH,
      SCHEDULE,
      `CurrencyCode must be that of the resale authorization, ${allowed.CurrencyCode}.`,
    ),
  ];
};

function fixedOf(authorization: ResaleAuthorizationEntity): FixedUpfrontTerm | undefined {
  const { pricing } = inheritedTerms(authorization);
  return pricing.find(({ Type }) => Type === 'FixedUpfrontPricingTerm') as FixedUpfrontTerm | undefined;
}

function grantsText({ Grants }: FixedUpfrontTerm): string {
  return Grants.map(({ DimensionKey, MaxQuantity }) => `${DimensionKey} ${MaxQuantity}`)
    .sort()
    .join();
}

function datesText({ Schedule }: PaymentScheduleTerm): string {
  return Schedule.map(({ ChargeDate }) => ChargeDate)
    .sort()
    .join(', ');
}

function totalOf({ Schedule }: PaymentScheduleTerm): string {
  return sumOf(Schedule.map(({ ChargeAmount }) => ChargeAmount));
}
