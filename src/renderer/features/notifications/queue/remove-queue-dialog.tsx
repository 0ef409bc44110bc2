/** Asks before a queue is taken down: the calls, what is lost by each; or only to stop listening and leave AWS as it is. */
import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import RadioGroup from '@cloudscape-design/components/radio-group';
import { useState } from 'react';
import type { EventQueue } from '../../../../shared/contract/notifications.ts';
import type { Account } from '../../../../shared/domain/account/account.ts';
import { useCallMutation, useCallQuery } from '../../../bridge/hooks.tsx';
import { AppErrorView } from '../../../components/app-error-view.tsx';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { useTexts } from '../../../i18n/context.tsx';
import { CallsView } from './calls-view.tsx';

interface RemoveQueueDialogProps {
  readonly account: Account;
  readonly queue: EventQueue;
  onClose(): void;
}

export function RemoveQueueDialog({ account, queue, onClose }: RemoveQueueDialogProps) {
  const t = useTexts('inbox');
  const isExisting = queue.config.source === 'existing';
  const [how, setHow] = useState<'all' | 'forget'>(isExisting ? 'forget' : 'all');
  const plan = useCallQuery('notifications.planRemoval', { account: account.key }, { enabled: !isExisting });
  const tearDown = useCallMutation('notifications.tearDown');
  const forget = useCallMutation('notifications.forget');
  const confirm = () =>
    how === 'all'
      ? tearDown.mutate({ account: account.key, confirmedAccountId: account.awsAccountId }, { onSuccess: onClose })
      : forget.mutate({ account: account.key }, { onSuccess: onClose });
  return (
    <ConfirmDialog
      title={t('remove.title', { name: account.name })}
      confirmText={t(`remove.${how}.confirm`)}
      busy={tearDown.isPending || forget.isPending}
      error={tearDown.error ?? forget.error}
      onClose={onClose}
      onConfirm={confirm}
    >
      {!isExisting && (
        <RadioGroup
          value={how}
          ariaLabel={t('remove.how')}
          items={(['all', 'forget'] as const).map((value) => ({
            value,
            label: t(`remove.${value}.label`),
            description: t(`remove.${value}.description`),
          }))}
          onChange={({ detail }) => setHow(detail.value as 'all' | 'forget')}
        />
      )}
      {isExisting && <Box>{t('remove.forget.description')}</Box>}
      {how === 'all' && <Alert type="warning">{t('remove.lost')}</Alert>}
      {how === 'all' && plan.error && <AppErrorView error={plan.error} />}
      {how === 'all' && plan.data && <CallsView {...plan.data} />}
    </ConfirmDialog>
  );
}
