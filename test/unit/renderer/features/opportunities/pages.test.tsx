import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { describe, expect, it } from 'vitest';
import { OpportunityListPage } from '../../../../../src/renderer/features/opportunities/list/list-page.tsx';
import { OpportunityPage } from '../../../../../src/renderer/features/opportunities/page/opportunity-page.tsx';
import type { OpportunityFilter } from '../../../../../src/shared/contract/opportunities.ts';
import type {
  OpportunityDetail,
  OpportunitySummary,
} from '../../../../../src/shared/domain/opportunity/opportunity.ts';
import { account } from '../../support/offers.ts';
import { renderInApp, type RenderOptions } from '../../support/render.tsx';

const summary: OpportunitySummary = {
  account: 'acme',
  catalog: 'AWS',
  id: 'O5465588',
  partnerId: 'CRM-1',
  title: 'Data platform',
  customer: 'Customer Example',
  country: 'US',
  industry: 'Retail',
  stage: 'Qualified',
  reviewStatus: 'Action Required',
  origin: 'Partner Referral',
  opportunityType: 'Net New Business',
  targetCloseDate: '2027-03-31',
  amount: '1234.50',
  currency: 'USD',
  nextSteps: 'Call again',
  closedLostReason: '',
  owner: 'Ada Fenwick',
  engagementScore: 'High',
  involvement: 'Co-Sell',
  awsStage: '',
  createdAt: '2026-11-01T00:00:00Z',
  modifiedAt: '2026-11-02T00:00:00Z',
  goneAt: null,
};

const detail: OpportunityDetail = {
  ...summary,
  document: {
    Id: 'O5465588',
    Customer: { Account: { CompanyName: 'Customer Example', WebsiteUrl: 'customer.example' }, Contacts: [] },
    Project: {
      Title: 'Data platform',
      ExpectedCustomerSpend: [{ Amount: '1234.50', CurrencyCode: 'USD', Frequency: 'Monthly', TargetCompany: 'AWS' }],
    },
    LifeCycle: { ReviewStatusReason: 'Clarify Revenue', ReviewComments: 'Say what they spend.' },
    RelatedEntityIdentifiers: { Solutions: ['S-1234567'] },
    OpportunityTeam: [{ FirstName: 'Ada', LastName: 'Fenwick', BusinessTitle: 'OpportunityOwner' }],
    Surprise: { New: true },
  },
  readAt: '2026-11-02T00:00:00Z',
  awsSummary: {
    Insights: {
      EngagementScore: 'High',
      NextBestActions: 'Invite the customer',
      Recommendations: [{ Type: 'Meeting', Details: 'Bring an architect' }],
    },
    OpportunityTeam: [
      { FirstName: 'Wanda', LastName: 'Field', BusinessTitle: 'AWSSalesRep', Email: 'w@aws.example' },
      { FirstName: 'Otto', LastName: 'Lind', BusinessTitle: 'AWSAccountOwner' },
      { FirstName: 'Pia', LastName: 'Moor', BusinessTitle: 'PSM' },
      { FirstName: 'Ivo', LastName: 'Sand', BusinessTitle: 'ISVSM' },
    ],
  },
  nextStepsHistory: [
    { side: 'aws', at: '2026-11-02T00:00:00.000Z', text: 'Waiting for numbers' },
    { side: 'partner', at: '2026-11-01T00:00:00.000Z', text: 'Call again' },
  ],
  linkedOffers: [{ kind: 'offer', id: 'offer-one', arn: 'arn:aws:x/Offer/offer-one', name: 'Deal 2027' }],
};

const PAGE: RenderOptions = {
  at: '/opportunities/acme/O5465588',
  routes: [{ path: '/opportunities/:account/:id', Component: OpportunityPage }],
};

