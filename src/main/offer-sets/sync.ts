/** Which list of the Catalog fills the copy of offer sets. */
import type { EntityCopy, SyncedList } from '../entities/copy.ts';
import { isOpen, lastModified } from '../entities/modified-range.ts';

export const OFFER_SETS_KIND = 'offer-sets';

export function offerSetsList(copy: EntityCopy): SyncedList {
  return {
    kind: OFFER_SETS_KIND,
    copy,
    request: (range) => ({
      EntityType: 'OfferSet',
      ...(isOpen(range) ? {} : { EntityTypeFilters: { OfferSetFilters: lastModified(range) } }),
      EntityTypeSort: { OfferSetSort: { SortBy: 'LastModifiedDate', SortOrder: 'DESCENDING' } },
    }),
  };
}
