/** Writes and calls on record: lists and single records. */
import type { RouteObject } from 'react-router';

export const historyRoutes: RouteObject[] = [
  {
    path: 'history',
    lazy: async () => ({ Component: (await import('./changes-page.tsx')).ChangesHistoryPage }),
  },
  {
    path: 'history/calls',
    lazy: async () => ({ Component: (await import('./calls-page.tsx')).CallsHistoryPage }),
  },
  {
    path: 'history/reports',
    lazy: async () => ({ Component: (await import('./reports-page.tsx')).ReportsPage }),
  },
  {
    path: 'history/changes/:id',
    lazy: async () => ({ Component: (await import('./change-record-page.tsx')).ChangeRecordPage }),
  },
  {
    path: 'history/changes/:id/repeat',
    lazy: async () => ({ Component: (await import('./repeat/repeat-page.tsx')).RepeatPage }),
  },
  {
    path: 'history/calls/:seq',
    lazy: async () => ({ Component: (await import('./call-record-page.tsx')).CallRecordPage }),
  },
];
