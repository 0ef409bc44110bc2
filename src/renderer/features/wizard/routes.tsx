/** The offer wizard by address. */
import type { RouteObject } from 'react-router';

export const wizardRoutes: RouteObject[] = [
  {
    path: 'drafts/:id',
    lazy: async () => ({ Component: (await import('./wizard-page.tsx')).WizardPage }),
  },
];
