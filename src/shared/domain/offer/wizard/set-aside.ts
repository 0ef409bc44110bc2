/** The part of the draft that keeps what was typed for choices not taken now. */
import type { OfferDraft, ProductParts, SetAside } from '../draft.ts';

const NOTHING: SetAside = {
  duration: '',
  startDate: '',
  endDate: '',
  eulaFile: null,
  renewal: null,
  scheduleForm: null,
  products: {},
};

export function setAsideOf(draft: Pick<OfferDraft, 'setAside'>): SetAside {
  return draft.setAside ?? NOTHING;
}

export function keepAside(draft: OfferDraft, kept: Partial<SetAside>): OfferDraft {
  return { ...draft, setAside: { ...setAsideOf(draft), ...kept } };
}

/** What belongs to the dimensions of the chosen product. */
export function productPartsOf({ kind, usagePrices, contract, installments }: OfferDraft): ProductParts {
  return { kind, usagePrices, contract, grants: installments.grants };
}

export function withProductParts(draft: OfferDraft, { kind, usagePrices, contract, grants }: ProductParts): OfferDraft {
  return { ...draft, kind, usagePrices, contract, installments: { ...draft.installments, grants } };
}
