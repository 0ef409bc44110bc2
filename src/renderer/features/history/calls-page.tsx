/** Every request and reply on record, masked: newest first, to filter and to save. */
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Grid from '@cloudscape-design/components/grid';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { CALL_OUTCOMES, type CallFilter, type CallSummary } from '../../../shared/contract/history.ts';
import { useCallQuery } from '../../bridge/hooks.tsx';
import { AccountBadge } from '../../components/account-badge.tsx';
import { AppErrorView } from '../../components/app-error-view.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { FilterInput } from '../../components/filter-input.tsx';
import { RemoteTable, useRemoteTableView, type RemoteColumn } from '../../components/remote-table.tsx';
import { RouteLink } from '../../components/route-link.tsx';
import { useAccounts } from '../../components/use-accounts.ts';
import { someOf, useListAddress, type ListAddress } from '../../components/use-list-address.ts';
import { useFormat, useTexts } from '../../i18n/context.tsx';
import { useActiveAccount } from '../../stores/active-account.ts';
import { usePage } from '../../stores/page.ts';
import { CallOutcome } from './call-outcome.tsx';
import { FILTER_GRID, LabelledChoice } from './choice-filter.tsx';
import { ExportButton } from './export-button.tsx';
import { HistoryTabs } from './history-tabs.tsx';
import { toCallRecordPath, toChangeRecordPath } from './paths.ts';
import { PeriodField, periodOf } from './period-filter.tsx';

const TABLE_ID = 'history.calls';
const NEWEST_FIRST = { by: '', direction: 'descending' } as const;

export function CallsHistoryPage() {
  const t = useTexts('history');
  const account = useActiveAccount();
  const address = useListAddress();
  const columns = useCallColumns(account === null);
  const [view] = useRemoteTableView(TABLE_ID, columns);
  const [failure, setFailure] = useState<Error | null>(null);
  usePage({ title: t('title'), contentType: 'table', help: { topic: 'history', key: 'help.calls' } });
  const filter: CallFilter = {
    account,
    text: address.get('text').slice(0, 200),
    services: [...address.getAll('service')],
    outcomes: someOf(CALL_OUTCOMES, address.getAll('outcome')),
    changeId: address.get('change') || null,
    ...periodOf(address),
  };
  const { data, error, refetch, isFetching } = useCallQuery(
    'history.calls',
    { filter, page: address.page, pageSize: view.pageSize },
    { keepPrevious: true },
  );
  return (
    <HistoryTabs active="calls">
      {failure && <AppErrorView error={failure} onDismiss={() => setFailure(null)} />}
      <RemoteTable
        id={TABLE_ID}
        title={t('tab.calls')}
        description={t('calls.says')}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button iconName="refresh" ariaLabel={t('refresh')} loading={isFetching} onClick={() => void refetch()} />
            <ExportButton method="history.callsText" filter={filter} onError={setFailure} />
          </SpaceBetween>
        }
        filter={<CallFilterBar address={address} filter={filter} services={data?.services ?? []} />}
        columns={columns}
        data={data}
        error={error}
        page={address.page}
        sort={NEWEST_FIRST}
        keyOf={({ seq }) => String(seq)}
        empty={<EmptyState title={t('calls.none')} body={t('calls.noneSays')} />}
        onRetry={() => void refetch()}
        onPage={(page) => address.set({ page: String(page) })}
        onSort={() => {}}
      />
    </HistoryTabs>
  );
}

function useCallColumns(withAccount: boolean): RemoteColumn<CallSummary>[] {
  const t = useTexts('history');
  const format = useFormat();
  const { accounts } = useAccounts();
  const badge = (key: string | null) => {
    const account = accounts.find((each) => each.key === key);
    return account ? <AccountBadge account={account} /> : (key ?? '-');
  };
  const columns: RemoteColumn<CallSummary>[] = [
    { id: 'at', header: t('column.at'), width: 210, cell: ({ at }) => format.instant(at) },
    {
      id: 'operation',
      header: t('column.operation'),
      width: 260,
      isRowHeader: true,
      cell: ({ seq, operation }) => <RouteLink to={toCallRecordPath(seq)}>{operation}</RouteLink>,
    },
    { id: 'service', header: t('column.service'), width: 230, cell: ({ service }) => t(`service.${service}`) },
    { id: 'outcome', header: t('column.outcome'), width: 220, cell: (call) => <CallOutcome call={call} /> },
    {
      id: 'duration',
      header: t('column.durationMs'),
      width: 130,
      cell: ({ durationMs }) => (durationMs === null ? '-' : t('milliseconds', { count: Math.round(durationMs) })),
    },
    { id: 'attempts', header: t('column.attempts'), width: 110, cell: ({ attempts }) => attempts ?? '-' },
    { id: 'requestId', header: t('column.requestId'), width: 320, cell: ({ requestId }) => requestId ?? '-' },
    {
      id: 'change',
      header: t('column.change'),
      width: 140,
      cell: ({ changeId }) =>
        changeId === null ? '-' : <RouteLink to={toChangeRecordPath(changeId)}>{t('openChange')}</RouteLink>,
    },
  ];
  if (!withAccount) return columns;
  return columns.toSpliced(1, 0, {
    id: 'account',
    header: t('column.account'),
    width: 180,
    cell: ({ account }) => badge(account),
  });
}

interface CallFilterBarProps {
  readonly address: ListAddress;
  readonly filter: CallFilter;
  readonly services: readonly string[];
}

function CallFilterBar({ address, filter, services }: CallFilterBarProps) {
  const t = useTexts('history');
  return (
    <SpaceBetween size="xs">
      <Grid gridDefinition={FILTER_GRID}>
        <FormField label={t('filter.text')}>
          <FilterInput label={t('filter.callText')} value={filter.text} onChange={(text) => address.set({ text })} />
        </FormField>
        <LabelledChoice
          address={address}
          name="service"
          label={t('column.service')}
          options={services}
          chosen={filter.services}
          labelOf={(service) => t(`service.${service}`)}
        />
        <LabelledChoice
          address={address}
          name="outcome"
          label={t('column.outcome')}
          options={CALL_OUTCOMES}
          chosen={filter.outcomes}
          labelOf={(outcome) => t(`outcome.${outcome}`)}
        />
        <PeriodField address={address} name="from" />
        <PeriodField address={address} name="to" />
      </Grid>
      {filter.changeId !== null && (
        <Button variant="inline-link" onClick={() => address.set({ change: null })}>
          {t('calls.allCalls')}
        </Button>
      )}
    </SpaceBetween>
  );
}
