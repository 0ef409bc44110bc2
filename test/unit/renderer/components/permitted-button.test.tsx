import { screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { PermittedButton } from '../../../../src/renderer/components/permitted-button.tsx';
import { startChangeSet } from '../../../../src/shared/domain/account/permissions.ts';
import type { Account } from '../../../../src/shared/domain/account/account.ts';
import { account } from '../support/offers.ts';
import { renderInApp } from '../support/render.tsx';

const RELEASE = startChangeSet('ReleaseOffer');
const refused = { action: RELEASE, state: 'denied', seenAt: '2026-11-20T00:00:00Z' } as const;

function show(accounts: Account[], concerned: string | null = 'acme') {
  const onClick = vi.fn();
  return renderInApp(
    <>
      <p>page</p>
      <PermittedButton account={concerned} actions={[RELEASE]} deed="sell" onClick={onClick}>
        Publish
      </PermittedButton>
    </>,
    { handlers: { 'accounts.list': () => ({ accounts }) } },
  ).then((view) => ({ ...view, onClick }));
}

describe('a button for what may be refused', () => {
  it('is as any other while nothing is known', async () => {
    const { onClick } = await show([account('acme')]);
    (await screen.findByRole('button', { name: 'Publish' })).click();
    expect(onClick).toHaveBeenCalledOnce();
  });

  it('is greyed out with the missing action and a way to the policy once AWS has refused', async () => {
    const { onClick } = await show([account('acme', { capabilities: [refused] })]);
    const link = await screen.findByRole('link', { name: /Missing permission aws-marketplace:StartChangeSet/ });
    expect(link.getAttribute('href')).toBe(`/accounts/acme?${new URLSearchParams({ missing: RELEASE })}`);
    const button = screen.getByRole('button', { name: 'Publish' });
    button.click();
    expect(onClick).not.toHaveBeenCalled();
    expect(button.getAttribute('aria-disabled')).toBe('true');
  });

  it('stays usable for all accounts while one of them may', async () => {
    const { onClick } = await show([account('acme', { capabilities: [refused] }), account('other')], null);
    (await screen.findByRole('button', { name: 'Publish' })).click();
    expect(onClick).toHaveBeenCalledOnce();
  });

  it('is not there for a persona that does no such thing', async () => {
    await show([account('acme', { persona: { side: 'channel-partner', role: 'user', coSell: true } })]);
    expect(await screen.findByText('page')).toBeTruthy();
    await vi.waitFor(() => expect(screen.queryByRole('button', { name: 'Publish' })).toBeNull());
  });
});
