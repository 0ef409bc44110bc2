/** Columns of the list of solutions. */
import type { Solution } from '../../../shared/domain/solution.ts';
import { AccountBadge } from '../../components/account-badge.tsx';
import type { RemoteColumn } from '../../components/remote-table.tsx';
import { RouteLink } from '../../components/route-link.tsx';
import { SolutionStatus } from '../../components/solution-status.tsx';
import { useAccounts } from '../../components/use-accounts.ts';
import { useFormat, useTexts } from '../../i18n/context.tsx';
import { toSolutionPath } from './paths.ts';

type Column = RemoteColumn<Solution>;

export function useSolutionColumns(withAccount: boolean): Column[] {
  const t = useTexts('solutions');
  const format = useFormat();
  const { accounts } = useAccounts();
  const columns: Column[] = [
    {
      id: 'name',
      header: t('column.name'),
      sortBy: 'name',
      isRowHeader: true,
      width: 320,
      cell: ({ account, id, name }) => <RouteLink to={toSolutionPath(account, id)}>{name || id}</RouteLink>,
    },
    {
      id: 'status',
      header: t('column.status'),
      sortBy: 'status',
      width: 170,
      cell: ({ status, goneAt }) => <SolutionStatus status={goneAt === null ? status : 'Gone'} showsActive />,
    },
    {
      id: 'category',
      header: t('column.category'),
      sortBy: 'category',
      width: 200,
      cell: (row) => row.category || '-',
    },
    {
      id: 'created',
      header: t('column.created'),
      sortBy: 'createdAt',
      width: 200,
      cell: ({ createdAt }) => (createdAt === null ? '-' : format.instant(createdAt)),
    },
    {
      id: 'opportunities',
      header: t('column.opportunities'),
      width: 140,
      cell: ({ opportunities }) => format.count(opportunities),
    },
    { id: 'id', header: t('column.id'), sortBy: 'id', width: 140, cell: ({ id }) => id },
    {
      id: 'marketplaceArn',
      header: t('column.marketplaceArn'),
      width: 230,
      cell: ({ marketplaceArn }) => marketplaceArn?.split('/').at(-1) ?? '-',
    },
  ];
  if (!withAccount) return columns;
  return columns.toSpliced(1, 0, {
    id: 'account',
    header: t('column.account'),
    width: 200,
    cell: (item) => {
      const account = accounts.find(({ key }) => key === item.account);
      return account ? <AccountBadge account={account} /> : item.account;
    },
  });
}
