/** Agreements: list, page, requests, and what is due next. */
import type { RouteObject } from 'react-router';

export const agreementRoutes: RouteObject[] = [];
