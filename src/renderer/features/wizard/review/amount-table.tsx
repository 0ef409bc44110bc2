/** Prices or quantities of dimensions in the review; long lists by page. */
import Header from '@cloudscape-design/components/header';
import Pagination from '@cloudscape-design/components/pagination';
import Table from '@cloudscape-design/components/table';
import { useState } from 'react';
import type { ReviewAmount } from '../../../../shared/domain/offer/wizard/review.ts';
import { useFormat, useTexts } from '../../../i18n/context.tsx';
import { useEditor } from '../editor/context.ts';

const PAGE_SIZE = 10;

interface AmountTableProps {
  readonly title: string;
  readonly rows: readonly ReviewAmount[];
  readonly isMoney: boolean;
}

export function AmountTable({ title, rows, isMoney }: AmountTableProps) {
  const t = useTexts('wizard');
  const format = useFormat();
  const { draft } = useEditor();
  const [page, setPage] = useState(1);
  const pages = Math.ceil(rows.length / PAGE_SIZE);
  return (
    <Table
      variant="embedded"
      header={
        <Header variant="h3" counter={`(${format.count(rows.length)})`}>
          {title}
        </Header>
      }
      items={rows.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)}
      trackBy="dimensionKey"
      columnDefinitions={[
        {
          id: 'dimension',
          header: t('pricing.dimension'),
          isRowHeader: true,
          cell: ({ name, dimensionKey }) => (name === dimensionKey ? name : `${name} (${dimensionKey})`),
        },
        { id: 'unit', header: t('pricing.unit'), cell: ({ unit }) => unit || '–' },
        {
          id: 'value',
          header: isMoney ? t('review.price') : t('grants.quantity'),
          cell: ({ value }) => (isMoney ? format.money(value, draft.currency) : format.decimal(value)),
        },
      ]}
      empty={t('review.empty')}
      pagination={
        pages > 1 && (
          <Pagination
            currentPageIndex={page}
            pagesCount={pages}
            ariaLabels={{
              nextPageLabel: t('pricing.nextPage'),
              previousPageLabel: t('pricing.previousPage'),
              pageLabel: (number) => t('pricing.page', { page: number }),
            }}
            onChange={({ detail }) => setPage(detail.currentPageIndex)}
          />
        )
      }
    />
  );
}
