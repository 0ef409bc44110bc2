/** The dashboard. */
import type { RouteObject } from 'react-router';

export const dashboardRoutes: RouteObject[] = [
  { path: 'dashboards', lazy: async () => ({ Component: (await import('./dashboard-page.tsx')).DashboardPage }) },
  {
    path: 'dashboards/co-sell',
    lazy: async () => ({ Component: (await import('./co-sell/page.tsx')).CoSellDashboardPage }),
  },
];
