/** Each row of a plan: what it is, what changes, what stands against it, and whether it is wanted. */
import { useCollection } from '@cloudscape-design/collection-hooks';
import Header from '@cloudscape-design/components/header';
import Pagination from '@cloudscape-design/components/pagination';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Table from '@cloudscape-design/components/table';
import type { BulkActionKind, BulkMessage, BulkPlanRow } from '../../../shared/domain/bulk/bulk.ts';
import { RouteLink } from '../../components/route-link.tsx';
import { useAnyText, useFormat, useTexts, type Translate } from '../../i18n/context.tsx';
import type { Formatters } from '../../i18n/format.ts';
import { toSubjectPath } from './paths.ts';

const PAGE_SIZE = 25;

interface PlanTableProps {
  readonly kind: BulkActionKind;
  readonly rows: readonly BulkPlanRow[];
  /** Positions of rows that could be sent and are not wanted. */
  readonly leftOut: ReadonlySet<number>;
  onLeaveOut(positions: ReadonlySet<number>): void;
}

export function PlanTable({ kind, rows, leftOut, onLeaveOut }: PlanTableProps) {
  const t = useTexts('bulk');
  const tTable = useTexts('table');
  const format = useFormat();
  const { items, collectionProps, paginationProps } = useCollection(rows, {
    pagination: { pageSize: PAGE_SIZE },
    sorting: {},
  });
  const isWanted = ({ problems, position }: BulkPlanRow) => problems.length === 0 && !leftOut.has(position);
  const wanted = rows.filter(isWanted);
  return (
    <Table
      {...collectionProps}
      items={items}
      trackBy={({ position }) => String(position)}
      selectionType="multi"
      selectedItems={wanted}
      isItemDisabled={({ problems }) => problems.length > 0}
      onSelectionChange={({ detail }) => {
        const ticked = new Set(detail.selectedItems.map(({ position }) => position));
        const elsewhere = [...leftOut].filter((position) => !items.some((row) => row.position === position));
        const here = items.filter(({ position, problems }) => problems.length === 0 && !ticked.has(position));
        onLeaveOut(new Set([...elsewhere, ...here.map(({ position }) => position)]));
      }}
      resizableColumns
      wrapLines
      ariaLabels={{
        tableLabel: t('plan.rows'),
        selectionGroupLabel: t('plan.selection'),
        allItemsSelectionLabel: () => t('plan.selectPage'),
        itemSelectionLabel: (_group, { label }) => t('plan.select', { name: label }),
      }}
      header={
        <Header variant="h2" counter={`(${format.count(wanted.length)}/${format.count(rows.length)})`}>
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
          cell: (row: BulkPlanRow) => <RouteLink to={toSubjectPath(row.account, row.subject)}>{row.label}</RouteLink>,
        },
        {
          id: 'findings',
          header: t('column.findings'),
          width: 340,
          cell: (row: BulkPlanRow) => <Findings row={row} isWanted={!leftOut.has(row.position)} />,
        },
        ...(kind === 'accept' || kind === 'assign' ? dealColumns(kind, t, format) : offerColumns(t, format)),
      ]}
    />
  );
}

function dealColumns(kind: 'accept' | 'assign', t: Translate, format: Formatters) {
  const shown = (text: string | undefined) => text || '-';
  return [
    {
      id: 'customer',
      header: t('column.customer'),
      sortingField: 'customer',
      width: 220,
      cell: ({ customer }: BulkPlanRow) => shown(customer),
    },
    kind === 'accept'
      ? dateColumn('before', t('column.deadline'), format)
      : {
          id: 'owner',
          header: t('column.owner'),
          sortingField: 'owner',
          width: 200,
          cell: ({ owner }: BulkPlanRow) => shown(owner),
        },
  ];
}

function offerColumns(t: Translate, format: Formatters) {
  return [
    {
      id: 'buyers',
      header: t('column.buyers'),
      width: 180,
      cell: ({ buyers }: BulkPlanRow) => buyers.join(', ') || '-',
    },
    dateColumn('before', t('column.before'), format),
    dateColumn('after', t('column.after'), format),
  ];
}

function dateColumn(id: 'before' | 'after', header: string, format: Formatters) {
  const date = (text: string | null) => (text === null ? '-' : format.date(text));
  return { id, header, sortingField: id, width: 150, cell: (row: BulkPlanRow) => date(row[id]) };
}

function Findings({ row: { problems, warnings }, isWanted }: { row: BulkPlanRow; isWanted: boolean }) {
  const t = useTexts('bulk');
  if (problems.length === 0 && !isWanted)
    return <StatusIndicator type="stopped">{t('plan.notChosen')}</StatusIndicator>;
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
