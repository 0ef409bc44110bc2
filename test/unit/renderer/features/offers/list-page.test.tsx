import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { OfferListPage } from '../../../../../src/renderer/features/offers/list/list-page.tsx';
import type { MethodInput } from '../../../../../src/shared/contract/index.ts';
import { account, job, offer } from '../../support/offers.ts';
import { renderInApp, type RenderOptions } from '../../support/render.tsx';

const many = Array.from({ length: 45 }, (_, index) => offer(`offer-${String(index).padStart(3, '0')}`));
type Listing = MethodInput<'offers.list'>;

function show({ handlers, preferences, ...options }: RenderOptions = {}) {
  return renderInApp(<OfferListPage />, {
    ...options,
    // Small pages: jsdom takes its time for each row.
    preferences: {
      activeAccount: 'acme',
      tables: { offers: { pageSize: 20, wrapLines: false, columns: [] } },
      ...preferences,
    },
    handlers: {
      'accounts.list': () => ({ accounts: [account('acme'), account('bravo', { awsAccountId: '999988887777' })] }),
      'offers.syncProblems': () => ({ problems: [] }),
      'offers.list': ({ page, pageSize }) => ({
        items: many.slice((page - 1) * pageSize, page * pageSize),
        total: many.length,
        syncedAt: '2026-11-20T10:00:00Z',
      }),
      'products.list': () => ({ items: [], total: 0, syncedAt: null }),
      ...handlers,
    },
  });
}

const lastListing = (calls: { method: string; input: unknown }[]) =>
  calls.filter(({ method }) => method === 'offers.list').at(-1)?.input as Listing;

