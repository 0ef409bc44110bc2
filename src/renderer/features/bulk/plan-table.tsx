/** Each row of a plan: what it is, what changes, and what stands against it. */
import { useCollection } from '@cloudscape-design/collection-hooks';
import Header from '@cloudscape-design/components/header';
import Pagination from '@cloudscape-design/components/pagination';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Table from '@cloudscape-design/components/table';
import type { BulkMessage, BulkPlanRow } from '../../../shared/domain/bulk/bulk.ts';
import { RouteLink } from '../../components/route-link.tsx';
import { useAnyText, useFormat, useTexts } from '../../i18n/context.tsx';
import { toSubjectPath } from './paths.ts';

const PAGE_SIZE = 25;

export function PlanTable({ rows }: { rows: readonly BulkPlanRow[] }) {
  const t = useTexts('bulk');
  const tTable = useTexts('table');
  const format = useFormat();
  const { items, collectionProps, paginationProps } = useCollection(rows, {
    pagination: { pageSize: PAGE_SIZE },
    sorting: {},
  });
  const date = (text: string | null) => (text === null ? '-' : format.date(text));
  return (
    <Table
      {...collectionProps}
      items={items}
      trackBy={({ position }) => String(position)}
      resizableColumns
      wrapLines
      ariaLabels={{ tableLabel: t('plan.rows') }}
      header={
        <Header variant="h2" counter={`(${format.count(rows.length)})`}>
          {t('plan.rows')}
        </Header>
      }
      pagination={
        <Pagination
          {...paginationProps}
          ariaLabels={{
            nextPageLabel: tTable('nextPage'),
            previousPageLabel: tTable('previousPage'),
            pageLabel: (page) => tTable('page', { page }),
          }}
        />
      }
      columnDefinitions={[
        {
          id: 'label',
          header: t('column.label'),
          isRowHeader: true,
          sortingField: 'label',
          width: 260,
          cell: (row) => <RouteLink to={toSubjectPath(row.account, row.subject)}>{row.label}</RouteLink>,
        },
        { id: 'buyers', header: t('column.buyers'), width: 180, cell: ({ buyers }) => buyers.join(', ') || '-' },
        {
          id: 'before',
          header: t('column.before'),
          sortingField: 'before',
          width: 150,
          cell: ({ before }) => date(before),
        },
        { id: 'after', header: t('column.after'), sortingField: 'after', width: 150, cell: ({ after }) => date(after) },
        { id: 'findings', header: t('column.findings'), width: 420, cell: (row) => <Findings row={row} /> },
      ]}
    />
  );
}

function Findings({ row: { problems, warnings } }: { row: BulkPlanRow }) {
  const t = useTexts('bulk');
  if (problems.length === 0 && warnings.length === 0) {
    return <StatusIndicator>{t('plan.willBeSent')}</StatusIndicator>;
  }
  return (
    <SpaceBetween size="xxs">
      {problems.map((problem, index) => (
        <Message key={`${problem.messageKey} ${index}`} type="error" message={problem} />
      ))}
      {warnings.map((warning) => (
        <Message key={warning.ruleId} type="warning" message={warning} />
      ))}
    </SpaceBetween>
  );
}

function Message({ type, message }: { type: 'error' | 'warning'; message: BulkMessage }) {
  const text = useAnyText();
  return <StatusIndicator type={type}>{text(message.messageKey, message.params)}</StatusIndicator>;
}
