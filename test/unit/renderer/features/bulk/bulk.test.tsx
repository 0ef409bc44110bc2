import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { BulkPlanRow, BulkRow, BulkRun } from '../../../../../src/shared/domain/bulk/bulk.ts';
import { createAppError } from '../../../../../src/shared/errors/app-error.ts';
import { bulkRoutes } from '../../../../../src/renderer/features/bulk/routes.tsx';
import { draftRoutes } from '../../../../../src/renderer/features/drafts/routes.tsx';
import type { MemoryHandlers } from '../../support/memory-transport.ts';
import { account } from '../../support/offers.ts';
import { renderInApp } from '../../support/render.tsx';

const planRow: BulkPlanRow = {
  position: 0,
  account: 'acme',
  subject: { kind: 'draft', id: 'draft-1' },
  label: 'Gold for one',
  buyers: ['012345678901'],
  before: null,
  after: '2027-01-31',
  problems: [],
  warnings: [{ ruleId: 'renewal-unanswered', messageKey: 'bulk:problem.noDate', params: {} }],
  undo: 'partly',
};

const run: BulkRun = {
  id: 'run-1',
  kind: 'publish',
  state: 'running',
  accounts: [{ account: 'acme', awsAccountId: '012345678901', rows: 2 }],
  counts: { queued: 0, 'under-way': 1, done: 0, failed: 1, 'left-out': 0 },
  total: 2,
  error: null,
  undoes: null,
  remainingMs: 90_000,
  createdAt: '2026-11-20T10:00:00.000Z',
  endedAt: null,
};

const row: BulkRow = {
  position: 1,
  account: 'acme',
  subject: { kind: 'draft', id: 'draft-2' },
  label: 'Gold for two',
  state: 'failed',
  changeId: 'change-2',
  result: null,
  error: createAppError('change-set-failed', {
    params: { failureCode: 'CLIENT_ERROR', description: '', changeSetId: 's' },
  }),
  startedAt: null,
  endedAt: '2026-11-20T10:05:00.000Z',
};

function show(at: string, handlers: MemoryHandlers = {}) {
  return renderInApp(null, {
    at,
    routes: [...bulkRoutes, ...draftRoutes, { path: '*', element: <p>elsewhere</p> }],
    handlers: {
      'accounts.list': () => ({ accounts: [account('acme')] }),
      'bulk.list': () => ({ items: [run], total: 1 }),
      'bulk.get': () => run,
      'bulk.rows': () => ({ items: [row], total: 1 }),
      'bulk.preview': () => ({
        rows: [
          planRow,
          {
            ...planRow,
            position: 1,
            label: 'Broken',
            warnings: [],
            problems: [{ messageKey: 'bulk:problem.nothingChanges', params: {} }],
          },
        ],
        accounts: [{ account: 'acme', awsAccountId: '012345678901', rows: 1, leftToday: null }],
        estimateMs: 60_000,
      }),
      'bulk.start': () => run,
      ...handlers,
    },
  });
}

describe('a bulk run before it is sent', () => {
  it('says so when nothing is selected', async () => {
    await show('/bulk/new');
    expect(await screen.findByText('Nothing is selected')).toBeTruthy();
  });

  it('shows rows, accounts, time and rules, and starts only once the warnings are read', async () => {
    const { transport } = await show('/bulk/new?undo=run-0');
    expect(await screen.findByText('Gold for one')).toBeTruthy();
    expect(screen.getByText('Nothing would change.')).toBeTruthy();
    expect(screen.getByText('From AWS account 012345678901')).toBeTruthy();
    expect(screen.getByText('About 1 minute')).toBeTruthy();
    const start = screen.getByRole('button', { name: 'Send 1 row' });
    expect(start.hasAttribute('disabled')).toBe(true);
    await userEvent.click(screen.getByRole('checkbox', { name: 'I have read the warning above.' }));
    await userEvent.click(start);
    await screen.findByText('Gold for two');
    expect(transport.calls.find(({ method }) => method === 'bulk.start')?.input).toEqual({
      action: { kind: 'undo', runId: 'run-0', acknowledgedWarnings: ['renewal-unanswered'] },
      confirmedAccountIds: { acme: '012345678901' },
      leaveOut: [1],
    });
  });

  it('comes from the selection in the list of drafts', async () => {
    const draft = {
      id: 'draft-1',
      account: 'acme',
      revision: 1,
      name: 'Gold for one',
      productTitle: null,
      createdAt: '2026-11-20T10:00:00.000Z',
      updatedAt: '2026-11-20T10:00:00.000Z',
      changeId: null,
    };
    const { transport } = await show('/drafts', { 'drafts.list': () => ({ drafts: [draft] }) });
    await userEvent.click(await screen.findByRole('checkbox', { name: 'Select Gold for one' }));
    await userEvent.click(screen.getByRole('button', { name: 'Bulk action (1)' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Publish drafts' }));
    await screen.findByText('Broken');
    await waitFor(() =>
      expect(transport.calls.find(({ method }) => method === 'bulk.preview')?.input).toMatchObject({
        action: { kind: 'publish', intent: 'release', draftIds: ['draft-1'] },
      }),
    );
  });
});

describe('a bulk run', () => {
  it('shows how far it is, how long it will take, and why a row failed', async () => {
    await show('/bulk/runs/run-1');
    expect(await screen.findByText('1 of 2 have ended')).toBeTruthy();
    expect(screen.getByText('About 2 minutes left, by the pace so far')).toBeTruthy();
    expect((await screen.findByRole('link', { name: 'Open change' })).getAttribute('href')).toBe(
      '/history/changes/change-2',
    );
  });

  it('waits for a person with the reason, and goes on', async () => {
    const { transport } = await show('/bulk/runs/run-1', {
      'bulk.get': () => ({ ...run, state: 'held' }),
      'bulk.resume': () => run,
    });
    expect(await screen.findByText('This run waits for you')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Resume' }));
    expect(transport.calls.some(({ method }) => method === 'bulk.resume')).toBe(true);
  });
});

describe('cloning for many buyers', () => {
  it('reads the list as it is typed, names bad lines, and makes a draft for each good one', async () => {
    const { transport } = await show('/bulk/clone?account=acme&offer=offer-1', {
      'bulk.readBuyers': (input) => {
        const { text } = input as { text: string };
        return text === ''
          ? { buyers: [], problems: [] }
          : {
              buyers: [{ line: 1, awsAccountId: '012345678901', name: 'Sample' }],
              problems: [{ line: 2, text: '123', messageKey: 'bulk:buyers.notAnId', params: {} }],
            };
      },
      'bulk.cloneForBuyers': () => ({ draftIds: ['draft-9'] }),
    });
    await userEvent.type(await screen.findByRole('textbox', { name: /AWS account IDs/ }), '012345678901');
    expect(await screen.findByText('1 line is left out')).toBeTruthy();
    expect(screen.getByText(/Line 2, “123”/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Make 1 draft' }));
    await screen.findByText('Publish drafts', { selector: 'h1 *' });
    expect(transport.calls.find(({ method }) => method === 'bulk.cloneForBuyers')?.input).toMatchObject({
      source: { kind: 'offer', account: 'acme', offerId: 'offer-1' },
      buyers: [{ awsAccountId: '012345678901', name: 'Sample' }],
    });
  });
});
