/** Prices by dimension, with the dimension's name and unit; hundreds of them are shown by page. */
import Pagination from '@cloudscape-design/components/pagination';
import Table from '@cloudscape-design/components/table';
import { useCollection } from '@cloudscape-design/collection-hooks';
import { useTexts } from '../../i18n/context.tsx';
import { useDimension } from './term-context.tsx';

const PAGE_SIZE = 25;

interface RateRow {
  readonly key: string;
  /** Already formatted. */
  readonly value: string;
}

interface RateTableProps {
  readonly label: string;
  readonly valueHeader: string;
  readonly rows: readonly RateRow[];
}

export function RateTable({ label, valueHeader, rows }: RateTableProps) {
  const t = useTexts('offers');
  const tTable = useTexts('table');
  const dimension = useDimension();
  const { items, collectionProps, paginationProps } = useCollection(rows, { pagination: { pageSize: PAGE_SIZE } });
  return (
    <Table
      {...collectionProps}
      variant="embedded"
      items={items}
      trackBy="key"
      ariaLabels={{ tableLabel: label }}
      columnDefinitions={[
        { id: 'dimension', header: t('terms.dimension'), isRowHeader: true, cell: ({ key }) => dimension(key).name },
        { id: 'unit', header: t('terms.unit'), cell: ({ key }) => dimension(key).unit || '-' },
        { id: 'value', header: valueHeader, cell: ({ value }) => value },
      ]}
      pagination={
        rows.length > PAGE_SIZE && (
          <Pagination
            {...paginationProps}
            ariaLabels={{
              nextPageLabel: tTable('nextPage'),
              previousPageLabel: tTable('previousPage'),
              pageLabel: (page) => tTable('page', { page }),
            }}
          />
        )
      }
    />
  );
}