describe('the list of offers', () => {
  it('shows a page, how many there are, and how old the copy is with its zone', async () => {
    await show();
    expect(await screen.findByRole('link', { name: 'Deal offer-000' })).toBeTruthy();
    expect(screen.getByText('(45)')).toBeTruthy();
    expect(screen.getByText(/As of .*UTC/)).toBeTruthy();
    expect(screen.getAllByRole('row')).toHaveLength(21);
  });

  it('asks the core for the next page', async () => {
    const { transport } = await show();
    await screen.findByRole('link', { name: 'Deal offer-000' });
    await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
    expect(await screen.findByRole('link', { name: 'Deal offer-020' })).toBeTruthy();
    expect(lastListing([...transport.calls])).toMatchObject({ page: 2, pageSize: 20 });
  });

  it('filters by text at the core, from the first page, and can be cleared', async () => {
    const { transport, router } = await show({
      at: '/offers?page=3',
      handlers: {
        'offers.list': ({ filter }) => ({ items: filter.text ? [] : many.slice(0, 1), total: 0, syncedAt: null }),
      },
    });
    await userEvent.type(await screen.findByRole('searchbox', { name: /Find by name/ }), 'acme');
    expect(await screen.findByText('Nothing matches')).toBeTruthy();
    expect(lastListing([...transport.calls])).toMatchObject({ page: 1, filter: { text: 'acme', account: 'acme' } });
    expect(router.state.location.search).toBe('?text=acme');
    await userEvent.click(screen.getByRole('button', { name: 'Clear filter' }));
    await screen.findByRole('link', { name: 'Deal offer-000' });
    expect(screen.getByRole<HTMLInputElement>('searchbox', { name: /Find by name/ }).value).toBe('');
  });

  it('takes its filter from the address and ignores what it does not know', async () => {
    const { transport } = await show({
      at: '/offers?state=expired&state=odd&from=2026-01-01&to=soon&public=yes&sort=x',
    });
    await screen.findByRole('link', { name: 'Deal offer-000' });
    expect(lastListing([...transport.calls])).toMatchObject({
      filter: { states: ['expired'], expiresFrom: '2026-01-01', expiresTo: null, privateOnly: false },
      sortBy: 'name',
    });
  });

  it('sorts at the core by the column that is chosen', async () => {
    const { transport } = await show();
    await screen.findByRole('link', { name: 'Deal offer-000' });
    const header = screen.getByRole('columnheader', { name: /Expiration date/ });
    await userEvent.click(within(header).getAllByRole('button')[0] as HTMLElement);
    await waitFor(() => expect(lastListing([...transport.calls])).toMatchObject({ sortBy: 'availabilityEndDate' }));
  });

  it('names the account of each offer when all accounts are shown', async () => {
    await show({ preferences: { activeAccount: null } });
    await screen.findByRole('link', { name: 'Deal offer-000' });
    expect(screen.getByRole('columnheader', { name: /Seller account/ })).toBeTruthy();
    expect(screen.getAllByText('Seller acme').length).toBeGreaterThan(0);
  });

  it('says what to do while nothing was read, and when AWS has nothing', async () => {
    const empty = (syncedAt: string | null) => ({ 'offers.list': () => ({ items: [], total: 0, syncedAt }) });
    const { transport, unmount } = await show({
      handlers: {
        ...empty(null),
        'offers.sync': () => ({ jobId: 'job-one' }),
        'products.sync': () => ({ jobId: 'job-two' }),
      },
    });
    expect(await screen.findByText('No offers here yet')).toBeTruthy();
    await userEvent.click(screen.getAllByRole('button', { name: 'Read from AWS' })[0] as HTMLElement);
    expect(transport.calls).toContainEqual({ method: 'offers.sync', input: { account: 'acme', full: false } });
    // The first time the products come along, for their titles.
    await waitFor(() => expect(transport.calls.some(({ method }) => method === 'products.sync')).toBe(true));
    unmount();
    await show({ handlers: empty('2026-11-20T10:00:00Z') });
    expect(await screen.findByText('AWS has no private offer of this account. Create the first one.')).toBeTruthy();
  });

  it('shows how far a sync is and cancels it', async () => {
    const { transport } = await show({
      handlers: {
        'jobs.list': () => ({ jobs: [job(), job({ id: 'other', account: 'bravo' })] }),
        'jobs.cancel': () => ({}),
      },
    });
    expect(await screen.findByText('1,250 of 5,000 read')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(transport.calls.filter(({ method }) => method === 'jobs.cancel')).toEqual([
      { method: 'jobs.cancel', input: { id: 'job-one' } },
    ]);
  });

  it('names entities that could not be read', async () => {
    const problems = [{ account: 'acme', entityId: 'offer-bad', code: 'Oops', message: 'no luck' }];
    await show({ handlers: { 'offers.syncProblems': () => ({ problems }) } });
    expect(await screen.findByText('1 offer could not be read in full')).toBeTruthy();
    expect(screen.getByText(/offer-bad \(Oops\) no luck/)).toBeTruthy();
  });

  it('shows a failure with a way to try again', async () => {
    await show({ handlers: { 'offers.list': undefined as never } });
    expect(await screen.findByText('This version of Offerdeck cannot do this yet.')).toBeTruthy();
  });
});

describe('exporting addresses', () => {
  it('exports what is selected on several pages', async () => {
    const { transport, stores } = await show({
      handlers: {
        'offers.urlsText': ({ refs }) => ({
          text: 'text',
          suggestedName: 'offer-urls.csv',
          mediaType: 'text/csv',
          count: refs?.length ?? 0,
        }),
        'app.saveText': () => ({ path: '/home/me/offer-urls.csv', downloadInRenderer: false }),
      },
    });
    await userEvent.click(await screen.findByRole('checkbox', { name: 'Select Deal offer-001' }));
    await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
    await userEvent.click(await screen.findByRole('checkbox', { name: 'Select Deal offer-021' }));
    await userEvent.click(screen.getByRole('button', { name: 'Export URLs of 2 offers' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Save file' }));
    await waitFor(() => expect(stores.flashes.getState().flashes).toHaveLength(1));
    expect(transport.calls.find(({ method }) => method === 'offers.urlsText')?.input).toMatchObject({
      format: 'csv',
      filter: null,
      refs: [
        { account: 'acme', offerId: 'offer-001' },
        { account: 'acme', offerId: 'offer-021' },
      ],
      headings: { awsAccountId: 'AWS account ID', 'state.draft': 'Draft' },
    });
    expect(transport.calls.find(({ method }) => method === 'app.saveText')?.input).toMatchObject({ text: 'text' });
  });

  it('exports everything the filter finds when nothing is selected, and says that AWS documents no address', async () => {
    const { transport } = await show({ at: '/offers?state=active' });
    await screen.findByRole('link', { name: 'Deal offer-000' });
    await userEvent.click(screen.getByRole('button', { name: 'Export URLs' }));
    expect(await screen.findByText(/AWS does not document the form of this URL/)).toBeTruthy();
    await userEvent.click(screen.getByRole('radio', { name: /Markdown/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Save file' }));
    expect(await screen.findByText('This version of Offerdeck cannot do this yet.')).toBeTruthy();
    expect(transport.calls.find(({ method }) => method === 'offers.urlsText')?.input).toMatchObject({
      refs: null,
      format: 'markdown',
      filter: { states: ['active'], account: 'acme' },
    });
  });

  it('keeps a template only while it can give an address', async () => {
    const { transport } = await show();
    await screen.findByRole('link', { name: 'Deal offer-000' });
    await userEvent.click(screen.getByRole('button', { name: 'Export URLs' }));
    await userEvent.click(await screen.findByRole('button', { name: 'URL templates' }));
    const field = screen.getByRole('textbox', { name: 'SaaS' });
    await userEvent.clear(field);
    await userEvent.type(field, 'https://example.com/');
    await userEvent.tab();
    expect(screen.getByText('The template must contain {offerId}.')).toBeTruthy();
    expect(transport.calls.some(({ method }) => method === 'app.preferences.set')).toBe(false);
    await userEvent.type(field, '{{offerId}');
    await userEvent.tab();
    await waitFor(() =>
      expect(transport.calls).toContainEqual({
        method: 'app.preferences.set',
        input: { urlTemplates: { SaaSProduct: 'https://example.com/{offerId}' } },
      }),
    );
  });
});
