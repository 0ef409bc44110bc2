/** The in-app list of events and the set-up of their queue. */
import type { RouteObject } from 'react-router';

export const notificationRoutes: RouteObject[] = [];
