import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { SnapshotRolePanel } from '../../../../../src/renderer/features/engagements/snapshot-role-panel.tsx';
import { Snapshots } from '../../../../../src/renderer/features/engagements/snapshots.tsx';
import type { EngagementDetail } from '../../../../../src/shared/domain/engagement/engagement.ts';
import type { SnapshotJob } from '../../../../../src/shared/domain/engagement/snapshot.ts';
import { account } from '../../support/offers.ts';
import { renderInApp } from '../../support/render.tsx';

const SUMMARY = 'OpportunitySummaryView';
const engagement: EngagementDetail = {
  account: 'acme',
  catalog: 'AWS',
  id: 'eng-abc00000000001',
  title: 'The order desk',
  customer: '',
  qualification: '',
  isLead: false,
  contextTypes: ['CustomerProject'],
  memberCount: 2,
  createdAt: '2026-11-01T00:00:00.000Z',
  createdBy: 'aws',
  modifiedAt: '2026-11-02T00:00:00.000000001Z',
  document: {},
  readAt: null,
  members: [],
  resources: [{ id: 'O1', createdBy: 'x', isOwn: true, title: 'The order desk' }],
  invitations: [],
  invitationId: null,
  change: null,
};
const job = (id: string, status: string): SnapshotJob => ({
  id,
  arn: `arn:aws:partnercentral:us-east-1:111122223333:catalog/AWS/resource-snapshot-job/${id}`,
  status,
  opportunityId: 'O1',
  template: SUMMARY,
  createdAt: null,
  lastSuccess: null,
  lastFailure: status === 'Running' ? 'No role is set' : '',
});
const common = {
  'accounts.list': () => ({ accounts: [account('acme')] }),
  'engagements.plan': ({ deed }: { deed: object }) => ({
    catalog: 'AWS' as const,
    operation: 'Planned',
    json: JSON.stringify(deed),
  }),
};

describe('snapshots', () => {
  it('are compared by revision, and a job is deleted only once it stands', async () => {
    await renderInApp(<Snapshots engagement={engagement} />, {
      handlers: {
        ...common,
        'engagements.snapshots': () => ({
          snapshots: [{ opportunityId: 'O1', template: SUMMARY, revision: 3, createdBy: 'x', isOwn: true }],
          jobs: [job('job-0000000000001', 'Running'), job('job-0000000000002', 'Stopped')],
        }),
        'engagements.snapshot': ({ revision }) => ({
          opportunityId: 'O1',
          template: SUMMARY,
          revision: revision ?? 3,
          createdBy: 'x',
          isOwn: true,
          createdAt: null,
          targets: ['111122223333'],
          payload: { OpportunitySummary: { Lifecycle: { Stage: revision === 3 ? 'Qualified' : 'Prospect' } } },
        }),
      },
    });
    expect(await screen.findByText('No role is set')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Delete: job-0000000000001' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Delete: job-0000000000002' }));
    expect(await screen.findByText(/"kind":"snapshot-job-delete".*"jobId":"job-0000000000002"/)).toBeTruthy();
    await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Close' }));
    await userEvent.click(screen.getByRole('button', { name: `View: O1 ${SUMMARY}` }));
    expect(await screen.findByText('OpportunitySummary.Lifecycle.Stage')).toBeTruthy();
    expect(screen.getByText('Prospect')).toBeTruthy();
    expect(screen.getByText('Qualified')).toBeTruthy();
  });

  it('need a role of the account, whose policies are shown; one that is wrong is not sent', async () => {
    await renderInApp(<SnapshotRolePanel account={account('acme')} />, {
      handlers: { ...common, 'engagements.settings': () => ({ catalog: 'AWS', roleArn: null }) },
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Look at AWS' }));
    expect(await screen.findByText('No role is set: snapshot jobs fail.')).toBeTruthy();
    expect(screen.getByText(/resource-snapshot-job\.partnercentral-selling\.amazonaws\.com/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Set the role' }));
    const dialog = within(await screen.findByRole('dialog'));
    const field = dialog.getByRole('textbox', { name: 'Name or ARN of the role' });
    await userEvent.type(field, 'no role');
    await userEvent.click(dialog.getByRole('button', { name: 'Set' }));
    expect(await dialog.findByText('Please fill this in correctly.')).toBeTruthy();
    await userEvent.clear(field);
    await userEvent.type(field, 'SnapshotRole');
    expect(await dialog.findByText(/"role":"SnapshotRole"/)).toBeTruthy();
  });
});
