/** Columns of the list of agreements. */
import { AccountBadge } from '../../../components/account-badge.tsx';
import type { RemoteColumn } from '../../../components/remote-table.tsx';
import { RouteLink } from '../../../components/route-link.tsx';
import { useAccounts } from '../../../components/use-accounts.ts';
import type { AgreementSummary } from '../../../../shared/domain/agreement/agreement.ts';
import { useFormat, useTexts, type Translate } from '../../../i18n/context.tsx';
import type { Formatters } from '../../../i18n/format.ts';
import { toAgreementPath } from '../paths.ts';
import { AgreementStatus } from '../status.tsx';

type Column = RemoteColumn<AgreementSummary>;

export function useAgreementColumns(withAccount: boolean): Column[] {
  const t = useTexts('agreements');
  const format = useFormat();
  const { accounts } = useAccounts();
  const columns = [idColumn(t), ...factColumns(t, format), ...dateColumns(t, format)];
  if (!withAccount) return columns;
  return columns.toSpliced(1, 0, {
    id: 'account',
    header: t('column.account'),
    width: 200,
    cell: (agreement) => {
      const account = accounts.find(({ key }) => key === agreement.account);
      return account ? <AccountBadge account={account} /> : agreement.account;
    },
  });
}

function idColumn(t: Translate): Column {
  return {
    id: 'id',
    header: t('column.id'),
    sortBy: 'id',
    isRowHeader: true,
    width: 270,
    cell: ({ account, id }) => <RouteLink to={toAgreementPath({ account, agreementId: id })}>{id}</RouteLink>,
  };
}

function factColumns(t: Translate, format: Formatters): Column[] {
  return [
    {
      id: 'status',
      header: t('column.status'),
      sortBy: 'status',
      width: 190,
      cell: (agreement) => <AgreementStatus agreement={agreement} />,
    },
    {
      id: 'product',
      header: t('column.product'),
      sortBy: 'productTitle',
      width: 210,
      cell: ({ productTitle, productId }) => productTitle ?? (productId || '-'),
    },
    { id: 'buyer', header: t('column.buyer'), sortBy: 'acceptor', width: 150, cell: ({ acceptor }) => acceptor || '-' },
    {
      id: 'value',
      header: t('column.value'),
      sortBy: 'value',
      width: 150,
      cell: ({ value, currency }) => (value === null ? '-' : format.money(value, currency ?? '')),
    },
    {
      id: 'offer',
      header: t('column.offer'),
      width: 210,
      cell: ({ offerName, offerId }) => offerName || offerId || '-',
    },
    {
      id: 'audience',
      header: t('column.audience'),
      width: 120,
      cell: ({ audience, role }) => t(role === 'manufacturer' ? 'role.manufacturerShort' : `audience.${audience}`),
    },
  ];
}

function dateColumns(t: Translate, format: Formatters): Column[] {
  const instant = (value: string | null) => (value === null ? '-' : format.instant(value));
  return [
    {
      id: 'ends',
      header: t('column.ends'),
      sortBy: 'endsAt',
      width: 210,
      cell: ({ endsAt }) => (endsAt === null ? t('noEnd') : format.instant(endsAt)),
    },
    {
      id: 'endBehavior',
      header: t('column.endBehavior'),
      width: 150,
      cell: ({ endBehavior }) => endBehaviorText(t, endBehavior),
    },
    {
      id: 'accepted',
      header: t('column.accepted'),
      sortBy: 'acceptedAt',
      width: 210,
      cell: ({ acceptedAt }) => instant(acceptedAt),
    },
    {
      id: 'starts',
      header: t('column.starts'),
      sortBy: 'startsAt',
      width: 210,
      cell: ({ startsAt }) => instant(startsAt),
    },
    {
      id: 'updated',
      header: t('column.updated'),
      sortBy: 'updatedAt',
      width: 210,
      cell: ({ updatedAt }) => instant(updatedAt),
    },
  ];
}

const END_BEHAVIORS = ['EXPIRE', 'RENEW', 'REPLACE'];

export function endBehaviorText(t: Translate, behavior: string | null): string {
  if (behavior === null) return '-';
  return END_BEHAVIORS.includes(behavior) ? t(`endBehavior.${behavior}`) : behavior;
}
