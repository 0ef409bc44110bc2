/** One solution: what Partner Central says of it, and the opportunities that carry it. */
import Alert from '@cloudscape-design/components/alert';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import Pagination from '@cloudscape-design/components/pagination';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import { useState } from 'react';
import { useParams } from 'react-router';
import type { OpportunitySummary } from '../../../shared/domain/opportunity/opportunity.ts';
import type { Solution } from '../../../shared/domain/solution.ts';
import { useCallQuery } from '../../bridge/hooks.tsx';
import { AppErrorView } from '../../components/app-error-view.tsx';
import { CopyValue } from '../../components/copy-value.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageLoading } from '../../components/page-loading.tsx';
import { RouteLink } from '../../components/route-link.tsx';
import { SolutionStatus } from '../../components/solution-status.tsx';
import { useFormat, useTexts } from '../../i18n/context.tsx';
import { usePage } from '../../stores/page.ts';
import { toOpportunityPath } from '../opportunities/paths.ts';
import { ReviewStatus, StageBadge } from '../opportunities/status.tsx';
import { SOLUTIONS_PATH } from './paths.ts';

const PAGE_SIZE = 20;

export function SolutionPage() {
  const t = useTexts('solutions');
  const format = useFormat();
  const { account = '', id = '' } = useParams();
  const { data, error, refetch } = useCallQuery('solutions.get', { account, solutionId: id });
  usePage({
    title: data?.name || id,
    breadcrumbs: [{ text: t('list.title'), to: SOLUTIONS_PATH }],
    help: { topic: 'solutions', key: 'help.page' },
  });
  if (error && !data) return <AppErrorView error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageLoading />;
  return (
    <SpaceBetween size="l">
      <Header variant="h1">{data.name || data.id}</Header>
      {data.goneAt !== null && (
        <Alert type="warning" header={t('page.gone')}>
          {t('page.goneSays', { at: format.instant(data.goneAt) })}
        </Alert>
      )}
      {data.goneAt === null && data.status !== 'Active' && <Alert type="info">{t('page.notOffered')}</Alert>}
      <Facts solution={data} />
      <Carriers solution={data} />
    </SpaceBetween>
  );
}

function Facts({ solution }: { solution: Solution }) {
  const t = useTexts('solutions');
  const format = useFormat();
  const { id, status, category, createdAt, marketplaceArn, goneAt } = solution;
  return (
    <Container header={<Header variant="h2">{t('page.facts')}</Header>}>
      <KeyValuePairs
        columns={3}
        items={[
          { label: t('column.id'), value: <CopyValue text={id} /> },
          {
            label: t('column.status'),
            value: <SolutionStatus status={goneAt === null ? status : 'Gone'} showsActive />,
          },
          { label: t('column.category'), value: category || '-' },
          { label: t('column.created'), value: createdAt === null ? '-' : format.instant(createdAt) },
          {
            label: t('column.marketplaceArn'),
            value: marketplaceArn === null ? '-' : <CopyValue text={marketplaceArn} />,
          },
        ]}
      />
    </Container>
  );
}

function Carriers({ solution: { account, id } }: { solution: Solution }) {
  const t = useTexts('solutions');
  const table = useTexts('table');
  const [page, setPage] = useState(1);
  const columns = useCarrierColumns();
  const { data, error, refetch } = useCallQuery(
    'solutions.opportunities',
    { account, solutionId: id, page, pageSize: PAGE_SIZE },
    { keepPrevious: true },
  );
  if (error) return <AppErrorView error={error} onRetry={() => void refetch()} />;
  const pages = Math.max(1, Math.ceil((data?.total ?? 0) / PAGE_SIZE));
  return (
    <Table
      variant="container"
      header={
        <Header variant="h2" counter={`(${data?.total ?? 0})`}>
          {t('page.opportunities')}
        </Header>
      }
      items={data?.items ?? []}
      loading={!data}
      loadingText={table('loading')}
      trackBy="id"
      columnDefinitions={columns}
      empty={<EmptyState title={t('page.none')} body={t('page.noneSays')} />}
      {...(pages > 1
        ? {
            pagination: (
              <Pagination
                currentPageIndex={page}
                pagesCount={pages}
                onChange={({ detail }) => setPage(detail.currentPageIndex)}
              />
            ),
          }
        : {})}
    />
  );
}

function useCarrierColumns(): TableProps.ColumnDefinition<OpportunitySummary>[] {
  const ofDeal = useTexts('opportunities');
  const format = useFormat();
  return [
    {
      id: 'title',
      header: ofDeal('column.title'),
      isRowHeader: true,
      cell: ({ account, id, title }) => (
        <RouteLink to={toOpportunityPath({ account, opportunityId: id })}>{title || id}</RouteLink>
      ),
    },
    { id: 'customer', header: ofDeal('column.customer'), cell: ({ customer }) => customer || '-' },
    { id: 'stage', header: ofDeal('column.stage'), cell: ({ stage }) => <StageBadge stage={stage} /> },
    {
      id: 'reviewStatus',
      header: ofDeal('column.reviewStatus'),
      cell: ({ reviewStatus }) => <ReviewStatus status={reviewStatus} />,
    },
    {
      id: 'targetCloseDate',
      header: ofDeal('column.targetCloseDate'),
      cell: ({ targetCloseDate }) => (targetCloseDate === null ? '-' : format.date(targetCloseDate)),
    },
    {
      id: 'amount',
      header: ofDeal('column.amount'),
      cell: ({ amount, currency }) => (amount === null ? '-' : format.money(amount, currency ?? '')),
    },
  ];
}
