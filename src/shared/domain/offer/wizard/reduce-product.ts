/** Product, kind, buyers and the plain texts. */
import type { OfferDraft, OfferKind, ProductParts } from '../draft.ts';
import { OFFER_KIND_FACTS, paysInInstallments, serviceModesFor } from '../kinds.ts';
import type { ProductAction } from './actions.ts';
import { mergeLines } from './reduce-prices.ts';
import { reduceService } from './reduce-service.ts';
import { keepAside, productPartsOf, setAsideOf, withProductParts } from './set-aside.ts';

export function reduceProduct(draft: OfferDraft, action: ProductAction): OfferDraft {
  switch (action.type) {
    case 'product.choose':
      return chooseProduct(draft, action.product, action.start);
    case 'kind.choose':
      return chooseKind(draft, action.kind, action.parts);
    case 'buyers.add':
      return { ...draft, buyers: [...new Set([...draft.buyers, ...action.ids])] };
    case 'buyers.remove':
      return { ...draft, buyers: draft.buyers.filter((id) => id !== action.id) };
    case 'countries.set':
      return { ...draft, countryCodes: [...action.codes] };
    case 'text.set':
      return { ...draft, [action.field]: action.value };
  }
}

/** Prices belong to dimensions, so each product keeps its own; coming back to a product finds them again. */
function chooseProduct(
  draft: OfferDraft,
  { id, type, title }: NonNullable<OfferDraft['product']>,
  start: OfferDraft,
): OfferDraft {
  const chosen: OfferDraft = {
    ...draft,
    product: { id, type, title },
    name: draft.name || start.name,
    availabilityEndDate: draft.availabilityEndDate || start.availabilityEndDate,
  };
  if (draft.product?.id === id) return fitChoicesToKind({ ...chosen, kind: draft.kind ?? start.kind });
  const kept = setAsideOf(draft).products;
  const products = draft.product ? { ...kept, [draft.product.id]: productPartsOf(draft) } : kept;
  const next = withProductParts(chosen, products[id] ?? productPartsOf(start));
  const fitted = fitChoicesToKind(keepAside(next, { products }));
  const isUntouched = fitted.service.mode === 'duration' && fitted.service.duration === '';
  return isUntouched && start.service.mode === 'duration' ? { ...fitted, service: start.service } : fitted;
}

function chooseKind(draft: OfferDraft, kind: OfferKind, parts: ProductParts): OfferDraft {
  const { usagePrices, contract } = draft;
  return fitChoicesToKind({
    ...draft,
    kind,
    usagePrices: mergeLines(parts.usagePrices, usagePrices),
    contract: contract.rateCards.length > 0 ? contract : { ...contract, rateCards: parts.contract.rateCards },
  });
}

/** Moves choices that the kind does not have to the nearest one it has; what was typed for them is set aside. */
export function fitChoicesToKind(draft: OfferDraft): OfferDraft {
  if (draft.kind === null) return draft;
  const modes = serviceModesFor(draft.kind, paysInInstallments(draft));
  const [mode] = modes;
  const fitted =
    mode === undefined || modes.includes(draft.service.mode)
      ? draft
      : reduceService(draft, { type: 'service.mode', mode });
  const { selections } = OFFER_KIND_FACTS[draft.kind];
  const [selection] = selections;
  return selection === undefined || selections.includes(fitted.contract.selection)
    ? fitted
    : { ...fitted, contract: { ...fitted.contract, selection } };
}
