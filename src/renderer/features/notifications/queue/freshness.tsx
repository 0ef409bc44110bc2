/** How fresh the inbox and the lists are: by the queue of each account, or by the last sync where there is none. */
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Account } from '../../../../shared/domain/account/account.ts';
import { useCallQuery } from '../../../bridge/hooks.tsx';
import { AccountBadge } from '../../../components/account-badge.tsx';
import { RouteLink } from '../../../components/route-link.tsx';
import { useAccounts } from '../../../components/use-accounts.ts';
import { useTexts } from '../../../i18n/context.tsx';
import { useActiveAccount } from '../../../stores/active-account.ts';
import { queuePath, QUEUES_PATH } from '../paths.ts';
import { QueueStatus } from './queue-status.tsx';

export function Freshness() {
  const t = useTexts('inbox');
  const active = useActiveAccount();
  const { accounts } = useAccounts();
  const { data } = useCallQuery('notifications.queues', {}, { refetchInterval: 30_000 });
  const shown = accounts.filter(({ key }) => active === null || key === active);
  const queues = data?.queues ?? [];
  if (!data || shown.length === 0) return null;
  const live = shown.filter(({ key }) => queues.some((queue) => queue.account === key && isLive(queue))).length;
  return (
    <ExpandableSection
      variant="container"
      headerText={t('fresh.title', { live, count: shown.length })}
      headerActions={<RouteLink to={QUEUES_PATH}>{t('queues.title')}</RouteLink>}
      defaultExpanded={live < shown.length && shown.length <= 3}
    >
      <SpaceBetween size="xs">
        {shown.map((account) => (
          <Line key={account.key} account={account} queue={queues.find((queue) => queue.account === account.key)} />
        ))}
      </SpaceBetween>
    </ExpandableSection>
  );
}

function isLive({ state, error, polledAt }: { state: string; error: unknown; polledAt: string | null }): boolean {
  return state === 'active' && error === null && polledAt !== null;
}

interface LineProps {
  readonly account: Account;
  readonly queue: Parameters<typeof QueueStatus>[0]['queue'];
}

function Line({ account, queue }: LineProps) {
  const t = useTexts('inbox');
  return (
    <SpaceBetween direction="horizontal" size="s" alignItems="center">
      <AccountBadge account={account} />
      <QueueStatus account={account.key} queue={queue} />
      <RouteLink
        to={queuePath(account.key)}
        ariaLabel={t(queue ? 'queues.manageFor' : 'queues.setUpFor', { name: account.name })}
      >
        {t(queue ? 'queues.manage' : 'queues.setUp')}
      </RouteLink>
    </SpaceBetween>
  );
}
