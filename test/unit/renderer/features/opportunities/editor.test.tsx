import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { opportunityDraftRoutes } from '../../../../../src/renderer/features/opportunities/editor/routes.tsx';
import { createAppError, OfferdeckError } from '../../../../../src/shared/errors/app-error.ts';
import type { OpportunityDraft } from '../../../../../src/shared/domain/opportunity/draft.ts';
import { setAt } from '../../../../../src/shared/domain/opportunity/record.ts';
import { COMPLETE, heldAs, targetOf } from '../../../../support/opportunity-drafts.ts';
import type { MemoryHandlers } from '../../support/memory-transport.ts';
import { account } from '../../support/offers.ts';
import { renderInApp } from '../../support/render.tsx';

const RECORD = {
  id: 'draft-1',
  account: 'acme',
  revision: 1,
  name: 'Move the shop',
  productTitle: null,
  createdAt: '2026-11-01T00:00:00Z',
  updatedAt: '2026-11-01T00:00:00Z',
  changeId: null,
  catalog: 'AWS' as const,
};

function show(document: OpportunityDraft, handlers: MemoryHandlers = {}) {
  const saved: OpportunityDraft[] = [];
  renderInApp(null, {
    at: '/opportunities/drafts/draft-1',
    routes: [...opportunityDraftRoutes, { path: '*', element: <p>elsewhere</p> }],
    handlers: {
      'accounts.list': () => ({ accounts: [account('acme')] }),
      'opportunities.drafts.get': () => ({ ...RECORD, document }),
      'opportunities.drafts.save': ({ revision, document: next }) => {
        saved.push(next);
        return { ...RECORD, revision: revision + 1 };
      },
      'opportunities.drafts.check': () => ({ findings: [] }),
      'opportunities.autoShare.get': () => ({ item: null }),
      'opportunities.drafts.progress': () => ({
        share: false,
        state: null,
        steps: [],
        opportunityId: null,
        hindrance: null,
      }),
      'opportunities.drafts.plan': () => ({ steps: [{ operation: 'CreateOpportunity', json: '{"Catalog":"AWS"}' }] }),
      'products.list': () => ({ items: [], total: 0, syncedAt: null }),
      ...handlers,
    },
  });
  return { saved };
}

