/** Accounts as a list that is put in order by dragging, with the mouse or the keyboard. */
import Badge from '@cloudscape-design/components/badge';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Link from '@cloudscape-design/components/link';
import List from '@cloudscape-design/components/list';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import type { Account } from '../../../shared/domain/account/account.ts';
import { useCallMutation } from '../../bridge/hooks.tsx';
import { callKey } from '../../bridge/query-keys.ts';
import { AccountDot } from '../../components/account-badge.tsx';
import { useTexts } from '../../i18n/context.tsx';
import { useActiveAccount, useChooseAccount } from '../../stores/active-account.ts';
import { useShowFlash } from '../../stores/flashes.ts';
import { useConnectionSummary } from './connection-summary.ts';

export function AccountList({ accounts }: { accounts: readonly Account[] }) {
  const t = useTexts('accounts');
  const order = useReorder();
  return (
    <List
      ariaLabel={t('list.title')}
      items={accounts}
      sortable
      sortDisabled={accounts.length < 2}
      onSortingChange={({ detail }) => order(detail.items)}
      renderItem={(account) => ({
        id: account.key,
        announcementLabel: account.name,
        icon: <AccountDot colour={account.colour} />,
        content: <AccountLine account={account} />,
        secondaryContent: <AccountFacts account={account} />,
        actions: <AccountActions account={account} />,
      })}
    />
  );
}

/** Shows the new order at once; the old one comes back, with the reason, when it could not be kept. */
function useReorder(): (items: readonly Account[]) => void {
  const queries = useQueryClient();
  const reorder = useCallMutation('accounts.reorder');
  const showFlash = useShowFlash();
  const key = callKey('accounts.list', {});
  return (items) => {
    queries.setQueryData(key, { accounts: [...items] });
    reorder.mutate(
      { accounts: items.map((account) => account.key) },
      {
        onError: (error) => showFlash({ id: 'accounts-order', kind: 'error', error: error.data }),
        onSettled: () => void queries.invalidateQueries({ queryKey: key }),
      },
    );
  };
}

function AccountLine({ account }: { account: Account }) {
  const t = useTexts('accounts');
  const navigate = useNavigate();
  const isActive = useActiveAccount() === account.key;
  const path = `/accounts/${encodeURIComponent(account.key)}`;
  return (
    <SpaceBetween direction="horizontal" size="xs" alignItems="center">
      <Link
        href={`#${path}`}
        fontSize="heading-s"
        onFollow={(event) => {
          event.preventDefault();
          void navigate(path);
        }}
      >
        {account.name}
      </Link>
      {isActive && <Badge color="green">{t('list.active')}</Badge>}
      {!account.secretAtHand && <StatusIndicator type="warning">{t('list.keysNeeded')}</StatusIndicator>}
    </SpaceBetween>
  );
}

function AccountFacts({ account }: { account: Account }) {
  const summarise = useConnectionSummary();
  return (
    <Box color="text-body-secondary">
      {account.awsAccountId} · {account.prefix} · {summarise(account.connection)}
    </Box>
  );
}

function AccountActions({ account }: { account: Account }) {
  const t = useTexts('accounts');
  const active = useActiveAccount();
  const choose = useChooseAccount();
  if (active === account.key) return null;
  return (
    <Button
      variant="inline-link"
      ariaLabel={t('list.useNamed', { name: account.name })}
      onClick={() => choose(account.key)}
    >
      {t('list.use')}
    </Button>
  );
}
