/** Offer sets by address. */
import type { RouteObject } from 'react-router';

export const offerSetRoutes: RouteObject[] = [
  {
    path: 'offersets',
    lazy: async () => ({ Component: (await import('./list/list-page.tsx')).OfferSetListPage }),
  },
  {
    path: 'offersets/drafts/:id',
    lazy: async () => ({ Component: (await import('./draft/draft-page.tsx')).OfferSetDraftPage }),
  },
  {
    path: 'offersets/sent/:id',
    lazy: async () => ({ Component: (await import('./draft/sent-page.tsx')).OfferSetSentPage }),
  },
  {
    path: 'offersets/:account/:id',
    lazy: async () => ({ Component: (await import('./page/set-page.tsx')).OfferSetPage }),
  },
];
