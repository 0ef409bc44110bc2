/** Columns of the list of products. */
import { AccountBadge } from '../../components/account-badge.tsx';
import type { RemoteColumn } from '../../components/remote-table.tsx';
import { RouteLink } from '../../components/route-link.tsx';
import { useAccounts } from '../../components/use-accounts.ts';
import type { ProductSummary } from '../../../shared/domain/product/product.ts';
import { useFormat, useTexts } from '../../i18n/context.tsx';
import { toProductPath } from './paths.ts';
import { VisibilityStatus } from './visibility-status.tsx';

export function useProductColumns(withAccount: boolean): RemoteColumn<ProductSummary>[] {
  const t = useTexts('products');
  const format = useFormat();
  const { accounts } = useAccounts();
  const columns: RemoteColumn<ProductSummary>[] = [
    {
      id: 'title',
      header: t('column.title'),
      sortBy: 'title',
      isRowHeader: true,
      width: 320,
      cell: (product) => <RouteLink to={toProductPath(product.account, product.id)}>{product.title}</RouteLink>,
    },
    { id: 'id', header: t('column.id'), width: 200, cell: ({ id }) => id },
    { id: 'type', header: t('column.type'), sortBy: 'type', width: 140, cell: ({ type }) => t(`type.${type}`) },
    {
      id: 'visibility',
      header: t('column.visibility'),
      sortBy: 'visibility',
      width: 160,
      cell: ({ visibility }) => <VisibilityStatus visibility={visibility} />,
    },
    {
      id: 'dimensions',
      header: t('column.dimensions'),
      width: 130,
      cell: ({ dimensionCount }) => format.count(dimensionCount),
    },
    {
      id: 'lastModifiedAt',
      header: t('column.lastModified'),
      sortBy: 'lastModifiedAt',
      width: 220,
      cell: ({ lastModifiedAt }) => format.instant(lastModifiedAt),
    },
  ];
  if (!withAccount) return columns;
  return columns.toSpliced(1, 0, {
    id: 'account',
    header: t('column.account'),
    width: 200,
    cell: (product) => {
      const account = accounts.find(({ key }) => key === product.account);
      return account ? <AccountBadge account={account} /> : product.account;
    },
  });
}
