import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { InvitationListPage } from '../../../../../src/renderer/features/invitations/list-page.tsx';
import { InvitationPage } from '../../../../../src/renderer/features/invitations/invitation-page.tsx';
import type { InvitationDetail } from '../../../../../src/shared/domain/opportunity/invitation.ts';
import { account } from '../../support/offers.ts';
import { renderInApp, type RenderOptions } from '../../support/render.tsx';

const invitation: InvitationDetail = {
  account: 'acme',
  catalog: 'AWS',
  id: 'engi-abc0000000001',
  engagementId: 'eng-abc00000000001',
  payloadType: 'OpportunityInvitation',
  status: 'PENDING',
  title: 'Move the order desk',
  customer: 'Customer Example',
  country: 'US',
  industry: 'Retail',
  sender: 'Amazon Web Services',
  invitedAt: '2026-11-20T00:00:00Z',
  expiresAt: '2026-11-23T12:00:00Z',
  daysLeft: 2,
  opportunityId: null,
  document: {
    Payload: {
      OpportunityInvitation: {
        Customer: { CompanyName: 'Customer Example', CountryCode: 'JP' },
        LifeCycle: { Stage: 'Qualified' },
        Project: {
          Title: 'Move the order desk',
          CustomerUseCase: 'Database',
          BusinessProblem: 'Servers that are no longer maintained',
          ExpectedCustomerSpend: [{ Amount: '1234.50', CurrencyCode: 'USD' }],
        },
        SenderContacts: [
          { FirstName: 'Robin', LastName: 'Vale', Email: 'robin@aws.example', BusinessTitle: 'AWSSalesRep' },
        ],
        AddedByAws: { Later: true },
      },
    },
  },
  readAt: '2026-11-20T00:00:00Z',
  change: null,
};

function show(options: RenderOptions = {}) {
  return renderInApp(null, {
    at: `/invitations/acme/${invitation.id}`,
    routes: [
      { path: '/invitations', Component: InvitationListPage },
      { path: '/invitations/:account/:id', Component: InvitationPage },
    ],
    ...options,
    preferences: { activeAccount: null },
    handlers: {
      'accounts.list': () => ({ accounts: [account('acme')] }),
      'jobs.list': () => ({ jobs: [] }),
      'invitations.syncProblems': () => ({ problems: [] }),
      'invitations.get': () => invitation,
      'invitations.plan': ({ reason }) => ({
        catalog: 'AWS',
        operation: 'RejectEngagementInvitation',
        json: JSON.stringify({ Identifier: invitation.id, RejectionReason: reason }),
      }),
      ...options.handlers,
    },
  });
}

describe('invitations', () => {
  it('are listed with their deadline, customer and project', async () => {
    await show({
      at: '/invitations',
      handlers: {
        'invitations.list': () => ({
          items: [invitation],
          total: 1,
          catalog: 'AWS',
          catalogs: ['AWS'],
          syncedAt: null,
        }),
      },
    });
    const row = (await screen.findByRole('link', { name: 'Move the order desk' })).closest('tr');
    if (!row) throw new Error('no row');
    for (const text of ['Customer Example', '2 days left', 'Waiting for an answer']) {
      expect(within(row).getByText(text)).toBeTruthy();
    }
  });

  it('show what AWS hides, and are rejected with a reason only after the request was shown', async () => {
    const answers: unknown[] = [];
    await show({
      handlers: {
        'invitations.answer': (input) => {
          answers.push(input);
          return { change: null as never };
        },
      },
    });
    expect(await screen.findByText('Servers that are no longer maintained')).toBeTruthy();
    for (const shown of [
      'Customer Example',
      'Move the order desk',
      'Database',
      'Qualified',
      'Japan',
      'Robin Vale',
      'AWS sales representative',
      'robin@aws.example',
    ]) {
      expect(screen.getAllByText(shown).length).toBeGreaterThan(0);
    }
    // What this version does not know is there as AWS sent it.
    expect(screen.getByText(/"AddedByAws"/)).toBeTruthy();
    for (const hidden of ['AWS account of the customer', 'Customer contacts', 'Street, city, postal code']) {
      expect(screen.getByText(hidden)).toBeTruthy();
    }
    expect(screen.getAllByText('Hidden').length).toBeGreaterThan(3);
    expect(screen.getByText('$1,234.50')).toBeTruthy();
    await userEvent.click(await screen.findByRole('button', { name: 'Reject' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.queryByText('RejectEngagementInvitation')).toBeNull();
    await userEvent.click(dialog.getByRole('button', { name: 'Reason Choose a reason' }));
    await userEvent.click(await screen.findByRole('option', { name: 'Unable to support' }));
    expect(await dialog.findByText(/"RejectionReason":"Unable to support"/)).toBeTruthy();
    expect(dialog.getByText(account('acme').awsAccountId)).toBeTruthy();
    await userEvent.click(dialog.getByRole('button', { name: 'Reject' }));
    expect(answers).toEqual([
      {
        account: 'acme',
        invitationId: invitation.id,
        answer: 'reject',
        reason: 'Unable to support',
        confirmedAccountId: account('acme').awsAccountId,
      },
    ]);
  });

  it('to leads show whom they are about but no name, and are rejected with a text', async () => {
    const lead: InvitationDetail = {
      ...invitation,
      payloadType: 'LeadInvitation',
      title: 'Saltern Outfitters',
      document: {
        Payload: {
          LeadInvitation: {
            Customer: { CompanyName: 'Saltern Outfitters', MarketSegment: 'Medium' },
            Interaction: { SourceName: 'Autumn webinar', ContactBusinessTitle: 'CTO' },
          },
        },
      },
    };
    const asked: unknown[] = [];
    await show({
      handlers: {
        'invitations.get': () => lead,
        'invitations.plan': (input) => {
          asked.push(input.reason);
          return { catalog: 'AWS', operation: 'RejectEngagementInvitation', json: '{}' };
        },
      },
    });
    expect(await screen.findByText('Autumn webinar')).toBeTruthy();
    expect(screen.getByText('Name, email and phone of the contact')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Assign' })).toBeNull();
    await userEvent.click(await screen.findByRole('button', { name: 'Reject' }));
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.type(dialog.getByLabelText('Reason'), 'x'.repeat(81));
    expect(asked).not.toContain('x'.repeat(81));
    expect(dialog.getByRole('button', { name: 'Reject' }).hasAttribute('disabled')).toBe(true);
    await userEvent.clear(dialog.getByLabelText('Reason'));
    await userEvent.type(dialog.getByLabelText('Reason'), 'No one there');
    expect(await dialog.findByText('RejectEngagementInvitation')).toBeTruthy();
    expect(asked).toContain('No one there');
  });
});