describe('the editor of opportunities', () => {
  it('keeps what is typed, says what is wrong once somebody was there, and mends it by a click', async () => {
    const user = userEvent.setup();
    const { saved } = show(setAt(COMPLETE, 'customer.account.awsAccountId', ''));
    const account12 = await screen.findByRole('textbox', { name: /Customer’s AWS account/ });
    await user.type(account12, '0000-1234-5678');
    expect(screen.queryByText('The customer’s AWS account has 12 digits.')).toBeNull();
    await user.tab();
    expect(await screen.findAllByText(/The customer’s AWS account has 12 digits/)).not.toHaveLength(0);
    await user.click(screen.getAllByRole('button', { name: 'Correct it' })[0]!);
    await waitFor(() => expect(saved.at(-1)?.customer.account.awsAccountId).toBe('000012345678'));
  });

  it('locks what AWS has locked, and says why', async () => {
    show(heldAs('Action Required', { reviewComments: 'Please describe the problem' }));
    expect(await screen.findByRole('textbox', { name: /Project title/ })).toHaveProperty('disabled', true);
    expect(screen.getAllByText('Not among the fields that AWS lets you correct now')).not.toHaveLength(0);
    expect(screen.getByRole('textbox', { name: /Customer business problem/ })).toHaveProperty('disabled', false);
    expect(screen.getByText(/Please describe the problem/)).toBeDefined();
    expect(screen.getByRole('button', { name: 'Send correction' })).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Share with AWS' })).toBeNull();
  });

  it('sends after showing account and requests, and merges by field what AWS changed meanwhile', async () => {
    const user = userEvent.setup();
    const held = heldAs('Approved');
    const mine = setAt(held, 'lifeCycle.nextSteps', 'Visit them');
    const changed = setAt(held, 'project.additionalComments', 'Call first');
    const theirs = targetOf(setAt(changed, 'lifeCycle.nextSteps', 'AWS called'));
    const { saved } = show(mine, {
      'opportunities.drafts.send': () => {
        throw new OfferdeckError(createAppError('opportunity-conflict'));
      },
      'opportunities.drafts.newest': () => ({ target: { ...theirs, lastModifiedDate: '2026-11-21T00:00:00Z' } }),
    });
    await user.click(await screen.findByRole('button', { name: 'Update at AWS' }));
    const ask = await screen.findByRole('dialog', { name: 'Save at AWS' });
    await within(ask).findByText('1 request as it is sent, but for its token');
    await user.click(within(ask).getByRole('button', { name: 'Send to AWS' }));
    const merge = await screen.findByRole('dialog', { name: 'AWS changed the opportunity meanwhile' });
    expect(await within(merge).findByText('AWS called')).toBeDefined();
    expect(within(merge).getByText('Visit them')).toBeDefined();
    expect(within(merge).getByText(/→ Call first$/)).toBeDefined();
    await user.click(within(merge).getByRole('radio', { name: /At AWS now/ }));
    await user.click(within(merge).getByRole('button', { name: 'Merge' }));
    await waitFor(() => expect(saved.at(-1)?.lifeCycle.nextSteps).toBe('AWS called'));
    expect(saved.at(-1)?.project.additionalComments).toBe('Call first');
    expect(saved.at(-1)?.target?.lastModifiedDate).toBe('2026-11-21T00:00:00Z');
  });

  it('says in which catalog it writes', async () => {
    show(heldAs('Approved'), {
      'opportunities.drafts.get': () => ({ ...RECORD, catalog: 'Sandbox' as const, document: heldAs('Approved') }),
    });
    expect(await screen.findByText('Sandbox: trial opportunities')).toBeDefined();
    expect(screen.queryByText(/catalog AWS: real opportunities/)).toBeNull();
  });

  it('finds a solution by its friendly name', async () => {
    const user = userEvent.setup();
    const shop = { id: 'S-0000042', name: 'Shop in the cloud', category: 'Software Product', marketplaceArn: null };
    show(COMPLETE, {
      'opportunities.solutions': ({ text }) => ({
        items: text === '' ? [] : [shop],
        total: 1,
        known: 340,
        syncedAt: '2026-11-20T00:00:00Z',
      }),
    });
    await user.click(await screen.findByRole('button', { name: 'Kind AWS Marketplace products' }));
    await user.click(await screen.findByRole('option', { name: 'Solutions (Partner Central)' }));
    await user.click(screen.getByRole('combobox', { name: 'Name or ID' }));
    await user.paste('shop');
    await waitFor(() => expect(document.body.textContent).toContain(shop.id));
    expect(document.body.textContent).toContain('Shop in the cloud');
  });

  it('says why the next step of a send cannot begin, lets it be given up, and says what then stands', async () => {
    const user = userEvent.setup();
    const stopped: string[] = [];
    show(COMPLETE, {
      'opportunities.drafts.progress': () => ({
        state: stopped.length === 0 ? ('running' as const) : ('stopped' as const),
        share: false,
        steps: [{ operation: 'CreateOpportunity', what: '', change: null }],
        opportunityId: null,
        hindrance: stopped.length === 0 ? createAppError('network-unreachable') : null,
      }),
      'opportunities.drafts.stop': ({ id }) => {
        stopped.push(id);
        return {};
      },
    });
    expect(await screen.findByText(/The next step could not begin yet/)).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Stop sending' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Stop sending?' }));
    await user.click(dialog.getByRole('button', { name: 'Stop sending' }));
    expect(stopped).toHaveLength(1);
    expect(await screen.findByText('Sending was stopped')).toBeDefined();
  });

  it('closes as lost only with a reason', async () => {
    const user = userEvent.setup();
    const { saved } = show(heldAs('Approved'));
    await user.click(await screen.findByRole('button', { name: 'Close as lost' }));
    const dialog = await screen.findByRole('dialog', { name: 'Close as lost' });
    await user.click(within(dialog).getByRole('button', { name: 'Close in the draft' }));
    expect(within(dialog).getAllByText(/Closed Lost needs a reason/)).not.toHaveLength(0);
    expect(saved).toEqual([]);
  });
});

describe('the list of drafts of opportunities', () => {
  it('says where each draft stands', async () => {
    const { catalog: _catalog, ...record } = RECORD;
    const held = {
      ...record,
      opportunityId: 'O1234567',
      reviewStatus: 'Pending Submission',
      unsentEdits: false,
      sending: null,
    };
    renderInApp(null, {
      at: '/opportunities/drafts',
      routes: [...opportunityDraftRoutes, { path: '*', element: <p>elsewhere</p> }],
      handlers: {
        'accounts.list': () => ({ accounts: [account('acme')] }),
        'opportunities.autoShare.list': () => ({ on: false, items: [] }),
        'opportunities.drafts.list': () => ({
          drafts: [
            { ...held, id: 'here', opportunityId: null, reviewStatus: '' },
            { ...held, id: 'going', opportunityId: null, reviewStatus: '', sending: 'running' as const },
            { ...held, id: 'stuck', sending: 'stopped' as const },
            { ...held, id: 'there', sending: 'done' as const },
            { ...held, id: 'reviewed', reviewStatus: 'In review' },
            { ...held, id: 'edited', reviewStatus: 'Approved', unsentEdits: true },
          ],
        }),
      },
    });
    await screen.findByText('Draft on this machine');
    const states = screen.getAllByRole('row').slice(1);
    const said = [
      'Draft on this machine',
      'Being sent',
      'Sending stopped',
      'Draft at AWS',
      'In review',
      'Unsent edits',
    ];
    expect(states.map((row, index) => within(row).queryByText(said[index] ?? '') !== null)).toEqual(
      said.map(() => true),
    );
    expect(screen.getAllByRole('link', { name: 'O1234567' })).toHaveLength(4);
  });
});
