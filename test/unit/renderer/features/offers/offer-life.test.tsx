import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { ActionDialog } from '../../../../../src/renderer/features/offers/life/action-dialog.tsx';
import { OfferMenu } from '../../../../../src/renderer/features/offers/life/offer-menu.tsx';
import type { OfferPlanReport } from '../../../../../src/shared/contract/offers.ts';
import { startChangeSet } from '../../../../../src/shared/domain/account/permissions.ts';
import type { Finding } from '../../../../../src/shared/domain/offer/finding.ts';
import { fail } from '../../../../../src/shared/errors/app-error.ts';
import { account, change, offer, offerDetail } from '../../support/offers.ts';
import type { MemoryHandlers } from '../../support/memory-transport.ts';
import { renderInApp } from '../../support/render.tsx';

function finding(id: string, severity: Finding['severity'], params = {}): Finding {
  return {
    ruleId: `life.${id}`,
    severity,
    step: 'expiry',
    path: 'availabilityEndDate',
    messageKey: `life:rule.${id}`,
    params,
    source: 'test',
    fix: null,
  };
}

function plan(changes: Partial<OfferPlanReport> = {}): OfferPlanReport {
  return {
    account: 'acme',
    offerId: 'offer-one',
    awsAccountId: '012345678901',
    action: { kind: 'cancel' },
    name: 'Gold',
    productTitle: 'Analytics',
    buyers: ['777788889999'],
    state: 'active',
    revision: '7',
    availabilityEndDate: '2027-04-01',
    values: [{ path: 'availabilityEndDate', from: '2027-04-01', to: '2027-03-09' }],
    findings: [],
    suggestedDuration: null,
    request: '{"ChangeSet":[]}',
    ...changes,
  };
}

function showDialog(of: OfferPlanReport, handlers: MemoryHandlers = {}) {
  const closed: true[] = [];
  const summary = offer('offer-one');
  return renderInApp(<ActionDialog offer={summary} kind={of.action.kind} onClose={() => void closed.push(true)} />, {
    handlers: {
      'accounts.list': () => ({ accounts: [account('acme')] }),
      'offers.get': () => offerDetail(summary, []),
      'offers.plan': () => of,
      'offers.change': () => ({ change: change('one') }),
      ...handlers,
    },
  }).then((shown) => ({ ...shown, closed }));
}

describe('an action on an offer', () => {
  it('says account, buyers and what changes before it is sent, and sends what was planned', async () => {
    const { transport, closed } = await showDialog(plan({ findings: [finding('cancel-keeps-subscribers', 'info')] }));
    expect(await screen.findByText(/Customers who have accepted stay subscribed/)).toBeTruthy();
    expect(screen.getByText('012345678901')).toBeTruthy();
    expect(screen.getByText('777788889999')).toBeTruthy();
    expect(screen.getByText('2027-04-01 → 2027-03-09')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Cancel offer' }));
    await waitFor(() => expect(closed).toEqual([true]));
    expect(transport.calls.find(({ method }) => method === 'offers.change')?.input).toEqual({
      account: 'acme',
      offerId: 'offer-one',
      action: { kind: 'cancel' },
      revision: '7',
      confirmedAccountId: '012345678901',
      acknowledgedWarnings: [],
    });
  });

  it('is not sent against an error, and a warning must have been read', async () => {
    await showDialog(plan({ findings: [finding('already-expired', 'error')] }));
    expect(await screen.findByText(/nobody can accept it any more/)).toBeTruthy();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Cancel offer' }).disabled).toBe(true);
  });

  it('sends the warnings that were read', async () => {
    const warned = plan({ findings: [finding('in-offer-set', 'warning', { id: 'offerset-1' })] });
    const { transport } = await showDialog(warned);
    const send = await screen.findByRole<HTMLButtonElement>('button', { name: 'Cancel offer' });
    await userEvent.click(await screen.findByRole('checkbox', { name: 'I have read the warning' }));
    await waitFor(() => expect(send.disabled).toBe(false));
    await userEvent.click(send);
    await waitFor(() =>
      expect(transport.calls.find(({ method }) => method === 'offers.change')?.input).toMatchObject({
        acknowledgedWarnings: ['life.in-offer-set'],
      }),
    );
  });

  it('stays open with what was typed when it is refused', async () => {
    const { closed } = await showDialog(plan(), {
      'offers.change': () => fail('entity-changed', { params: { name: 'Gold' } }),
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Cancel offer' }));
    expect(await screen.findByText(/has changed at AWS since you looked at it/)).toBeTruthy();
    expect(closed).toEqual([]);
  });

  it('offers a longer service where the rules ask for one', async () => {
    const action = { kind: 'expiry' as const, availabilityEndDate: '2027-06-01', agreementDuration: null };
    const { transport } = await showDialog(plan({ action, suggestedDuration: 'P450D' }));
    await userEvent.click(await screen.findByRole('button', { name: /Lengthen the service to P450D/ }));
    await waitFor(() =>
      expect(transport.calls.filter(({ method }) => method === 'offers.plan').at(-1)?.input).toMatchObject({
        action: { kind: 'expiry', agreementDuration: 'P450D' },
      }),
    );
  });
});

describe('the menu of an offer', () => {
  const showMenu = async (state: 'draft' | 'active' | 'expired', changes: Parameters<typeof account>[1] = {}) => {
    await renderInApp(<OfferMenu offer={offer('offer-one', { state })} />, {
      handlers: { 'accounts.list': () => ({ accounts: [account('acme', changes)] }) },
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Actions' }));
    const items = within(await screen.findByRole('menu')).getAllByRole('menuitem');
    return items
      .filter((item) => item.getAttribute('aria-disabled') === 'true')
      .map((item) => item.textContent?.replace(/\s+/g, ' '));
  };

  it('says what is not possible in a state', async () => {
    expect((await showMenu('active')).join()).toContain('Renewal flag');
  });

  it('cancels active offers only', async () => {
    expect((await showMenu('draft')).join()).toContain('Cancel offer');
  });

  it('greys out what AWS has refused, and leaves the rest', async () => {
    const action = startChangeSet('UpdateAvailability');
    const disabled = await showMenu('active', { capabilities: [{ action, state: 'denied', seenAt: null }] });
    expect(disabled.join()).toContain('Modify expiration');
    expect(disabled.join()).toContain('Cancel offer');
    expect(disabled.join()).not.toContain('Change name');
  });
});
