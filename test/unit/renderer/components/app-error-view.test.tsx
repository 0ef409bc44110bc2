/** A failure on screen: what, next, AWS's words, and the one action. */
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { AppErrorView } from '../../../../src/renderer/components/app-error-view.tsx';
import { CallError } from '../../../../src/renderer/bridge/client.ts';
import { createAppError } from '../../../../src/shared/errors/app-error.ts';
import { renderInApp } from '../support/render.tsx';

const aws = {
  service: 'marketplace-catalog',
  operation: 'StartChangeSet',
  code: 'AccessDeniedException',
  message: 'User is not authorized to perform this action',
  httpStatus: 403,
  requestId: 'req-4711',
};

describe('an error', () => {
  it('says what happened, what to do next, and AWS’s own words with the request id', async () => {
    await renderInApp(<AppErrorView error={createAppError('throttled', { aws })} />);
    expect(screen.getByText('AWS asks to slow down.')).toBeTruthy();
    expect(screen.getByText(/Try once more/)).toBeTruthy();
    expect(screen.getByText('AccessDeniedException')).toBeTruthy();
    expect(screen.getByText(/not authorized/)).toBeTruthy();
    expect(screen.getByText('req-4711')).toBeTruthy();
  });

  it('lists the fields that it names', async () => {
    const fields = [{ path: 'settings.prefix', messageKey: 'errors:field.duplicate', params: { name: 'Fern' } }];
    await renderInApp(<AppErrorView error={createAppError('invalid-input', { fields })} />);
    expect(screen.getByText('settings.prefix')).toBeTruthy();
    expect(screen.getByText(/The account “Fern” already has this/)).toBeTruthy();
  });

  it('offers a retry only where one may help', async () => {
    let retried = 0;
    const error = new CallError(createAppError('aws-unavailable', { retryable: true }));
    await renderInApp(<AppErrorView error={error} onRetry={() => (retried += 1)} />);
    await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
    expect(retried).toBe(1);
  });

  it('offers none for what stays as it is', async () => {
    await renderInApp(<AppErrorView error={createAppError('wrong-account')} onRetry={() => {}} />);
    expect(screen.queryByRole('button', { name: 'Retry' })).toBeNull();
  });

  it('leads to the draft and the field it names', async () => {
    const action = { kind: 'open-draft' as const, draftId: 'd1', path: 'name' };
    const { router } = await renderInApp(<AppErrorView error={createAppError('preflight-failed', { action })} />);
    await userEvent.click(screen.getByRole('button', { name: 'Open draft' }));
    expect(router.state.location.pathname + router.state.location.search).toBe('/drafts/d1?path=name');
  });

  it('hides the words of a bug behind plain ones, in any language', async () => {
    await renderInApp(<AppErrorView error={new Error('x is not a function')} />, { language: 'ja' });
    expect(screen.getByText('Offerdeck の内部で問題が発生しました。')).toBeTruthy();
    expect(screen.queryByText(/not a function/)).toBeNull();
  });
});
