import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { BackfillPage } from '../../../../../src/renderer/features/opportunities/backfill/page.tsx';
import { BackfillRunPage } from '../../../../../src/renderer/features/opportunities/backfill/run-page.tsx';
import type { MethodOutput } from '../../../../../src/shared/contract/index.ts';
import { backfillWishSchema, type Backfill } from '../../../../../src/shared/domain/opportunity/backfill.ts';
import { createAppError } from '../../../../../src/shared/errors/app-error.ts';
import { account } from '../../support/offers.ts';
import { renderInApp } from '../../support/render.tsx';
import type { MemoryHandlers } from '../../support/memory-transport.ts';

const RUN: Backfill = {
  id: 'run-1',
  account: 'acme',
  catalog: 'Sandbox',
  wish: backfillWishSchema.parse({ mode: 'stale', filter: { stages: ['Launched'], countries: ['JP'] } }),
  countOnly: false,
  state: 'running',
  phase: 'reading',
  pages: 3,
  counts: { queued: 150, new: 20, changed: 25, unchanged: 3, current: 90, 'left-out': 7, gone: 1, failed: 1 },
  error: null,
  resumeAt: null,
  remainingMs: 30_000,
  createdAt: '2026-11-02T00:00:00Z',
  endedAt: null,
};

const GUARDS: MethodOutput<'opportunities.backfill.preview'> = {
  awsAccountId: '012345678901',
  catalog: 'Sandbox',
  held: 20_000,
  fitting: 20_000,
  estimate: { pages: 200, reads: 40_000, ms: 4_020_000 },
  quota: { perSecond: 10, perDay: 100_000, leftToday: 45_000 },
  reserve: 10_000,
  drafts: [{ draftId: 'draft-1', name: 'Move the shop', opportunityId: 'O1234567', isSent: true }],
  draftCount: 3,
  syncRunning: true,
  openId: 'run-0',
};

function show(at: string, handlers: MemoryHandlers = {}) {
  const seller = account('acme');
  return renderInApp(null, {
    at,
    routes: [
      { path: '/opportunities/backfill', Component: BackfillPage },
      { path: '/opportunities/backfill/:id', Component: BackfillRunPage },
    ],
    preferences: { activeAccount: 'acme' },
    handlers: {
      'accounts.list': () => ({ accounts: [{ ...seller, persona: { ...seller.persona, coSell: true } }] }),
      'opportunities.backfill.preview': () => GUARDS,
      'opportunities.backfill.list': () => ({ items: [RUN], total: 1 }),
      'opportunities.backfill.get': () => RUN,
      'opportunities.backfill.rows': () => ({ items: [], total: 0 }),
      ...handlers,
    },
  });
}

