import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { opportunityDraftRoutes } from '../../../../../src/renderer/features/opportunities/editor/routes.tsx';
import { AwsProductsPanel } from '../../../../../src/renderer/features/settings/aws-products-panel.tsx';
import type { OpportunityDraft } from '../../../../../src/shared/domain/opportunity/draft.ts';
import { createAppError, OfferdeckError } from '../../../../../src/shared/errors/app-error.ts';
import { productListText } from '../../../../support/aws-product-list.ts';
import { COMPLETE } from '../../../../support/opportunity-drafts.ts';
import type { MemoryHandlers } from '../../support/memory-transport.ts';
import { account } from '../../support/offers.ts';
import { renderInApp } from '../../support/render.tsx';

const LIST = {
  source: 'address' as const,
  origin: 'https://lists.example/products.json',
  readAt: '2026-11-01T00:00:00Z',
  ageDays: 20,
  count: 2,
};
const PRODUCTS = [
  { id: 'AmazonExample', name: 'Amazon Example Service', family: 'Compute', description: 'Runs examples' },
  { id: 'AWSSampleStore', name: 'AWS Sample Store', family: 'Storage', description: 'Keeps samples' },
];
const TAKEN = { list: LIST, added: 2, removed: 0 };

function edit(associations: OpportunityDraft['associations'], handlers: MemoryHandlers = {}) {
  const saved: OpportunityDraft[] = [];
  const record = {
    id: 'draft-1',
    account: 'acme',
    revision: 1,
    name: 'Move the shop',
    productTitle: null,
    createdAt: '2026-11-01T00:00:00Z',
    updatedAt: '2026-11-01T00:00:00Z',
    changeId: null,
    catalog: 'AWS' as const,
    document: { ...COMPLETE, associations },
  };
  renderInApp(null, {
    at: '/opportunities/drafts/draft-1',
    routes: opportunityDraftRoutes,
    handlers: {
      'accounts.list': () => ({ accounts: [account('acme')] }),
      'opportunities.drafts.get': () => record,
      'opportunities.drafts.save': ({ revision, document }) => {
        saved.push(document);
        return { ...record, document, revision: revision + 1 };
      },
      'opportunities.drafts.check': () => ({ findings: [] }),
      'opportunities.autoShare.get': () => ({ item: null }),
      'opportunities.drafts.progress': () => ({
        state: null,
        share: false,
        steps: [],
        opportunityId: null,
        hindrance: null,
      }),
      ...handlers,
    },
  });
  return saved;
}

it('chooses AWS products by name, sends identifiers, and keeps one that the list does not know', async () => {
  const user = userEvent.setup();
  const saved = edit([{ type: 'AwsProducts', id: 'AmazonRetired', name: '' }], {
    'awsproducts.list': () => ({ items: PRODUCTS, total: 2, list: LIST }),
  });
  expect(await screen.findByText('Not in AWS’s list')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: /^AWS products/ }));
  await user.click(await screen.findByRole('option', { name: /AWS Sample Store/ }));
  await waitFor(() =>
    expect(saved.at(-1)?.associations).toEqual([
      { type: 'AwsProducts', id: 'AmazonRetired', name: '' },
      { type: 'AwsProducts', id: 'AWSSampleStore', name: 'AWS Sample Store' },
    ]),
  );
  await user.click(screen.getByRole('button', { name: 'Take AmazonRetired away' }));
  await waitFor(() => expect(saved.at(-1)?.associations.map(({ id }) => id)).toEqual(['AWSSampleStore']));
});

it('offers to read the list where there is none, and says why that failed', async () => {
  const user = userEvent.setup();
  edit([], {
    'awsproducts.list': () => ({ items: [], total: 0, list: null }),
    'awsproducts.fetch': () => {
      throw new OfferdeckError(createAppError('address-unreachable', { params: { host: 'lists.example' } }));
    },
  });
  await user.click(await screen.findByRole('button', { name: 'Read AWS’s list' }));
  expect(await screen.findByText('lists.example cannot be reached from this machine.')).toBeTruthy();
});

it('reads the list from another address once that is public, or from a file, and says which line is wrong', async () => {
  const user = userEvent.setup();
  const wrong = createAppError('product-list-invalid', {
    params: { line: 7, count: 1 },
    fields: [{ path: '1.Name', messageKey: 'errors:field.product-list-name', params: { line: 7, member: 'Name' } }],
  });
  const { transport } = await renderInApp(<AwsProductsPanel />, {
    handlers: {
      'awsproducts.list': () => ({ items: PRODUCTS, total: 2, list: { ...LIST, ageDays: 120 } }),
      'awsproducts.fetch': () => TAKEN,
      'awsproducts.load': ({ name }) => {
        if (name === 'broken.json') throw new OfferdeckError(wrong);
        return TAKEN;
      },
    },
  });
  expect(await screen.findByText('The list is 120 days old')).toBeTruthy();
  const address = await screen.findByRole('textbox', { name: 'Address of the list' });
  await user.clear(address);
  await user.type(address, 'http://lists.example/');
  expect(screen.getByText(/must begin with https/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Read the list' })).toHaveProperty('ariaDisabled', null);
  expect(screen.getByRole('button', { name: 'Read the list' })).toHaveProperty('disabled', true);
  await user.clear(address);
  await user.type(address, 'https://lists.example/other.json');
  await user.click(screen.getByRole('button', { name: 'Read the list' }));
  const methods = () => transport.calls.map(({ method }) => method);
  await waitFor(() => expect(methods()).toContain('awsproducts.fetch'));
  expect(methods().indexOf('app.preferences.set')).toBeLessThan(methods().indexOf('awsproducts.fetch'));

  const choose = document.querySelector('input[type="file"]');
  if (!(choose instanceof HTMLInputElement)) throw new Error('no file input');
  await user.upload(choose, new File(['[{}]'], 'broken.json', { type: 'application/json' }));
  const alert = await screen.findByText(/not AWS’s list of products/);
  expect(within(document.body).getByText(/Line 7: Name is missing/)).toBeTruthy();
  expect(alert).toBeTruthy();
  await user.upload(choose, new File([productListText], 'products.json', { type: 'application/json' }));
  await waitFor(() => expect(screen.queryByText(/Line 7/)).toBeNull());
});
