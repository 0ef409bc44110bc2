/** Columns of the list of offer sets. */
import type { OfferSetSummary } from '../../../../shared/domain/offer-set/offer-set.ts';
import { AccountBadge } from '../../../components/account-badge.tsx';
import type { RemoteColumn } from '../../../components/remote-table.tsx';
import { RouteLink } from '../../../components/route-link.tsx';
import { useAccounts } from '../../../components/use-accounts.ts';
import { useFormat, useTexts, type Translate } from '../../../i18n/context.tsx';
import type { Formatters } from '../../../i18n/format.ts';
import { toOfferSetPath } from '../paths.ts';
import { OfferSetStateStatus } from '../state-status.tsx';

type Column = RemoteColumn<OfferSetSummary>;

export function useOfferSetColumns(withAccount: boolean): Column[] {
  const t = useTexts('offersets');
  const format = useFormat();
  const { accounts } = useAccounts();
  const columns = [...factColumns(t, format), ...originColumns(t, format)];
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

function factColumns(t: Translate, format: Formatters): Column[] {
  return [
    {
      id: 'name',
      header: t('column.name'),
      sortBy: 'name',
      isRowHeader: true,
      width: 280,
      cell: ({ account, id, name }) => <RouteLink to={toOfferSetPath(account, id)}>{name || id}</RouteLink>,
    },
    {
      id: 'state',
      header: t('column.state'),
      sortBy: 'state',
      width: 170,
      cell: ({ state }) => <OfferSetStateStatus state={state} />,
    },
    {
      id: 'offers',
      header: t('column.offers'),
      sortBy: 'offerCount',
      width: 110,
      cell: ({ offerCount }) => format.count(offerCount),
    },
    { id: 'buyers', header: t('column.buyers'), width: 180, cell: ({ buyers }) => buyers.join(', ') || '-' },
    {
      id: 'ends',
      header: t('column.ends'),
      sortBy: 'availabilityEndDate',
      width: 160,
      cell: ({ availabilityEndDate }) => (availabilityEndDate === null ? '-' : format.date(availabilityEndDate)),
    },
    {
      id: 'agreements',
      header: t('column.agreements'),
      width: 140,
      cell: ({ agreementCount }) => format.count(agreementCount),
    },
  ];
}

function originColumns(t: Translate, format: Formatters): Column[] {
  const instant = (value: string | null) => (value === null ? '-' : format.instant(value));
  return [
    { id: 'id', header: t('column.id'), sortBy: 'id', width: 230, cell: ({ id }) => id },
    {
      id: 'released',
      header: t('column.released'),
      sortBy: 'releasedAt',
      width: 210,
      cell: ({ releasedAt }) => instant(releasedAt),
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
