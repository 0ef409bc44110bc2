/** Every account, and how its events come in. */
import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import Table from '@cloudscape-design/components/table';
import type { Account } from '../../../../shared/domain/account/account.ts';
import { useCallQuery } from '../../../bridge/hooks.tsx';
import { AccountBadge } from '../../../components/account-badge.tsx';
import { AppErrorView } from '../../../components/app-error-view.tsx';
import { RouteLink } from '../../../components/route-link.tsx';
import { useAccounts } from '../../../components/use-accounts.ts';
import { useTexts } from '../../../i18n/context.tsx';
import { useHelp, usePage } from '../../../stores/page.ts';
import { INBOX_PATH, queuePath, QUEUES_PATH } from '../paths.ts';
import { QueueStatus } from './queue-status.tsx';

export function QueuesPage() {
  const t = useTexts('inbox');
  const { accounts } = useAccounts();
  const { data, error, refetch } = useCallQuery('notifications.queues', {}, { refetchInterval: 30_000 });
  usePage({
    title: t('queues.title'),
    contentType: 'table',
    breadcrumbs: [
      { text: t('title'), to: INBOX_PATH },
      { text: t('queues.title'), to: QUEUES_PATH },
    ],
  });
  useHelp('inbox', 'help.queues');
  const queueOf = ({ key }: Account) => data?.queues.find(({ account }) => account === key);
  if (error) return <AppErrorView error={error} onRetry={() => void refetch()} />;
  return (
    <Table
      variant="full-page"
      header={
        <Header variant="awsui-h1-sticky" description={t('queues.says')}>
          {t('queues.title')}
        </Header>
      }
      items={accounts}
      loading={!data}
      loadingText={t('loading')}
      trackBy="key"
      wrapLines
      ariaLabels={{ tableLabel: t('queues.title') }}
      empty={<Box color="text-body-secondary">{t('queues.noAccounts')}</Box>}
      columnDefinitions={[
        {
          id: 'account',
          header: t('column.account'),
          isRowHeader: true,
          cell: (account) => <AccountBadge account={account} />,
        },
        { id: 'awsAccountId', header: t('column.awsAccountId'), cell: ({ awsAccountId }) => awsAccountId },
        {
          id: 'status',
          header: t('queues.status'),
          cell: (account) => <QueueStatus account={account.key} queue={queueOf(account)} />,
        },
        { id: 'queue', header: t('queues.queue'), cell: (account) => queueOf(account)?.config.queueName ?? '-' },
        {
          id: 'actions',
          header: t('queues.actions'),
          cell: (account) => {
            const isSetUp = queueOf(account) !== undefined;
            return (
              <RouteLink
                to={queuePath(account.key)}
                ariaLabel={t(isSetUp ? 'queues.manageFor' : 'queues.setUpFor', { name: account.name })}
              >
                {t(isSetUp ? 'queues.manage' : 'queues.setUp')}
              </RouteLink>
            );
          },
        },
      ]}
    />
  );
}
