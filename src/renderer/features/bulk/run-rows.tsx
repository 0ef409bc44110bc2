/** The rows of a run: what each is about, where it stands, and why it failed. */
import { BULK_ROW_STATES, type BulkRow, type BulkRowState, type BulkRun } from '../../../shared/domain/bulk/bulk.ts';
import { useCallQuery } from '../../bridge/hooks.tsx';
import { AccountBadge } from '../../components/account-badge.tsx';
import { RouteLink } from '../../components/route-link.tsx';
import { StateRows, useRowsView } from '../../components/state-rows.tsx';
import { useAccounts } from '../../components/use-accounts.ts';
import { useErrorTexts } from '../../components/use-error-texts.ts';
import { useFormat, useTexts } from '../../i18n/context.tsx';
import { toResultPath, toSubjectPath } from './paths.ts';
import { RowStatus } from './run-status.tsx';

export function RunRows({ run }: { run: BulkRun }) {
  const t = useTexts('bulk');
  const view = useRowsView<BulkRowState>();
  const query = useCallQuery(
    'bulk.rows',
    { runId: run.id, states: [...view.states], page: view.page, pageSize: view.pageSize },
    { keepPrevious: true },
  );
  return (
    <StateRows
      title={t('run.rows')}
      empty={t('run.noRows')}
      stateLabel={t('column.state')}
      states={BULK_ROW_STATES}
      labelOf={(state) => t(`rowState.${state}`)}
      view={view}
      query={query}
      columns={useRowColumns(run.accounts.length > 1)}
      trackBy={({ position }) => String(position)}
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
