import { screen, within } from '@testing-library/react';
import type { ReactElement } from 'react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { AgreementListPage } from '../../../../../src/renderer/features/agreements/list/list-page.tsx';
import { AgreementPage } from '../../../../../src/renderer/features/agreements/page/agreement-page.tsx';
import { RadarPage } from '../../../../../src/renderer/features/agreements/radar/radar-page.tsx';
import type { AgreementDetail, AgreementSummary } from '../../../../../src/shared/domain/agreement/agreement.ts';
import { createAppError, OfferdeckError } from '../../../../../src/shared/errors/app-error.ts';
import { account } from '../../support/offers.ts';
import { renderInApp, type RenderOptions } from '../../support/render.tsx';

const summary: AgreementSummary = {
  account: 'acme',
  id: 'agmt-one',
  role: 'proposer',
  status: 'ACTIVE',
  startsLater: false,
  audience: 'private',
  productId: 'prod-one',
  productType: 'SaaSProduct',
  productTitle: 'Analytics',
  offerId: 'offer-one',
  offerName: 'Deal 2027',
  offerSetId: null,
  resaleAuthorizationId: null,
  acceptor: '000011112222',
  proposer: '012345678901',
  acceptedAt: '2026-11-01T00:00:00Z',
  startsAt: '2026-11-01T00:00:00Z',
  endsAt: '2027-10-31T23:59:59Z',
  updatedAt: '2026-11-01T00:00:00Z',
  endBehavior: 'RENEW',
  endReason: null,
  initialAgreementId: null,
  currency: 'USD',
  value: '1234.50',
};

const detail: AgreementDetail = {
  summary,
  terms: [
    {
      type: 'FixedUpfrontPricingTerm',
      known: true,
      raw: { Type: 'FixedUpfrontPricingTerm', CurrencyCode: 'USD', Price: '0', Grants: [] },
    },
    { type: 'SurpriseTerm', known: false, raw: { Type: 'SurpriseTerm', NewThing: 1 } },
  ],
  chosen: { duration: null, quantities: [], autoRenew: true },
  payments: [
    { date: '2026-11-01', amount: '234.50', currency: 'USD', state: 'invoiced', invoiceId: 'inv-1' },
    { date: '2027-05-01', amount: '1000.00', currency: 'USD', state: 'coming', invoiceId: null },
  ],
  charges: [],
  invoices: [
    {
      id: 'inv-1',
      type: 'INVOICE',
      issuedAt: '2026-11-02T00:00:00Z',
      period: '2026-11',
      amount: '234.50',
      maxAdjustment: '200.00',
      currency: 'USD',
      issuer: 'AWS',
    },
  ],
  entitlements: [],
  renewalOfferId: null,
  chain: [summary, { ...summary, id: 'agmt-two', status: 'REPLACED' }],
  missing: [{ part: 'charges', code: 'access-denied', message: '' }],
  document: { acceptedTerms: [] },
  syncedAt: '2026-11-20T10:00:00Z',
};

function show(page: ReactElement | null, { handlers, ...options }: RenderOptions = {}) {
  return renderInApp(page, {
    ...options,
    preferences: { activeAccount: 'acme' },
    handlers: {
      'accounts.list': () => ({ accounts: [account('acme')] }),
      'agreements.syncProblems': () => ({ problems: [] }),
      'agreements.list': () => ({ items: [summary], total: 1, syncedAt: '2026-11-20T10:00:00Z' }),
      'agreements.get': () => detail,
      'agreements.requests': () => ({ items: [], total: 0 }),
      'products.list': () => ({ items: [], total: 0, syncedAt: null }),
      'products.get': () => {
        throw new OfferdeckError(createAppError('not-found'));
      },
      ...handlers,
    },
  });
}

describe('the list of agreements', () => {
  it('shows status, buyer with its zeros, value and end', async () => {
    await show(<AgreementListPage />);
    const row = (await screen.findByRole('link', { name: 'agmt-one' })).closest('tr');
    if (!row) throw new Error('no row');
    expect(within(row).getByText('Active')).toBeTruthy();
    expect(within(row).getByText('000011112222')).toBeTruthy();
    expect(within(row).getByText('$1,234.50')).toBeTruthy();
  });

  it('asks the core for what the address says, and ignores what it does not know', async () => {
    const { transport } = await show(<AgreementListPage />, {
      at: '/agreements?status=ACTIVE&status=ODD&ending=30&audience=nobody&endsFrom=soon',
    });
    await screen.findByRole('link', { name: 'agmt-one' });
    const asked = transport.calls.filter(({ method }) => method === 'agreements.list').at(-1)?.input;
    expect(asked).toMatchObject({
      filter: { account: 'acme', statuses: ['ACTIVE'], endsWithinDays: 30, audience: null, endsFrom: null },
    });
  });

  it('imports by id and says what is missing', async () => {
    const { transport } = await show(<AgreementListPage />);
    await userEvent.click(await screen.findByRole('button', { name: 'Import by ID' }));
    await userEvent.click(screen.getByRole('button', { name: 'Import' }));
    expect(await screen.findByText('Enter the agreement ID.')).toBeTruthy();
    expect(transport.calls.some(({ method }) => method === 'agreements.import')).toBe(false);
  });
});

