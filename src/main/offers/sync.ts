/** Which lists of the Catalog fill the copy of offers. */
import type { SyncedList } from '../entities/copy.ts';
import { isOpen, lastModified } from '../entities/modified-range.ts';
import type { OfferStore } from './store.ts';

export const OFFERS_KIND = 'offers';
/** Read last of what a sync of products reads: complete when that is. */
export const PUBLIC_OFFERS_KIND = 'offers.public';

/** Every offer of the account, private and public, drafts included. */
export function allOffersList(store: OfferStore): SyncedList {
  return {
    kind: OFFERS_KIND,
    copy: store,
    request: (range) => ({
      EntityType: 'Offer',
      ...(isOpen(range) ? {} : { EntityTypeFilters: { OfferFilters: lastModified(range) } }),
      EntityTypeSort: { OfferSort: { SortBy: 'LastModifiedDate', SortOrder: 'DESCENDING' } },
    }),
  };
}

/** Released public offers alone: they tell how a product is sold, and a product's sync does not wait for all offers. */
export function publicOffersList(store: OfferStore): SyncedList {
  return {
    kind: PUBLIC_OFFERS_KIND,
    // What this list does not show may still be a private offer: nothing follows from not being in it.
    copy: { ...store, stale: store.stalePublic, unseenSince: () => [] },
    request: (range) => ({
      EntityType: 'Offer',
      EntityTypeFilters: {
        OfferFilters: {
          State: { ValueList: ['Released'] },
          Targeting: { ValueList: ['None', 'CountryCodes', 'ParticipatingPrograms'] },
          ...lastModified(range),
        },
      },
      EntityTypeSort: { OfferSort: { SortBy: 'LastModifiedDate', SortOrder: 'DESCENDING' } },
    }),
  };
}
