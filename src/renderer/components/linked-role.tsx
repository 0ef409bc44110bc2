/** The service-linked role that sharing authorizations needs: whether an account has it, what is missing without it, and its creation. */
import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useState } from 'react';
import { FEATURE_ACTIONS } from '../../shared/domain/account/permissions.ts';
import type { LinkedRole } from '../../shared/contract/linked-role.ts';
import { useCallMutation, useCallQuery } from '../bridge/hooks.tsx';
import { useTexts } from '../i18n/context.tsx';
import { AppErrorView } from './app-error-view.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { JsonView } from './json-view.tsx';
import { PermittedButton } from './permitted-button.tsx';
import { RouteLink } from './route-link.tsx';
import { useAccount } from './use-accounts.ts';

const FRESH_MS = 5 * 60_000;

const useLinkedRole = (account: string) => useCallQuery('role.get', { account }, { staleTime: FRESH_MS });

/** On the account's page: always there. */
export function LinkedRolePanel({ account }: { account: string }) {
  const t = useTexts('channel');
  const { data, error, isFetching, refetch } = useLinkedRole(account);
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={t('role.purpose')}
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              <Button iconName="refresh" loading={isFetching} onClick={() => void refetch()}>
                {t('role.check')}
              </Button>
              {data?.state === 'missing' && <CreateButton account={account} role={data} />}
            </SpaceBetween>
          }
        >
          {t('role.title')}
        </Header>
      }
    >
      {error && <AppErrorView error={error} onRetry={() => void refetch()} />}
      {data && !error && (
        <SpaceBetween size="s">
          <StatusIndicator type={data.state === 'present' ? 'success' : 'warning'}>
            {t(`role.state.${data.state}`)}
          </StatusIndicator>
          {data.state === 'missing' && <Box>{t('role.without')}</Box>}
          <Box variant="code">{data.arn ?? data.roleName}</Box>
        </SpaceBetween>
      )}
    </Container>
  );
}

/** Where authorizations are given or received: only there while something is wrong. */
export function LinkedRoleNotice({ account }: { account: string }) {
  const t = useTexts('channel');
  const { data, error } = useLinkedRole(account);
  if (error) {
    return (
      <Alert type="info" header={t('role.unknown')}>
        {t('role.without')}{' '}
        <RouteLink to={`/accounts/${encodeURIComponent(account)}`}>{t('role.openAccount')}</RouteLink>
      </Alert>
    );
  }
  if (data?.state !== 'missing') return null;
  return (
    <Alert type="warning" header={t('role.missing')} action={<CreateButton account={account} role={data} />}>
      {t('role.without')}
    </Alert>
  );
}

function CreateButton({ account, role }: { account: string; role: LinkedRole }) {
  const t = useTexts('channel');
  const [asking, setAsking] = useState(false);
  return (
    <>
      <PermittedButton
        account={account}
        actions={FEATURE_ACTIONS['service-linked-role']}
        onClick={() => setAsking(true)}
      >
        {t('role.create')}
      </PermittedButton>
      {asking && <CreateDialog account={account} role={role} onClose={() => setAsking(false)} />}
    </>
  );
}

function CreateDialog({ account, role, onClose }: { account: string; role: LinkedRole; onClose(): void }) {
  const t = useTexts('channel');
  const found = useAccount(account);
  const create = useCallMutation('role.create');
  if (!found) return null;
  const wish = { account, confirmedAccountId: found.awsAccountId };
  return (
    <ConfirmDialog
      title={t('role.askTitle')}
      confirmText={t('role.create')}
      busy={create.isPending}
      error={create.error}
      onClose={onClose}
      onConfirm={() => create.mutate(wish, { onSuccess: onClose })}
    >
      <Box>{t('role.purpose')}</Box>
      <KeyValuePairs
        columns={2}
        items={[
          { label: t('role.account'), value: found.name },
          { label: t('role.accountId'), value: <Box variant="code">{found.awsAccountId}</Box> },
        ]}
      />
      <JsonView value={JSON.parse(role.request)} label={t('role.call')} />
    </ConfirmDialog>
  );
}
