import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { dashboardRoutes } from '../../../../../src/renderer/features/dashboards/routes.tsx';
import type { CoSellDashboard } from '../../../../../src/shared/contract/co-sell-dashboard.ts';
import { account } from '../../support/offers.ts';
import { renderInApp, type RenderOptions } from '../../support/render.tsx';

const dashboard: CoSellDashboard = {
  today: '2026-11-21',
  catalog: 'AWS',
  catalogs: ['AWS', 'Sandbox'],
  syncedAt: '2026-11-21T10:00:00.000Z',
  attention: [
    { kind: 'action-required', count: 2 },
    { kind: 'overdue', count: 3 },
    { kind: 'invitations', count: 1 },
  ],
  invitations: {
    total: 1,
    soonest: [
      {
        account: 'acme',
        catalog: 'AWS',
        id: 'engi-1',
        engagementId: 'eng-1',
        payloadType: 'OpportunityInvitation',
        status: 'PENDING',
        title: 'Referral one',
        customer: 'Oddwater',
        country: 'US',
        industry: 'Other',
        sender: 'AWS',
        invitedAt: '2026-11-10T10:00:00.000Z',
        expiresAt: '2026-11-22T10:00:00.000Z',
        daysLeft: 0,
        opportunityId: null,
      },
    ],
  },
  stages: [
    { stage: 'Prospect', currency: 'USD', amount: '100000000.3', count: 3 },
    { stage: 'Prospect', currency: 'EUR', amount: '1000', count: 1 },
    { stage: 'Prospect', currency: null, amount: '0', count: 4 },
  ],
  months: [
    { period: 'overdue', month: null, from: null, to: '2026-10-31', currency: 'USD', amount: '5', count: 1 },
    { period: 'month', month: '2026-11', from: '2026-11-01', to: '2026-11-30', currency: 'USD', amount: '7', count: 2 },
    { period: 'none', month: null, from: null, to: null, currency: 'USD', amount: '9', count: 5 },
  ],
  launched: [{ month: '2026-09', from: '2026-09-01', to: '2026-09-30', currency: 'USD', amount: '11', count: 1 }],
  lost: [
    { reason: 'Price', count: 2 },
    { reason: '', count: 1 },
  ],
};

function show(changes: Partial<CoSellDashboard> = {}, options: Partial<RenderOptions> = {}, asked: unknown[] = []) {
  return renderInApp(null, {
    at: '/dashboards/co-sell',
    routes: [...dashboardRoutes, { path: '*', element: <p>elsewhere</p> }],
    ...options,
    handlers: {
      'accounts.list': () => ({ accounts: [account('acme')] }),
      'dashboards.coSell': (input) => {
        asked.push(input);
        return { ...dashboard, ...changes, catalog: (input as { catalog: 'Sandbox' | null }).catalog ?? 'AWS' };
      },
      'dashboards.coSellCsv': (input) => {
        asked.push(input);
        return { text: 'a,b', suggestedName: 'co-sell.csv', mediaType: 'text/csv' };
      },
      'app.saveText': () => ({ path: '/tmp/co-sell.csv', downloadInRenderer: false }),
      ...options.handlers,
    },
  });
}

async function linksOf(table: string): Promise<string[]> {
  const found = await screen.findByRole('table', { name: table });
  return within(found)
    .getAllByRole('link')
    .map((link) => link.getAttribute('href') ?? '');
}

const OPEN = 'stage=Prospect&stage=Qualified&stage=Technical+Validation&stage=Business+Validation&stage=Committed';

describe('the co-sell dashboard', () => {
  it('makes every number a link to the list that it counts, in the catalog in view', async () => {
    await show();
    expect(await linksOf('Pipeline by stage')).toEqual([
      '/opportunities?stage=Prospect&currency=USD&catalog=AWS',
      '/opportunities?stage=Prospect&currency=EUR&catalog=AWS',
      '/opportunities?stage=Prospect&currency=none&catalog=AWS',
    ]);
    expect(await linksOf('Pipeline by target close month')).toEqual([
      `/opportunities?${OPEN}&closeTo=2026-10-31&currency=USD&catalog=AWS`,
      `/opportunities?${OPEN}&closeFrom=2026-11-01&closeTo=2026-11-30&currency=USD&catalog=AWS`,
      `/opportunities?${OPEN}&noClose=yes&currency=USD&catalog=AWS`,
    ]);
    expect((await linksOf('Launched by month'))[0]).toContain('stage=Launched&closeFrom=2026-09-01&closeTo=2026-09-30');
    expect(await linksOf('Closed Lost by reason')).toEqual([
      '/opportunities?stage=Closed+Lost&lost=Price&catalog=AWS',
      '/opportunities?stage=Closed+Lost&lost=none&catalog=AWS',
    ]);
    expect(await linksOf('Needs attention')).toEqual([
      '/opportunities?review=Action+Required&catalog=AWS',
      `/opportunities?${OPEN}&closeTo=2026-11-20&catalog=AWS`,
      '/invitations?status=PENDING&sort=expiresAt&direction=ascending&catalog=AWS',
    ]);
    expect(await linksOf('Invitations waiting')).toEqual(['/invitations/acme/engi-1']);
  });

  it('writes amounts out exactly and never adds currencies up', async () => {
    await show();
    const { textContent } = await screen.findByRole('table', { name: 'Pipeline by stage' });
    for (const text of ['$100,000,000.30', '€1,000.00', 'Not named']) expect(textContent).toContain(text);
  });

  it('shows one catalog at a time, and says which', async () => {
    const asked: unknown[] = [];
    await show({}, {}, asked);
    await userEvent.click(await screen.findByRole('button', { name: 'Sandbox' }));
    expect(await screen.findByText('Sandbox: trial opportunities')).toBeTruthy();
    expect(asked.at(-1)).toEqual({ account: null, catalog: 'Sandbox' });
    await userEvent.click(screen.getByRole('button', { name: /Export “Closed Lost by reason”/ }));
    expect(asked.at(-1)).toMatchObject({ widget: 'lost', catalog: 'Sandbox' });
  });

  it('reads well with nothing in it, and in Japanese', async () => {
    const invitations = { total: 0, soonest: [] };
    const nothing = { attention: [], invitations, stages: [], months: [], launched: [], lost: [] };
    await show(nothing, { language: 'ja' });
    expect(await screen.findByText('回答待ちの招待はありません。')).toBeTruthy();
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('says so where the account does not co-sell', async () => {
    const seller = account('acme', { persona: { side: 'isv', role: 'user', coSell: false } });
    await show({}, { handlers: { 'accounts.list': () => ({ accounts: [seller] }) } });
    expect(await screen.findByText('This account does not co-sell')).toBeTruthy();
    expect(screen.queryByRole('table')).toBeNull();
  });
});
