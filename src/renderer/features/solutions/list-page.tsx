/** All solutions of the active account, or of all accounts that use the same catalog, from this machine's copy. */
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useCallQuery } from '../../bridge/hooks.tsx';
import { useRemoteTableView } from '../../components/remote-table.tsx';
import { SyncButton } from '../../components/sync-button.tsx';
import { SyncedTable } from '../../components/synced-table.tsx';
import { useTexts } from '../../i18n/context.tsx';
import { usePage } from '../../stores/page.ts';
import { useSolutionColumns } from './columns.tsx';
import { ExportButton } from './export-button.tsx';
import { SolutionFilterBar } from './filter.tsx';
import { useSolutionView } from './use-view.ts';

const TABLE_ID = 'solutions';

export function SolutionListPage() {
  const t = useTexts('solutions');
  const view = useSolutionView();
  const { address, filter, sort } = view;
  const columns = useSolutionColumns(filter.account === null);
  const [{ pageSize }] = useRemoteTableView(TABLE_ID, columns);
  usePage({ title: t('list.title'), contentType: 'table', help: { topic: 'solutions', key: 'help.list' } });
  const query = useCallQuery(
    'solutions.list',
    { filter, page: address.page, pageSize, sortBy: sort.by, direction: sort.direction },
    { keepPrevious: true },
  );
  const { data } = query;
  return (
    <SyncedTable
      feature="solutions"
      id={TABLE_ID}
      view={view}
      query={query}
      columns={columns}
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          <ExportButton filter={filter} total={data?.total ?? 0} />
          <SyncButton feature="solutions" />
        </SpaceBetween>
      }
      filter={
        <SolutionFilterBar
          view={view}
          categories={data?.categories ?? []}
          catalog={data?.catalog}
          catalogs={data?.catalogs ?? []}
        />
      }
    />
  );
}
