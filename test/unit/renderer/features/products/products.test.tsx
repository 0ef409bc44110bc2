import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { productRoutes } from '../../../../../src/renderer/features/products/routes.tsx';
import type { Product } from '../../../../../src/shared/domain/product/product.ts';
import { account, product, productDetail } from '../../support/offers.ts';
import type { MemoryHandlers } from '../../support/memory-transport.ts';
import { renderInApp, type RenderOptions } from '../../support/render.tsx';

function show(at: string, handlers: MemoryHandlers = {}, options: RenderOptions = {}) {
  return renderInApp(null, {
    at,
    routes: [...productRoutes, { path: '*', element: <p>elsewhere</p> }],
    ...options,
    handlers: {
      'accounts.list': () => ({ accounts: [account('acme')] }),
      'products.syncProblems': () => ({ problems: [] }),
      'products.list': () => ({
        items: [product('prod-one'), product('prod-two')],
        total: 2,
        syncedAt: '2026-11-20T10:00:00Z',
      }),
      ...handlers,
    },
  });
}

describe('the list of products', () => {
  it('tells two of the same title apart by their id and leads to each', async () => {
    await show('/products');
    const links = await screen.findAllByRole('link', { name: 'Analytics' });
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      '/products/acme/prod-one',
      '/products/acme/prod-two',
    ]);
    expect(screen.getByText('prod-two')).toBeTruthy();
  });

  it('filters by type and text at the core', async () => {
    const { transport } = await show('/products?type=AmiProduct&text=data');
    await screen.findAllByRole('link', { name: 'Analytics' });
    expect(transport.calls.find(({ method }) => method === 'products.list')?.input).toMatchObject({
      types: ['AmiProduct'],
      text: 'data',
    });
  });

  it('reads the products of all accounts when all are shown', async () => {
    const { transport } = await show('/products', {
      'accounts.list': () => ({ accounts: [account('acme'), account('bravo')] }),
      'products.list': () => ({ items: [], total: 0, syncedAt: null }),
      'products.sync': () => ({ jobId: 'job' }),
    });
    await screen.findByText('No products here yet');
    await userEvent.click(screen.getAllByRole('button', { name: 'Read from AWS' })[0] as HTMLElement);
    const synced = transport.calls.filter(({ method }) => method === 'products.sync').map(({ input }) => input);
    expect(synced).toEqual([
      { account: 'acme', full: false },
      { account: 'bravo', full: false },
    ]);
  });

  it('keeps the columns that a person chose', async () => {
    const columns = [
      { id: 'title', visible: true },
      { id: 'visibility', visible: false },
    ];
    await show('/products', {}, { preferences: { tables: { products: { pageSize: 20, wrapLines: true, columns } } } });
    await screen.findAllByRole('link', { name: 'Analytics' });
    expect(screen.queryByRole('columnheader', { name: 'Visibility' })).toBeNull();
    expect(screen.getByRole('columnheader', { name: 'Dimensions' })).toBeTruthy();
  });
});

describe('the page of a product', () => {
  const page = (changes: Partial<Product>, handlers: MemoryHandlers = {}) =>
    show('/products/acme/prod-one', { 'products.get': () => productDetail('prod-one', changes), ...handlers });

  it('lists dimensions with units and kinds', async () => {
    await page({});
    const table = await screen.findByRole('table', { name: 'Dimensions' });
    const rows = within(table).getAllByRole('row').slice(1);
    expect(rows.map((row) => row.textContent)).toEqual([
      'goldGold seatsUsersContract quantity (Entitled)-',
      'callsAPI callsRequestsMetered by the seller (ExternallyMetered)-',
    ]);
  });

  it('says how it is sold, or that nothing was read about that', async () => {
    await page({
      publicTerms: {
        offerId: 'offer-public',
        hasUsagePricing: true,
        contractDurations: ['P12M'],
        constraint: 'Allowed',
        hasByol: false,
        hasRecurring: false,
        hasFreeTrial: false,
      },
    });
    expect(await screen.findByText('contract pricing, usage pricing')).toBeTruthy();
    expect(screen.getByText('12 months')).toBeTruthy();
  });

  it('starts an offer for this product', async () => {
    const { transport } = await page({});
    await userEvent.click(await screen.findByRole('button', { name: 'Create private offer' }));
    expect(transport.calls).toContainEqual({
      method: 'drafts.create',
      input: { account: 'acme', productId: 'prod-one', fromOfferId: null },
    });
  });
});
