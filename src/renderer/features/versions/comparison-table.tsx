/** Rows of a comparison side by side. */
import './comparison.css';
import Box from '@cloudscape-design/components/box';
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import Table from '@cloudscape-design/components/table';
import type { ComparedRow } from '../../../shared/domain/version/version.ts';
import { useTexts } from '../../i18n/context.tsx';
import type { RowTexts } from './use-row-texts.ts';

const INDICATORS: Readonly<Record<ComparedRow['change'], StatusIndicatorProps.Type>> = {
  added: 'success',
  removed: 'error',
  changed: 'warning',
  same: 'info',
};

interface ComparisonTableProps {
  readonly rows: readonly ComparedRow[];
  readonly texts: RowTexts;
  readonly before: string;
  readonly after: string;
  readonly label: string;
}

export function ComparisonTable({ rows, texts, before, after, label }: ComparisonTableProps) {
  const t = useTexts('versions');
  const cell = (row: ComparedRow, side: 'before' | 'after') => {
    const value = texts.value(row, side);
    if (value === null) return <Box color="text-status-inactive">–</Box>;
    return typeof row[side] === 'object' ? <pre className="compared-json">{value}</pre> : value;
  };
  return (
    <Table
      variant="embedded"
      items={rows}
      trackBy={({ path }) => JSON.stringify(path)}
      wrapLines
      ariaLabels={{ tableLabel: label }}
      columnDefinitions={[
        { id: 'what', header: t('column.what'), isRowHeader: true, cell: (row) => texts.label(row) },
        {
          id: 'change',
          header: t('column.change'),
          minWidth: 130,
          cell: ({ change }) => <StatusIndicator type={INDICATORS[change]}>{t(`change.${change}`)}</StatusIndicator>,
        },
        { id: 'before', header: before, cell: (row) => cell(row, 'before') },
        { id: 'after', header: after, cell: (row) => cell(row, 'after') },
      ]}
    />
  );
}
