import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { EngagementListPage } from '../../../../../src/renderer/features/engagements/list-page.tsx';
import { EngagementPage } from '../../../../../src/renderer/features/engagements/engagement-page.tsx';
import type { EngagementDetail } from '../../../../../src/shared/domain/engagement/engagement.ts';
import { account } from '../../support/offers.ts';
import { renderInApp, type RenderOptions } from '../../support/render.tsx';

const ID = 'eng-abc00000000001';

const lead: EngagementDetail = {
  account: 'acme',
  catalog: 'AWS',
  id: ID,
  title: 'Saltern Outfitters',
  customer: 'Saltern Outfitters',
  qualification: 'Unqualified',
  isLead: true,
  contextTypes: ['Lead'],
  memberCount: 2,
  createdAt: '2026-11-01T00:00:00.000Z',
  createdBy: 'aws',
  modifiedAt: '2026-11-02T00:00:00.000000001Z',
  document: {
    Contexts: [
      {
        Id: '1',
        Type: 'Lead',
        Payload: {
          Lead: {
            QualificationStatus: 'Unqualified',
            Customer: { CompanyName: 'Saltern Outfitters' },
            Interactions: [{ CustomerAction: 'Completed Form', Contact: { FirstName: 'Ines', LastName: 'Roth' } }],
          },
        },
      },
    ],
  },
  readAt: '2026-11-02T00:00:00.000Z',
  members: [{ accountId: 'aws', companyName: 'Amazon Web Services', website: '' }],
  resources: [],
  invitations: [],
  invitationId: 'engi-abc0000000001',
  change: null,
};

function show(options: RenderOptions = {}) {
  return renderInApp(null, {
    at: `/engagements/acme/${ID}`,
    routes: [
      { path: '/engagements', Component: EngagementListPage },
      { path: '/engagements/:account/:id', Component: EngagementPage },
    ],
    ...options,
    preferences: { activeAccount: null },
    handlers: {
      'accounts.list': () => ({ accounts: [account('acme')] }),
      'jobs.list': () => ({ jobs: [] }),
      'engagements.syncProblems': () => ({ problems: [] }),
      'engagements.get': () => lead,
      'engagements.plan': ({ deed }) => ({ catalog: 'AWS', operation: 'Planned', json: JSON.stringify(deed) }),
      ...options.handlers,
    },
  });
}

describe('engagements', () => {
  it('are listed with what they are about, and leads are chosen for prospecting', async () => {
    const asked: unknown[] = [];
    await show({
      at: '/engagements?about=lead',
      handlers: {
        'engagements.list': ({ filter }) => {
          asked.push(filter.about);
          return { items: [lead], total: 1, catalog: 'AWS', catalogs: ['AWS'], syncedAt: null };
        },
      },
    });
    const row = (await screen.findByRole('link', { name: 'Saltern Outfitters' })).closest('tr');
    if (!row) throw new Error('no row');
    for (const text of ['Lead', 'Unqualified', 'AWS']) expect(within(row).getByText(text)).toBeTruthy();
    expect(asked).toEqual(['lead']);
    await userEvent.click(within(row).getByRole('checkbox'));
    await userEvent.click(await screen.findByRole('button', { name: 'Prospect' }));
    expect(await screen.findByText(new RegExp(`"engagementIds":\\["${ID}"\\]`))).toBeTruthy();
  });

  it('show a lead, keep what was typed about it, and send nothing that is not right', async () => {
    const sent: unknown[] = [];
    await show({
      handlers: {
        'engagements.write': (input) => {
          sent.push(input);
          return { change: null as never };
        },
      },
    });
    expect(await screen.findByText('Ines Roth')).toBeTruthy();
    await userEvent.click(await screen.findByRole('button', { name: 'Update lead' }));
    const open = async () => within(await screen.findByRole('dialog'));
    let dialog = await open();
    const word = dialog.getByRole('combobox', { name: 'Qualification' });
    await userEvent.clear(word);
    await userEvent.click(dialog.getByRole('button', { name: 'Update' }));
    expect(await dialog.findByText('Please fill this in.')).toBeTruthy();
    expect(sent).toEqual([]);
    await userEvent.type(word, 'Called twice');
    await userEvent.click(dialog.getByRole('button', { name: 'Close' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Update lead' }));
    dialog = await open();
    expect(dialog.getByDisplayValue('Called twice')).toBeTruthy();
    expect(await dialog.findByText(/"qualification":"Called twice"/)).toBeTruthy();
    expect(dialog.getByText(account('acme').awsAccountId)).toBeTruthy();
    await userEvent.click(dialog.getByRole('button', { name: 'Update' }));
    expect(sent).toMatchObject([
      {
        account: 'acme',
        confirmedAccountId: account('acme').awsAccountId,
        deed: { kind: 'lead-update', modifiedAt: lead.modifiedAt, interaction: null },
      },
    ]);
  });

  it('make no opportunity of a lead that is out, or has become one', async () => {
    await show({
      handlers: {
        'engagements.get': () => ({
          ...lead,
          resources: [{ id: 'O123', createdBy: account('acme').awsAccountId, isOwn: true, title: 'The tills' }],
        }),
      },
    });
    expect((await screen.findByRole('link', { name: 'The tills (O123)' })).getAttribute('href')).toContain('O123');
    const button = await screen.findByRole('button', { name: 'Make an opportunity' });
    expect(button.getAttribute('aria-disabled') ?? button.getAttribute('disabled')).not.toBeNull();
  });
});