function show(page: ReactElement | null, { handlers, ...options }: RenderOptions = {}) {
  return renderInApp(page, {
    ...options,
    preferences: { activeAccount: null },
    handlers: {
      'accounts.list': () => ({ accounts: [account('acme')] }),
      'jobs.list': () => ({ jobs: [] }),
      'opportunities.syncProblems': () => ({ problems: [] }),
      'opportunities.get': () => detail,
      ...handlers,
    },
  });
}

describe('the list of opportunities', () => {
  it('shows deals of one catalog, and asks for the other where accounts use both', async () => {
    const filters: OpportunityFilter[] = [];
    await show(<OpportunityListPage />, {
      handlers: {
        'opportunities.list': ({ filter }) => {
          filters.push(filter as OpportunityFilter);
          const catalog = filter.catalog === 'Sandbox' ? ('Sandbox' as const) : ('AWS' as const);
          return { items: [{ ...summary, catalog }], total: 1, catalog, catalogs: ['AWS', 'Sandbox'], syncedAt: null };
        },
      },
    });
    const row = (await screen.findByRole('link', { name: 'Data platform' })).closest('tr');
    if (!row) throw new Error('no row');
    for (const text of ['Customer Example', 'Qualified', 'Action Required', '$1,234.50']) {
      expect(within(row).getByText(text)).toBeTruthy();
    }
    expect(screen.queryByText('Sandbox: trial opportunities')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Sandbox' }));
    expect(await screen.findByText('Sandbox: trial opportunities')).toBeTruthy();
    expect(filters.at(-1)?.catalog).toBe('Sandbox');
  });

  it('says how to begin where nothing was read', async () => {
    await show(<OpportunityListPage />, {
      handlers: {
        'opportunities.list': () => ({ items: [], total: 0, catalog: 'AWS', catalogs: ['AWS'], syncedAt: null }),
      },
    });
    expect(await screen.findByText('No opportunities here yet')).toBeTruthy();
    expect(screen.getAllByRole('button', { name: 'Read from AWS' })).toHaveLength(2);
  });
});

describe('the page of an opportunity', () => {
  it('shows both sides, the reviewer’s words, links to our offers, and what is not known', async () => {
    await show(null, PAGE);
    expect(await screen.findByText('Clarify Revenue: Say what they spend.')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Deal 2027' }).getAttribute('href')).toContain('/offers/acme/offer-one');
    for (const text of [
      'Invite the customer',
      'Bring an architect',
      'Wanda Field',
      'AWS sales representative',
      'Otto Lind',
      'AWS account manager',
      'Pia Moor',
      'AWS partner success manager',
      'Ivo Sand',
      'AWS ISV success manager',
      'Ada Fenwick',
      'Waiting for numbers',
    ]) {
      expect(screen.getAllByText(text, { exact: false }).length).toBeGreaterThan(0);
    }
    expect(screen.getByText(/"Surprise"/)).toBeTruthy();
    const link = screen.getByRole('link', { name: /Open Partner Central/ });
    expect(link.getAttribute('href')).toMatch(/\.console\.aws\.amazon\.com\/partnercentral\/opportunities\/O5465588$/);
  });

  it('of the sandbox leads to no page of Partner Central, which has none', async () => {
    await show(null, {
      ...PAGE,
      handlers: { 'opportunities.get': () => ({ ...detail, catalog: 'Sandbox' as const }) },
    });
    expect(await screen.findByText('Sandbox: trial opportunities')).toBeTruthy();
    expect(screen.queryByRole('link', { name: /Open Partner Central/ })).toBeNull();
  });

  it('says that AWS does not show it any more, and keeps what was read', async () => {
    await show(null, {
      ...PAGE,
      handlers: { 'opportunities.get': () => ({ ...detail, goneAt: '2026-11-03T00:00:00Z' }) },
    });
    expect(await screen.findByText('AWS does not show this opportunity any more')).toBeTruthy();
    expect(screen.getAllByText('Customer Example').length).toBeGreaterThan(0);
  });
});
