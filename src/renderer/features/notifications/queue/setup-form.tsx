/** Sets up how an account's events come in: what feeds the queue, how things are called, every call shown before it is made. */
import Alert from '@cloudscape-design/components/alert';
import Container from '@cloudscape-design/components/container';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import type { EventQueue } from '../../../../shared/contract/notifications.ts';
import type { Account } from '../../../../shared/domain/account/account.ts';
import { FEATURE_ACTIONS } from '../../../../shared/domain/account/permissions.ts';
import { defaultQueueConfig, type QueueConfig } from '../../../../shared/domain/notification/queue.ts';
import { useCallMutation, useCallQuery } from '../../../bridge/hooks.tsx';
import { AppErrorView } from '../../../components/app-error-view.tsx';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { JsonView } from '../../../components/json-view.tsx';
import { PermittedButton } from '../../../components/permitted-button.tsx';
import { usePermission } from '../../../components/use-permission.ts';
import { useTexts } from '../../../i18n/context.tsx';
import { CallsView } from './calls-view.tsx';
import { ConfigFields } from './config-fields.tsx';
import { TemplateButton } from './template-button.tsx';

export function SetupForm({ account, queue }: { account: Account; queue: EventQueue | null }) {
  const t = useTexts('inbox');
  const [config, setConfig] = useState<QueueConfig>(queue?.config ?? defaultQueueConfig());
  const [asking, setAsking] = useState(false);
  const setUp = useCallMutation('notifications.setUp');
  const plan = useCallQuery('notifications.plan', { account: account.key, config }, { keepPrevious: true });
  const isForPersona = usePermission(account.key, [], 'set-up').state !== 'not-for-persona';
  const send = () =>
    setUp.mutate(
      { account: account.key, config, confirmedAccountId: account.awsAccountId },
      { onSettled: () => setAsking(false) },
    );
  const isExisting = config.source === 'existing';
  return (
    <SpaceBetween size="l">
      {!isForPersona && <Alert type="info">{t('setup.notForPersona')}</Alert>}
      <Container header={<Header variant="h2">{t('setup.how')}</Header>}>
        <ConfigFields account={account} config={config} onChange={setConfig} error={plan.error ?? setUp.error} />
      </Container>
      <Container
        header={
          <Header
            variant="h2"
            description={t('setup.planSays')}
            actions={
              <SpaceBetween direction="horizontal" size="xs">
                {!isExisting && <TemplateButton account={account.key} config={config} disabled={plan.error !== null} />}
                <PermittedButton
                  account={account.key}
                  actions={FEATURE_ACTIONS[isExisting ? 'notifications' : 'notification-setup']}
                  deed="set-up"
                  variant="primary"
                  disabled={plan.error !== null}
                  loading={setUp.isPending}
                  onClick={() => (isExisting ? send() : setAsking(true))}
                >
                  {t(isExisting ? 'setup.use' : 'setup.start')}
                </PermittedButton>
              </SpaceBetween>
            }
          >
            {t('setup.plan')}
          </Header>
        }
      >
        <SpaceBetween size="m">
          {(plan.error ?? setUp.error) && <AppErrorView error={(plan.error ?? setUp.error) as Error} />}
          {isExisting && <Alert type="info">{t('setup.existingSays')}</Alert>}
          {plan.data && plan.data.calls.length > 0 && <CallsView {...plan.data} />}
          {plan.data && (
            <ExpandableSection headerText={t('setup.policy')}>
              <JsonView value={JSON.parse(plan.data.policy)} label={t('setup.policy')} />
            </ExpandableSection>
          )}
        </SpaceBetween>
      </Container>
      {asking && plan.data && (
        <ConfirmDialog
          title={t('setup.confirmTitle', { name: account.name })}
          confirmText={t('setup.confirm')}
          busy={setUp.isPending}
          error={setUp.error}
          onClose={() => setAsking(false)}
          onConfirm={send}
        >
          {t('setup.confirmBody', { count: plan.data.calls.length, id: account.awsAccountId })}
        </ConfirmDialog>
      )}
    </SpaceBetween>
  );
}
