/** The pages about products. */
import type { RouteObject } from 'react-router';

export const productRoutes: RouteObject[] = [
  {
    path: 'products',
    lazy: async () => ({ Component: (await import('./list-page.tsx')).ProductListPage }),
  },
  {
    path: 'products/:account/:id',
    lazy: async () => ({ Component: (await import('./product-page.tsx')).ProductPage }),
  },
];
