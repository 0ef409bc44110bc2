/** Contract prices by duration (ConfigurableUpfrontPricingTerm). */
import { compareDurations, isSameDuration, lastDayOf } from '../../dates/duration.ts';
import { isDurationOfUnit } from '../kinds.ts';
import { isPositiveDuration, type OfferFacts, type RateCardFact } from './facts.ts';
import { amountRules, dimensionRules, zeroProblems } from './line-rules.ts';
import { problemIf, type Problem, type Rule } from './rule.ts';
import { lengthParams, serviceSpan } from './service-rules.ts';

const step = 'pricing';
const MOST_RATE_CARDS = 5;
const MOST_PRICES = 800;

function eachCard(facts: OfferFacts, isWrong: (card: RateCardFact) => boolean, params?: Problem['params']): Problem[] {
  return facts.rateCards.flatMap((card) => problemIf(isWrong(card), `${card.path}.duration`, params));
}

const withDuration = ({ duration }: RateCardFact) => isPositiveDuration(duration);

const durationRules: readonly Rule[] = [
  {
    id: 'contract-duration-missing',
    severity: 'error',
    step,
    source: '3.2 RateCards: one per duration',
    stage: 'request',
    check: (facts) => eachCard(facts, ({ duration }) => duration.trim() === ''),
  },
  {
    id: 'contract-duration-invalid',
    severity: 'error',
    step,
    source: '3.2 durations: years, months, days (INVALID_SELECTOR_DURATION_VALUE)',
    stage: 'request',
    check: (facts) => eachCard(facts, (card) => card.duration.trim() !== '' && !withDuration(card)),
  },
  {
    id: 'contract-duration-unit',
    severity: 'error',
    step,
    source: '3.3 entitled durations in months',
    stage: 'request',
    check: (facts) => {
      const { kind } = facts;
      if (!kind || kind.fixedContractDuration !== null) return [];
      return eachCard(
        facts,
        (card) => withDuration(card) && !isDurationOfUnit(card.duration, kind.contractDurationUnit),
      );
    },
  },
  {
    id: 'contract-duration-fixed',
    severity: 'error',
    step,
    source: '3.3 AMI hourly + annual: CUP P365D',
    stage: 'request',
    fix: 'use-fixed-duration',
    canFix: ({ rateCards }) => rateCards.length === 1,
    check: (facts) => {
      const fixed = facts.kind?.fixedContractDuration ?? null;
      if (fixed === null) return [];
      return eachCard(facts, (card) => withDuration(card) && card.duration !== fixed, { value: fixed });
    },
  },
  {
    id: 'contract-duration-too-long',
    severity: 'error',
    step,
    source: '3.3 maximum lengths: 60 months',
    stage: 'request',
    check: (facts) => {
      const { kind, context } = facts;
      if (!kind || kind.fixedContractDuration !== null) return [];
      const isTooLong = (card: RateCardFact) => compareDurations(card.duration, kind.maxLength, context.today) > 0;
      return eachCard(facts, (card) => withDuration(card) && isTooLong(card), lengthParams(kind.maxLength));
    },
  },
  {
    id: 'contract-duration-duplicate',
    severity: 'error',
    step,
    source: '3.2 no duplicate selectors (DUPLICATE_SELECTORS)',
    stage: 'request',
    check: (facts) => {
      const { rateCards } = facts;
      return rateCards.flatMap((card, index) => {
        const isRepeated =
          withDuration(card) &&
          rateCards.slice(0, index).some((earlier) => isSameDuration(earlier.duration, card.duration));
        return problemIf(isRepeated, `${card.path}.duration`, { value: card.duration });
      });
    },
  },
  {
    id: 'contract-duration-not-service',
    severity: 'error',
    step,
    source: '3.7 FDA + CUP: selector duration equals start–end',
    stage: 'request',
    fix: 'match-service-dates',
    canFix: ({ rateCards }) => rateCards.length === 1,
    check: (facts) => {
      const span = serviceSpan(facts);
      if (span === null) return [];
      return eachCard(facts, (card) => withDuration(card) && lastDayOf(span.start, card.duration) !== span.end, {
        start: span.start,
        end: span.end,
      });
    },
  },
];

