/** Versions, differences, templates and offer files. */
import type { RouteObject } from 'react-router';

export const versionRoutes: RouteObject[] = [
  {
    path: 'versions/:account/:entityType/:id',
    lazy: async () => ({ Component: (await import('./versions-page.tsx')).VersionsPage }),
  },
  {
    path: 'templates',
    lazy: async () => ({ Component: (await import('./templates/templates-page.tsx')).TemplatesPage }),
  },
];
