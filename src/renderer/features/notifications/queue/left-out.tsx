/** Events that no rule of a standing queue lets in, and the way to let them in: the calls are shown before they are made. */
import Alert from '@cloudscape-design/components/alert';
import { useState } from 'react';
import type { Account } from '../../../../shared/domain/account/account.ts';
import { FEATURE_ACTIONS } from '../../../../shared/domain/account/permissions.ts';
import { kindsLeftOut, letIn, type QueueConfig } from '../../../../shared/domain/notification/queue.ts';
import { useCallMutation, useCallQuery } from '../../../bridge/hooks.tsx';
import { AppErrorView } from '../../../components/app-error-view.tsx';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { PermittedButton } from '../../../components/permitted-button.tsx';
import { useFormat, useTexts } from '../../../i18n/context.tsx';
import { CallsView } from './calls-view.tsx';

interface LeftOutProps {
  readonly account: Account;
  readonly config: QueueConfig;
}

export function LeftOut({ account, config }: LeftOutProps) {
  const t = useTexts('inbox');
  const format = useFormat();
  const [asking, setAsking] = useState(false);
  const kinds = kindsLeftOut(config);
  if (kinds.length === 0) return null;
  return (
    <>
      <Alert
        type="info"
        action={
          <PermittedButton
            account={account.key}
            actions={FEATURE_ACTIONS['notification-setup']}
            deed="set-up"
            onClick={() => setAsking(true)}
          >
            {t('leftOut.letIn')}
          </PermittedButton>
        }
      >
        {t('leftOut.says', { kinds: format.list(kinds.map((kind) => t(`kind.${kind}`))) })}
      </Alert>
      {asking && <LetInDialog account={account} config={letIn(config, kinds)} onClose={() => setAsking(false)} />}
    </>
  );
}

function LetInDialog({ account, config, onClose }: LeftOutProps & { onClose(): void }) {
  const t = useTexts('inbox');
  const plan = useCallQuery('notifications.plan', { account: account.key, config });
  const setUp = useCallMutation('notifications.setUp');
  const send = () =>
    setUp.mutate({ account: account.key, config, confirmedAccountId: account.awsAccountId }, { onSuccess: onClose });
  return (
    <ConfirmDialog
      title={t('leftOut.title', { name: account.name })}
      confirmText={t('setup.confirm')}
      busy={setUp.isPending}
      disabled={!plan.data}
      error={setUp.error}
      onClose={onClose}
      onConfirm={send}
    >
      <p>{t('leftOut.already')}</p>
      {plan.error && <AppErrorView error={plan.error} />}
      {plan.data && <CallsView {...plan.data} />}
    </ConfirmDialog>
  );
}
