/** All products of the active account, or of all accounts, from this machine's copy. */
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { EmptyState } from '../../components/empty-state.tsx';
import { AsOf } from '../../components/as-of.tsx';
import { ReadProblems } from '../../components/read-problems.tsx';
import { RemoteTable, useRemoteTableView } from '../../components/remote-table.tsx';
import { SyncButton } from '../../components/sync-button.tsx';
import { oneOf, someOf, useListAddress } from '../../components/use-list-address.ts';
import { useCallQuery } from '../../bridge/hooks.tsx';
import { PRODUCT_TYPES } from '../../../shared/domain/product/product.ts';
import { useTexts } from '../../i18n/context.tsx';
import { useActiveAccount } from '../../stores/active-account.ts';
import { usePage } from '../../stores/page.ts';
import { useProductColumns } from './columns.tsx';
import { ProductFilter } from './filter.tsx';

const TABLE_ID = 'products';
const SORT_KEYS = ['title', 'type', 'visibility', 'lastModifiedAt'] as const;

export function ProductListPage() {
  const t = useTexts('products');
  const account = useActiveAccount();
  const address = useListAddress();
  const columns = useProductColumns(account === null);
  const [view] = useRemoteTableView(TABLE_ID, columns);
  usePage({ title: t('list.title'), contentType: 'table', help: { topic: 'products', key: 'help.list' } });
  const sort = {
    by: oneOf(SORT_KEYS, address.get('sort')),
    direction: oneOf(['ascending', 'descending'] as const, address.get('direction')),
  } as const;
  const text = address.get('text');
  const types = someOf(PRODUCT_TYPES, address.getAll('type'));
  const { data, error, refetch } = useCallQuery(
    'products.list',
    {
      account,
      text: text.slice(0, 200),
      types,
      page: address.page,
      pageSize: view.pageSize,
      sortBy: sort.by,
      direction: sort.direction,
    },
    { keepPrevious: true },
  );
  const isFiltered = text !== '' || types.length > 0;
  return (
    <SpaceBetween size="m">
      <ReadProblems feature="products" />
      <RemoteTable
        id={TABLE_ID}
        title={t('list.title')}
        description={<AsOf at={data?.syncedAt} />}
        actions={<SyncButton feature="products" />}
        filter={<ProductFilter address={address} types={types} />}
        columns={columns}
        data={data}
        error={error}
        page={address.page}
        sort={sort}
        keyOf={(product) => `${product.account} ${product.id}`}
        empty={
          isFiltered ? (
            <EmptyState
              title={t('list.noMatch')}
              body={t('list.noMatchSays')}
              action={<Button onClick={() => address.set({ text: null, type: null })}>{t('list.clear')}</Button>}
            />
          ) : (
            <EmptyState
              title={t('list.empty')}
              body={t(data?.syncedAt ? 'list.emptyAtAws' : 'list.emptySays')}
              action={<SyncButton feature="products" variant="primary" />}
            />
          )
        }
        onRetry={() => void refetch()}
        onPage={(page) => address.set({ page: String(page) })}
        onSort={({ by, direction }) => address.set({ sort: by, direction })}
      />
    </SpaceBetween>
  );
}
