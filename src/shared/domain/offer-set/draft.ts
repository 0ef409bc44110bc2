/** A draft of an offer set on this machine: one to be made, or what is to become of one that stands as a draft at AWS. */
import { z } from 'zod';
import type { OfferSetEntity } from './entity.ts';

export const OFFER_SET_DRAFT_VERSION = 1;

/** More than AWS takes, so that one too long gets its own answer. */
const offerIds = z.array(z.string().max(255)).max(50);

const contentSchema = z.object({
  name: z.string().max(1000),
  buyerNotes: z.string().max(5000),
  solutionId: z.string().max(300),
  offerIds,
});

export const offerSetDraftSchema = contentSchema.extend({
  schemaVersion: z.literal(OFFER_SET_DRAFT_VERSION),
  /** Drafts of offers on this machine that are to be made for the set once it exists. */
  draftIds: z.array(z.string().max(64)).max(50),
  /** The set at AWS with what it held when this draft was begun; null = it is to be made. */
  target: contentSchema.extend({ offerSetId: z.string() }).nullable(),
});
export type OfferSetDraft = z.infer<typeof offerSetDraftSchema>;
export type OfferSetContent = z.infer<typeof contentSchema>;

export function createOfferSetDraft(): OfferSetDraft {
  return {
    schemaVersion: OFFER_SET_DRAFT_VERSION,
    target: null,
    name: '',
    buyerNotes: '',
    solutionId: '',
    offerIds: [],
    draftIds: [],
  };
}

export function contentOf({ name, buyerNotes, solutionId, offerIds: ids }: OfferSetEntity): OfferSetContent {
  return { name, buyerNotes, solutionId: solutionId ?? '', offerIds: [...ids] };
}

/** A draft of a set that stands at AWS, holding what AWS holds. */
export function draftOfSet(offerSetId: string, held: OfferSetContent): OfferSetDraft {
  return { ...createOfferSetDraft(), ...held, target: { ...held, offerSetId } };
}

export function isSameContent(one: OfferSetContent, other: OfferSetContent): boolean {
  const { name, buyerNotes, solutionId, offerIds: ids } = one;
  return (
    name === other.name &&
    buyerNotes === other.buyerNotes &&
    solutionId === other.solutionId &&
    ids.length === other.offerIds.length &&
    ids.every((id) => other.offerIds.includes(id))
  );
}

/** The draft on top of what AWS holds now: what was typed here stays, what was changed elsewhere comes in. */
export function rebaseDraft(draft: OfferSetDraft, held: OfferSetContent): OfferSetDraft {
  const { target } = draft;
  if (target === null) return draft;
  const merged = (name: 'name' | 'buyerNotes' | 'solutionId') =>
    draft[name] === target[name] ? held[name] : draft[name];
  const removed = target.offerIds.filter((id) => !draft.offerIds.includes(id));
  const added = draft.offerIds.filter((id) => !target.offerIds.includes(id));
  return {
    ...draft,
    name: merged('name'),
    buyerNotes: merged('buyerNotes'),
    solutionId: merged('solutionId'),
    offerIds: [...new Set([...held.offerIds.filter((id) => !removed.includes(id)), ...added])],
    target: { ...held, offerSetId: target.offerSetId },
  };
}
