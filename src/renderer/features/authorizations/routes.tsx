/** Resale authorizations by address. */
import type { RouteObject } from 'react-router';

export const authorizationRoutes: RouteObject[] = [
  {
    path: 'authorizations',
    lazy: async () => ({ Component: (await import('./list/list-page.tsx')).AuthorizationListPage }),
  },
  {
    path: 'channel',
    lazy: async () => ({ Component: (await import('./list/list-page.tsx')).ReceivedListPage }),
  },
  {
    path: 'authorizations/drafts/:id',
    lazy: async () => ({ Component: (await import('./wizard/wizard-page.tsx')).AuthorizationWizardPage }),
  },
  {
    path: 'authorizations/:account/:id',
    lazy: async () => ({ Component: (await import('./page/authorization-page.tsx')).AuthorizationPage }),
  },
];
