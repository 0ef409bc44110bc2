/** One run: how far it is, how long it will take, what stopped it, and the end of each row. */
import Alert from '@cloudscape-design/components/alert';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import ProgressBar from '@cloudscape-design/components/progress-bar';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useParams } from 'react-router';
import type { BulkRun } from '../../../shared/domain/bulk/bulk.ts';
import { useCallQuery } from '../../bridge/hooks.tsx';
import { AccountBadge } from '../../components/account-badge.tsx';
import { AppErrorView } from '../../components/app-error-view.tsx';
import { PageLoading } from '../../components/page-loading.tsx';
import { RouteLink } from '../../components/route-link.tsx';
import { useAccounts } from '../../components/use-accounts.ts';
import { useFormat, useTexts } from '../../i18n/context.tsx';
import { usePage } from '../../stores/page.ts';
import { BULK_PATH, toRunPath } from './paths.ts';
import { RunActions } from './run-actions.tsx';
import { RunRows } from './run-rows.tsx';
import { RunStatus } from './run-status.tsx';

export function BulkRunPage() {
  const t = useTexts('bulk');
  const { id = '' } = useParams();
  const { data, error, refetch } = useCallQuery('bulk.get', { runId: id }, { keepPrevious: true });
  usePage({
    title: data ? t(`kind.${data.kind}`) : id,
    breadcrumbs: [{ text: t('title'), to: BULK_PATH }],
    help: { topic: 'bulk', key: 'help.run' },
  });
  if (error) return <AppErrorView error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageLoading />;
  return (
    <SpaceBetween size="l">
      <Header variant="h1" actions={<RunActions run={data} />}>
        {t(`kind.${data.kind}`)}
      </Header>
      {data.state === 'held' && (
        <Alert type="warning" header={t('run.heldTitle')}>
          {t('run.heldSays')}
        </Alert>
      )}
      {data.error && <AppErrorView error={data.error} />}
      <Container header={<Header variant="h2">{t('run.progress')}</Header>}>
        <Progress run={data} />
      </Container>
      <RunRows run={data} />
    </SpaceBetween>
  );
}

function Progress({ run }: { run: BulkRun }) {
  const t = useTexts('bulk');
  const format = useFormat();
  const { accounts } = useAccounts();
  const ended = (run.counts.done ?? 0) + (run.counts.failed ?? 0) + (run.counts['left-out'] ?? 0);
  const badge = (key: string) => {
    const account = accounts.find((each) => each.key === key);
    return account ? <AccountBadge account={account} /> : key;
  };
  return (
    <SpaceBetween size="m">
      <ProgressBar
        ariaLabel={t('run.progress')}
        value={run.total === 0 ? 100 : (ended / run.total) * 100}
        label={t('run.ended', { ended: format.count(ended), total: format.count(run.total) })}
        additionalInfo={remainingText(run, t, format.remaining)}
      />
      <KeyValuePairs
        columns={4}
        items={[
          { label: t('column.state'), value: <RunStatus state={run.state} /> },
          { label: t('rowState.done'), value: format.count(run.counts.done ?? 0) },
          { label: t('rowState.failed'), value: format.count(run.counts.failed ?? 0) },
          { label: t('rowState.under-way'), value: format.count(run.counts['under-way'] ?? 0) },
          { label: t('rowState.queued'), value: format.count(run.counts.queued ?? 0) },
          { label: t('column.createdAt'), value: format.instant(run.createdAt) },
          { label: t('column.endedAt'), value: run.endedAt === null ? '-' : format.instant(run.endedAt) },
          {
            label: t('column.undoes'),
            value: run.undoes === null ? '-' : <RouteLink to={toRunPath(run.undoes)}>{t('run.openOther')}</RouteLink>,
          },
          ...run.accounts.map(({ account, awsAccountId, rows }) => ({
            label: awsAccountId,
            value: (
              <>
                {badge(account)} {t('run.rowsOf', { count: rows })}
              </>
            ),
          })),
        ]}
      />
    </SpaceBetween>
  );
}

function remainingText(
  { state, remainingMs }: BulkRun,
  t: (key: string, params?: Record<string, string | number>) => string,
  format: (ms: number) => string,
): string {
  if (state !== 'running') return '';
  return remainingMs === null ? t('run.remainingUnknown') : t('run.remaining', { time: format(remainingMs) });
}
