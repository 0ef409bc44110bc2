/** Every write on record, newest first, to filter, to save, and to prove. */
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Grid from '@cloudscape-design/components/grid';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import type { ChangeFilter } from '../../../shared/contract/history.ts';
import { CHANGE_STATES, changeKindSchema, type Change } from '../../../shared/domain/change/change.ts';
import { CHANGE_KINDS } from '../../../shared/domain/change/kinds.ts';
import { useCallQuery } from '../../bridge/hooks.tsx';
import { AccountBadge } from '../../components/account-badge.tsx';
import { AppErrorView } from '../../components/app-error-view.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { FilterInput } from '../../components/filter-input.tsx';
import { RemoteTable, useRemoteTableView, type RemoteColumn } from '../../components/remote-table.tsx';
import { RouteLink } from '../../components/route-link.tsx';
import { useAccounts } from '../../components/use-accounts.ts';
import { someOf, useListAddress, type ListAddress } from '../../components/use-list-address.ts';
import { useAnyText, useFormat, useTexts } from '../../i18n/context.tsx';
import { useActiveAccount } from '../../stores/active-account.ts';
import { usePage } from '../../stores/page.ts';
import { ChangeStateStatus } from './change-state-status.tsx';
import { FILTER_GRID, LabelledChoice } from './choice-filter.tsx';
import { ExportButton } from './export-button.tsx';
import { HistoryTabs } from './history-tabs.tsx';
import { toChangeRecordPath } from './paths.ts';
import { PeriodField, periodOf } from './period-filter.tsx';
import { VerifyButton } from './verify-button.tsx';

const TABLE_ID = 'history.changes';
const KINDS = changeKindSchema.options;
const NEWEST_FIRST = { by: '', direction: 'descending' } as const;

export function ChangesHistoryPage() {
  const t = useTexts('history');
  const account = useActiveAccount();
  const address = useListAddress();
  const columns = useChangeColumns();
  const [view] = useRemoteTableView(TABLE_ID, columns);
  const [failure, setFailure] = useState<Error | null>(null);
  usePage({ title: t('title'), contentType: 'table', help: { topic: 'history', key: 'help.changes' } });
  const filter: ChangeFilter = {
    account,
    text: address.get('text').slice(0, 200),
    states: someOf(CHANGE_STATES, address.getAll('state')),
    kinds: someOf(KINDS, address.getAll('kind')),
    ...periodOf(address),
  };
  const { data, error, refetch, isFetching } = useCallQuery(
    'history.changes',
    { filter, page: address.page, pageSize: view.pageSize },
    { keepPrevious: true },
  );
  return (
    <HistoryTabs active="changes">
      {failure && <AppErrorView error={failure} onDismiss={() => setFailure(null)} />}
      <RemoteTable
        id={TABLE_ID}
        title={t('tab.changes')}
        description={t('changes.says')}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button iconName="refresh" ariaLabel={t('refresh')} loading={isFetching} onClick={() => void refetch()} />
            <ExportButton method="history.changesText" filter={filter} onError={setFailure} />
            <VerifyButton />
          </SpaceBetween>
        }
        filter={<ChangeFilterBar address={address} filter={filter} />}
        columns={columns}
        data={data}
        error={error}
        page={address.page}
        sort={NEWEST_FIRST}
        keyOf={({ id }) => id}
        empty={<EmptyState title={t('changes.none')} body={t('changes.noneSays')} />}
        onRetry={() => void refetch()}
        onPage={(page) => address.set({ page: String(page) })}
        onSort={() => {}}
      />
    </HistoryTabs>
  );
}

function useChangeColumns(): RemoteColumn<Change>[] {
  const t = useTexts('history');
  const text = useAnyText();
  const format = useFormat();
  const { accounts } = useAccounts();
  return [
    { id: 'createdAt', header: t('column.createdAt'), width: 210, cell: ({ createdAt }) => format.instant(createdAt) },
    {
      id: 'title',
      header: t('column.title'),
      width: 300,
      isRowHeader: true,
      cell: ({ id, title }) => <RouteLink to={toChangeRecordPath(id)}>{title}</RouteLink>,
    },
    {
      id: 'kind',
      header: t('column.kind'),
      width: 200,
      cell: ({ kind, automatic }) =>
        `${text(CHANGE_KINDS[kind].labelKey)}${automatic ? ` · ${text('auto-share:automatic')}` : ''}`,
    },
    { id: 'state', header: t('column.state'), width: 170, cell: ({ state }) => <ChangeStateStatus state={state} /> },
    {
      id: 'account',
      header: t('column.account'),
      width: 180,
      cell: (change) => {
        const account = accounts.find(({ key }) => key === change.account);
        return account ? <AccountBadge account={account} /> : change.account;
      },
    },
    { id: 'awsAccountId', header: t('column.awsAccountId'), width: 150, cell: ({ awsAccountId }) => awsAccountId },
    { id: 'changeSetId', header: t('column.changeSetId'), width: 250, cell: ({ changeSetId }) => changeSetId ?? '-' },
    { id: 'updatedAt', header: t('column.updatedAt'), width: 210, cell: ({ updatedAt }) => format.instant(updatedAt) },
  ];
}

function ChangeFilterBar({ address, filter }: { address: ListAddress; filter: ChangeFilter }) {
  const t = useTexts('history');
  const tOffers = useTexts('offers');
  const text = useAnyText();
  return (
    <Grid gridDefinition={FILTER_GRID}>
      <FormField label={t('filter.text')}>
        <FilterInput label={t('filter.changeText')} value={filter.text} onChange={(text) => address.set({ text })} />
      </FormField>
      <LabelledChoice
        address={address}
        name="state"
        label={t('column.state')}
        options={CHANGE_STATES}
        chosen={filter.states}
        labelOf={(state) => tOffers(`changeState.${state}`)}
      />
      <LabelledChoice
        address={address}
        name="kind"
        label={t('column.kind')}
        options={KINDS}
        chosen={filter.kinds}
        labelOf={(kind) => text(CHANGE_KINDS[kind].labelKey)}
      />
      <PeriodField address={address} name="from" />
      <PeriodField address={address} name="to" />
    </Grid>
  );
}
