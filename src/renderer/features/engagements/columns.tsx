/** Columns of the list of engagements. */
import { AccountBadge } from '../../components/account-badge.tsx';
import type { RemoteColumn } from '../../components/remote-table.tsx';
import { RouteLink } from '../../components/route-link.tsx';
import { useAccounts } from '../../components/use-accounts.ts';
import type { EngagementSummary } from '../../../shared/domain/engagement/engagement.ts';
import { useFormat, useTexts } from '../../i18n/context.tsx';
import { toEngagementPath } from './paths.ts';
import { contextWord, partyWord, Qualification } from './words.tsx';

export function useEngagementColumns(withAccount: boolean): RemoteColumn<EngagementSummary>[] {
  const t = useTexts('engagements');
  const format = useFormat();
  const { accounts } = useAccounts();
  const columns: RemoteColumn<EngagementSummary>[] = [
    {
      id: 'title',
      header: t('column.title'),
      sortBy: 'title',
      isRowHeader: true,
      width: 290,
      cell: ({ account, id, title }) => (
        <RouteLink to={toEngagementPath({ account, engagementId: id })}>{title || id}</RouteLink>
      ),
    },
    {
      id: 'about',
      header: t('column.about'),
      width: 190,
      cell: ({ contextTypes }) => contextTypes.map((type) => contextWord(t, type)).join(' · ') || '-',
    },
    {
      id: 'customer',
      header: t('column.customer'),
      sortBy: 'customer',
      width: 180,
      cell: ({ customer }) => customer || '-',
    },
    {
      id: 'qualification',
      header: t('column.qualification'),
      sortBy: 'qualification',
      width: 160,
      cell: ({ qualification }) => <Qualification value={qualification} />,
    },
    {
      id: 'account',
      header: t('column.account'),
      width: 190,
      cell: (engagement) => {
        const account = accounts.find(({ key }) => key === engagement.account);
        return account ? <AccountBadge account={account} /> : engagement.account;
      },
    },
    { id: 'members', header: t('column.members'), width: 110, cell: ({ memberCount }) => format.count(memberCount) },
    {
      id: 'created',
      header: t('column.created'),
      sortBy: 'createdAt',
      width: 200,
      cell: ({ createdAt }) => format.instant(createdAt),
    },
    {
      id: 'modified',
      header: t('column.modified'),
      sortBy: 'modifiedAt',
      width: 200,
      cell: ({ modifiedAt }) => format.instant(modifiedAt),
    },
    { id: 'createdBy', header: t('column.createdBy'), width: 150, cell: ({ createdBy }) => partyWord(createdBy) },
    { id: 'id', header: t('column.id'), width: 190, cell: ({ id }) => id },
  ];
  return withAccount ? columns : columns.filter(({ id }) => id !== 'account');
}
