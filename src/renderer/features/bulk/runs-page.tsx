/** All bulk runs of this machine, newest first. */
import { BULK_ROW_STATES, type BulkRun } from '../../../shared/domain/bulk/bulk.ts';
import { useCallQuery } from '../../bridge/hooks.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { RemoteTable, useRemoteTableView, type RemoteColumn } from '../../components/remote-table.tsx';
import { RouteLink } from '../../components/route-link.tsx';
import { useListAddress } from '../../components/use-list-address.ts';
import { useFormat, useTexts } from '../../i18n/context.tsx';
import { usePage } from '../../stores/page.ts';
import { toRunPath } from './paths.ts';
import { RunStatus } from './run-status.tsx';

const TABLE_ID = 'bulk';
const NEWEST_FIRST = { by: '', direction: 'descending' } as const;

export function BulkRunsPage() {
  const t = useTexts('bulk');
  const address = useListAddress();
  const columns = useColumns();
  const [view] = useRemoteTableView(TABLE_ID, columns);
  usePage({ title: t('title'), contentType: 'table', help: { topic: 'bulk', key: 'help.runs' } });
  const { data, error, refetch } = useCallQuery(
    'bulk.list',
    { page: address.page, pageSize: view.pageSize },
    { keepPrevious: true },
  );
  return (
    <RemoteTable
      id={TABLE_ID}
      title={t('title')}
      description={t('says')}
      actions={null}
      filter={null}
      columns={columns}
      data={data}
      error={error}
      page={address.page}
      sort={NEWEST_FIRST}
      keyOf={({ id }) => id}
      empty={<EmptyState title={t('none')} body={t('noneSays')} />}
      onRetry={() => void refetch()}
      onPage={(page) => address.set({ page: String(page) })}
      onSort={() => {}}
    />
  );
}

function useColumns(): RemoteColumn<BulkRun>[] {
  const t = useTexts('bulk');
  const format = useFormat();
  return [
    {
      id: 'createdAt',
      header: t('column.createdAt'),
      isRowHeader: true,
      width: 230,
      cell: ({ id, createdAt }) => <RouteLink to={toRunPath(id)}>{format.instant(createdAt)}</RouteLink>,
    },
    { id: 'kind', header: t('column.kind'), width: 240, cell: ({ kind }) => t(`kind.${kind}`) },
    { id: 'state', header: t('column.state'), width: 180, cell: ({ state }) => <RunStatus state={state} /> },
    { id: 'rows', header: t('column.rows'), width: 100, cell: ({ total }) => format.count(total) },
    {
      id: 'counts',
      header: t('column.counts'),
      width: 360,
      cell: ({ counts }) =>
        format.list(
          BULK_ROW_STATES.filter((state) => (counts[state] ?? 0) > 0).map((state) =>
            t('countOf', { state: t(`rowState.${state}`), rows: format.count(counts[state] ?? 0) }),
          ),
        ),
    },
    {
      id: 'accounts',
      header: t('column.accounts'),
      width: 260,
      cell: ({ accounts }) => format.list(accounts.map(({ awsAccountId }) => awsAccountId)),
    },
  ];
}
