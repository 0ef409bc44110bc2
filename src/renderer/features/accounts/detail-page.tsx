/** One seller account: what it is, whether it works, what it may do, which policy it needs. */
import Button from '@cloudscape-design/components/button';
import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import Alert from '@cloudscape-design/components/alert';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import type { Account } from '../../../shared/domain/account/account.ts';
import { AccountBadge } from '../../components/account-badge.tsx';
import { AppErrorView } from '../../components/app-error-view.tsx';
import { LinkedRolePanel } from '../../components/linked-role.tsx';
import { PageLoading } from '../../components/page-loading.tsx';
import { useAccounts } from '../../components/use-accounts.ts';
import { useTexts } from '../../i18n/context.tsx';
import { useActiveAccount, useChooseAccount } from '../../stores/active-account.ts';
import { useHelp, usePage } from '../../stores/page.ts';
import { SnapshotRolePanel } from '../engagements/snapshot-role-panel.tsx';
import { AutoSharePanel } from '../opportunities/auto-share/account-panel.tsx';
import { AccountFactsPanel } from './account-facts-panel.tsx';
import { AccountNotFound } from './account-not-found.tsx';
import { CapabilitiesPanel } from './capabilities-panel.tsx';
import { ConnectionTestPanel } from './connection-test-panel.tsx';
import { MissingPermission } from './missing-permission.tsx';
import { PolicyPanel } from './policy-panel.tsx';
import { RemoveDialog } from './remove-dialog.tsx';

export function AccountDetailPage() {
  const { accountKey = '' } = useParams();
  const { accounts, isPending, error, refetch } = useAccounts();
  const account = accounts.find(({ key }) => key === accountKey);
  if (isPending) return <PageLoading />;
  if (error) return <AppErrorView error={error} onRetry={() => void refetch()} />;
  return account ? <AccountDetail key={account.key} account={account} /> : <AccountNotFound />;
}

function AccountDetail({ account }: { account: Account }) {
  const t = useTexts('accounts');
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const missing = search.get('missing');
  const [removing, setRemoving] = useState(false);
  const page = `/accounts/${encodeURIComponent(account.key)}`;
  usePage({
    title: account.name,
    breadcrumbs: [
      { text: t('list.title'), to: '/accounts' },
      { text: account.name, to: page },
    ],
  });
  useHelp('accounts', 'help.detail');
  return (
    <ContentLayout
      header={
        <Header
          variant="h1"
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              <UseAccountButton account={account} />
              <Button onClick={() => void navigate(`${page}/edit`)}>{t('detail.edit')}</Button>
              <Button onClick={() => setRemoving(true)}>{t('detail.remove')}</Button>
            </SpaceBetween>
          }
        >
          <AccountBadge account={account} />
        </Header>
      }
    >
      <SpaceBetween size="l">
        {!account.secretAtHand && (
          <Alert
            type="warning"
            header={t('detail.keysNeededTitle')}
            action={<Button onClick={() => void navigate(`${page}/edit`)}>{t('detail.enterKeys')}</Button>}
          >
            {t('detail.keysNeededBody')}
          </Alert>
        )}
        {missing !== null && <MissingPermission account={account} action={missing} />}
        <ConnectionTestPanel account={account} startNow={search.get('test') === 'now'} />
        <AccountFactsPanel account={account} />
        {account.persona.coSell && <AutoSharePanel account={account} />}
        <LinkedRolePanel account={account.key} />
        <SnapshotRolePanel account={account} />
        <CapabilitiesPanel account={account} />
        <PolicyPanel account={account} missing={missing} />
      </SpaceBetween>
      {removing && <RemoveDialog account={account} onClose={() => setRemoving(false)} />}
    </ContentLayout>
  );
}

function UseAccountButton({ account }: { account: Account }) {
  const t = useTexts('accounts');
  const active = useActiveAccount();
  const choose = useChooseAccount();
  if (active === account.key) return null;
  return <Button onClick={() => choose(account.key)}>{t('list.use')}</Button>;
}
