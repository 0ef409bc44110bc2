/** Two documents against each other: only what differs, by its path. */
import Box from '@cloudscape-design/components/box';
import Table from '@cloudscape-design/components/table';
import type { JsonDifference } from '../../../shared/domain/sync/json-diff.ts';
import { useTexts } from '../../i18n/context.tsx';

interface DifferenceTableProps {
  readonly differences: readonly JsonDifference[];
  readonly before: string;
  readonly after: string;
  readonly label: string;
}

/** More rows than this say no more than "another document". */
const MOST_ROWS = 300;

export function DifferenceTable({ differences, before, after, label }: DifferenceTableProps) {
  const t = useTexts('sync-log');
  if (differences.length === 0) return <Box color="text-body-secondary">{t('detail.same')}</Box>;
  return (
    <Table
      variant="embedded"
      contentDensity="compact"
      wrapLines
      header={<Box variant="small">{t('detail.differences', { count: differences.length })}</Box>}
      items={differences.slice(0, MOST_ROWS)}
      trackBy="path"
      ariaLabels={{ tableLabel: label }}
      columnDefinitions={[
        { id: 'path', header: t('column.path'), isRowHeader: true, width: 300, cell: ({ path }) => path || '–' },
        { id: 'before', header: before, cell: (each) => <Value value={each.before} /> },
        { id: 'after', header: after, cell: (each) => <Value value={each.after} /> },
      ]}
    />
  );
}

function Value({ value }: { value: unknown }) {
  if (value === undefined) return <Box color="text-status-inactive">–</Box>;
  return <Box variant="code">{typeof value === 'string' ? value : JSON.stringify(value)}</Box>;
}
