/** The rows of a run: what each is about, where it stands, and why it failed. */
import { useState } from 'react';
import Header from '@cloudscape-design/components/header';
import Multiselect from '@cloudscape-design/components/multiselect';
import Pagination from '@cloudscape-design/components/pagination';
import Table from '@cloudscape-design/components/table';
import { BULK_ROW_STATES, type BulkRow, type BulkRowState, type BulkRun } from '../../../shared/domain/bulk/bulk.ts';
import { useCallQuery } from '../../bridge/hooks.tsx';
import { AccountBadge } from '../../components/account-badge.tsx';
import { AppErrorView } from '../../components/app-error-view.tsx';
import { RouteLink } from '../../components/route-link.tsx';
import { useAccounts } from '../../components/use-accounts.ts';
import { useErrorTexts } from '../../components/use-error-texts.ts';
import { useFormat, useTexts } from '../../i18n/context.tsx';
import { toResultPath, toSubjectPath } from './paths.ts';
import { RowStatus } from './run-status.tsx';

const PAGE_SIZE = 50;

export function RunRows({ run }: { run: BulkRun }) {
  const t = useTexts('bulk');
  const tTable = useTexts('table');
  const format = useFormat();
  const [states, setStates] = useState<readonly BulkRowState[]>([]);
  const [page, setPage] = useState(1);
  const { data, error, refetch } = useCallQuery(
    'bulk.rows',
    { runId: run.id, states: [...states], page, pageSize: PAGE_SIZE },
    { keepPrevious: true },
  );
  const columns = useRowColumns(run.accounts.length > 1);
  const toOption = (state: BulkRowState) => ({ value: state, label: t(`rowState.${state}`) });
  if (error) return <AppErrorView error={error} onRetry={() => void refetch()} />;
  const pages = Math.max(1, Math.ceil((data?.total ?? 0) / PAGE_SIZE));
  return (
    <Table
      header={
        <Header variant="h2" counter={data ? `(${format.count(data.total)})` : ''}>
          {t('run.rows')}
        </Header>
      }
      ariaLabels={{ tableLabel: t('run.rows') }}
      items={data?.items ?? []}
      loading={!data}
      loadingText={tTable('loading')}
      trackBy={({ position }) => String(position)}
      wrapLines
      resizableColumns
      columnDefinitions={columns}
      filter={
        <Multiselect
          ariaLabel={t('column.state')}
          placeholder={t('column.state')}
          options={BULK_ROW_STATES.map(toOption)}
          selectedOptions={states.map(toOption)}
          deselectAriaLabel={({ label }) => t('removeFilter', { label: label ?? '' })}
          onChange={({ detail }) => {
            setStates(BULK_ROW_STATES.filter((state) => detail.selectedOptions.some(({ value }) => value === state)));
            setPage(1);
          }}
        />
      }
      empty={t('run.noRows')}
      pagination={
        <Pagination
          currentPageIndex={Math.min(page, pages)}
          pagesCount={pages}
          ariaLabels={{
            nextPageLabel: tTable('nextPage'),
            previousPageLabel: tTable('previousPage'),
            pageLabel: (number) => tTable('page', { page: number }),
          }}
          onChange={({ detail }) => setPage(detail.currentPageIndex)}
        />
      }
    />
  );
}

function useRowColumns(withAccount: boolean) {
  const t = useTexts('bulk');
  const format = useFormat();
  const { accounts } = useAccounts();
  const badge = (key: string) => {
    const account = accounts.find((each) => each.key === key);
    return account ? <AccountBadge account={account} /> : key;
  };
  return [
    {
      id: 'label',
      header: t('column.label'),
      isRowHeader: true,
      width: 260,
      cell: (row: BulkRow) => <RouteLink to={toSubjectPath(row.account, row.subject)}>{row.label}</RouteLink>,
    },
    ...(withAccount
      ? [{ id: 'account', header: t('column.account'), width: 200, cell: (row: BulkRow) => badge(row.account) }]
      : []),
    { id: 'state', header: t('column.state'), width: 160, cell: ({ state }: BulkRow) => <RowStatus state={state} /> },
    { id: 'result', header: t('column.result'), width: 220, cell: (row: BulkRow) => <ResultLink row={row} /> },
    { id: 'error', header: t('column.error'), width: 380, cell: (row: BulkRow) => <RowError row={row} /> },
    {
      id: 'endedAt',
      header: t('column.endedAt'),
      width: 200,
      cell: ({ endedAt }: BulkRow) => (endedAt === null ? '-' : format.instant(endedAt)),
    },
  ];
}

function ResultLink({ row }: { row: BulkRow }) {
  const path = toResultPath(row);
  return path === null ? '-' : <RouteLink to={path}>{row.result?.id}</RouteLink>;
}

function RowError({ row: { error, changeId } }: { row: BulkRow }) {
  const t = useTexts('bulk');
  const toTexts = useErrorTexts();
  if (error === null) return '-';
  const { what, next } = toTexts(error);
  return (
    <>
      {what} {next}{' '}
      {changeId !== null && (
        <RouteLink to={`/history/changes/${encodeURIComponent(changeId)}`}>{t('run.openChange')}</RouteLink>
      )}
    </>
  );
}
