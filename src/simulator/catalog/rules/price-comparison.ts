/** How the prices of two lists of terms differ: what rose, fell, came or went. */
import type { Term } from '../model.ts';
import type { PricingTerm } from '../schema/pricing-terms.ts';
import { compareDecimals } from './decimals.ts';

/** Prices by term, duration and dimension. */
function pricesOf(terms: readonly Term[]): Map<string, string> {
  const prices = new Map<string, string>();
  for (const term of terms as readonly PricingTerm[]) {
    if (term.Type === 'UsageBasedPricingTerm') {
      for (const card of term.RateCards) {
        for (const rate of card.RateCard) prices.set(`usage ${rate.DimensionKey}`, rate.Price);
      }
    } else if (term.Type === 'ConfigurableUpfrontPricingTerm') {
      for (const card of term.RateCards) {
        for (const rate of card.RateCard) prices.set(`${card.Selector.Value} ${rate.DimensionKey}`, rate.Price);
      }
    } else if (term.Type === 'RecurringPaymentTerm') {
      prices.set('recurring', term.Price);
    }
  }
  return prices;
}

export interface PriceDifference {
  readonly rises: boolean;
  readonly falls: boolean;
  readonly additions: boolean;
  readonly removals: boolean;
}

export function comparePrices(before: readonly Term[], after: readonly Term[]): PriceDifference {
  const old = pricesOf(before);
  const fresh = pricesOf(after);
  const kept = [...fresh].flatMap(([key, price]) => {
    const was = old.get(key);
    return was === undefined ? [] : [compareDecimals(price, was)];
  });
  return {
    rises: kept.some((order) => order > 0),
    falls: kept.some((order) => order < 0),
    additions: [...fresh.keys()].some((key) => !old.has(key)),
    removals: [...old.keys()].some((key) => !fresh.has(key)),
  };
}

export function priceRises(before: readonly Term[], after: readonly Term[]): boolean {
  return comparePrices(before, after).rises;
}
