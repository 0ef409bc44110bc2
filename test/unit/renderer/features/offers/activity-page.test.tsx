import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { ActivityPage } from '../../../../../src/renderer/features/offers/activity/activity-page.tsx';
import { toSteps } from '../../../../../src/renderer/features/offers/activity/change-steps.ts';
import { CHANGE_STATES, type Change } from '../../../../../src/shared/domain/change/change.ts';
import { createAppError } from '../../../../../src/shared/errors/app-error.ts';
import { account, change } from '../../support/offers.ts';
import type { MemoryHandlers } from '../../support/memory-transport.ts';
import { renderInApp } from '../../support/render.tsx';

function show(items: Change[], handlers: MemoryHandlers = {}, at = '/activity') {
  return renderInApp(<ActivityPage />, {
    at,
    handlers: {
      'accounts.list': () => ({ accounts: [account('acme')] }),
      'changes.list': () => ({ items, total: items.length }),
      ...handlers,
    },
  });
}

describe('the steps of a write', () => {
  it('name every state', () => {
    const last = (state: Change['state'], changes: Partial<Change> = {}) =>
      toSteps(change('x', { state, ...changes }))
        .filter(({ status }) => status !== 'pending')
        .at(-1);
    expect(Object.fromEntries(CHANGE_STATES.map((state) => [state, last(state)]))).toEqual({
      intended: { key: 'sent', status: 'in-progress' },
      'eula-uploaded': { key: 'sent', status: 'in-progress' },
      sending: { key: 'sent', status: 'in-progress' },
      sent: { key: 'processed', status: 'in-progress' },
      succeeded: { key: 'compared', status: 'in-progress' },
      verified: { key: 'compared', status: 'success' },
      failed: { key: 'failed', status: 'error' },
      cancelled: { key: 'cancelled', status: 'stopped' },
      refused: { key: 'refused', status: 'error' },
    });
    expect(last('sent', { error: createAppError('network-unreachable') })).toMatchObject({ status: 'warning' });
  });

  it('claim nothing was sent that was refused before', () => {
    const keys = toSteps(change('x', { state: 'refused', changeSetId: null })).map(({ key }) => key);
    expect(keys).toEqual(['journalled', 'refused']);
  });
});

describe('the activity page', () => {
  it('links each of AWS’s errors to its field in the wizard', async () => {
    const errors = [
      { changeType: 'UpdateTargeting', code: 'INVALID_BUYER_ACCOUNTS', message: 'Bad buyer', path: 'buyers.0' },
      { changeType: 'ReleaseOffer', code: 'MISSING_NAME', message: 'No name', path: null },
    ];
    await show([change('one', { state: 'failed', errors })]);
    const link = await screen.findByRole('link', { name: 'Open this field in the wizard' });
    expect(link.getAttribute('href')).toBe('/drafts/draft-one?path=buyers.0');
    expect(screen.getByRole('link', { name: 'Open in the wizard' }).getAttribute('href')).toBe('/drafts/draft-one');
    expect(screen.getByText('AWS names 2 errors')).toBeTruthy();
  });

  it('resumes what stopped on a temporary failure, and nothing else', async () => {
    const error = createAppError('network-unreachable', { retryable: true });
    const { transport } = await show(
      [change('stuck', { error }), change('running'), change('failed', { state: 'failed', error })],
      { 'changes.resume': () => change('stuck') },
    );
    const buttons = await screen.findAllByRole('button', { name: 'Resume' });
    expect(buttons).toHaveLength(1);
    await userEvent.click(buttons[0] as HTMLElement);
    await waitFor(() => expect(transport.calls).toContainEqual({ method: 'changes.resume', input: { id: 'stuck' } }));
  });

  it('gives up what is paused and has made nothing, after asking', async () => {
    const error = createAppError('credentials-expired');
    const { transport } = await show(
      [change('paused', { state: 'intended', paused: true, error }), change('running', { error })],
      { 'changes.abandon': () => change('paused', { state: 'refused' }) },
    );
    const buttons = await screen.findAllByRole('button', { name: 'Give up' });
    expect(buttons).toHaveLength(1);
    await userEvent.click(buttons[0] as HTMLElement);
    const dialog = await screen.findByRole('dialog', { name: 'Give this write up?' });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Give up' }));
    await waitFor(() => expect(transport.calls).toContainEqual({ method: 'changes.abandon', input: { id: 'paused' } }));
  });

  it('follows by itself', async () => {
    let current = change('one');
    const { transport } = await show([], { 'changes.list': () => ({ items: [current], total: 1 }) });
    expect(await screen.findByText(/AWS says: PREPARING/)).toBeTruthy();
    current = change('one', {
      state: 'verified',
      awsStatus: 'SUCCEEDED',
      entityId: 'offer-one',
      offerId: 'offer-one',
      differences: [],
    });
    transport.emit('changes.changed', current);
    expect(await screen.findByText('Read back from AWS: everything is as it was meant.')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Open offer' }).getAttribute('href')).toBe('/offers/acme/offer-one');
  });

  it('shows what differs', async () => {
    const differences = [{ path: 'name', meant: 'Gold', found: null }];
    await show([change('one', { state: 'verified', differences })]);
    expect(await screen.findByText('name: meant Gold, found -')).toBeTruthy();
  });

  it('filters by state at the core and says what to do when empty', async () => {
    const { transport } = await show([], {}, '/activity?state=failed&state=odd');
    expect(await screen.findByText('Nothing matches')).toBeTruthy();
    expect(transport.calls.find(({ method }) => method === 'changes.list')?.input).toMatchObject({
      states: ['failed'],
    });
  });

  it('asks for the first offer when nothing was sent yet', async () => {
    await show([]);
    expect(await screen.findByText('Nothing has been sent yet')).toBeTruthy();
    expect(await screen.findByRole('button', { name: 'Create private offer' })).toBeTruthy();
  });
});
