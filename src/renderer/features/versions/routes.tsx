/** Versions, differences, templates and offer files. */
import type { RouteObject } from 'react-router';

export const versionRoutes: RouteObject[] = [];
