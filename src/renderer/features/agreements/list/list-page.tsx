/** All agreements of the active account, or of all accounts, from this machine's copy. */
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { useCallQuery } from '../../../bridge/hooks.tsx';
import { useRemoteTableView } from '../../../components/remote-table.tsx';
import { SyncButton } from '../../../components/sync-button.tsx';
import { SyncedTable } from '../../../components/synced-table.tsx';
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
  const query = useCallQuery(
    'agreements.list',
    { filter, page: address.page, pageSize, sortBy: sort.by, direction: sort.direction },
    { keepPrevious: true },
  );
  return (
    <SpaceBetween size="m">
      <SyncedTable
        feature="agreements"
        id={TABLE_ID}
        view={view}
        query={query}
        columns={columns}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <ExportButton filter={filter} total={query.data?.total ?? 0} />
            <Button onClick={() => setImporting(true)}>{t('import.open')}</Button>
            <SyncButton feature="agreements" />
          </SpaceBetween>
        }
        filter={<AgreementFilterBar view={view} />}
      />
      {importing && <ImportDialog onClose={() => setImporting(false)} />}
    </SpaceBetween>
  );
}
