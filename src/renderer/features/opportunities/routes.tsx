/** The list and pages of opportunities. */
import type { RouteObject } from 'react-router';

export const opportunityRoutes: RouteObject[] = [
  {
    path: 'opportunities',
    lazy: async () => ({ Component: (await import('./list/list-page.tsx')).OpportunityListPage }),
  },
  {
    path: 'opportunities/backfill',
    lazy: async () => ({ Component: (await import('./backfill/page.tsx')).BackfillPage }),
  },
  {
    path: 'opportunities/backfill/:id',
    lazy: async () => ({ Component: (await import('./backfill/run-page.tsx')).BackfillRunPage }),
  },
  {
    path: 'opportunities/:account/:id',
    lazy: async () => ({ Component: (await import('./page/opportunity-page.tsx')).OpportunityPage }),
  },
];
