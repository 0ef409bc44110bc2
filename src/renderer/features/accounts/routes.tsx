/** The pages about seller accounts. */
import type { RouteObject } from 'react-router';

export const accountRoutes: RouteObject[] = [
  {
    path: 'accounts',
    children: [
      { index: true, lazy: async () => ({ Component: (await import('./list-page.tsx')).AccountListPage }) },
      { path: 'new', lazy: async () => ({ Component: (await import('./setup-page.tsx')).AccountSetupPage }) },
      { path: ':accountKey', lazy: async () => ({ Component: (await import('./detail-page.tsx')).AccountDetailPage }) },
      {
        path: ':accountKey/edit',
        lazy: async () => ({ Component: (await import('./edit-page.tsx')).AccountEditPage }),
      },
    ],
  },
];
