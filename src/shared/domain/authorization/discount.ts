/** Wholesale prices as a percentage off the public offer's prices. */
import { z } from 'zod';
import { isSameDuration } from '../dates/duration.ts';
import { isAmount, multiplyAmount, parseAmount, percentOf, roundAmount, sumAmounts } from '../money/amount.ts';
import { decimalsFor, type AmountUse } from '../money/currency.ts';
import { createOfferDraft, priceLineSchema, type PriceLine } from '../offer/draft.ts';
import { readOfferEntity } from '../offer/entity.ts';
import { parseTerm } from '../offer/parse-terms.ts';
import type { AuthorizationDraft } from './draft.ts';

/** What the public offer asks for. */
export const listPricesSchema = z.object({
  offerId: z.string(),
  currency: z.string(),
  usage: z.array(priceLineSchema),
  contract: z.array(z.object({ duration: z.string(), prices: z.array(priceLineSchema) })),
});
export type ListPrices = z.infer<typeof listPricesSchema>;

/** null for a document without prices of a kind that authorizations have. */
export function readListPrices(offerId: string, document: unknown): ListPrices | null {
  const sheet = createOfferDraft();
  let currency: string | null = null;
  for (const term of readOfferEntity(document)?.terms ?? []) {
    const parsed = ['UsageBasedPricingTerm', 'ConfigurableUpfrontPricingTerm'].includes(term.Type)
      ? parseTerm(term)
      : null;
    parsed?.apply(sheet);
    currency ??= parsed?.currency ?? null;
  }
  const { usagePrices: usage, contract } = sheet;
  return currency === null ? null : { offerId, currency, usage, contract: contract.rateCards };
}

/** 0 to 100 with up to four decimals; null where it is something else. */
export function readPercent(typed: string): string | null {
  const parsed = parseAmount(typed, { decimals: 4, max: '100' });
  return parsed.ok ? parsed.amount : null;
}

function wholesaleOf(list: string, percent: string, use: AmountUse, currency: string): string {
  const share = multiplyAmount(sumAmounts(['100', `-${percent}`]), '0.01');
  return roundAmount(multiplyAmount(list, share), decimalsFor(use, currency));
}

/**
 * The draft with its prices worked out from the list. What the list has no price for, or prices in another currency, stays as it is.
 * A percentage that cannot be read changes no price.
 */
export function applyDiscount(draft: AuthorizationDraft, list: ListPrices | null): AuthorizationDraft {
  const percent = readPercent(draft.pricing.discountPercent);
  if (percent === null || list === null || list.currency !== draft.currency) return draft;
  const discounted = (lines: readonly PriceLine[], from: readonly PriceLine[], use: AmountUse): PriceLine[] => {
    const prices = new Map(from.map(({ dimensionKey, price }) => [dimensionKey, price]));
    return lines.map((line) => {
      const price = prices.get(line.dimensionKey);
      return price === undefined || !isAmount(price)
        ? line
        : { ...line, price: wholesaleOf(price, percent, use, draft.currency) };
    });
  };
  return {
    ...draft,
    usagePrices: discounted(draft.usagePrices, list.usage, 'usage'),
    contract: {
      ...draft.contract,
      rateCards: draft.contract.rateCards.map((card) => ({
        ...card,
        prices: discounted(card.prices, listCard(list, card.duration), 'contract'),
      })),
    },
  };
}

function listCard(list: ListPrices, duration: string): readonly PriceLine[] {
  return list.contract.find((card) => isSameDuration(card.duration, duration))?.prices ?? [];
}

export interface PriceComparison {
  readonly dimensionKey: string;
  /** null for usage prices. */
  readonly duration: string | null;
  /** null where the public offer has no such price. */
  readonly list: string | null;
  readonly wholesale: string;
  /** Percent off the list price; null where it cannot be said. */
  readonly discount: string | null;
}

/** List price, discount and wholesale price for each price of the draft that is in use. */
export function comparePrices(
  draft: AuthorizationDraft,
  list: ListPrices | null,
  use: { readonly usage: boolean; readonly contract: boolean },
): PriceComparison[] {
  const known = list?.currency === draft.currency ? list : null;
  const rows = (lines: readonly PriceLine[], from: readonly PriceLine[], duration: string | null) =>
    lines.map(({ dimensionKey, price }): PriceComparison => {
      const found = from.find((line) => line.dimensionKey === dimensionKey)?.price ?? null;
      const share = found !== null && isAmount(found) && isAmount(price) ? percentOf(price, found) : null;
      const discount = share === null ? null : sumAmounts(['100', `-${share}`]);
      return { dimensionKey, duration, list: found, wholesale: price, discount };
    });
  return [
    ...(use.contract
      ? draft.contract.rateCards.flatMap((card) =>
          rows(card.prices, known ? listCard(known, card.duration) : [], card.duration),
        )
      : []),
    ...(use.usage ? rows(draft.usagePrices, known?.usage ?? [], null) : []),
  ];
}
