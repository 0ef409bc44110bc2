/** Why somebody was sent here from a greyed-out button: the action that AWS refused, and the way on once the policy has it. */
import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Account } from '../../../shared/domain/account/account.ts';
import { findRefused, plainAction } from '../../../shared/domain/account/permissions.ts';
import { useCallMutation } from '../../bridge/hooks.tsx';
import { AppErrorView } from '../../components/app-error-view.tsx';
import { useTexts } from '../../i18n/context.tsx';

export function MissingPermission({ account, action }: { account: Account; action: string }) {
  const t = useTexts('accounts');
  const retry = useCallMutation('accounts.retryRefused');
  const isRefused = findRefused(account.capabilities, [action]) !== null;
  if (!isRefused) return <Alert type="info">{t('missing.retried', { action: plainAction(action) })}</Alert>;
  return (
    <Alert
      type="warning"
      header={t('missing.title', { action: plainAction(action) })}
      action={
        <Button loading={retry.isPending} onClick={() => retry.mutate({ account: account.key, actions: [action] })}>
          {t('missing.retry')}
        </Button>
      }
    >
      <SpaceBetween size="xs">
        <Box>{t('missing.body')}</Box>
        <Box variant="code">{action}</Box>
        {retry.error && <AppErrorView error={retry.error} />}
      </SpaceBetween>
    </Alert>
  );
}
