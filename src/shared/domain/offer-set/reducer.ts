/** What a person does to a draft of an offer set. */
import type { OfferSetDraft } from './draft.ts';

export type OfferSetAction =
  | { readonly type: 'text'; readonly field: 'name' | 'buyerNotes' | 'solutionId'; readonly value: string }
  | { readonly type: 'offer.put'; readonly id: string }
  | { readonly type: 'offer.take'; readonly id: string }
  | { readonly type: 'draft.take'; readonly id: string };

const LONGEST = { name: 1000, buyerNotes: 5000, solutionId: 300 } as const;

export function reduceOfferSet(draft: OfferSetDraft, action: OfferSetAction): OfferSetDraft {
  switch (action.type) {
    case 'text':
      return { ...draft, [action.field]: action.value.slice(0, LONGEST[action.field]) };
    case 'offer.put':
      return draft.offerIds.includes(action.id) ? draft : { ...draft, offerIds: [...draft.offerIds, action.id] };
    case 'offer.take':
      return { ...draft, offerIds: draft.offerIds.filter((id) => id !== action.id) };
    case 'draft.take':
      return { ...draft, draftIds: draft.draftIds.filter((id) => id !== action.id) };
  }
}
