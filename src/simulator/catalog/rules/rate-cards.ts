/** Rate cards of usage and contract prices: which dimensions, which durations, which constraints. */
import { parseDuration } from '../instants.ts';
import type { ConfigurableUpfrontTerm, UsageBasedTerm } from '../schema/pricing-terms.ts';
import { decimalPlaces, isZero } from './decimals.ts';
import { entitledKeys, meteredKeys, pricingTerm, pricingTerms, repeated } from './offer-terms.ts';
import type { OfferCase, OfferRule, Violation } from './rule.ts';
import { violation } from './rule.ts';

const ON = 'UpdatePricingTerms';
const MOST_CARDS = 5;
const MOST_RATES = 800;
const MOST_CONTRACT_MONTHS = 60;
/** The one term of annual prices beside hourly ones. */
const ANNUAL_DAYS = 365;
const CONTRACT_DECIMALS = 3;

type Rates = UsageBasedTerm['RateCards'][number]['RateCard'];

export const usageRates: OfferRule = ({ after, product }) => {
  const term = pricingTerm(after, 'UsageBasedPricingTerm');
  if (!term) return [];
  const rates = term.RateCards.flatMap(({ RateCard }) => RateCard);
  const priced = new Set(rates.map(({ DimensionKey }) => DimensionKey));
  const metered = meteredKeys(product);
  const missing = [...metered].filter((key) => !priced.has(key));
  return [
    ...violation(term.RateCards.length > 1, 'TOO_MANY_RATE_CARDS', ON, 'RateCards of usage prices holds one card.'),
    ...commonRates(rates),
    ...unknownKeys(rates, metered, 'a metered dimension'),
    ...violation(
      missing.length > 0,
      'INVALID_RATE_CARD',
      ON,
      `RateCard must price every metered dimension; DimensionKey ${missing.slice(0, 20).join(', ')} is missing.`,
    ),
  ];
};

export const contractRates: OfferRule = (subject) => {
  const term = pricingTerm(subject.after, 'ConfigurableUpfrontPricingTerm');
  if (!term) return [];
  const selectors = term.RateCards.map(({ Selector }) => Selector.Value);
  const keySets = term.RateCards.map(({ RateCard }) =>
    [...new Set(RateCard.map((rate) => rate.DimensionKey))].sort().join(),
  );
  return [
    ...violation(
      term.RateCards.length > MOST_CARDS,
      'TOO_MANY_RATE_CARDS',
      ON,
      `RateCards holds at most ${MOST_CARDS} durations.`,
    ),
    ...repeated(selectors).flatMap((value) =>
      violation(true, 'DUPLICATE_SELECTORS', ON, `RateCards: Selector.Value ${value} is given twice.`),
    ),
    ...violation(
      new Set(keySets).size > 1,
      'INVALID_RATE_CARD',
      ON,
      'RateCards must all price the same set of DimensionKey values.',
    ),
    ...term.RateCards.flatMap(({ RateCard }) => [
      ...commonRates(RateCard),
      ...contractKeys(RateCard, subject),
      // Authorizations price to eight decimals, and what a partner takes over from them stays so.
      ...(inheritsPrices(subject.after) ? [] : tooPrecise(RateCard)),
    ]),
    ...constraints(term, subject),
    ...selectors.flatMap((value) => selectorDuration(value, subject)),
  ];
};

/** Every price of an offer with the pricing model Free is 0. */
export const freePrices: OfferRule = ({ after }) => {
  if (after.pricingModel !== 'Free') return [];
  const rates = pricingTerms(after).flatMap((term) =>
    'RateCards' in term ? term.RateCards.flatMap(({ RateCard }): Rates => RateCard) : [],
  );
  return rates.flatMap(({ DimensionKey, Price }) =>
    violation(!isZero(Price), 'INVALID_RATE_CARD', ON, `Price of ${DimensionKey} must be 0 for PricingModel Free.`),
  );
};

