/** How the events of one account come in: set it up, look after it, take it down. */
import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useParams } from 'react-router';
import type { Account } from '../../../../shared/domain/account/account.ts';
import { useCallQuery } from '../../../bridge/hooks.tsx';
import { AccountBadge } from '../../../components/account-badge.tsx';
import { AppErrorView } from '../../../components/app-error-view.tsx';
import { PageLoading } from '../../../components/page-loading.tsx';
import { useAccounts } from '../../../components/use-accounts.ts';
import { useTexts } from '../../../i18n/context.tsx';
import { useHelp, usePage } from '../../../stores/page.ts';
import { INBOX_PATH, queuePath, QUEUES_PATH } from '../paths.ts';
import { ManageQueue } from './manage-queue.tsx';
import { SetupForm } from './setup-form.tsx';
import { Steps } from './steps.tsx';

export function QueuePage() {
  const t = useTexts('inbox');
  const { accountKey = '' } = useParams();
  const { accounts, isPending, error, refetch } = useAccounts();
  const account = accounts.find(({ key }) => key === accountKey);
  if (isPending) return <PageLoading />;
  if (error) return <AppErrorView error={error} onRetry={() => void refetch()} />;
  return account ? <AccountQueue key={account.key} account={account} /> : <Header>{t('queues.noAccount')}</Header>;
}

function AccountQueue({ account }: { account: Account }) {
  const t = useTexts('inbox');
  const title = t('queue.title', { name: account.name });
  usePage({
    title,
    breadcrumbs: [
      { text: t('title'), to: INBOX_PATH },
      { text: t('queues.title'), to: QUEUES_PATH },
      { text: account.name, to: queuePath(account.key) },
    ],
  });
  useHelp('inbox', 'help.queue');
  const { data, error, refetch } = useCallQuery('notifications.queues', {}, { refetchInterval: 15_000 });
  if (error) return <AppErrorView error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageLoading />;
  const queue = data.queues.find((each) => each.account === account.key);
  const isStanding = queue?.state === 'active' || queue?.state === 'paused';
  return (
    <ContentLayout
      header={
        <Header variant="h1" description={<AccountBadge account={account} />}>
          {title}
        </Header>
      }
    >
      <SpaceBetween size="l">
        {queue && queue.steps.length > 0 && !isStanding && <Steps account={account} queue={queue} />}
        {queue && isStanding && <ManageQueue account={account} queue={queue} />}
        {(!queue || queue.state === 'setting-up') && <SetupForm account={account} queue={queue ?? null} />}
      </SpaceBetween>
    </ContentLayout>
  );
}
