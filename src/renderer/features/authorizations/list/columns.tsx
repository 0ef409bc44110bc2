/** Columns of the list of authorizations. */
import type { AuthorizationSummary, Ownership } from '../../../../shared/domain/authorization/authorization.ts';
import { AccountBadge } from '../../../components/account-badge.tsx';
import type { RemoteColumn } from '../../../components/remote-table.tsx';
import { RouteLink } from '../../../components/route-link.tsx';
import { useAccounts } from '../../../components/use-accounts.ts';
import { useFormat, useTexts, type Translate } from '../../../i18n/context.tsx';
import type { Formatters } from '../../../i18n/format.ts';
import { toAuthorizationPath } from '../paths.ts';
import { AuthorizationStateStatus } from '../state-status.tsx';

type Column = RemoteColumn<AuthorizationSummary>;

export function useAuthorizationColumns(withAccount: boolean, ownership: Ownership): Column[] {
  const t = useTexts('authorizations');
  const format = useFormat();
  const { accounts } = useAccounts();
  const channel = useTexts('channel');
  const all = [nameColumn(t), ...factColumns(t), ...useColumns(t, format)];
  const columns = ownership === 'issued' ? all : toReceived(all, channel);
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

/** The partner is this account itself: who has given it, and whether it can be used, takes that place. */
function toReceived(columns: readonly Column[], channel: Translate): Column[] {
  const seller: Column = {
    id: 'seller',
    header: channel('column.seller'),
    width: 230,
    cell: ({ manufacturerName, manufacturerAccountId }) =>
      [manufacturerName, manufacturerAccountId && `(${manufacturerAccountId})`].filter(Boolean).join(' ') || '-',
  };
  const why: Column = {
    id: 'why',
    header: channel('column.why'),
    width: 260,
    cell: ({ state }) => channel(`stateSays.${state}`),
  };
  return columns.flatMap((column) => {
    if (column.id === 'partner') return [why, seller];
    return column.id === 'origin' ? [] : [column];
  });
}

function nameColumn(t: Translate): Column {
  return {
    id: 'name',
    header: t('column.name'),
    sortBy: 'name',
    isRowHeader: true,
    width: 260,
    cell: ({ account, id, name }) => (
      <RouteLink to={toAuthorizationPath(account, id)}>{name || t('unnamed', { id })}</RouteLink>
    ),
  };
}

function factColumns(t: Translate): Column[] {
  return [
    {
      id: 'state',
      header: t('column.state'),
      sortBy: 'state',
      width: 220,
      cell: ({ state }) => <AuthorizationStateStatus state={state} />,
    },
    {
      id: 'partner',
      header: t('column.partner'),
      sortBy: 'reseller',
      width: 320,
      cell: ({ resellerName, resellerAccountId }) =>
        resellerName ? `${resellerName} (${resellerAccountId ?? '-'})` : (resellerAccountId ?? '-'),
    },
    {
      id: 'product',
      header: t('column.product'),
      sortBy: 'productTitle',
      width: 210,
      cell: ({ productTitle, productId }) => productTitle ?? productId,
    },
  ];
}

function useColumns(t: Translate, format: Formatters): Column[] {
  const instant = (value: string | null) => (value === null ? '-' : format.instant(value));
  return [
    {
      id: 'end',
      header: t('column.end'),
      sortBy: 'endDate',
      width: 150,
      cell: ({ endDate }) => (endDate === null ? t('noEnd') : format.date(endDate)),
    },
    {
      id: 'use',
      header: t('column.use'),
      width: 150,
      cell: ({ maxOffers }) => t(maxOffers === null ? 'use.unlimited' : 'use.single'),
    },
    {
      id: 'offers',
      header: t('column.offers'),
      sortBy: 'offersCreated',
      width: 170,
      cell: ({ offersCreated }) => (offersCreated === null ? '-' : format.count(offersCreated)),
    },
    { id: 'id', header: t('column.id'), sortBy: 'id', width: 230, cell: ({ id }) => id },
    {
      id: 'created',
      header: t('column.created'),
      sortBy: 'createdAt',
      width: 210,
      cell: ({ createdAt }) => instant(createdAt),
    },
    {
      id: 'modified',
      header: t('column.modified'),
      sortBy: 'lastModifiedAt',
      width: 210,
      cell: ({ lastModifiedAt }) => instant(lastModifiedAt),
    },
    {
      id: 'origin',
      header: t('column.origin'),
      width: 150,
      cell: ({ madeHere }) => t(madeHere ? 'origin.here' : 'origin.elsewhere'),
    },
  ];
}
