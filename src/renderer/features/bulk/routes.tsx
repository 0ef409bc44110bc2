/** Bulk: the runs, one run, a new one, and drafts for many buyers. */
import type { RouteObject } from 'react-router';

export const bulkRoutes: RouteObject[] = [
  { path: 'bulk', lazy: async () => ({ Component: (await import('./runs-page.tsx')).BulkRunsPage }) },
  { path: 'bulk/new', lazy: async () => ({ Component: (await import('./plan-page.tsx')).BulkPlanPage }) },
  { path: 'bulk/clone', lazy: async () => ({ Component: (await import('./clone-page.tsx')).BulkClonePage }) },
  { path: 'bulk/runs/:id', lazy: async () => ({ Component: (await import('./run-page.tsx')).BulkRunPage }) },
];
