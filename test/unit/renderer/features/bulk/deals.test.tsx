import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { BulkPlanRow, BulkRow, BulkRun } from '../../../../../src/shared/domain/bulk/bulk.ts';
import type { InvitationSummary } from '../../../../../src/shared/domain/opportunity/invitation.ts';
import { bulkRoutes } from '../../../../../src/renderer/features/bulk/routes.tsx';
import { invitationRoutes } from '../../../../../src/renderer/features/invitations/routes.tsx';
import type { MemoryHandlers } from '../../support/memory-transport.ts';
import { account } from '../../support/offers.ts';
import { renderInApp } from '../../support/render.tsx';

/** A page that is loaded on demand may take its time on a busy machine. */
const SLOW = { timeout: 10_000 };

const invitation = (id: string, title: string): InvitationSummary => ({
  account: 'acme',
  catalog: 'AWS',
  id,
  engagementId: 'eng-1',
  payloadType: 'OpportunityInvitation',
  status: 'PENDING',
  title,
  customer: 'Quayside Tools',
  country: 'US',
  industry: 'Retail',
  sender: 'AWS',
  invitedAt: '2026-11-20T10:00:00.000Z',
  expiresAt: '2026-12-05T10:00:00.000Z',
  daysLeft: 8,
  opportunityId: null,
});

const planRow = (position: number, change: Partial<BulkPlanRow> = {}): BulkPlanRow => ({
  position,
  account: 'acme',
  subject: { kind: 'invitation', id: `engi-${position}` },
  label: `Deal ${position}`,
  buyers: [],
  customer: 'Quayside Tools',
  owner: 'Ines Roth',
  before: '2026-12-05',
  after: null,
  problems: [],
  warnings: [],
  undo: 'none',
  ...change,
});

const run: BulkRun = {
  id: 'run-1',
  kind: 'accept',
  state: 'ended',
  accounts: [{ account: 'acme', awsAccountId: '012345678901', rows: 1 }],
  counts: { queued: 0, 'under-way': 0, done: 1, failed: 0, 'left-out': 0 },
  total: 1,
  error: null,
  undoes: null,
  remainingMs: null,
  createdAt: '2026-11-20T10:00:00.000Z',
  endedAt: '2026-11-20T10:05:00.000Z',
};

const row: BulkRow = {
  position: 0,
  account: 'acme',
  subject: { kind: 'invitation', id: 'engi-0' },
  label: 'Deal 0',
  state: 'done',
  changeId: 'change-1',
  result: { kind: 'opportunity', id: 'O100' },
  error: null,
  startedAt: null,
  endedAt: '2026-11-20T10:05:00.000Z',
};

function show(at: string, handlers: MemoryHandlers = {}) {
  const items = [invitation('engi-0', 'Deal 0'), invitation('engi-1', 'Deal 1')];
  return renderInApp(null, {
    at,
    routes: [...bulkRoutes, ...invitationRoutes, { path: '*', element: <p>elsewhere</p> }],
    handlers: {
      'accounts.list': () => ({ accounts: [account('acme')] }),
      'invitations.list': ({ pageSize }) => ({
        items: pageSize === 200 ? [...items, invitation('engi-2', 'Deal 2')] : items,
        total: 3,
        catalog: 'AWS',
        catalogs: ['AWS'],
        syncedAt: '2026-11-20T10:00:00.000Z',
      }),
      'invitations.syncProblems': () => ({ problems: [] }),
      'bulk.get': () => run,
      'bulk.rows': () => ({ items: [row], total: 1 }),
      'bulk.preview': () => ({
        rows: [planRow(0), planRow(1), planRow(2, { problems: [{ messageKey: 'bulk:problem.accepted', params: {} }] })],
        accounts: [{ account: 'acme', awsAccountId: '012345678901', rows: 2, leftToday: 1 }],
        estimateMs: 60_000,
      }),
      'bulk.start': () => run,
      ...handlers,
    },
  });
}

describe('many deals at once', () => {
  it('are chosen over all pages, shown with what stands against each, and sent without those that are unticked', async () => {
    const { transport } = await show('/invitations');
    await userEvent.click(await screen.findByRole('checkbox', { name: 'Select Deal 0' }));
    await userEvent.click(screen.getByRole('button', { name: 'Select all 3 that match' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Bulk action (3)' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Accept invitations' }));
    expect(await screen.findByText('It has been accepted already.', {}, SLOW)).toBeTruthy();
    expect(screen.getByText(/AWS grants account 012345678901 1 more writes/)).toBeTruthy();
    const tick = (name: string) => screen.getByRole<HTMLInputElement>('checkbox', { name });
    expect([tick('Send Deal 0').checked, tick('Send Deal 2').checked, tick('Send Deal 2').disabled]).toEqual([
      true,
      false,
      true,
    ]);
    await userEvent.click(tick('Send Deal 0'));
    expect(screen.getByText('Left out by you')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Send 1 row' }));
    await screen.findByRole('link', { name: 'O100' }, SLOW);
    expect(transport.calls.find(({ method }) => method === 'bulk.start')?.input).toEqual({
      action: {
        kind: 'accept',
        invitations: ['engi-0', 'engi-1', 'engi-2'].map((invitationId) => ({ account: 'acme', invitationId })),
        acknowledgedWarnings: [],
      },
      confirmedAccountIds: { acme: '012345678901' },
      leaveOut: [0, 2],
    });
  });

  it('are assigned once they were accepted, to a person whom each field tells what is wrong', async () => {
    const { transport } = await show('/bulk/runs/run-1');
    const link = await screen.findByRole('link', { name: 'O100' }, SLOW);
    expect(link.getAttribute('href')).toBe('/opportunities/acme/O100');
    expect(screen.queryByRole('button', { name: 'Take back' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Assign these opportunities' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Show what will be sent' }, SLOW));
    expect(screen.getAllByText('Please fill this in.')).toHaveLength(3);
    expect(transport.calls.some(({ method }) => method === 'bulk.preview')).toBe(false);
    await userEvent.type(screen.getByLabelText('First name'), 'Nils');
    await userEvent.type(screen.getByLabelText('Last name'), 'Ek');
    await userEvent.type(screen.getByLabelText('Email'), 'Nils@example.com');
    expect(screen.getByText('Please fill this in correctly.')).toBeTruthy();
    await userEvent.clear(screen.getByLabelText('Email'));
    await userEvent.type(screen.getByLabelText('Email'), 'nils@example.com{Enter}');
    const table = await screen.findByRole('table');
    expect(within(table).getAllByText('Ines Roth').length).toBeGreaterThan(0);
    expect(transport.calls.find(({ method }) => method === 'bulk.preview')?.input).toEqual({
      action: {
        kind: 'assign',
        assignee: {
          title: 'OpportunityOwner',
          firstName: 'Nils',
          lastName: 'Ek',
          email: 'nils@example.com',
          phone: '',
        },
        deals: [{ account: 'acme', kind: 'opportunity', id: 'O100' }],
        acknowledgedWarnings: [],
      },
    });
  });
});
