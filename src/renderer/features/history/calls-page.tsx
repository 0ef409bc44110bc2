/** The sync log: everything that was read from AWS and written to it, newest first, to filter and to save. */
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { useCallQuery } from '../../bridge/hooks.tsx';
import { AppErrorView } from '../../components/app-error-view.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { RemoteTable, useRemoteTableView } from '../../components/remote-table.tsx';
import { useListAddress } from '../../components/use-list-address.ts';
import { useFormat, useTexts } from '../../i18n/context.tsx';
import { usePage } from '../../stores/page.ts';
import { useCallColumns } from './call-columns.tsx';
import { CallFilterBar } from './call-filter-bar.tsx';
import { ExportButton } from './export-button.tsx';
import { HistoryTabs } from './history-tabs.tsx';
import { useCallFilter } from './use-call-filter.ts';

const TABLE_ID = 'history.calls';
const NEWEST_FIRST = { by: '', direction: 'descending' } as const;
/** The core counts no further; by a text less far. */
const MOST_COUNTED = 5000;
const MOST_COUNTED_BY_TEXT = 1000;

export function CallsHistoryPage() {
  const t = useTexts('sync-log');
  const history = useTexts('history');
  const format = useFormat();
  const address = useListAddress();
  const [purposes, setPurposes] = useState<readonly string[]>([]);
  const filter = useCallFilter(address, purposes);
  const columns = useCallColumns(filter.account === null);
  const [view] = useRemoteTableView(TABLE_ID, columns);
  const [failure, setFailure] = useState<Error | null>(null);
  usePage({ title: history('title'), contentType: 'table', help: { topic: 'sync-log', key: 'help.log' } });
  const { data, error, refetch, isFetching } = useCallQuery(
    'history.calls',
    { filter, page: address.page, pageSize: view.pageSize },
    { keepPrevious: true },
  );
  if (data && data.purposes.join() !== purposes.join()) setPurposes(data.purposes);
  const most = filter.text.trim() === '' ? MOST_COUNTED : MOST_COUNTED_BY_TEXT;
  const isCut = data !== undefined && data.total >= most;
  return (
    <HistoryTabs active="calls">
      {failure && <AppErrorView error={failure} onDismiss={() => setFailure(null)} />}
      <RemoteTable
        id={TABLE_ID}
        title={history('tab.calls')}
        description={isCut ? t('cut', { count: format.count(most) }) : t('says')}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button
              iconName="refresh"
              ariaLabel={history('refresh')}
              loading={isFetching}
              onClick={() => void refetch()}
            />
            <ExportButton method="history.callsText" filter={filter} purposes={purposes} onError={setFailure} />
          </SpaceBetween>
        }
        filter={<CallFilterBar address={address} filter={filter} services={data?.services ?? []} purposes={purposes} />}
        columns={columns}
        data={data}
        error={error}
        page={address.page}
        sort={NEWEST_FIRST}
        keyOf={({ seq }) => String(seq)}
        empty={<EmptyState title={t('none')} body={t('noneSays')} />}
        onRetry={() => void refetch()}
        onPage={(page) => address.set({ page: String(page) })}
        onSort={() => {}}
      />
    </HistoryTabs>
  );
}
