import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { CallSummary, ChangeRecord } from '../../../../../src/shared/contract/history.ts';
import { historyRoutes } from '../../../../../src/renderer/features/history/routes.tsx';
import type { MemoryHandlers } from '../../support/memory-transport.ts';
import { account, change } from '../../support/offers.ts';
import { renderInApp } from '../../support/render.tsx';

const call: CallSummary = {
  seq: 7,
  account: 'acme',
  service: 'catalog',
  operation: 'StartChangeSet',
  at: '2026-11-20T10:00:00.000Z',
  durationMs: 120,
  attempts: 1,
  outcome: 'failed',
  errorCode: 'access-denied',
  httpStatus: 403,
  requestId: 'request-1',
  changeId: 'change-1',
};

const record: ChangeRecord = {
  change: change('change-1', { title: 'Gold 2027' }),
  identity: { awsAccountId: '012345678901', arn: 'arn:aws:iam::012345678901:user/deal-desk' },
  requestId: 'request-1',
  request: { Catalog: 'AWSMarketplace' },
  before: null,
  after: { Id: 'offer-1' },
  log: [{ seq: 3, state: 'intended', at: '2026-11-20T10:00:00.000Z', details: { token: 't' }, hash: 'ab'.repeat(32) }],
  callCount: 2,
};

function show(at: string, handlers: MemoryHandlers = {}) {
  return renderInApp(null, {
    at,
    routes: [...historyRoutes, { path: '*', element: <p>elsewhere</p> }],
    handlers: {
      'accounts.list': () => ({ accounts: [account('acme')] }),
      'history.changes': () => ({ items: [record.change], total: 1 }),
      'history.change': () => record,
      'history.calls': () => ({ items: [call], total: 1, services: ['catalog', 'sts'] }),
      'history.call': () => ({ ...call, request: { Catalog: 'AWSMarketplace' }, response: { code: 'AccessDenied' } }),
      ...handlers,
    },
  });
}

describe('the history', () => {
  it('lists writes and leads to everything on record about one', async () => {
    await show('/history');
    const link = await screen.findByRole('link', { name: 'Gold 2027' });
    expect(link.getAttribute('href')).toBe('/history/changes/change-1');
    await userEvent.click(link);
    expect(await screen.findByText('arn:aws:iam::012345678901:user/deal-desk')).toBeTruthy();
    expect(screen.getByText('request-1')).toBeTruthy();
    expect(within(screen.getByRole('table', { name: 'Steps' })).getByText('abababababab')).toBeTruthy();
    expect(screen.getByRole('link', { name: '2 calls' }).getAttribute('href')).toBe('/history/calls?change=change-1');
  });

  it('says what the proof of the log found, whole or altered', async () => {
    const { unmount } = await show('/history', {
      'history.verify': () => ({ entries: 12, brokenAt: null, head: 'cd'.repeat(32) }),
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Verify' }));
    expect(await screen.findByText(/each of its 12 entries fits/)).toBeTruthy();
    unmount();
    await show('/history', { 'history.verify': () => ({ entries: 4, brokenAt: 4, head: 'x' }) });
    await userEvent.click(await screen.findByRole('button', { name: 'Verify' }));
    expect(await screen.findByText(/Entry 4 does not fit/)).toBeTruthy();
  });

  it('filters calls by what the address says, and shows why one failed', async () => {
    const { transport } = await show(
      '/history/calls?text=start&service=catalog&outcome=failed&outcome=nonsense&from=2026-11-01&to=2026-11-20&change=change-1',
    );
    expect(await screen.findByText('Failed (access-denied, HTTP 403)')).toBeTruthy();
    expect(transport.calls.find(({ method }) => method === 'history.calls')?.input).toMatchObject({
      filter: {
        text: 'start',
        services: ['catalog'],
        outcomes: ['failed'],
        changeId: 'change-1',
        from: '2026-11-01T00:00:00.000Z',
        to: '2026-11-21T00:00:00.000Z',
      },
    });
  });

  it('exports what the filter finds, with headings in the language of the screen', async () => {
    const { transport } = await show('/history/calls?outcome=failed', {
      'history.callsText': () => ({ text: 'x', suggestedName: 'c.csv', mediaType: 'text/csv', count: 1, cut: false }),
      'app.saveText': () => ({ path: '/tmp/c.csv', downloadInRenderer: false }),
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Export' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'As CSV' }));
    await screen.findByRole('button', { name: 'Export' });
    const asked = transport.calls.find(({ method }) => method === 'history.callsText')?.input;
    expect(asked).toMatchObject({
      format: 'csv',
      filter: { outcomes: ['failed'] },
      headings: { requestId: 'Request ID' },
    });
  });

  it('shows request and reply of one call, and that nothing was found', async () => {
    await show('/history/calls/7');
    expect(await screen.findByText(/"code": "AccessDenied"/)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Open change' }).getAttribute('href')).toBe('/history/changes/change-1');
  });

  it('says so when nothing matches', async () => {
    await show('/history/calls?text=zzz', { 'history.calls': () => ({ items: [], total: 0, services: [] }) });
    expect(await screen.findByText('No API calls')).toBeTruthy();
  });
});
