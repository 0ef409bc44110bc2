/** One currency an offer, and which one the seller may use. */
import { isPrivate } from '../model.ts';
import { decimalPlaces } from './decimals.ts';
import { pricingTerms, scheduleTerm } from './offer-terms.ts';
import type { OfferCase, OfferRule, Violation } from './rule.ts';
import { isReleased, violation } from './rule.ts';

const PRICING = 'UpdatePricingTerms';
const SCHEDULE = 'UpdatePaymentScheduleTerms';
/** CAD and INR appear in the schema and the console, but no page promises them through the API. */
const CURRENCIES = ['USD', 'AUD', 'EUR', 'GBP', 'JPY'];
const USD_ONLY_TERMS = ['UsageBasedPricingTerm', 'RecurringPaymentTerm'];

interface Priced {
  readonly currency: string;
  readonly on: string;
  readonly term: string;
  readonly amounts: readonly string[];
}

export const currencies: OfferRule = (subject) => {
  const priced = pricedTerms(subject);
  const used = [...new Set(priced.map(({ currency }) => currency))];
  return [
    ...priced.flatMap((term) => knownCurrency(term, subject)),
    ...priced.flatMap(wholeUnits),
    ...violation(
      used.length > 1,
      'INCOMPATIBLE_CURRENCY_CODE',
      [SCHEDULE, PRICING],
      `CurrencyCode must be the same in all terms, not ${used.join(' and ')}.`,
    ),
    ...used.flatMap((currency) => paidOut(currency, subject)),
  ];
};

function pricedTerms({ after }: OfferCase): Priced[] {
  const pricing = pricingTerms(after).flatMap((term): Priced[] => {
    if (!('CurrencyCode' in term)) return [];
    const amounts =
      'RateCards' in term ? term.RateCards.flatMap(({ RateCard }) => RateCard.map(({ Price }) => Price)) : [term.Price];
    return [{ currency: term.CurrencyCode, on: PRICING, term: term.Type, amounts }];
  });
  const schedule = scheduleTerm(after);
  if (!schedule) return pricing;
  const amounts = schedule.Schedule.map(({ ChargeAmount }) => ChargeAmount);
  return [...pricing, { currency: schedule.CurrencyCode, on: SCHEDULE, term: schedule.Type, amounts }];
}

function knownCurrency({ currency, on, term }: Priced, { after }: OfferCase): Violation[] {
  if (!CURRENCIES.includes(currency)) {
    return violation(true, 'INVALID_CURRENCY_CODE', on, `CurrencyCode ${currency} is not supported.`);
  }
  const usdOnly = USD_ONLY_TERMS.includes(term) || (after.state === 'Released' && !isPrivate(after));
  return violation(
    usdOnly && currency !== 'USD',
    'INVALID_CURRENCY_CODE',
    on,
    `CurrencyCode ${currency} is not possible for ${term} here; only USD is.`,
  );
}

function wholeUnits({ currency, on, term, amounts }: Priced): Violation[] {
  const broken = currency === 'JPY' ? amounts.filter((amount) => decimalPlaces(amount) > 0) : [];
  return violation(
    broken.length > 0,
    'INVALID_CURRENCY_CODE',
    on,
    `CurrencyCode JPY has no minor unit: ${term} must not hold ${broken.slice(0, 5).join(', ')}.`,
  );
}

function paidOut(currency: string, subject: OfferCase): Violation[] {
  const accepted = subject.seller?.disbursementCurrencies ?? [];
  return violation(
    isReleased(subject) && CURRENCIES.includes(currency) && !accepted.includes(currency),
    'INCOMPATIBLE_PAYMENT_SETTINGS',
    [PRICING, SCHEDULE, 'ReleaseOffer'],
    `The seller has no disbursement preference for CurrencyCode ${currency}.`,
  );
}
