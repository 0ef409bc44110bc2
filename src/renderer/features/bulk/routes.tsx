/** One action over many rows. */
import type { RouteObject } from 'react-router';

export const bulkRoutes: RouteObject[] = [];
