import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { authorizationRoutes } from '../../../../../src/renderer/features/authorizations/routes.tsx';
import { startChangeSet } from '../../../../../src/shared/domain/account/permissions.ts';
import type { AuthorizationSummary } from '../../../../../src/shared/domain/authorization/authorization.ts';
import type { AuthorizationDraft } from '../../../../../src/shared/domain/authorization/draft.ts';
import { EXAMPLE, EXAMPLE_PRODUCT } from '../../../../support/authorization-breakers.ts';
import { account } from '../../support/offers.ts';
import type { MemoryHandlers } from '../../support/memory-transport.ts';
import { renderInApp, type RenderOptions } from '../../support/render.tsx';

const SUMMARY: AuthorizationSummary = {
  account: 'acme',
  ownership: 'issued',
  id: 'resaleauthz-one',
  name: 'Seats through a partner',
  state: 'authorized',
  productId: EXAMPLE_PRODUCT.id,
  productTitle: 'Sample Product',
  manufacturerAccountId: '111122223333',
  manufacturerName: 'Acme',
  resellerAccountId: '044455556666',
  resellerName: 'Partner Ltd',
  endDate: '2026-12-05',
  maxOffers: null,
  offersCreated: 3,
  createdAt: '2026-11-01T00:00:00Z',
  lastModifiedAt: '2026-11-01T00:00:00Z',
  madeHere: true,
};

const RECORD = {
  id: 'draft-1',
  account: 'acme',
  revision: 1,
  name: EXAMPLE.name,
  productTitle: 'Sample Product',
  createdAt: '2026-11-01T00:00:00Z',
  updatedAt: '2026-11-01T00:00:00Z',
  changeId: null,
};

function show(at: string, handlers: MemoryHandlers = {}, preferences: RenderOptions['preferences'] = {}) {
  const saved: AuthorizationDraft[] = [];
  const rendered = renderInApp(null, {
    at,
    preferences,
    routes: [...authorizationRoutes, { path: '*', element: <p>elsewhere</p> }],
    handlers: {
      'accounts.list': () => ({ accounts: [account('acme')] }),
      'authorizations.syncProblems': () => ({ problems: [] }),
      'authorizations.list': () => ({ items: [SUMMARY], total: 1, syncedAt: '2026-11-20T10:00:00Z' }),
      'authorizations.drafts.list': () => ({ drafts: [] }),
      'authorizations.drafts.progress': () => ({ rows: [] }),
      'authorizations.partners': () => ({ partners: [{ accountId: '044455556666', name: 'Partner Ltd' }] }),
      'authorizations.listPrices': () => ({
        list: {
          offerId: 'offer-public',
          currency: 'USD',
          usage: [],
          contract: [{ duration: 'P12M', prices: [{ dimensionKey: 'seats', price: '120' }] }],
        },
      }),
      'authorizations.drafts.get': () => ({ ...RECORD, document: EXAMPLE }),
      'authorizations.drafts.save': ({ revision, document }) => {
        saved.push(document);
        return { ...RECORD, revision: revision + 1 };
      },
      'products.get': () => EXAMPLE_PRODUCT,
      'products.list': () => ({ items: [], total: 1, syncedAt: null }),
      ...handlers,
    },
  });
  return { rendered, saved };
}

describe('the list of authorizations', () => {
  it('names partner, state, last day and use, and leads to the page', async () => {
    await show('/authorizations').rendered;
    const link = await screen.findByRole('link', { name: 'Seats through a partner' });
    expect(link.getAttribute('href')).toBe('/authorizations/acme/resaleauthz-one');
    expect(screen.getByText('Partner Ltd (044455556666)')).toBeTruthy();
    expect(screen.getByText('Authorized')).toBeTruthy();
    expect(screen.getByText('Any number of offers')).toBeTruthy();
  });

  it('filters at the core by what the address says', async () => {
    const { transport } = await show('/authorizations?state=expired&partner=0444&from=2026-12-01').rendered;
    await screen.findByRole('link', { name: 'Seats through a partner' });
    expect(transport.calls.find(({ method }) => method === 'authorizations.list')?.input).toMatchObject({
      filter: { states: ['expired'], reseller: '0444', endsFrom: '2026-12-01', ownership: 'issued' },
    });
  });
});

describe('the wizard', () => {
  it('suggests partners that were authorized before, and saves what is chosen', async () => {
    const { rendered, saved } = show('/authorizations/drafts/draft-1?step=product-partner');
    await rendered;
    await userEvent.click(await screen.findByRole('button', { name: 'Partner Ltd (044455556666)' }));
    expect(await screen.findByRole('button', { name: 'Remove buyer 044455556666' })).toBeTruthy();
    await expect.poll(() => saved.at(-1)?.resellers).toEqual(['444455556666', '044455556666']);
  });

  it('remembers the step, and opens there the next time', async () => {
    const shown = await show('/authorizations/drafts/draft-1?step=validity').rendered;
    const remembered = { lastDraft: { id: 'draft-1', step: 'validity' as const } };
    await expect
      .poll(() => shown.transport.calls.filter(({ method }) => method === 'app.preferences.set').at(-1)?.input)
      .toEqual(remembered);
    shown.unmount();
    const again = await show('/authorizations/drafts/draft-1', {}, remembered).rendered;
    await expect
      .poll(() => again.transport.calls.find(({ method }) => method === 'app.preferences.set')?.input)
      .toEqual(remembered);
    const other = { lastDraft: { id: 'draft-1', step: 'terms' as const } };
    again.unmount();
    // The step of another wizard means nothing here.
    const foreign = await show('/authorizations/drafts/draft-1', {}, other).rendered;
    await expect
      .poll(() => foreign.transport.calls.find(({ method }) => method === 'app.preferences.set')?.input)
      .toEqual({ lastDraft: { id: 'draft-1', step: 'product-partner' } });
  });

  it('greys out the last button where AWS has refused its right, and names the right', async () => {
    const action = startChangeSet('ReleaseResaleAuthorization');
    const capabilities = [{ action, state: 'denied' as const, seenAt: '2026-11-20T00:00:00Z' }];
    await show('/authorizations/drafts/draft-1?step=review', {
      'accounts.list': () => ({ accounts: [account('acme', { capabilities })] }),
    }).rendered;
    expect(await screen.findByRole('link', { name: /Missing permission aws-marketplace:StartChangeSet/ })).toBeTruthy();
    const texts = screen.getAllByRole('button').filter((button) => button.getAttribute('aria-disabled') === 'true');
    expect(texts.map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(/^Create resale authorization.*StartChangeSet/),
    ]);
    await userEvent.click(screen.getByRole('button', { name: 'Previous' }));
    expect(screen.queryByRole('link', { name: /Missing permission/ })).toBeNull();
  });

  it('works out every wholesale price from the discount', async () => {
    const { rendered, saved } = show('/authorizations/drafts/draft-1?step=pricing');
    await rendered;
    await userEvent.click(await screen.findByRole('radio', { name: 'Discount from list' }));
    await userEvent.type(await screen.findByRole('textbox', { name: 'Discount' }), '25');
    const table = await screen.findByRole('table', { name: 'List price, discount, wholesale price' });
    expect(await within(table).findByText('$90.00')).toBeTruthy();
    expect(within(table).getByText('25 %')).toBeTruthy();
    await expect.poll(() => saved.at(-1)?.pricing).toEqual({ entry: 'discount', discountPercent: '25' });
    expect(saved.at(-1)?.contract.rateCards[0]?.prices).toEqual([{ dimensionKey: 'seats', price: '90' }]);
  });
});
