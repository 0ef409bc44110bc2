import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { offerSetRoutes } from '../../../../../src/renderer/features/offer-sets/routes.tsx';
import type { Change } from '../../../../../src/shared/domain/change/change.ts';
import { draftOfSet, type OfferSetDraft } from '../../../../../src/shared/domain/offer-set/draft.ts';
import type {
  OfferSetDetail,
  OfferSetSummary,
  SetMember,
} from '../../../../../src/shared/domain/offer-set/offer-set.ts';
import { account } from '../../support/offers.ts';
import type { MemoryHandlers } from '../../support/memory-transport.ts';
import { renderInApp } from '../../support/render.tsx';

const SUMMARY: OfferSetSummary = {
  account: 'acme',
  id: 'offerset-one',
  name: 'Both together',
  state: 'draft',
  offerCount: 1,
  buyers: ['012345678901'],
  availabilityEndDate: '2026-12-31',
  agreementCount: 0,
  solutionId: null,
  releasedAt: null,
  lastModifiedAt: '2026-11-01T00:00:00Z',
  madeHere: true,
};

const member = (id: string, changes: Partial<SetMember> = {}): SetMember => ({
  kind: 'offer',
  id,
  name: `Offer ${id}`,
  productId: `prod-${id}`,
  productTitle: `Product ${id}`,
  state: 'active',
  buyers: ['012345678901'],
  currency: 'USD',
  availabilityEndDate: '2026-12-31',
  offerSetId: 'offerset-one',
  obstacle: null,
  url: `https://aws.amazon.com/${id}`,
  ...changes,
});

const DETAIL: OfferSetDetail = {
  summary: SUMMARY,
  buyerNotes: 'Take both.',
  revision: '2',
  offers: [member('a')],
  candidates: [member('b')],
  drafts: [member('d', { kind: 'draft', state: 'draft', url: null })],
  agreements: [{ id: 'agmt-1', offerId: 'a', acceptor: '012345678901', status: 'ACTIVE', at: '2026-11-20T00:00:00Z' }],
  document: {},
  syncedAt: '2026-11-20T10:00:00Z',
};

const DOCUMENT = draftOfSet('offerset-one', { name: 'Both together', buyerNotes: '', solutionId: '', offerIds: ['a'] });
const RECORD = {
  id: 'draft-1',
  account: 'acme',
  revision: 1,
  name: 'Draft of both',
  productTitle: null,
  createdAt: '2026-11-01T00:00:00Z',
  updatedAt: '2026-11-01T00:00:00Z',
  changeId: null,
};

const LATER = {
  ruleId: 'set-notes-missing',
  severity: 'error',
  stage: 'release',
  path: 'buyerNotes',
  messageKey: 'offersets:rule.set-notes-missing',
  params: {},
  source: '4 MISSING_BUYER_NOTES',
} as const;

function show(at: string, handlers: MemoryHandlers = {}) {
  const saved: OfferSetDraft[] = [];
  const rendered = renderInApp(null, {
    at,
    routes: [...offerSetRoutes, { path: '*', element: <p>elsewhere</p> }],
    handlers: {
      'accounts.list': () => ({ accounts: [account('acme')] }),
      'changes.list': () => ({ items: [], total: 0 }),
      'offersets.syncProblems': () => ({ problems: [] }),
      'offersets.list': () => ({ items: [SUMMARY], total: 1, syncedAt: '2026-11-20T10:00:00Z' }),
      'offersets.get': () => DETAIL,
      'offersets.drafts.list': () => ({ drafts: [RECORD] }),
      'offersets.drafts.get': () => ({ ...RECORD, document: DOCUMENT }),
      'offersets.drafts.preflight': () => ({
        findings: [LATER],
        members: [member('a')],
        candidates: [member('b')],
        drafts: [],
        change: null,
      }),
      'offersets.drafts.request': () => ({ json: '{"ChangeSet":[{"ChangeType":"ReleaseOfferSet"}]}' }),
      'offersets.drafts.save': ({ revision, document }) => {
        saved.push(document);
        return { ...RECORD, revision: revision + 1 };
      },
      ...handlers,
    },
  });
  return { rendered, saved };
}

