/** The list and pages of engagements. */
import type { RouteObject } from 'react-router';

export const engagementRoutes: RouteObject[] = [
  {
    path: 'engagements',
    lazy: async () => ({ Component: (await import('./list-page.tsx')).EngagementListPage }),
  },
  {
    path: 'engagements/:account/:id',
    lazy: async () => ({ Component: (await import('./engagement-page.tsx')).EngagementPage }),
  },
];
