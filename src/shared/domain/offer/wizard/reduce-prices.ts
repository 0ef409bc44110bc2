/** Prices of dimensions: usage prices and one contract rate card for each duration. */
import type { OfferDraft, PriceLine } from '../draft.ts';
import type { PriceAction, PriceCard } from './actions.ts';

export function reducePrices(draft: OfferDraft, action: PriceAction): OfferDraft {
  switch (action.type) {
    case 'prices.set':
      return setPrices(draft, action.card, action.lines);
    case 'rateCard.add':
      return withRateCards(draft, (cards) => [...cards, { duration: action.duration, prices: [] }]);
    case 'rateCard.remove':
      return withRateCards(draft, (cards) => cards.filter((_, index) => index !== action.index));
    case 'rateCard.duration':
      return withRateCards(draft, (cards) =>
        cards.map((card, index) => (index === action.index ? { ...card, duration: action.duration } : card)),
      );
    case 'selection.set':
      return { ...draft, contract: { ...draft.contract, selection: action.selection } };
    case 'zeroPrices.allow':
      return { ...draft, allowZeroPrices: action.allowed };
  }
}

/** The lines of a card; a card that does not exist has none. */
export function priceLinesOf(draft: OfferDraft, card: PriceCard): readonly PriceLine[] {
  return card === 'usage' ? draft.usagePrices : (draft.contract.rateCards[card]?.prices ?? []);
}

function setPrices(draft: OfferDraft, card: PriceCard, changed: readonly PriceLine[]): OfferDraft {
  const lines = mergeLines(priceLinesOf(draft, card), changed);
  if (card === 'usage') return { ...draft, usagePrices: lines };
  return withRateCards(draft, (cards) =>
    cards.map((existing, index) => (index === card ? { ...existing, prices: lines } : existing)),
  );
}

/** Known dimensions keep their place, new ones go to the end. Emptied ones stay as empty rows. */
export function mergeLines(lines: readonly PriceLine[], changed: readonly PriceLine[]): PriceLine[] {
  const prices = new Map(lines.map(({ dimensionKey, price }) => [dimensionKey, price]));
  for (const { dimensionKey, price } of changed) prices.set(dimensionKey, price);
  return [...prices].map(([dimensionKey, price]) => ({ dimensionKey, price }));
}

type RateCards = OfferDraft['contract']['rateCards'];

function withRateCards(draft: OfferDraft, change: (cards: RateCards) => RateCards): OfferDraft {
  return { ...draft, contract: { ...draft.contract, rateCards: change(draft.contract.rateCards) } };
}
