/** What each side of a channel partner offer keeps. */
import type { RouteObject } from 'react-router';

export const marginRoutes: RouteObject[] = [
  { path: 'margin', lazy: async () => ({ Component: (await import('./margin-page.tsx')).MarginPage }) },
];
