/** A table of dimensions with one input for each column: searched, paged, filled by keyboard. Serves prices and quantities. */
import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import Pagination from '@cloudscape-design/components/pagination';
import Table from '@cloudscape-design/components/table';
import TextFilter from '@cloudscape-design/components/text-filter';
import type { ReactNode } from 'react';
import type { Dimension } from '../../../../shared/domain/product/product.ts';
import { useTexts } from '../../../i18n/context.tsx';
import type { DimensionColumn } from './column.ts';
import { DimensionCell } from './dimension-cell.tsx';
import { useDimensionPages } from './use-dimension-pages.ts';

interface DimensionTableProps {
  readonly title: string;
  readonly description?: string;
  /** Where findings about the table as a whole point. */
  readonly path: string;
  readonly dimensions: readonly Dimension[];
  readonly columns: readonly DimensionColumn[];
  readonly actions?: ReactNode;
  readonly footer?: ReactNode;
}

export function DimensionTable(props: DimensionTableProps) {
  const { title, description, path, dimensions, columns, actions, footer } = props;
  const t = useTexts('wizard');
  const pages = useDimensionPages(dimensions, columns);
  return (
    <div data-path={path} data-dimension-table>
      <Table
        variant="container"
        items={pages.items}
        trackBy="key"
        wrapLines
        header={
          <Header
            variant="h2"
            description={description}
            counter={`(${t('pricing.filled', { filled: countFilled(dimensions, columns), all: dimensions.length })})`}
            actions={actions}
          >
            {title}
          </Header>
        }
        filter={
          dimensions.length > 5 && (
            <TextFilter
              filteringText={pages.text}
              filteringPlaceholder={t('pricing.search')}
              filteringAriaLabel={t('pricing.search')}
              filteringClearAriaLabel={t('pricing.clearSearch')}
              countText={t('pricing.matches', { count: pages.matches.length })}
              onChange={({ detail }) => pages.setText(detail.filteringText)}
            />
          )
        }
        pagination={
          pages.count > 1 && (
            <Pagination
              currentPageIndex={pages.page}
              pagesCount={pages.count}
              ariaLabels={{
                nextPageLabel: t('pricing.nextPage'),
                previousPageLabel: t('pricing.previousPage'),
                pageLabel: (page) => t('pricing.page', { page }),
              }}
              onChange={({ detail }) => pages.setPage(detail.currentPageIndex)}
            />
          )
        }
        columnDefinitions={[
          {
            id: 'dimension',
            header: t('pricing.dimension'),
            isRowHeader: true,
            cell: (dimension) => <DimensionName dimension={dimension} />,
          },
          { id: 'unit', header: t('pricing.unit'), cell: ({ unit }) => unit || '–' },
          ...columns.map((column) => ({
            id: column.id,
            header: column.header,
            minWidth: 180,
            cell: (dimension: Dimension) => (
              <DimensionCell
                dimension={dimension}
                column={column}
                below={pages.matches.slice(pages.matches.indexOf(dimension))}
              />
            ),
          })),
        ]}
        empty={dimensions.length === 0 ? t('pricing.noDimensions') : t('pricing.noMatch')}
        footer={footer}
      />
    </div>
  );
}

function DimensionName({ dimension: { key, name, description } }: { dimension: Dimension }) {
  return (
    <>
      <Box>{name || key}</Box>
      <Box color="text-body-secondary" fontSize="body-s">
        {key}
        {description && description !== name ? ` · ${description}` : ''}
      </Box>
    </>
  );
}

function countFilled(dimensions: readonly Dimension[], columns: readonly DimensionColumn[]): number {
  return dimensions.filter(({ key }) => columns.some(({ values }) => (values.get(key)?.value ?? '') !== '')).length;
}
