/** The opportunities of a backfill: what became of each, and why one could not be read. */
import Header from '@cloudscape-design/components/header';
import Multiselect from '@cloudscape-design/components/multiselect';
import Pagination from '@cloudscape-design/components/pagination';
import Table from '@cloudscape-design/components/table';
import { useState } from 'react';
import {
  BACKFILL_ROW_STATES,
  type Backfill,
  type BackfillRow,
  type BackfillRowState,
} from '../../../../shared/domain/opportunity/backfill.ts';
import { useCallQuery } from '../../../bridge/hooks.tsx';
import { AppErrorView } from '../../../components/app-error-view.tsx';
import { RouteLink } from '../../../components/route-link.tsx';
import { useErrorTexts } from '../../../components/use-error-texts.ts';
import { useFormat, useTexts } from '../../../i18n/context.tsx';
import { toOpportunityDraftPath, toOpportunityPath } from '../paths.ts';
import { StageBadge } from '../status.tsx';
import { BackfillRowStatus } from './status.tsx';

const PAGE_SIZE = 50;

export function BackfillRows({ run }: { run: Backfill }) {
  const t = useTexts('backfill');
  const tTable = useTexts('table');
  const format = useFormat();
  const [states, setStates] = useState<readonly BackfillRowState[]>([]);
  const [page, setPage] = useState(1);
  const { data, error, refetch } = useCallQuery(
    'opportunities.backfill.rows',
    { id: run.id, states: [...states], page, pageSize: PAGE_SIZE },
    { keepPrevious: true },
  );
  const columns = useColumns(run);
  const toOption = (state: BackfillRowState) => ({ value: state, label: t(`rowState.${state}`) });
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
      trackBy="opportunityId"
      wrapLines
      resizableColumns
      columnDefinitions={columns}
      filter={
        <Multiselect
          ariaLabel={t('column.state')}
          placeholder={t('column.state')}
          options={BACKFILL_ROW_STATES.map(toOption)}
          selectedOptions={states.map(toOption)}
          deselectAriaLabel={({ label }) => t('run.removeFilter', { label: label ?? '' })}
          onChange={({ detail }) => {
            setStates(
              BACKFILL_ROW_STATES.filter((state) => detail.selectedOptions.some(({ value }) => value === state)),
            );
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

function useColumns({ account }: Backfill) {
  const t = useTexts('backfill');
  const format = useFormat();
  return [
    {
      id: 'opportunity',
      header: t('column.opportunity'),
      isRowHeader: true,
      width: 150,
      cell: ({ opportunityId }: BackfillRow) => (
        <RouteLink to={toOpportunityPath({ account, opportunityId })}>{opportunityId}</RouteLink>
      ),
    },
    { id: 'customer', header: t('column.customer'), width: 220, cell: (row: BackfillRow) => row.customer || '-' },
    {
      id: 'stage',
      header: t('column.stage'),
      width: 190,
      cell: ({ stage }: BackfillRow) => (stage === '' ? '-' : <StageBadge stage={stage} />),
    },
    {
      id: 'modified',
      header: t('column.modified'),
      width: 210,
      cell: ({ modifiedAt }: BackfillRow) => (modifiedAt === null ? '-' : format.instant(modifiedAt)),
    },
    {
      id: 'state',
      header: t('column.state'),
      width: 200,
      cell: ({ state }: BackfillRow) => <BackfillRowStatus state={state} />,
    },
    {
      id: 'draft',
      header: t('column.draft'),
      width: 140,
      cell: ({ draftId }: BackfillRow) =>
        draftId === null ? '-' : <RouteLink to={toOpportunityDraftPath(draftId)}>{t('run.draft')}</RouteLink>,
    },
    { id: 'error', header: t('column.error'), width: 340, cell: (row: BackfillRow) => <Reason row={row} /> },
  ];
}

function Reason({ row: { error } }: { row: BackfillRow }) {
  const toTexts = useErrorTexts();
  if (error === null) return '-';
  const { what } = toTexts(error);
  return error.aws ? `${what} ${error.aws.code}: ${error.aws.message}` : what;
}
