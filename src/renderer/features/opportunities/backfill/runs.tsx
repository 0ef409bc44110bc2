/** The backfills of an account that are kept, newest first. */
import Header from '@cloudscape-design/components/header';
import Table from '@cloudscape-design/components/table';
import type { Backfill } from '../../../../shared/domain/opportunity/backfill.ts';
import { useCallQuery } from '../../../bridge/hooks.tsx';
import { AppErrorView } from '../../../components/app-error-view.tsx';
import { RouteLink } from '../../../components/route-link.tsx';
import { useFormat, useTexts } from '../../../i18n/context.tsx';
import { toBackfillPath } from '../paths.ts';
import { summarize } from './counts.ts';
import { BackfillStatus } from './status.tsx';

export function BackfillRuns({ account }: { account: string }) {
  const t = useTexts('backfill');
  const tTable = useTexts('table');
  const format = useFormat();
  const { data, error, refetch } = useCallQuery('opportunities.backfill.list', { account });
  if (error) return <AppErrorView error={error} onRetry={() => void refetch()} />;
  return (
    <Table
      header={<Header variant="h2">{t('runs')}</Header>}
      ariaLabels={{ tableLabel: t('runs') }}
      items={data?.items ?? []}
      loading={!data}
      loadingText={tTable('loading')}
      trackBy="id"
      empty={t('noRuns')}
      columnDefinitions={[
        {
          id: 'started',
          header: t('column.started'),
          isRowHeader: true,
          cell: ({ id, createdAt }: Backfill) => (
            <RouteLink to={toBackfillPath(id)}>{format.instant(createdAt)}</RouteLink>
          ),
        },
        { id: 'mode', header: t('column.mode'), cell: ({ wish }) => t(`mode.${wish.mode}`) },
        { id: 'state', header: t('run.state'), cell: ({ state }) => <BackfillStatus state={state} /> },
        { id: 'listed', header: t('column.listed'), cell: (run) => format.count(summarize(run).listed) },
        { id: 'read', header: t('column.read'), cell: (run) => format.count(summarize(run).read) },
        { id: 'failed', header: t('column.failed'), cell: ({ counts }) => format.count(counts.failed ?? 0) },
      ]}
    />
  );
}