describe('the page that starts a backfill', () => {
  it('says whose it is, what it costs and what it leaves alone, and lists earlier ones', async () => {
    await show('/opportunities/backfill');
    expect(await screen.findByText('012345678901')).toBeTruthy();
    expect(screen.getByText('Sandbox: trial opportunities')).toBeTruthy();
    expect(screen.getByText('at least 200 pages and 40,000 reads')).toBeTruthy();
    expect(screen.getByText(/45,000 of 100,000 reads within 24 hours; 10,000 stay/)).toBeTruthy();
    expect(screen.getByText(/It needs more than the day has left/)).toBeTruthy();
    expect(screen.getByText('3 drafts change opportunities of AWS')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Move the shop' }).getAttribute('href')).toBe(
      '/opportunities/drafts/draft-1',
    );
    expect(screen.getByText('and 2 more')).toBeTruthy();
    expect(screen.getByText(/A sync of this account is under way/)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Show it' }).getAttribute('href')).toBe('/opportunities/backfill/run-0');
    const runs = within(screen.getByRole('table', { name: 'Backfills of this account' }));
    expect(await runs.findByText('Running')).toBeTruthy();
    expect(runs.getByText('297')).toBeTruthy();
  });

  it('starts what was chosen, and says at its field what is no opportunity or country', async () => {
    const user = userEvent.setup();
    const started: unknown[] = [];
    await show('/opportunities/backfill', {
      'opportunities.backfill.start': (input) => {
        started.push(input);
        return { ...RUN, state: 'counted', countOnly: true };
      },
    });
    await user.click(await screen.findByRole('radio', { name: /Only those that differ from AWS/ }));
    await user.click(screen.getByRole('button', { name: 'Filters' }));
    const ids = screen.getByRole('textbox', { name: 'Opportunity IDs' });
    await user.click(ids);
    await user.paste('O1234567, nonsense');
    expect(await screen.findByText('Not an opportunity ID: nonsense')).toBeTruthy();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Start backfill' }).disabled).toBe(true);
    await user.clear(ids);
    await user.paste('O1234567 O7654321');
    await user.click(screen.getByRole('textbox', { name: 'Countries' }));
    await user.paste('jp');
    await waitFor(() => expect(screen.queryByText(/Not an opportunity ID/)).toBeNull());
    await user.click(screen.getByRole('button', { name: 'Count first' }));
    await waitFor(() => expect(started).toHaveLength(1));
    expect(started[0]).toMatchObject({
      account: 'acme',
      countOnly: true,
      wish: { mode: 'stale', filter: { identifiers: ['O1234567', 'O7654321'], countries: ['JP'] } },
    });
    expect(await screen.findByRole('heading', { name: 'Only those that differ from AWS' })).toBeTruthy();
  });
});

describe('the page of a backfill', () => {
  it('shows how far it is and pauses it', async () => {
    const user = userEvent.setup();
    let run = RUN;
    const { transport } = await show('/opportunities/backfill/run-1', {
      'opportunities.backfill.get': () => run,
      'opportunities.backfill.pause': () => (run = { ...RUN, state: 'paused' }),
      'opportunities.backfill.resume': () => (run = RUN),
    });
    expect(await screen.findByText('50 of 200 read')).toBeTruthy();
    expect(screen.getByText(/reading opportunities · at AWS’s pace/)).toBeTruthy();
    expect(screen.getByText('Stage: Launched; Countries: JP')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Pause' }));
    transport.emit('opportunities.backfillChanged', { account: 'acme', id: 'run-1' });
    await user.click(await screen.findByRole('button', { name: 'Go on' }));
    transport.emit('opportunities.backfillChanged', { account: 'acme', id: 'run-1' });
    expect(await screen.findByRole('button', { name: 'Pause' })).toBeTruthy();
  });

  it('says why one could not be read, reads it again, and asks before it is cancelled for good', async () => {
    const user = userEvent.setup();
    const asked: string[] = [];
    const error = createAppError('throttled');
    await show('/opportunities/backfill/run-1', {
      'opportunities.backfill.get': () => ({ ...RUN, state: 'held', error, resumeAt: '2026-11-02T01:00:00Z' }),
      'opportunities.backfill.rows': () => ({
        items: [
          {
            opportunityId: 'O1234567',
            customer: 'Customer Example',
            stage: 'Launched',
            modifiedAt: null,
            state: 'failed',
            draftId: 'draft-1',
            error: createAppError('malformed-answer'),
          },
        ],
        total: 1,
      }),
      'opportunities.backfill.retry': ({ id }) => (asked.push(`retry ${id}`), RUN),
      'opportunities.backfill.cancel': ({ id }) => (asked.push(`cancel ${id}`), RUN),
    });
    expect(await screen.findByText(/It goes on by itself at/)).toBeTruthy();
    const rows = within(screen.getByRole('table', { name: 'Opportunities' }));
    expect(await rows.findByText('Could not be read')).toBeTruthy();
    expect(rows.getByRole('link', { name: 'Open draft' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Read 1 again' }));
    await waitFor(() => expect(asked).toEqual(['retry run-1']));
    await user.click(screen.getByRole('button', { name: 'Cancel for good' }));
    expect(asked).toHaveLength(1);
    await user.click(await screen.findByRole('button', { name: 'Cancel backfill' }));
    await waitFor(() => expect(asked).toEqual(['retry run-1', 'cancel run-1']));
  });
});
