/** The pages about offers at AWS and about what was sent there. */
import type { RouteObject } from 'react-router';

export const offerRoutes: RouteObject[] = [
  {
    path: 'offers',
    lazy: async () => ({ Component: (await import('./list/list-page.tsx')).OfferListPage }),
  },
  {
    path: 'offers/:account/:id',
    lazy: async () => ({ Component: (await import('./page/offer-page.tsx')).OfferPage }),
  },
  {
    path: 'activity',
    lazy: async () => ({ Component: (await import('./activity/activity-page.tsx')).ActivityPage }),
  },
];
