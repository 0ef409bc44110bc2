/** The drafts page by address. */
import type { RouteObject } from 'react-router';

export const draftRoutes: RouteObject[] = [
  {
    path: 'drafts',
    lazy: async () => ({ Component: (await import('./drafts-page.tsx')).DraftsPage }),
  },
];
