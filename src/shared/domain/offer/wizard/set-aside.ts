/** The part of the draft that keeps what was typed for choices not taken now. */
import { EMPTY_FREE_TRIAL } from '../draft-terms.ts';
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
export function productPartsOf(draft: OfferDraft): ProductParts {
  const { kind, usagePrices, contract, installments, newDimensions, freeTrial } = draft;
  return { kind, usagePrices, contract, grants: installments.grants, newDimensions, freeTrial };
}

export function withProductParts(draft: OfferDraft, parts: ProductParts): OfferDraft {
  const { kind, usagePrices, contract, grants, newDimensions = [], freeTrial = EMPTY_FREE_TRIAL } = parts;
  return {
    ...draft,
    kind,
    usagePrices,
    contract,
    newDimensions,
    freeTrial,
    installments: { ...draft.installments, grants },
  };
}
