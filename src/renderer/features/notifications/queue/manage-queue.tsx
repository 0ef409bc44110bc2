/** A queue that stands: how it is doing, whether everything at AWS is right, a test, pausing, taking it down. */
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import type { EventQueue } from '../../../../shared/contract/notifications.ts';
import type { Account } from '../../../../shared/domain/account/account.ts';
import { FEATURE_ACTIONS } from '../../../../shared/domain/account/permissions.ts';
import { useCallMutation } from '../../../bridge/hooks.tsx';
import { AppErrorView } from '../../../components/app-error-view.tsx';
import { PermittedButton } from '../../../components/permitted-button.tsx';
import { useFormat, useTexts } from '../../../i18n/context.tsx';
import { CheckPanel } from './check-panel.tsx';
import { LeftOut } from './left-out.tsx';
import { ProblemsPanel } from './problems-panel.tsx';
import { QueueStatus } from './queue-status.tsx';
import { RemoveQueueDialog } from './remove-queue-dialog.tsx';

export function ManageQueue({ account, queue }: { account: Account; queue: EventQueue }) {
  const t = useTexts('inbox');
  const format = useFormat();
  const [removing, setRemoving] = useState(false);
  const pause = useCallMutation('notifications.pause');
  const { config } = queue;
  const isPaused = queue.state === 'paused';
  const instant = (value: string | null) => (value === null ? '-' : format.instant(value));
  return (
    <SpaceBetween size="l">
      <Container
        header={
          <Header
            variant="h2"
            actions={
              <SpaceBetween direction="horizontal" size="xs">
                <Button
                  loading={pause.isPending}
                  onClick={() => pause.mutate({ account: account.key, paused: !isPaused })}
                >
                  {t(isPaused ? 'manage.goOn' : 'manage.pause')}
                </Button>
                <PermittedButton
                  account={account.key}
                  actions={config.source === 'existing' ? [] : FEATURE_ACTIONS['notification-setup']}
                  deed="set-up"
                  onClick={() => setRemoving(true)}
                >
                  {t('manage.remove')}
                </PermittedButton>
              </SpaceBetween>
            }
          >
            {t('manage.title')}
          </Header>
        }
      >
        <SpaceBetween size="m">
          {pause.error && <AppErrorView error={pause.error} />}
          <QueueStatus account={account.key} queue={queue} />
          <LeftOut account={account} config={config} />
          <KeyValuePairs
            columns={3}
            items={[
              { label: t('column.awsAccountId'), value: account.awsAccountId },
              { label: t('setup.how'), value: t(`source.${config.source}.label`) },
              { label: t('field.queueName'), value: config.queueName },
              { label: t('field.deadLetterName'), value: config.deadLetterQueueName ?? '-' },
              {
                label: t('rule.title'),
                value: config.source === 'rules' ? format.list(config.rules.map(({ name }) => name)) : '-',
              },
              { label: t('manage.receivedAt'), value: instant(queue.receivedAt) },
            ]}
          />
        </SpaceBetween>
      </Container>
      <CheckPanel account={account} />
      <ProblemsPanel queue={queue} />
      {removing && <RemoveQueueDialog account={account} queue={queue} onClose={() => setRemoving(false)} />}
    </SpaceBetween>
  );
}
