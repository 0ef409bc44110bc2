/** Long work in the flashbar: progress, remaining time, cancel, failure. */
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { isShown, mergeJob } from '../../../../src/renderer/app/job-list.ts';
import { Notifications } from '../../../../src/renderer/app/notifications.tsx';
import type { Job } from '../../../../src/shared/domain/job.ts';
import { createAppError } from '../../../../src/shared/errors/app-error.ts';
import { renderInApp } from '../support/render.tsx';

const job: Job = {
  id: 'j1',
  kind: 'offers.sync',
  account: null,
  state: 'running',
  phaseKey: null,
  done: 50,
  total: 200,
  remainingMs: 90_000,
  error: null,
  startedAt: '2026-11-21T00:00:00Z',
  endedAt: null,
};
const ended = '2026-11-21T00:01:00Z';

describe('the list of jobs', () => {
  it('keeps one entry a job, and never goes back from an end', () => {
    const done: Job = { ...job, state: 'succeeded', endedAt: ended };
    expect(mergeJob([job], done)).toEqual([done]);
    expect(mergeJob([done], job)).toEqual([done]);
    expect(mergeJob([job], { ...job, id: 'j2' }).map(({ id }) => id)).toEqual(['j2', 'j1']);
  });

  it('shows running work always, and ended work only when it went wrong here', () => {
    const failed: Job = { ...job, state: 'failed', endedAt: ended };
    expect(isShown(job, new Set())).toBe(true);
    expect(isShown(failed, new Set())).toBe(false);
    expect(isShown(failed, new Set(['j1']))).toBe(true);
    expect(isShown({ ...job, state: 'succeeded', endedAt: ended }, new Set(['j1']))).toBe(false);
  });
});

describe('the flashbar', () => {
  it('shows progress with the remaining time and cancels', async () => {
    const { transport } = await renderInApp(<Notifications />, { handlers: { 'jobs.cancel': () => ({}) } });
    await act(async () => transport.emit('jobs.changed', job));
    expect(await screen.findByText(/50 of 200 · about 2 minutes left/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(transport.calls).toContainEqual({ method: 'jobs.cancel', input: { id: 'j1' } }));
  });

  it('says why work failed, and nothing more of work that succeeded', async () => {
    const { transport } = await renderInApp(<Notifications />);
    await act(async () => transport.emit('jobs.changed', job));
    await act(async () =>
      transport.emit('jobs.changed', { ...job, state: 'failed', endedAt: ended, error: createAppError('throttled') }),
    );
    expect(await screen.findByText(/AWS asks to slow down/)).toBeTruthy();
    await act(async () => transport.emit('jobs.changed', { ...job, id: 'j2' }));
    await act(async () => transport.emit('jobs.changed', { ...job, id: 'j2', state: 'succeeded', endedAt: ended }));
    await waitFor(() => expect(screen.queryByText(/50 of 200/)).toBeNull());
  });

  it('names the command of an expired login until the login is back', async () => {
    const { transport } = await renderInApp(<Notifications />);
    const command = 'aws sso login --profile work';
    await act(async () => transport.emit('accounts.ssoLoginNeeded', { account: null, profile: 'work', command }));
    expect(await screen.findByText(command)).toBeTruthy();
    await act(async () => transport.emit('accounts.ssoLoginDone', { profile: 'work' }));
    expect(await screen.findByText('Signed in again with the profile work.')).toBeTruthy();
    await waitFor(() => expect(screen.queryByText(command)).toBeNull());
  });
});
