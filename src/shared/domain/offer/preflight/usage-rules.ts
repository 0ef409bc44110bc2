/** Prices of metered dimensions (UsageBasedPricingTerm). */
import { amountRules, dimensionRules, zeroProblems } from './line-rules.ts';
import { problemIf, type Problem, type Rule } from './rule.ts';
import type { OfferFacts } from './facts.ts';

const step = 'pricing';
const MOST_PRICES = 800;

/** At the empty line of the dimension, or at the list where it has no line. */
function unpriced({ draft, kind, usageKeys, usagePrices }: OfferFacts): Problem[] {
  if (!kind?.usagePrices || usageKeys === null) return [];
  const priced = new Set(usagePrices.map(({ dimensionKey }) => dimensionKey));
  const lines = new Map(draft.usagePrices.map(({ dimensionKey }, index) => [dimensionKey, index]));
  return [...usageKeys]
    .filter((key) => !priced.has(key))
    .map((key) => {
      const line = lines.get(key);
      return { path: line === undefined ? 'usagePrices' : `usagePrices.${line}.price`, params: { dimension: key } };
    });
}

export const usageRules: readonly Rule[] = [
  {
    id: 'usage-price-missing',
    severity: 'error',
    step,
    source: '3.3 UsageBased prices all available metered dimensions (INVALID_RATE_CARD)',
    stage: 'release',
    check: unpriced,
  },
  ...amountRules({
    prefix: 'usage-price',
    step,
    source: {
      number: '3.2 amounts are decimal strings',
      range: '3.2 UsageBasedPricingTerm Price 0–100 000 000',
      decimals: '3.2 UsageBasedPricingTerm Price ≤8 decimals; JPY whole',
    },
    amounts: ({ usagePrices }) => usagePrices,
  }),
  {
    id: 'usage-price-zero',
    severity: 'error',
    step,
    source: 'Own rule: a price of zero is an explicit choice',
    stage: 'release',
    fix: 'allow-zero-prices',
    check: (facts) => zeroProblems(facts.usagePrices, facts),
  },
  ...dimensionRules({
    prefix: 'usage',
    step,
    lists: ({ usagePrices }) => [usagePrices],
    allowed: ({ usageKeys }) => usageKeys,
    sourceOfType: '3.3 UsageBased prices only metered dimensions',
  }),
  {
    id: 'usage-prices-too-many',
    severity: 'error',
    step,
    source: '3.2 UsageBasedPricingTerm RateCard 1–800',
    stage: 'request',
    check: ({ usagePrices }) => problemIf(usagePrices.length > MOST_PRICES, 'usagePrices', { max: MOST_PRICES }),
  },
];
