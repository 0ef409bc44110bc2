/** List price, discount and wholesale price side by side, dimension by dimension. */
import Header from '@cloudscape-design/components/header';
import Pagination from '@cloudscape-design/components/pagination';
import Table from '@cloudscape-design/components/table';
import { useCollection } from '@cloudscape-design/collection-hooks';
import { comparePrices } from '../../../../shared/domain/authorization/discount.ts';
import { isDuration } from '../../../../shared/domain/dates/duration.ts';
import { isAmount } from '../../../../shared/domain/money/amount.ts';
import { useFormat, useTexts } from '../../../i18n/context.tsx';
import { useEditor } from '../../wizard/editor/context.ts';
import { useAuthorization } from './context.ts';

const PAGE_SIZE = 25;

export function PriceComparison(use: { readonly usage: boolean; readonly contract: boolean }) {
  const t = useTexts('authorizations');
  const table = useTexts('table');
  const format = useFormat();
  const { product } = useEditor();
  const { draft, list } = useAuthorization();
  const rows = comparePrices(draft, list, use);
  const { items, collectionProps, paginationProps } = useCollection(rows, { pagination: { pageSize: PAGE_SIZE } });
  if (rows.length === 0) return null;
  const money = (amount: string | null) =>
    amount !== null && isAmount(amount) ? format.money(amount, draft.currency) : '-';
  return (
    <Table
      {...collectionProps}
      variant="container"
      items={items}
      ariaLabels={{ tableLabel: t('comparison.title') }}
      header={
        <Header variant="h2" description={t('comparison.description')}>
          {t('comparison.title')}
        </Header>
      }
      columnDefinitions={[
        {
          id: 'dimension',
          header: t('comparison.dimension'),
          isRowHeader: true,
          cell: ({ dimensionKey }) => {
            const name = product?.dimensions.find(({ key }) => key === dimensionKey)?.name;
            return name ? `${name} (${dimensionKey})` : dimensionKey;
          },
        },
        {
          id: 'duration',
          header: t('comparison.duration'),
          cell: ({ duration }) =>
            duration === null ? t('comparison.usage') : isDuration(duration) ? format.duration(duration) : '-',
        },
        { id: 'list', header: t('comparison.list'), cell: (row) => money(row.list) },
        {
          id: 'discount',
          header: t('comparison.discount'),
          cell: ({ discount }) => (discount === null ? '-' : `${format.decimal(discount)} %`),
        },
        { id: 'wholesale', header: t('comparison.wholesale'), cell: (row) => money(row.wholesale) },
      ]}
      pagination={
        rows.length > PAGE_SIZE && (
          <Pagination
            {...paginationProps}
            ariaLabels={{
              nextPageLabel: table('nextPage'),
              previousPageLabel: table('previousPage'),
              pageLabel: (page) => table('page', { page }),
            }}
          />
        )
      }
    />
  );
}
