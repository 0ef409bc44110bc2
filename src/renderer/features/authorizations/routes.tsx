/** Resale authorizations, issued and received, and channel partner offers. */
import type { RouteObject } from 'react-router';

export const authorizationRoutes: RouteObject[] = [];
