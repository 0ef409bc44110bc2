/** The question for an MFA code, wherever in the app. */
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { MfaDialog } from '../../../../src/renderer/app/mfa-dialog.tsx';
import { renderInApp } from '../support/render.tsx';

const request = { requestId: 'r1', account: null, serial: 'arn:aws:iam::012345678901:mfa/phone' };
const answers = (calls: readonly { method: string; input: unknown }[]) =>
  calls.filter(({ method }) => method === 'accounts.answerMfa').map(({ input }) => input);

describe('an MFA request', () => {
  it('is answered with the 6 digits, not with fewer', async () => {
    const { transport } = await renderInApp(<MfaDialog />, { handlers: { 'accounts.answerMfa': () => ({}) } });
    await act(async () => transport.emit('accounts.mfaRequested', request));
    const field = await screen.findByLabelText('MFA code');
    expect(screen.getByText(/mfa\/phone/)).toBeTruthy();
    await userEvent.type(field, '12345{Enter}');
    expect(await screen.findByText('Enter the 6 digits that the device shows.')).toBeTruthy();
    expect(answers(transport.calls)).toEqual([]);
    await userEvent.type(field, '6{Enter}');
    await waitFor(() => expect(answers(transport.calls)).toEqual([{ requestId: 'r1', code: '123456' }]));
    await waitFor(() => expect(screen.queryByLabelText('MFA code')).toBeNull());
  });

  it('is asked once, however often it is announced, and may be given up', async () => {
    const { transport } = await renderInApp(<MfaDialog />, { handlers: { 'accounts.answerMfa': () => ({}) } });
    await act(async () => transport.emit('accounts.mfaRequested', request));
    await act(async () => transport.emit('accounts.mfaRequested', request));
    await userEvent.click(await screen.findByRole('button', { name: 'Go on without' }));
    await waitFor(() => expect(answers(transport.calls)).toEqual([{ requestId: 'r1', code: null }]));
    await waitFor(() => expect(screen.queryByLabelText('MFA code')).toBeNull());
  });
});
