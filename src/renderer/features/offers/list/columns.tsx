/** Columns of the list of offers. */
import { AccountBadge } from '../../../components/account-badge.tsx';
import type { RemoteColumn } from '../../../components/remote-table.tsx';
import { RouteLink } from '../../../components/route-link.tsx';
import { useAccounts } from '../../../components/use-accounts.ts';
import type { OfferSummary } from '../../../../shared/domain/offer/offer.ts';
import { useFormat, useTexts, type Translate } from '../../../i18n/context.tsx';
import type { Formatters } from '../../../i18n/format.ts';
import { toOfferPath } from '../paths.ts';
import { OfferStateStatus } from '../state-status.tsx';

/** More buyers than this are counted; the offer's page has them all. */
const SHOWN_BUYERS = 2;

export function useOfferColumns(withAccount: boolean): RemoteColumn<OfferSummary>[] {
  const t = useTexts('offers');
  const format = useFormat();
  const { accounts } = useAccounts();
  const columns = [nameColumn(t), ...otherColumns(t, format)];
  if (!withAccount) return columns;
  return columns.toSpliced(1, 0, {
    id: 'account',
    header: t('column.account'),
    width: 200,
    cell: (offer) => {
      const account = accounts.find(({ key }) => key === offer.account);
      return account ? <AccountBadge account={account} /> : offer.account;
    },
  });
}

function nameColumn(t: Translate): RemoteColumn<OfferSummary> {
  return {
    id: 'name',
    header: t('column.name'),
    sortBy: 'name',
    isRowHeader: true,
    width: 260,
    cell: (offer) => (
      <RouteLink to={toOfferPath({ account: offer.account, offerId: offer.id })}>
        {offer.name || t('unnamed', { id: offer.id })}
      </RouteLink>
    ),
  };
}

function otherColumns(t: Translate, format: Formatters): RemoteColumn<OfferSummary>[] {
  const instant = (value: string | null) => (value === null ? '-' : format.instant(value));
  return [
    {
      id: 'state',
      header: t('column.state'),
      sortBy: 'state',
      width: 130,
      cell: ({ state }) => <OfferStateStatus state={state} />,
    },
    {
      id: 'product',
      header: t('column.product'),
      sortBy: 'productTitle',
      width: 220,
      cell: ({ productTitle, productId }) => productTitle ?? productId,
    },
    {
      id: 'buyers',
      header: t('column.buyers'),
      width: 200,
      cell: ({ buyers, isPublic }) => (isPublic ? t('everybody') : describeBuyers(buyers, t)),
    },
    {
      id: 'expires',
      header: t('column.expires'),
      sortBy: 'availabilityEndDate',
      width: 150,
      cell: ({ availabilityEndDate: date }) => (date === null ? '-' : format.date(date)),
    },
    { id: 'id', header: t('column.id'), sortBy: 'id', width: 190, cell: ({ id }) => id },
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

function describeBuyers(buyers: readonly string[], t: Translate): string {
  if (buyers.length === 0) return '-';
  const shown = buyers.slice(0, SHOWN_BUYERS).join(', ');
  const more = buyers.length - SHOWN_BUYERS;
  return more > 0 ? t('buyersMore', { shown, count: more }) : shown;
}
