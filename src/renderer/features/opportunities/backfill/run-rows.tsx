/** The opportunities of a backfill: what became of each, and why one could not be read. */
import {
  BACKFILL_ROW_STATES,
  type Backfill,
  type BackfillRow,
  type BackfillRowState,
} from '../../../../shared/domain/opportunity/backfill.ts';
import { useCallQuery } from '../../../bridge/hooks.tsx';
import { RouteLink } from '../../../components/route-link.tsx';
import { StateRows, useRowsView } from '../../../components/state-rows.tsx';
import { useErrorTexts } from '../../../components/use-error-texts.ts';
import { useFormat, useTexts } from '../../../i18n/context.tsx';
import { toOpportunityDraftPath, toOpportunityPath } from '../paths.ts';
import { StageBadge } from '../status.tsx';
import { BackfillRowStatus } from './status.tsx';

export function BackfillRows({ run }: { run: Backfill }) {
  const t = useTexts('backfill');
  const view = useRowsView<BackfillRowState>();
  const query = useCallQuery(
    'opportunities.backfill.rows',
    { id: run.id, states: [...view.states], page: view.page, pageSize: view.pageSize },
    { keepPrevious: true },
  );
  return (
    <StateRows
      title={t('run.rows')}
      empty={t('run.noRows')}
      stateLabel={t('column.state')}
      states={BACKFILL_ROW_STATES}
      labelOf={(state) => t(`rowState.${state}`)}
      view={view}
      query={query}
      columns={useColumns(run)}
      trackBy="opportunityId"
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
