/** What the members of an engagement see of its opportunities, and the jobs that keep that fresh. Read from AWS, kept nowhere. */
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Table from '@cloudscape-design/components/table';
import { useState } from 'react';
import type { Account } from '../../../shared/domain/account/account.ts';
import type { EngagementDetail } from '../../../shared/domain/engagement/engagement.ts';
import type { SnapshotJob, SnapshotSummary } from '../../../shared/domain/engagement/snapshot.ts';
import { useCallQuery } from '../../bridge/hooks.tsx';
import { AppErrorView } from '../../components/app-error-view.tsx';
import { useAccount } from '../../components/use-accounts.ts';
import { useFormat, useTexts } from '../../i18n/context.tsx';
import { DeedDialog } from './deed-dialog.tsx';
import { NewSnapshotDialog } from './new-snapshot.tsx';
import { SnapshotDialog } from './snapshot-dialog.tsx';
import { TagsDialog } from './tags.tsx';
import { partyWord } from './words.tsx';

type Asking =
  | { readonly what: 'snapshot-create' | 'snapshot-job-create' }
  | { readonly what: 'view'; readonly snapshot: SnapshotSummary }
  | { readonly what: 'tags'; readonly job: SnapshotJob }
  | { readonly what: 'snapshot-job-start' | 'snapshot-job-stop' | 'snapshot-job-delete'; readonly job: SnapshotJob };

export function Snapshots({ engagement }: { engagement: EngagementDetail }) {
  const t = useTexts('engagements');
  const account = useAccount(engagement.account);
  const ref = { account: engagement.account, engagementId: engagement.id };
  const { data, error, isFetching, refetch } = useCallQuery('engagements.snapshots', ref);
  const [asking, setAsking] = useState<Asking | null>(null);
  const hasOwn = engagement.resources.some(({ isOwn }) => isOwn);
  const ask = (what: 'snapshot-create' | 'snapshot-job-create') => (
    <Button disabled={!hasOwn} disabledReason={t('snapshots.noOwn')} onClick={() => setAsking({ what })}>
      {t(`${what}.open`)}
    </Button>
  );
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={t('snapshots.says')}
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              <Button
                iconName="refresh"
                ariaLabel={t('snapshots.refresh')}
                loading={isFetching}
                onClick={() => void refetch()}
              />
              {ask('snapshot-job-create')}
              {ask('snapshot-create')}
            </SpaceBetween>
          }
        >
          {t('snapshots.title')}
        </Header>
      }
    >
      {error && <AppErrorView error={error} onRetry={() => void refetch()} />}
      {data && (
        <SpaceBetween size="l">
          <SnapshotTable snapshots={data.snapshots} onView={(snapshot) => setAsking({ what: 'view', snapshot })} />
          <JobTable jobs={data.jobs} onAsk={setAsking} />
        </SpaceBetween>
      )}
      {asking && account && (
        <Dialog
          asking={asking}
          engagement={engagement}
          account={account}
          onDone={() => void refetch()}
          onClose={() => setAsking(null)}
        />
      )}
    </Container>
  );
}

interface DialogProps {
  readonly asking: Asking;
  readonly engagement: EngagementDetail;
  readonly account: Account;
  onDone(): void;
  onClose(): void;
}

function Dialog({ asking, engagement, account, onDone, onClose }: DialogProps) {
  const t = useTexts('engagements');
  switch (asking.what) {
    case 'view':
      return <SnapshotDialog engagement={engagement} snapshot={asking.snapshot} onClose={onClose} />;
    case 'tags':
      return <TagsDialog account={account} arn={asking.job.arn} what={asking.job.id} onClose={onClose} />;
    case 'snapshot-create':
    case 'snapshot-job-create':
      return (
        <NewSnapshotDialog
          kind={asking.what}
          engagement={engagement}
          account={account}
          onDone={onDone}
          onClose={onClose}
        />
      );
    default:
      return (
        <DeedDialog
          account={account}
          words={asking.what}
          what={`${asking.job.id} · ${asking.job.opportunityId}`}
          deed={{ kind: asking.what, engagementId: engagement.id, jobId: asking.job.id }}
          onDone={onDone}
          onClose={onClose}
        >
          <Box>{t(`${asking.what}.body`)}</Box>
        </DeedDialog>
      );
  }
}

