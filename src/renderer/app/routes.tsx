/** The pages by address. Each feature brings its own routes and loads them when they are first opened. */
import { Navigate, type RouteObject } from 'react-router';
import { accountRoutes } from '../features/accounts/routes.tsx';
import { agreementRoutes } from '../features/agreements/routes.tsx';
import { authorizationRoutes } from '../features/authorizations/routes.tsx';
import { bulkRoutes } from '../features/bulk/routes.tsx';
import { dashboardRoutes } from '../features/dashboards/routes.tsx';
import { draftRoutes } from '../features/drafts/routes.tsx';
import { engagementRoutes } from '../features/engagements/routes.tsx';
import { historyRoutes } from '../features/history/routes.tsx';
import { invitationRoutes } from '../features/invitations/routes.tsx';
import { marginRoutes } from '../features/margin/routes.tsx';
import { notificationRoutes } from '../features/notifications/routes.tsx';
import { offerSetRoutes } from '../features/offer-sets/routes.tsx';
import { offerRoutes } from '../features/offers/routes.tsx';
import { opportunityDraftRoutes } from '../features/opportunities/editor/routes.tsx';
import { opportunityRoutes } from '../features/opportunities/routes.tsx';
import { productRoutes } from '../features/products/routes.tsx';
import { settingsRoutes } from '../features/settings/routes.tsx';
import { solutionRoutes } from '../features/solutions/routes.tsx';
import { versionRoutes } from '../features/versions/routes.tsx';
import { wizardRoutes } from '../features/wizard/routes.tsx';
import { Frame } from './frame.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import { OpenPage } from './open-page.tsx';
import { PageLoading } from '../components/page-loading.tsx';
import { RouteFailed } from './route-failed.tsx';

/** The first screen. */
const HOME = '/offers';

export const routes: RouteObject[] = [
  {
    path: '/',
    element: <Frame />,
    errorElement: <RouteFailed />,
    hydrateFallbackElement: <PageLoading />,
    children: [
      {
        // Inside the frame, so that a broken page leaves navigation and switcher usable.
        errorElement: <RouteFailed />,
        children: [
          { index: true, element: <Navigate to={HOME} replace /> },
          ...offerRoutes,
          ...offerSetRoutes,
          ...productRoutes,
          ...accountRoutes,
          ...draftRoutes,
          ...wizardRoutes,
          ...agreementRoutes,
          ...authorizationRoutes,
          ...opportunityDraftRoutes,
          ...opportunityRoutes,
          ...invitationRoutes,
          ...engagementRoutes,
          ...solutionRoutes,
          ...versionRoutes,
          ...notificationRoutes,
          ...dashboardRoutes,
          ...bulkRoutes,
          ...historyRoutes,
          ...marginRoutes,
          ...settingsRoutes,
          { path: 'open/:target', element: <OpenPage /> },
          { path: '*', element: <NotFoundPage /> },
        ],
      },
    ],
  },
];
