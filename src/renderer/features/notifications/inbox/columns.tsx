/** Columns of the inbox: what happened, to what, when; unread rows stand out. */
import Badge from '@cloudscape-design/components/badge';
import Box from '@cloudscape-design/components/box';
import Link from '@cloudscape-design/components/link';
import type { Notification } from '../../../../shared/domain/notification/notification.ts';
import { AccountBadge } from '../../../components/account-badge.tsx';
import type { RemoteColumn } from '../../../components/remote-table.tsx';
import { RouteLink } from '../../../components/route-link.tsx';
import { useAccounts } from '../../../components/use-accounts.ts';
import { useFormat, useTexts } from '../../../i18n/context.tsx';
import { subjectPath } from '../paths.ts';
import { useEventTitle } from './use-event-title.ts';

export function useInboxColumns(withAccount: boolean, open: (id: number) => void): RemoteColumn<Notification>[] {
  const t = useTexts('inbox');
  const format = useFormat();
  const titleOf = useEventTitle();
  const { accounts } = useAccounts();
  const columns: RemoteColumn<Notification>[] = [
    {
      id: 'what',
      header: t('column.what'),
      isRowHeader: true,
      width: 360,
      cell: (one) => (
        <Link onFollow={() => open(one.id)}>
          <Box variant="span" fontWeight={one.readAt === null ? 'bold' : 'normal'} color="inherit">
            {titleOf(one)}
          </Box>
        </Link>
      ),
    },
    { id: 'kind', header: t('column.kind'), width: 170, cell: ({ kind }) => t(`kind.${kind}`) },
    {
      id: 'about',
      header: t('column.about'),
      width: 300,
      cell: (one) => <Subjects notification={one} />,
    },
    { id: 'buyer', header: t('column.buyer'), width: 150, cell: ({ buyer }) => buyer ?? '-' },
    {
      id: 'status',
      header: t('column.status'),
      width: 140,
      cell: ({ status }) => (status ? <Badge color={isBad(status) ? 'red' : 'grey'}>{status}</Badge> : '-'),
    },
    { id: 'time', header: t('column.time'), width: 200, cell: ({ time }) => format.instant(time) },
  ];
  if (!withAccount) return columns;
  return columns.toSpliced(1, 0, {
    id: 'account',
    header: t('column.account'),
    width: 200,
    cell: (one) => {
      const account = accounts.find(({ key }) => key === one.account);
      return account ? <AccountBadge account={account} /> : one.account;
    },
  });
}

function isBad(status: string): boolean {
  return /FAIL|ERROR|FAULT|REJECT|denied|invalid|expired/i.test(status);
}

/** The thing itself to open; the others are in the details. */
function Subjects({ notification }: { notification: Notification }) {
  const { account, subjects, title } = notification;
  const [main] = subjects;
  if (!main) return title || '-';
  const path = subjectPath(account, main);
  const text = title || main.id;
  return path === null ? text : <RouteLink to={path}>{text}</RouteLink>;
}