interface SnapshotTableProps {
  readonly snapshots: readonly SnapshotSummary[];
  onView(snapshot: SnapshotSummary): void;
}

function SnapshotTable({ snapshots, onView }: SnapshotTableProps) {
  const t = useTexts('engagements');
  return (
    <Table
      variant="embedded"
      items={snapshots}
      trackBy={({ opportunityId, template }) => `${opportunityId} ${template}`}
      ariaLabels={{ tableLabel: t('snapshots.title') }}
      empty={<Box color="text-body-secondary">{t('snapshots.none')}</Box>}
      columnDefinitions={[
        {
          id: 'opportunity',
          header: t('page.opportunity'),
          isRowHeader: true,
          cell: ({ opportunityId }) => opportunityId,
        },
        { id: 'template', header: t('snapshots.template'), cell: ({ template }) => template },
        { id: 'revision', header: t('snapshots.revision'), cell: ({ revision }) => revision },
        {
          id: 'by',
          header: t('page.owner'),
          cell: ({ isOwn, createdBy }) => (isOwn ? t('page.own') : partyWord(createdBy)),
        },
        {
          id: 'view',
          header: t('snapshots.view'),
          minWidth: 90,
          cell: (snapshot) => (
            <Button
              variant="inline-link"
              ariaLabel={`${t('snapshots.view')}: ${snapshot.opportunityId} ${snapshot.template}`}
              onClick={() => onView(snapshot)}
            >
              {t('snapshots.view')}
            </Button>
          ),
        },
      ]}
    />
  );
}

function JobTable({ jobs, onAsk }: { jobs: readonly SnapshotJob[]; onAsk: (asking: Asking) => void }) {
  const t = useTexts('engagements');
  const format = useFormat();
  return (
    <Table
      variant="embedded"
      wrapLines
      items={jobs}
      trackBy="id"
      header={<Header variant="h3">{t('jobs.title')}</Header>}
      ariaLabels={{ tableLabel: t('jobs.title') }}
      empty={<Box color="text-body-secondary">{t('jobs.none')}</Box>}
      columnDefinitions={[
        { id: 'id', header: t('jobs.id'), isRowHeader: true, cell: ({ id }) => id },
        { id: 'opportunity', header: t('page.opportunity'), cell: ({ opportunityId }) => opportunityId },
        { id: 'template', header: t('snapshots.template'), cell: ({ template }) => template },
        { id: 'status', header: t('page.status'), cell: ({ status }) => <JobStatus status={status} /> },
        {
          id: 'success',
          header: t('jobs.lastSuccess'),
          cell: ({ lastSuccess }) => (lastSuccess === null ? '-' : format.instant(lastSuccess)),
        },
        {
          id: 'failure',
          header: t('jobs.lastFailure'),
          cell: ({ lastFailure }) =>
            lastFailure === '' ? '-' : <StatusIndicator type="error">{lastFailure}</StatusIndicator>,
        },
        { id: 'deeds', header: t('jobs.deeds'), cell: (job) => <JobButtons job={job} onAsk={onAsk} /> },
      ]}
    />
  );
}

function JobStatus({ status }: { status: string }) {
  const t = useTexts('engagements');
  if (status === 'Running') return <StatusIndicator type="in-progress">{t('jobs.Running')}</StatusIndicator>;
  if (status === 'Stopped') return <StatusIndicator type="stopped">{t('jobs.Stopped')}</StatusIndicator>;
  return <>{status}</>;
}

function JobButtons({ job, onAsk }: { job: SnapshotJob; onAsk: (asking: Asking) => void }) {
  const t = useTexts('engagements');
  const deeds =
    job.status === 'Running'
      ? (['snapshot-job-stop'] as const)
      : (['snapshot-job-start', 'snapshot-job-delete'] as const);
  return (
    <SpaceBetween direction="horizontal" size="s">
      {deeds.map((what) => (
        <Button
          key={what}
          variant="inline-link"
          ariaLabel={`${t(`${what}.open`)}: ${job.id}`}
          onClick={() => onAsk({ what, job })}
        >
          {t(`${what}.open`)}
        </Button>
      ))}
      <Button
        variant="inline-link"
        ariaLabel={`${t('tags.title')}: ${job.id}`}
        onClick={() => onAsk({ what: 'tags', job })}
      >
        {t('tags.title')}
      </Button>
    </SpaceBetween>
  );
}