describe('the page of an agreement', () => {
  const at: RenderOptions = {
    at: '/agreements/acme/agmt-one',
    routes: [{ path: '/agreements/:account/:id', element: <AgreementPage /> }],
  };

  it('shows payments by state, the chain, unknown terms as they came, and what AWS did not give', async () => {
    await show(null, at);
    expect(await screen.findByText(/Invoiced: \$234.50/)).toBeTruthy();
    expect(screen.getByText('agmt-two')).toBeTruthy();
    expect(screen.getByText('SurpriseTerm')).toBeTruthy();
    expect(screen.getByText('AWS did not give everything')).toBeTruthy();
    expect(screen.getByText('The buyer wants the renewal.')).toBeTruthy();
  });

  it('asks for the last four digits before money moves, and keeps what was typed when they are wrong', async () => {
    const refusal = createAppError('invalid-input', {
      fields: [{ path: 'lastFour', messageKey: 'requests:field.lastFour', params: {} }],
    });
    const { transport } = await show(null, {
      ...at,
      handlers: {
        'agreements.sendAdjustment': () => {
          throw new OfferdeckError(refusal);
        },
      },
    });
    await userEvent.click(await screen.findByRole('button', { name: 'New request' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Adjust an invoice' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(within(dialog).getByRole('textbox', { name: 'Amount' }), '12.00');
    await userEvent.type(within(dialog).getByRole('textbox', { name: /Last four digits/ }), '9999');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Send to AWS' }));
    expect(await within(dialog).findByText('These are not the last four digits of the account.')).toBeTruthy();
    expect(within(dialog).getByRole<HTMLInputElement>('textbox', { name: 'Amount' }).value).toBe('12.00');
    expect(transport.calls.find(({ method }) => method === 'agreements.sendAdjustment')?.input).toMatchObject({
      confirmedAccountId: '012345678901',
      invoiceId: 'inv-1',
      lastFour: '9999',
    });
  });
});

describe('an agreement that a channel partner sold', () => {
  const resold = { ...detail, summary: { ...summary, resaleAuthorizationId: 'resaleauthz-old' } };
  const choice = (id: string, refusal: object | null) => ({
    authorization: {
      account: 'acme',
      ownership: 'received' as const,
      id,
      name: `Authorization ${id}`,
      state: 'authorized' as const,
      productId: 'prod-one',
      productTitle: 'Analytics',
      manufacturerAccountId: '000000000007',
      manufacturerName: 'Maker',
      resellerAccountId: '012345678901',
      resellerName: null,
      endDate: null,
      maxOffers: 1,
      offersCreated: 0,
      createdAt: null,
      lastModifiedAt: '2026-11-01T00:00:00Z',
      madeHere: false,
    },
    refusal,
  });

  async function open(choices: readonly object[]) {
    const shown = await show(null, {
      routes: [
        { path: '/agreements/:account/:id', element: <AgreementPage /> },
        { path: '*', element: <p>the draft</p> },
      ],
      at: '/agreements/acme/agmt-one',
      handlers: {
        'agreements.get': () => resold,
        'channel.choices': () => ({ choices }) as never,
        'channel.amend': () => ({ id: 'draft-1' }),
      },
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Create agreement-based offer' }));
    return { ...shown, dialog: await screen.findByRole('dialog') };
  }

  it('is amended from an authorization that fits; the others say why they do not', async () => {
    const refusal = { messageKey: 'preflight:resale-not-usable', params: { context: 'expired' } };
    const { dialog, transport } = await open([choice('new', null), choice('late', refusal)]);
    // The only one that fits is chosen already.
    expect((await within(dialog).findByRole<HTMLInputElement>('radio', { name: /^Authorization new/ })).checked).toBe(
      true,
    );
    expect(within(dialog).getByRole<HTMLInputElement>('radio', { name: /^Authorization late/ }).disabled).toBe(true);
    expect(
      within(dialog).getByText(/Maker 000000000007 · no end · The last day of the authorization has passed/),
    ).toBeTruthy();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Start the amendment' }));
    expect(await screen.findByText('the draft')).toBeTruthy();
    expect(transport.calls.find(({ method }) => method === 'channel.amend')?.input).toMatchObject({
      agreementId: 'agmt-one',
      authorizationId: 'new',
    });
  });

  it('says whom to ask for what where none fits', async () => {
    const { dialog } = await open([]);
    expect(
      await within(dialog).findByText(
        /Ask the seller for an authorization for Analytics that is open to buyer 000011112222/,
      ),
    ).toBeTruthy();
    expect(within(dialog).getByRole('button', { name: 'Start the amendment' }).hasAttribute('disabled')).toBe(true);
  });
});

describe('the radar’s calendar', () => {
  it('moves by keys and asks for the day that has the focus', async () => {
    const { transport } = await show(<RadarPage />, {
      at: '/radar?view=calendar&day=2027-01-31',
      handlers: {
        'agreements.radarDays': () => ({ days: [{ date: '2027-01-31', kind: 'ends', count: 2 }] }),
        'agreements.radar': () => ({ items: [], total: 0 }),
      },
    });
    const day = await screen.findByRole('gridcell', { name: /Jan 31, 2027, Agreement ends: 2/ });
    day.focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(document.activeElement?.textContent).toMatch(/^Feb 1, 2027/);
    const asked = transport.calls.filter(({ method }) => method === 'agreements.radar').at(-1)?.input;
    expect(asked).toMatchObject({ from: '2027-02-01', to: '2027-02-01' });
  });
});
