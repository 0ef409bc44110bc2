/** The pages about agreements with buyers. */
import type { RouteObject } from 'react-router';

export const agreementRoutes: RouteObject[] = [
  {
    path: 'agreements',
    lazy: async () => ({ Component: (await import('./list/list-page.tsx')).AgreementListPage }),
  },
  {
    path: 'agreements/:account/:id',
    lazy: async () => ({ Component: (await import('./page/agreement-page.tsx')).AgreementPage }),
  },
  {
    path: 'requests',
    lazy: async () => ({ Component: (await import('./requests/requests-page.tsx')).RequestsPage }),
  },
  {
    path: 'radar',
    lazy: async () => ({ Component: (await import('./radar/radar-page.tsx')).RadarPage }),
  },
];
