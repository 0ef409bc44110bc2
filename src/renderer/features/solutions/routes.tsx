/** The list and pages of solutions. */
import type { RouteObject } from 'react-router';

export const solutionRoutes: RouteObject[] = [
  {
    path: 'solutions',
    lazy: async () => ({ Component: (await import('./list-page.tsx')).SolutionListPage }),
  },
  {
    path: 'solutions/:account/:id',
    lazy: async () => ({ Component: (await import('./solution-page.tsx')).SolutionPage }),
  },
];
