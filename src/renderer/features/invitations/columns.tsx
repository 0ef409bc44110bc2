/** Columns of the list of invitations. */
import { AccountBadge } from '../../components/account-badge.tsx';
import type { RemoteColumn } from '../../components/remote-table.tsx';
import { RouteLink } from '../../components/route-link.tsx';
import { useAccounts } from '../../components/use-accounts.ts';
import type { InvitationSummary } from '../../../shared/domain/opportunity/invitation.ts';
import { useFormat, useTexts } from '../../i18n/context.tsx';
import { toInvitationPath } from './paths.ts';
import { DaysLeft, InvitationStatus, typeWord } from './status.tsx';

export function useInvitationColumns(withAccount: boolean): RemoteColumn<InvitationSummary>[] {
  const t = useTexts('invitations');
  const format = useFormat();
  const { accounts } = useAccounts();
  const columns: RemoteColumn<InvitationSummary>[] = [
    {
      id: 'title',
      header: t('column.title'),
      sortBy: 'title',
      isRowHeader: true,
      width: 270,
      cell: ({ account, id, title }) => (
        <RouteLink to={toInvitationPath({ account, invitationId: id })}>{title || id}</RouteLink>
      ),
    },
    {
      id: 'type',
      header: t('column.type'),
      width: 110,
      cell: ({ payloadType }) => typeWord(t, payloadType),
    },
    {
      id: 'customer',
      header: t('column.customer'),
      sortBy: 'customer',
      width: 170,
      cell: ({ customer }) => customer || '-',
    },
    {
      id: 'account',
      header: t('column.account'),
      width: 190,
      cell: (invitation) => {
        const account = accounts.find(({ key }) => key === invitation.account);
        return account ? <AccountBadge account={account} /> : invitation.account;
      },
    },
    {
      id: 'daysLeft',
      header: t('column.daysLeft'),
      width: 150,
      cell: (invitation) => <DaysLeft invitation={invitation} />,
    },
    {
      id: 'status',
      header: t('column.status'),
      sortBy: 'status',
      width: 190,
      cell: ({ status }) => <InvitationStatus status={status} />,
    },
    {
      id: 'deadline',
      header: t('column.deadline'),
      sortBy: 'expiresAt',
      width: 210,
      cell: ({ expiresAt }) => (expiresAt === null ? '-' : format.instant(expiresAt)),
    },
    { id: 'industry', header: t('column.industry'), width: 160, cell: ({ industry }) => industry || '-' },
    { id: 'country', header: t('column.country'), width: 110, cell: ({ country }) => country || '-' },
    { id: 'sender', header: t('column.sender'), width: 130, cell: ({ sender }) => sender || '-' },
    {
      id: 'invited',
      header: t('column.invited'),
      sortBy: 'invitedAt',
      width: 210,
      cell: ({ invitedAt }) => format.instant(invitedAt),
    },
    { id: 'id', header: t('column.id'), width: 190, cell: ({ id }) => id },
  ];
  return withAccount ? columns : columns.filter(({ id }) => id !== 'account');
}