/** Cards that lack a dimension which another card prices. */
function differingCards({ rateCards }: OfferFacts): Problem[] {
  const filled = rateCards.filter(({ prices }) => prices.length > 0);
  const all = new Set(filled.flatMap(({ prices }) => prices.map(({ dimensionKey }) => dimensionKey)));
  return filled.flatMap(({ path, prices }) => {
    const priced = new Set(prices.map(({ dimensionKey }) => dimensionKey));
    const missing = [...all].filter((key) => !priced.has(key));
    return problemIf(missing.length > 0, path, { dimensions: missing.slice(0, 5).join(', '), count: missing.length });
  });
}

const cardRules: readonly Rule[] = [
  {
    id: 'contract-prices-missing',
    severity: 'error',
    step,
    source: '3.5 pricing terms (MISSING_MANDATORY_TERMS)',
    stage: 'release',
    check: ({ kind, paid, rateCards }) =>
      problemIf(
        kind?.contract === true && !paid && rateCards.every(({ prices }) => prices.length === 0),
        'contract.rateCards',
      ),
  },
  {
    id: 'rate-card-empty',
    severity: 'error',
    step,
    source: 'Own rule: a duration without prices would be left out unsaid (3.2 RateCard 1–800)',
    stage: 'request',
    check: ({ rateCards }) =>
      rateCards.some(({ prices }) => prices.length > 0)
        ? rateCards.flatMap(({ path, prices, duration }) => problemIf(prices.length === 0, path, { value: duration }))
        : [],
  },
  {
    id: 'rate-cards-too-many',
    severity: 'error',
    step,
    source: '3.2 ConfigurableUpfrontPricingTerm RateCards 1–5 (TOO_MANY_RATE_CARDS)',
    stage: 'request',
    check: ({ rateCards }) =>
      problemIf(rateCards.length > MOST_RATE_CARDS, 'contract.rateCards', { max: MOST_RATE_CARDS }),
  },
  {
    id: 'rate-cards-differ',
    severity: 'error',
    step,
    source: '3.2 all rate cards price the same set of dimension keys',
    stage: 'request',
    check: differingCards,
  },
  {
    id: 'contract-prices-too-many',
    severity: 'error',
    step,
    source: '3.2 ConfigurableUpfrontPricingTerm RateCard 1–800 (TOO_MANY_RATES)',
    stage: 'request',
    check: ({ rateCards }) =>
      rateCards.flatMap(({ path, prices }) => problemIf(prices.length > MOST_PRICES, path, { max: MOST_PRICES })),
  },
  {
    id: 'selection-not-allowed',
    severity: 'error',
    step,
    source: '3.3 PricingModel Usage + CUP requires Allowed/Allowed',
    stage: 'request',
    fix: 'use-units',
    check: ({ draft, kind, paid }) =>
      problemIf(
        kind?.contract === true && !paid && !kind.selections.includes(draft.contract.selection),
        'contract.selection',
      ),
  },
  {
    id: 'selection-unlike-public-offer',
    severity: 'warning',
    step,
    source: '3.3 the value a product demands (INCOMPATIBLE_RATE_CARD_CONSTRAINTS)',
    stage: 'release',
    fix: 'match-public-selection',
    check: ({ draft, kind, paid, product }) => {
      const demanded = product?.publicTerms?.constraint ?? null;
      if (!kind?.contract || paid || demanded === null || !kind.selections.includes(draft.contract.selection))
        return [];
      const chosen = draft.contract.selection === 'units' ? 'Allowed' : 'Disallowed';
      return problemIf(chosen !== demanded, 'contract.selection');
    },
  },
];

const allPrices = ({ rateCards }: OfferFacts) => rateCards.flatMap(({ prices }) => prices);

export const contractRules: readonly Rule[] = [
  ...cardRules,
  ...durationRules,
  ...amountRules({
    prefix: 'contract-price',
    step,
    source: {
      number: '3.2 amounts are decimal strings',
      range: '3.2 prices 0–100 000 000',
      decimals: '3.2 ConfigurableUpfrontPricingTerm Price ≤3 decimals; JPY whole',
    },
    amounts: allPrices,
  }),
  {
    id: 'contract-price-zero',
    severity: 'error',
    step,
    source: 'Own rule: a price of zero is an explicit choice',
    stage: 'release',
    fix: 'allow-zero-prices',
    check: (facts) => zeroProblems(allPrices(facts), facts),
  },
  ...dimensionRules({
    prefix: 'contract',
    step,
    lists: ({ rateCards }) => rateCards.map(({ prices }) => prices),
    allowed: ({ contractKeys }) => contractKeys,
    sourceOfType: '3.3 CUP takes entitled dimensions (AMI annual: instance types)',
  }),
];
