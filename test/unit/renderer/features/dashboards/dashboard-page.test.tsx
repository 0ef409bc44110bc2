import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { dashboardRoutes } from '../../../../../src/renderer/features/dashboards/routes.tsx';
import type { Dashboard } from '../../../../../src/shared/contract/dashboards.ts';
import { account } from '../../support/offers.ts';
import { renderInApp, type RenderOptions } from '../../support/render.tsx';

const dashboard: Dashboard = {
  today: '2026-11-21',
  attention: [{ kind: 'failed', count: 2 }],
  offers: [
    { state: 'active', count: 12 },
    { state: 'draft', count: 3 },
  ],
  expiring: [{ withinDays: 7, from: '2026-11-21', to: '2026-11-28', count: 4 }],
  accepted: [
    { month: '2026-11', from: '2026-11-01', to: '2026-11-30', currency: 'USD', amount: '100000000.3', count: 3 },
    { month: '2026-11', from: '2026-11-01', to: '2026-11-30', currency: 'JPY', amount: '1000', count: 1 },
  ],
  ending: [{ month: '2027-01', from: '2027-01-01', to: '2027-01-31', count: 5 }],
  authorizations: [{ partner: '000099998888', partnerName: 'Bramblegate', state: 'authorized', count: 6 }],
  freshness: [{ account: 'acme', feature: 'offers', readAt: null }],
};

function show(changes: Partial<Dashboard> = {}, options: Partial<RenderOptions> = {}, saved: unknown[] = []) {
  return renderInApp(null, {
    at: '/dashboards',
    routes: [...dashboardRoutes, { path: '*', element: <p>elsewhere</p> }],
    ...options,
    handlers: {
      'accounts.list': () => ({ accounts: [account('acme')] }),
      'dashboards.get': () => ({ ...dashboard, ...changes }),
      'dashboards.csv': () => ({ text: 'a,b', suggestedName: 'dashboard.csv', mediaType: 'text/csv' }),
      'app.saveText': (file) => {
        saved.push(file);
        return { path: '/tmp/dashboard.csv', downloadInRenderer: false };
      },
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

describe('the dashboard', () => {
  it('makes every number a link to the list that it counts', async () => {
    await show();
    expect(await linksOf('Private offers by state')).toEqual(['/offers?state=active', '/offers?state=draft']);
    expect((await linksOf('Offers that expire soon'))[0]).toContain('state=active&from=2026-11-21&to=2026-11-28');
    expect((await linksOf('Accepted value by month'))[0]).toBe(
      '/agreements?acceptedFrom=2026-11-01&acceptedTo=2026-11-30&currency=USD',
    );
    expect((await linksOf('Agreements ending by month'))[0]).toContain('status=ACTIVE&endsFrom=2027-01-01');
    expect((await linksOf('Resale authorizations by partner'))[0]).toContain('partner=000099998888');
    expect((await linksOf('Needs attention'))[0]).toBe('/activity?state=failed&state=refused');
  });

  it('never adds currencies up, and writes amounts out exactly', async () => {
    await show();
    const table = await screen.findByRole('table', { name: 'Accepted value by month' });
    expect(table.textContent).toContain('$100,000,000.30');
    expect(table.textContent).toContain('¥1,000');
  });

  it('reads well with nothing in it, and in Japanese', async () => {
    const nothing = { attention: [], offers: [], expiring: [], accepted: [], ending: [], authorizations: [] };
    await show(nothing, { language: 'ja' });
    expect(await screen.findByText('対応待ちの項目はありません。')).toBeTruthy();
    expect(screen.queryByRole('table', { name: '月別の承諾金額' })).toBeNull();
  });

  it('saves the table behind a widget', async () => {
    const saved: unknown[] = [];
    await show({}, {}, saved);
    await userEvent.click(await screen.findByRole('button', { name: /Export “Private offers by state”/ }));
    await expect.poll(() => saved.length).toBe(1);
    expect(saved[0]).toMatchObject({ suggestedName: 'dashboard.csv' });
  });

  it('leaves out what a channel partner does not issue', async () => {
    const partner = account('acme', { persona: { side: 'channel-partner', role: 'user', coSell: true } });
    await show({}, { handlers: { 'accounts.list': () => ({ accounts: [partner] }) } });
    expect(await screen.findByRole('table', { name: 'Private offers by state' })).toBeTruthy();
    expect(screen.queryByRole('table', { name: 'Resale authorizations by partner' })).toBeNull();
  });
});
