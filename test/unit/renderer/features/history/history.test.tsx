import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { CallDetail, CallSummary } from '../../../../../src/shared/contract/history-calls.ts';
import type { ChangeRecord } from '../../../../../src/shared/contract/history.ts';
import { createAppError } from '../../../../../src/shared/errors/app-error.ts';
import { historyRoutes } from '../../../../../src/renderer/features/history/routes.tsx';
import type { MemoryHandlers } from '../../support/memory-transport.ts';
import { account, change } from '../../support/offers.ts';
import { renderInApp } from '../../support/render.tsx';

const call: CallSummary = {
  seq: 7,
  account: 'acme',
  direction: 'out',
  status: 'error',
  service: 'selling',
  operation: 'UpdateOpportunity',
  variant: null,
  at: '2026-11-20T10:00:00.000Z',
  durationMs: 120,
  attempts: 1,
  errorCode: 'validation-refused',
  httpStatus: 400,
  requestId: 'request-1',
  changeId: 'change-1',
  runId: null,
  entityType: 'Opportunity',
  entityId: 'O1',
  records: 1,
  failedRecords: 1,
  throttles: 0,
  waitedMs: 0,
};
const aws = { service: 'selling', operation: 'UpdateOpportunity', httpStatus: 400, requestId: 'request-1' };
const detail: CallDetail = {
  ...call,
  request: { Catalog: 'AWS', Project: { Title: 'New' } },
  response: { code: 'ValidationException' },
  error: createAppError('validation-refused', {
    aws: { ...aws, code: 'ValidationException', message: `long ${'x'.repeat(140_000)} end` },
    fields: [{ path: 'project.title', messageKey: 'errors:field.aws', params: { message: 'too long', reason: 'MAX' } }],
  }),
  entries: [
    { entityId: 'O1', entityType: 'Opportunity', failed: true, code: 'validation-refused', message: 'no such title' },
  ],
  previous: { seq: 3, at: '2026-11-19T10:00:00.000Z', request: { Project: { Title: 'Old' } }, response: {} },
  held: { seq: 9, at: '2026-11-20T11:00:00.000Z', value: { Project: { Title: 'Old' }, Other: 1 } },
  change: { id: 'change-1', title: 'Gold 2027', kind: 'opportunity-update', state: 'refused' },
  quota: {
    perSecond: 1,
    perDay: 10_000,
    per: 'request',
    operations: ['UpdateOpportunity', 'CreateOpportunity'],
    source: 'Quotas of the Partner Central API',
    asOf: '2026-11',
  },
};
const page = {
  items: [call],
  total: 1,
  purposes: ['selling:UpdateOpportunity', 'sts:GetCallerIdentity'],
  services: ['selling', 'sts'],
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
      'history.calls': () => page,
      'history.call': () => detail,
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

  it('filters the sync log by what the address says, finds words of this language, and names each record', async () => {
    const { transport } = await show(
      '/history/calls?text=opportunity+up&direction=out&status=error&status=nonsense&from=2026-11-01&to=2026-11-20&change=change-1',
    );
    expect(await screen.findByRole('link', { name: 'Opportunity updated' })).toBeTruthy();
    expect(screen.getByText('Error (validation-refused, HTTP 400)')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'O1' }).getAttribute('href')).toBe('/opportunities/acme/O1');
    expect(transport.calls.findLast(({ method }) => method === 'history.calls')?.input).toMatchObject({
      filter: {
        text: 'opportunity up',
        textPurposes: ['selling:UpdateOpportunity'],
        directions: ['out'],
        statuses: ['error'],
        changeId: 'change-1',
        from: '2026-11-01T00:00:00.000Z',
        to: '2026-11-21T00:00:00.000Z',
      },
    });
  });

  it('exports what the filter finds, with headings in the language of the screen', async () => {
    const { transport } = await show('/history/calls?status=error', {
      'history.callsText': () => ({ text: 'x', suggestedName: 'c.csv', mediaType: 'text/csv', count: 1, cut: false }),
      'app.saveText': () => ({ path: '/tmp/c.csv', downloadInRenderer: false }),
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Export' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'As CSV' }));
    await screen.findByRole('button', { name: 'Export' });
    const asked = transport.calls.find(({ method }) => method === 'history.callsText')?.input;
    expect(asked).toMatchObject({
      format: 'csv',
      filter: { statuses: ['error'] },
      headings: {
        requestId: 'Request ID',
        'status.in-doubt': 'In doubt',
        'purpose.selling:UpdateOpportunity': 'Opportunity updated',
      },
    });
  });

  it('shows why one failed in AWS’s words whole, with the fields, and what differs from before and from what AWS holds', async () => {
    await show('/history/calls/7');
    const words = await screen.findByLabelText('Words of AWS');
    expect(words.textContent).toMatch(/^long x{140000} end$/);
    expect(within(screen.getByRole('table', { name: 'Fields that AWS refused' })).getByText('too long')).toBeTruthy();
    expect(within(screen.getByRole('table', { name: 'Records' })).getByText('no such title')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Gold 2027' }).getAttribute('href')).toBe('/history/changes/change-1');
    await userEvent.type(screen.getAllByPlaceholderText('Find in this text')[0] as HTMLElement, 'title');
    expect((await screen.findAllByText('1 match')).length).toBeGreaterThan(0);
    await userEvent.click(screen.getByRole('tab', { name: 'Sent against held' }));
    const held = within(screen.getByRole('table', { name: 'Sent against held' }));
    expect(held.getByText('Project.Title')).toBeTruthy();
    expect(held.queryByText('Catalog')).toBeNull();
    await userEvent.click(screen.getByRole('tab', { name: 'Against the call before' }));
    expect(screen.getByRole('table', { name: 'Against the call before: Request' })).toBeTruthy();
  });

  it('explains a throttle by its limit, and says what to do', async () => {
    await show('/history/calls/7', {
      'history.call': () => ({ ...detail, status: 'throttled', throttles: 3, waitedMs: 2400, error: null }),
    });
    expect(await screen.findByText('AWS throttled 3 attempts of this call.')).toBeTruthy();
    expect(screen.getByText('Requests: 1 a second, calls: 10,000 in 24 hours')).toBeTruthy();
    expect(screen.getByText(/goes on by itself once AWS takes it/)).toBeTruthy();
    expect(screen.getAllByText('2400 ms')).toHaveLength(2);
  });

  it('reports by day with numbers that lead to their records, and throttling with its limit', async () => {
    const sum = { day: '2026-11-20', level: 'calls' as const, records: 12, failedRecords: 2 };
    const { transport } = await show('/history/reports?days=30', {
      'history.report': () => ({
        from: '2026-11-19',
        to: '2026-11-20',
        sums: [
          { ...sum, direction: 'in', status: 'partial', calls: 4 },
          { ...sum, direction: 'out', status: 'success', calls: 3 },
          { ...sum, direction: 'in', status: 'success', calls: 1, level: 'runs' },
        ],
        throttling: [
          {
            service: 'selling',
            operation: 'UpdateOpportunity',
            calls: 2,
            ended: 1,
            throttles: 4,
            waitedMs: 3000,
            quota: detail.quota,
          },
        ],
        removedBefore: null,
      }),
    });
    const errors = within(await screen.findByRole('table', { name: 'From AWS: errors' }));
    const link = errors.getByRole('link', { name: /From AWS: errors, .*: 4/ });
    expect(link.getAttribute('href')).toBe(
      '/history/calls?direction=in&status=error&status=partial&status=throttled&level=calls&from=2026-11-20&to=2026-11-20',
    );
    const throttling = within(screen.getByRole('table', { name: 'Throttling by operation' }));
    expect(throttling.getByText('Opportunity updated')).toBeTruthy();
    expect(throttling.getByText(/Requests: 1 a second.*Quotas of the Partner Central API/)).toBeTruthy();
    expect(transport.calls.find(({ method }) => method === 'history.report')?.input).toMatchObject({ days: 30 });
  });

  it('says so when nothing matches', async () => {
    await show('/history/calls?text=zzz', { 'history.calls': () => ({ ...page, items: [], total: 0 }) });
    expect(await screen.findByText('No records')).toBeTruthy();
  });
});
