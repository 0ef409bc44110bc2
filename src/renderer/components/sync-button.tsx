/** Starts reading from AWS, for the active account or for all; while it runs: how far it is, and cancel. */
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useClient, useCallMutation, useCallQuery } from '../bridge/hooks.tsx';
import { CallError, type Client } from '../bridge/client.ts';
import type { MethodInput } from '../../shared/contract/index.ts';
import type { Job } from '../../shared/domain/job.ts';
import { useFormat, useTexts } from '../i18n/context.tsx';
import { useActiveAccount } from '../stores/active-account.ts';
import { useShowFlash } from '../stores/flashes.ts';
import { PermittedButton } from './permitted-button.tsx';
import { useAccounts } from './use-accounts.ts';

export type SyncedFeature =
  | 'products'
  | 'offers'
  | 'agreements'
  | 'authorizations'
  | 'offersets'
  | 'opportunities'
  | 'invitations'
  | 'engagements'
  | 'solutions';

/** What a feature's sync asks AWS for. */
const ACTIONS: Readonly<Record<SyncedFeature, readonly string[]>> = {
  products: ['aws-marketplace:ListEntities', 'aws-marketplace:DescribeEntity'],
  offers: ['aws-marketplace:ListEntities', 'aws-marketplace:DescribeEntity'],
  authorizations: ['aws-marketplace:ListEntities', 'aws-marketplace:DescribeEntity'],
  offersets: ['aws-marketplace:ListEntities', 'aws-marketplace:DescribeEntity'],
  agreements: ['aws-marketplace:SearchAgreements', 'aws-marketplace:GetAgreementTerms'],
  opportunities: [
    'partnercentral:ListOpportunities',
    'partnercentral:GetOpportunity',
    'partnercentral:GetAwsOpportunitySummary',
  ],
  solutions: ['partnercentral:ListSolutions'],
  invitations: ['partnercentral:ListEngagementInvitations', 'partnercentral:GetEngagementInvitation'],
  engagements: ['partnercentral:ListEngagements', 'partnercentral:GetEngagement'],
};

/** Read by those accounts only that co-sell. */
const CO_SELL: readonly SyncedFeature[] = ['opportunities', 'invitations', 'engagements', 'solutions'];

interface SyncButtonProps {
  readonly feature: SyncedFeature;
  /** `full` reads every entity again and finds what is gone. */
  readonly full?: boolean;
  readonly variant?: 'normal' | 'primary';
}

/** The running syncs of a feature, of the active account or of all. */
function useRunningSyncs(feature: SyncedFeature): readonly Job[] {
  const account = useActiveAccount();
  const { data } = useCallQuery('jobs.list', {}, { staleTime: Infinity });
  return (data?.jobs ?? []).filter(
    (job) =>
      job.kind === `${feature}.sync` &&
      (account === null || job.account === account) &&
      (job.state === 'queued' || job.state === 'running'),
  );
}

function useStartSync(feature: SyncedFeature): (full: boolean) => void {
  const client = useClient();
  const account = useActiveAccount();
  const { accounts } = useAccounts();
  const showFlash = useShowFlash();
  return (full) => {
    const used = CO_SELL.includes(feature) ? accounts.filter(({ persona }) => persona.coSell) : accounts;
    const keys = account === null ? used.map(({ key }) => key) : [account];
    for (const key of keys) {
      startSync(client, feature, { account: key, full }).catch((error: unknown) => {
        if (error instanceof CallError) showFlash({ id: `sync-${key}`, kind: 'error', error: error.data });
        else throw error;
      });
    }
  };
}

async function startSync(client: Client, feature: SyncedFeature, input: MethodInput<'offers.sync'>): Promise<void> {
  await client.call(`${feature}.sync`, input);
  if (feature === 'products' || CO_SELL.includes(feature)) return;
  if (feature === 'agreements' || feature === 'offersets') {
    // Whether an agreement is private, the name of its offer, and the offers in a set come from the copy of offers.
    const offers = await client.call('offers.list', { filter: { account: input.account }, pageSize: 1 });
    if (offers.syncedAt === null) await client.call('offers.sync', { account: input.account });
  }
  // The first time, offers would have no product titles and no names of dimensions.
  const { syncedAt } = await client.call('products.list', { account: input.account, pageSize: 1 });
  if (syncedAt === null) await client.call('products.sync', { account: input.account });
}

export function SyncButton({ feature, full = false, variant = 'normal' }: SyncButtonProps) {
  const t = useTexts(feature);
  const { accounts } = useAccounts();
  const running = useRunningSyncs(feature);
  const cancel = useCallMutation('jobs.cancel');
  const start = useStartSync(feature);
  if (running.length === 0) {
    return (
      <PermittedButton
        account={null}
        actions={ACTIONS[feature]}
        variant={variant}
        iconName="refresh"
        disabled={accounts.length === 0}
        onClick={() => start(full)}
      >
        {t(full ? 'sync.startFull' : 'sync.start')}
      </PermittedButton>
    );
  }
  return (
    <SpaceBetween direction="horizontal" size="xs" alignItems="center">
      <SyncState feature={feature} jobs={running} />
      <Button onClick={() => running.forEach((job) => cancel.mutate({ id: job.id }))}>{t('sync.cancel')}</Button>
    </SpaceBetween>
  );
}

function SyncState({ feature, jobs }: { feature: SyncedFeature; jobs: readonly Job[] }) {
  const t = useTexts(feature);
  const format = useFormat();
  const done = format.count(jobs.reduce((sum, job) => sum + job.done, 0));
  const totals = jobs.map((job) => job.total);
  const text = totals.every((total) => total !== null)
    ? t('sync.progress', { done, total: format.count(totals.reduce((sum, total) => sum + total, 0)) })
    : t('sync.progressOpen', { done });
  return <StatusIndicator type="in-progress">{text}</StatusIndicator>;
}
