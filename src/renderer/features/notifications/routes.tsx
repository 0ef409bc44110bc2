/** The inbox, the queues that fill it, and what is announced. */
import type { RouteObject } from 'react-router';

export const notificationRoutes: RouteObject[] = [
  { path: 'inbox', lazy: async () => ({ Component: (await import('./inbox/inbox-page.tsx')).InboxPage }) },
  { path: 'inbox/queues', lazy: async () => ({ Component: (await import('./queue/queues-page.tsx')).QueuesPage }) },
  {
    path: 'inbox/queues/:accountKey',
    lazy: async () => ({ Component: (await import('./queue/queue-page.tsx')).QueuePage }),
  },
  {
    path: 'inbox/settings',
    lazy: async () => ({ Component: (await import('./settings/settings-page.tsx')).InboxSettingsPage }),
  },
];
