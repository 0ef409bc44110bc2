/** All agreements of the active account, or of all accounts, from this machine's copy. */
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { useCallQuery } from '../../../bridge/hooks.tsx';
import { AsOf } from '../../../components/as-of.tsx';
import { EmptyList } from '../../../components/empty-list.tsx';
import { ReadProblems } from '../../../components/read-problems.tsx';
import { RemoteTable, useRemoteTableView } from '../../../components/remote-table.tsx';
import { SyncButton } from '../../../components/sync-button.tsx';
import { useTexts } from '../../../i18n/context.tsx';
import { usePage } from '../../../stores/page.ts';
import { useAgreementColumns } from './columns.tsx';
import { ExportButton } from './export-button.tsx';
import { AgreementFilterBar } from './filter.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { useAgreementView } from './use-agreement-filter.ts';

const TABLE_ID = 'agreements';

export function AgreementListPage() {
  const t = useTexts('agreements');
  const view = useAgreementView();
  const { address, filter, sort } = view;
  const columns = useAgreementColumns(filter.account === null);
  const [{ pageSize }] = useRemoteTableView(TABLE_ID, columns);
  const [importing, setImporting] = useState(false);
  usePage({ title: t('list.title'), contentType: 'table', help: { topic: 'agreements', key: 'help.list' } });
  const { data, error, refetch } = useCallQuery(
    'agreements.list',
    { filter, page: address.page, pageSize, sortBy: sort.by, direction: sort.direction },
    { keepPrevious: true },
  );
  return (
    <SpaceBetween size="m">
      <ReadProblems feature="agreements" />
      <RemoteTable
        id={TABLE_ID}
        title={t('list.title')}
        description={<AsOf at={data?.syncedAt} />}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <ExportButton filter={filter} total={data?.total ?? 0} />
            <Button onClick={() => setImporting(true)}>{t('import.open')}</Button>
            <SyncButton feature="agreements" />
          </SpaceBetween>
        }
        filter={<AgreementFilterBar view={view} />}
        columns={columns}
        data={data}
        error={error}
        page={address.page}
        sort={sort}
        keyOf={({ account, id }) => `${account} ${id}`}
        empty={
          <EmptyList
            feature="agreements"
            isFiltered={view.isFiltered}
            syncedAt={data?.syncedAt ?? null}
            onClear={view.clear}
          />
        }
        onRetry={() => void refetch()}
        onPage={(page) => address.set({ page: String(page) })}
        onSort={({ by, direction }) => address.set({ sort: by, direction })}
      />
      {importing && <ImportDialog onClose={() => setImporting(false)} />}
    </SpaceBetween>
  );
}
