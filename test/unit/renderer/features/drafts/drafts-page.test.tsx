/** The list of drafts: start one, find one, open one, remove one. */
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { DraftsPage } from '../../../../../src/renderer/features/drafts/drafts-page.tsx';
import type { DraftRecord } from '../../../../../src/shared/contract/drafts.ts';
import { fail } from '../../../../../src/shared/errors/app-error.ts';
import { renderInApp, type RenderOptions } from '../../support/render.tsx';
import { createDraftStage } from '../wizard/support/draft-stage.ts';

function record(id: string, name: string, more: Partial<DraftRecord> = {}): DraftRecord {
  return {
    id,
    account: 'acc',
    revision: 1,
    name,
    productTitle: 'Example Ledger',
    createdAt: '2026-11-20T00:00:00Z',
    updatedAt: '2026-11-21T00:00:00Z',
    changeId: null,
    ...more,
  };
}

async function openPage(drafts: DraftRecord[], options: RenderOptions = {}) {
  const kept = [...drafts];
  const view = await renderInApp(null, {
    routes: [
      { path: '/drafts', element: <DraftsPage /> },
      { path: '*', element: <p>the wizard</p> },
    ],
    at: '/drafts',
    ...options,
    handlers: {
      ...createDraftStage().handlers,
      'drafts.list': ({ account }) => ({
        drafts: kept.filter((draft) => account === null || draft.account === account),
      }),
      'drafts.remove': ({ id }) => {
        kept.splice(
          kept.findIndex((draft) => draft.id === id),
          1,
        );
        return {};
      },
      ...options.handlers,
    },
  });
  return { ...view, kept, user: userEvent.setup() };
}

describe('the drafts page', () => {
  it('says what to do when there is none, and starts one for the only account', async () => {
    const { user, router } = await openPage([]);
    expect(await screen.findByText('No drafts')).toBeTruthy();
    await user.click(screen.getAllByRole('button', { name: 'New private offer' })[0] ?? document.body);
    await waitFor(() => expect(router.state.location.pathname).toBe('/drafts/draft-2'));
  });

  it('shows the drafts of the active account only', async () => {
    await openPage([record('a', 'Mine'), record('b', 'Theirs', { account: 'other' })], {
      preferences: { activeAccount: 'acc' },
    });
    expect(await screen.findByRole('link', { name: 'Mine' })).toBeTruthy();
    expect(screen.queryByText('Theirs')).toBeNull();
  });

  it('finds by product, and names what has no name', async () => {
    const { user } = await openPage([
      record('a', '', { productTitle: 'Beacon' }),
      record('b', 'Ledger 2027', { changeId: 'c' }),
    ]);
    expect(await screen.findByText('Sent to AWS')).toBeTruthy();
    await user.type(screen.getByRole('searchbox', { name: 'Find by name or product' }), 'beac');
    expect(await screen.findByRole('link', { name: 'Offer without a name' })).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Ledger 2027' })).toBeNull();
  });

  it('asks before it removes a draft, and follows the change', async () => {
    const { user, kept, transport } = await openPage([record('a', 'Old'), record('b', 'New')]);
    await user.click(await screen.findByRole('button', { name: 'Remove Old' }));
    const dialog = screen.getByRole('dialog');
    expect(kept).toHaveLength(2);
    await user.click(within(dialog).getByRole('button', { name: 'Remove' }));
    await waitFor(() => expect(kept.map(({ id }) => id)).toEqual(['b']));
    transport.emit('drafts.changed', { id: 'a', account: 'acc' });
    await waitFor(() => expect(screen.queryByRole('link', { name: 'Old' })).toBeNull());
  });

  it('says why a draft that is being published cannot be removed', async () => {
    const { user } = await openPage([record('a', 'Busy')], {
      handlers: { 'drafts.remove': () => fail('already-publishing', { params: { name: 'Busy' } }) },
    });
    await user.click(await screen.findByRole('button', { name: 'Remove Busy' }));
    const dialog = screen.getByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: 'Remove' }));
    expect(await within(dialog).findByText('This draft is already being published.')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Busy' })).toBeTruthy();
  });
});
