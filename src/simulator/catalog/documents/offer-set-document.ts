/** The DescribeEntity document of an offer set. */
import type { OfferSetEntity } from '../model-offer-set.ts';

export function offerSetDocument(set: OfferSetEntity): Record<string, unknown> {
  return {
    Id: set.id,
    Name: set.name,
    BuyerNotes: set.buyerNotes,
    State: set.state,
    SolutionId: null,
    ReleaseDate: set.releasedAt,
    AssociatedOffers: set.offerIds.map((OfferId) => ({ OfferId })),
  };
}
