/** Changes and calls. */
import type { RouteObject } from 'react-router';

export const historyRoutes: RouteObject[] = [];