describe('the list of offer sets', () => {
  it('names state, buyers and last day, leads to page and drafts, and filters at the core', async () => {
    const { transport } = await show('/offersets?state=released&text=both').rendered;
    const link = await screen.findByRole('link', { name: 'Both together' }, { timeout: 10_000 });
    expect(link.getAttribute('href')).toBe('/offersets/acme/offerset-one');
    expect(screen.getByText('Draft at AWS')).toBeTruthy();
    expect(screen.getByText('012345678901')).toBeTruthy();
    expect(transport.calls.find(({ method }) => method === 'offersets.list')?.input).toMatchObject({
      filter: { states: ['released'], text: 'both' },
    });
    expect(await screen.findByText('Drafts on this machine (1)')).toBeTruthy();
  });
});

describe('the page of an offer set', () => {
  it('links to its offers, to what is made for it, and to its agreements', async () => {
    await show('/offersets/acme/offerset-one').rendered;
    const inside = await screen.findByRole('table', { name: 'Offers in the set' });
    expect(within(inside).getByRole('link', { name: 'Offer a' }).getAttribute('href')).toBe('/offers/acme/a');
    const drafts = screen.getByRole('table', { name: 'Drafts to be made for this set' });
    expect(within(drafts).getByRole('link', { name: 'Offer d' }).getAttribute('href')).toBe('/drafts/d');
    expect(screen.getByRole('link', { name: 'agmt-1' }).getAttribute('href')).toBe('/agreements/acme/agmt-1');
    expect(screen.getByText('https://aws.amazon.com/a')).toBeTruthy();
  });
});

describe('the editor of an offer set', () => {
  it('saves what is typed and put in, and does not send what the rules stand against', async () => {
    const { rendered, saved } = show('/offersets/drafts/draft-1');
    const { transport } = await rendered;
    await userEvent.click(await screen.findByRole('button', { name: 'Put in Offer b' }));
    await expect.poll(() => saved.at(-1)?.offerIds).toEqual(['a', 'b']);
    await userEvent.type(screen.getByRole('textbox', { name: 'Name' }), '!');
    await expect.poll(() => saved.at(-1)?.name).toBe('Both together!');
    await userEvent.click(screen.getByRole('button', { name: 'Publish' }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText('AWS needs notes for the buyer before the set is published.')).toBeTruthy();
    const confirm = within(dialog).getByRole('button', { name: 'Publish offer set' });
    expect(confirm.hasAttribute('disabled') || confirm.getAttribute('aria-disabled') === 'true').toBe(true);
    expect(transport.calls.some(({ method }) => method === 'offersets.drafts.publish')).toBe(false);
  });

  it('shows what AWS refused at the field that it is about', async () => {
    await show('/offersets/drafts/draft-1', {
      'offersets.drafts.preflight': () => ({
        findings: [],
        members: [member('a')],
        candidates: [],
        drafts: [],
        change: FAILED,
      }),
    }).rendered;
    const said = await screen.findAllByText(/MISSING_BUYER_NOTES/);
    expect(said.length).toBeGreaterThan(1);
  });
});

const FAILED: Change = {
  id: 'change-1',
  account: 'acme',
  awsAccountId: '012345678901',
  kind: 'offer-set-release',
  state: 'failed',
  draftId: 'draft-1/offerset',
  title: 'Both together',
  changeSetId: 'set-1',
  awsStatus: 'FAILED',
  entityType: 'OfferSet',
  entityId: 'offerset-one',
  entities: [],
  offerId: null,
  bulkId: null,
  resultId: null,
  paused: false,
  productId: null,
  errors: [
    {
      changeType: 'ReleaseOfferSet',
      code: 'MISSING_BUYER_NOTES',
      message: 'BuyerNotes is missing.',
      path: 'buyerNotes',
    },
  ],
  error: null,
  differences: null,
  createdAt: '2026-11-20T10:00:00Z',
  updatedAt: '2026-11-20T10:00:00Z',
};
