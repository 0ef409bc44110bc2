/** The list and pages of invitations. */
import type { RouteObject } from 'react-router';

export const invitationRoutes: RouteObject[] = [
  {
    path: 'invitations',
    lazy: async () => ({ Component: (await import('./list-page.tsx')).InvitationListPage }),
  },
  {
    path: 'invitations/:account/:id',
    lazy: async () => ({ Component: (await import('./invitation-page.tsx')).InvitationPage }),
  },
];
