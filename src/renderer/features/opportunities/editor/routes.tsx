/** The editor of opportunities and its drafts, by address. */
import type { RouteObject } from 'react-router';

export const opportunityDraftRoutes: RouteObject[] = [
  {
    path: 'opportunities/drafts',
    lazy: async () => ({ Component: (await import('./drafts-page.tsx')).OpportunityDraftsPage }),
  },
  {
    path: 'opportunities/drafts/:id',
    lazy: async () => ({ Component: (await import('./editor-page.tsx')).OpportunityEditorPage }),
  },
];
