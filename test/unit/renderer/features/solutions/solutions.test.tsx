import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { SolutionListPage } from '../../../../../src/renderer/features/solutions/list-page.tsx';
import { SolutionPage } from '../../../../../src/renderer/features/solutions/solution-page.tsx';
import type { SolutionFilter } from '../../../../../src/shared/contract/solutions.ts';
import type { Solution } from '../../../../../src/shared/domain/solution.ts';
import { account } from '../../support/offers.ts';
import { renderInApp } from '../../support/render.tsx';

const solution: Solution = {
  account: 'acme',
  catalog: 'AWS',
  id: 'S-0000042',
  name: 'Shop in the cloud',
  status: 'Inactive',
  category: 'Software Product',
  createdAt: '2026-11-01T00:00:00Z',
  marketplaceArn: 'arn:aws:aws-marketplace:us-east-1:012345678901:AWSMarketplace/Solution/soln-example',
  goneAt: null,
  opportunities: 2,
};

const handlers = {
  'accounts.list': () => ({ accounts: [account('acme')] }),
  'solutions.syncProblems': () => ({ problems: [] }),
};

it('lists solutions with their state, narrowed by the address, and reads them again', async () => {
  const user = userEvent.setup();
  const filters: SolutionFilter[] = [];
  const { transport } = await renderInApp(<SolutionListPage />, {
    at: '/solutions?category=Software+Product',
    handlers: {
      ...handlers,
      'solutions.list': ({ filter }) => {
        filters.push(filter);
        return {
          items: [solution, { ...solution, id: 'S-0000043', name: '', status: 'Retired' }],
          total: 2,
          catalog: 'AWS',
          catalogs: ['AWS'],
          categories: ['Software Product'],
          syncedAt: '2026-11-20T00:00:00Z',
        };
      },
      'solutions.sync': () => ({ jobId: 'job-1' }),
    },
  });
  const row = (await screen.findByRole('link', { name: 'Shop in the cloud' })).closest('tr');
  if (!row) throw new Error('no row');
  for (const text of ['Inactive', 'S-0000042', 'soln-example', '2']) expect(within(row).getByText(text)).toBeTruthy();
  expect(screen.getByText('Retired')).toBeTruthy();
  expect(filters.at(-1)?.categories).toEqual(['Software Product']);
  await user.click(screen.getByRole('checkbox', { name: /does not list any more/ }));
  expect(filters.at(-1)?.gone).toBe(true);
  await user.click(screen.getByRole('button', { name: 'Read from AWS' }));
  expect(transport.calls.find(({ method }) => method === 'solutions.sync')?.input).toMatchObject({ account: 'acme' });
});

it('says of one that AWS takes no more, and leads to the opportunities that carry it', async () => {
  await renderInApp(null, {
    at: '/solutions/acme/S-0000042',
    routes: [{ path: '/solutions/:account/:id', Component: SolutionPage }],
    handlers: {
      ...handlers,
      'solutions.get': () => ({ ...solution, goneAt: '2026-11-19T00:00:00Z' }),
      'solutions.opportunities': () => ({
        items: [
          {
            account: 'acme',
            catalog: 'AWS',
            id: 'O5465588',
            partnerId: '',
            title: 'Data platform',
            customer: 'Customer Example',
            country: 'US',
            industry: 'Retail',
            stage: 'Qualified',
            reviewStatus: 'Approved',
            origin: null,
            opportunityType: '',
            targetCloseDate: null,
            amount: null,
            currency: null,
            nextSteps: '',
            closedLostReason: '',
            owner: '',
            engagementScore: '',
            involvement: '',
            awsStage: '',
            createdAt: null,
            modifiedAt: '2026-11-02T00:00:00Z',
            goneAt: null,
          },
        ],
        total: 1,
      }),
    },
  });
  expect(await screen.findByText('AWS does not list this solution any more')).toBeTruthy();
  expect(screen.getByText('No longer at AWS')).toBeTruthy();
  const link = await screen.findByRole('link', { name: 'Data platform' });
  expect(link.getAttribute('href')).toContain('/opportunities/acme/O5465588');
});
