/** The dimensions of a product with unit and kind, to look through: a product may have hundreds. */
import Header from '@cloudscape-design/components/header';
import Pagination from '@cloudscape-design/components/pagination';
import Table from '@cloudscape-design/components/table';
import TextFilter from '@cloudscape-design/components/text-filter';
import { useCollection } from '@cloudscape-design/collection-hooks';
import { EmptyState } from '../../components/empty-state.tsx';
import type { Dimension } from '../../../shared/domain/product/product.ts';
import { useFormat, useTexts } from '../../i18n/context.tsx';

const PAGE_SIZE = 50;

export function DimensionTable({ dimensions }: { dimensions: readonly Dimension[] }) {
  const t = useTexts('products');
  const tTable = useTexts('table');
  const format = useFormat();
  const { items, collectionProps, filterProps, paginationProps, filteredItemsCount } = useCollection(dimensions, {
    filtering: {
      empty: <EmptyState title={t('dimension.none')} body={t('dimension.noneSays')} />,
      noMatch: <EmptyState title={t('list.noMatch')} body={t('list.noMatchSays')} />,
    },
    pagination: { pageSize: PAGE_SIZE },
    sorting: {},
  });
  return (
    <Table
      {...collectionProps}
      items={items}
      trackBy="key"
      resizableColumns
      header={
        <Header variant="h2" counter={`(${format.count(dimensions.length)})`}>
          {t('dimension.title')}
        </Header>
      }
      filter={
        <TextFilter
          {...filterProps}
          filteringAriaLabel={t('dimension.filter')}
          filteringPlaceholder={t('dimension.filter')}
          countText={t('dimension.found', { count: filteredItemsCount ?? 0 })}
        />
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
      ariaLabels={{ tableLabel: t('dimension.title') }}
      columnDefinitions={[
        { id: 'key', header: t('dimension.key'), cell: ({ key }) => key, sortingField: 'key', isRowHeader: true },
        { id: 'name', header: t('dimension.name'), cell: ({ name }) => name, sortingField: 'name' },
        { id: 'unit', header: t('dimension.unit'), cell: ({ unit }) => unit || '-', sortingField: 'unit' },
        {
          id: 'types',
          header: t('dimension.types'),
          cell: ({ types }) => format.list(types.map((type) => t(`dimensionType.${type}`))) || '-',
        },
        { id: 'description', header: t('dimension.description'), cell: ({ description }) => description || '-' },
      ]}
    />
  );
}