function commonRates(rates: Rates): Violation[] {
  return [
    ...violation(rates.length > MOST_RATES, 'TOO_MANY_RATES', ON, `RateCard holds at most ${MOST_RATES} prices.`),
    ...repeated(rates.map(({ DimensionKey }) => DimensionKey)).flatMap((key) =>
      violation(true, 'DUPLICATE_DIMENSION_KEYS', ON, `RateCard: DimensionKey ${key} is given twice.`),
    ),
  ];
}

function unknownKeys(rates: Rates, known: ReadonlySet<string>, what: string): Violation[] {
  const unknown = rates.map(({ DimensionKey }) => DimensionKey).filter((key) => !known.has(key));
  return violation(
    unknown.length > 0,
    'INVALID_RATE_CARD',
    ON,
    `RateCard: DimensionKey ${unknown.slice(0, 20).join(', ')} is not ${what} of the product.`,
  );
}

/** Contracts price entitled dimensions, annual prices beside usage price metered ones; a mixture of both is told apart. */
function contractKeys(rates: Rates, { after, product }: OfferCase): Violation[] {
  const entitled = entitledKeys(product);
  const metered = meteredKeys(product);
  const kinds = new Set(
    rates.flatMap(({ DimensionKey: key }) => (entitled.has(key) ? ['entitled'] : metered.has(key) ? ['metered'] : [])),
  );
  if (kinds.size > 1) {
    const message = 'RateCard mixes entitled and metered dimensions; DimensionKey values must be of one kind.';
    return violation(true, 'INCOMPATIBLE_RATES', ON, message);
  }
  return after.pricingModel === 'Usage'
    ? unknownKeys(rates, metered, 'a metered dimension')
    : unknownKeys(rates, entitled, 'an entitled dimension');
}

function inheritsPrices({ resale }: OfferCase['after']): boolean {
  return resale !== null && !resale.ownPrices;
}

function tooPrecise(rates: Rates): Violation[] {
  return rates.flatMap(({ DimensionKey, Price }) =>
    violation(
      decimalPlaces(Price) > CONTRACT_DECIMALS,
      'INVALID_RATE_CARD',
      ON,
      `Price of ${DimensionKey} has more than ${CONTRACT_DECIMALS} decimals.`,
    ),
  );
}

function constraints({ RateCards }: ConfigurableUpfrontTerm, { after, product }: OfferCase): Violation[] {
  const values = new Set(
    RateCards.flatMap(({ Constraints }) => [Constraints.MultipleDimensionSelection, Constraints.QuantityConfiguration]),
  );
  const demanded = after.pricingModel === 'Usage' ? 'Allowed' : product.rateCardConstraint;
  return [
    ...violation(
      values.size > 1,
      'INCOMPATIBLE_RATE_CARD_CONSTRAINTS',
      ON,
      'Constraints: MultipleDimensionSelection and QuantityConfiguration must be equal, and the same in all RateCards.',
    ),
    ...violation(
      values.size === 1 && demanded !== null && !values.has(demanded),
      'INCOMPATIBLE_RATE_CARD_CONSTRAINTS',
      ON,
      `Constraints must both be ${demanded} for this product and pricing model.`,
    ),
  ];
}

function selectorDuration(value: string, { after }: OfferCase): Violation[] {
  const isAnnual = after.pricingModel === 'Usage';
  return violation(
    !isTermLength(value, isAnnual),
    'INVALID_SELECTOR_DURATION_VALUE',
    ON,
    isAnnual
      ? `Selector.Value ${value} must be P${ANNUAL_DAYS}D beside usage prices.`
      : `Selector.Value ${value} must be P1M to P${MOST_CONTRACT_MONTHS}M, in months.`,
  );
}

/** Metered dimensions are sold by the year of 365 days, entitled ones by whole months within AWS's limit. */
export function isTermLength(text: string, isAnnual: boolean): boolean {
  const parts = parseDuration(text);
  if (!parts || parts.years > 0) return false;
  return isAnnual
    ? parts.months === 0 && parts.days === ANNUAL_DAYS
    : parts.days === 0 && parts.months >= 1 && parts.months <= MOST_CONTRACT_MONTHS;
}
