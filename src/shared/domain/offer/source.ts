/** The change that creates an offer, by what the offer is made from. Another source is one line in the table. */
import { resaleCreate, resaleReplacementCreate } from './compile-resale.ts';
import type { OfferSource } from './draft-terms.ts';
import type { OfferDraft } from './draft.ts';
import { replacementCreate } from './replacement.ts';

export interface CreateChange {
  readonly changeType: string;
  /** Details beside the name. */
  readonly details: (draft: OfferDraft) => Readonly<Record<string, unknown>>;
  /** Members of the information that the creation takes; `Name` alone where it is left out. */
  readonly names?: readonly string[];
  /** Changes that AWS does not take for such an offer, since what it is made from says it already. */
  readonly leavesOut: readonly string[];
}

/** AWS takes none of these for an offer that everybody may buy. */
const PRIVATE_ONLY = [
  'UpdateAvailability',
  'UpdateValidityTerms',
  'UpdatePaymentScheduleTerms',
  'UpdateNetPaymentTerms',
  'UpdateCustomerVerificationTerms',
];

export const CREATE_CHANGES: Readonly<Record<OfferSource['kind'], CreateChange>> = {
  direct: {
    changeType: 'CreateOffer',
    details: ({ product, offerSetId }) => ({
      ProductId: product?.id ?? '',
      ...(offerSetId !== null && { OfferSetId: offerSetId }),
    }),
    leavesOut: [],
  },
  public: {
    changeType: 'CreateOffer',
    details: ({ product }) => ({ ProductId: product?.id ?? '' }),
    leavesOut: PRIVATE_ONLY,
  },
  replacement: replacementCreate,
  resale: resaleCreate,
  'resale-replacement': resaleReplacementCreate,
};

/** The change types that a draft's publication stands or falls with; its other changes go along with these. */
export function decisiveTypesOf({ target, source }: OfferDraft, intent: 'release' | 'draft'): string[] {
  const create = target === null ? CREATE_CHANGES[source.kind]?.changeType : undefined;
  const isReleased = target?.state === 'Released';
  return [...(create === undefined ? [] : [create]), ...(intent === 'release' && !isReleased ? ['ReleaseOffer'] : [])];
}
