/** Is it working? Looks at every part at AWS, and sends a message of its own through the queue. */
import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import type { QueueCheck } from '../../../../shared/contract/notifications.ts';
import type { Account } from '../../../../shared/domain/account/account.ts';
import { useCallMutation } from '../../../bridge/hooks.tsx';
import { AppErrorView } from '../../../components/app-error-view.tsx';
import { PermittedButton } from '../../../components/permitted-button.tsx';
import { RouteLink } from '../../../components/route-link.tsx';
import { useAnyText, useTexts } from '../../../i18n/context.tsx';
import { INBOX_PATH } from '../paths.ts';

const LOOKS: Record<QueueCheck['state'], StatusIndicatorProps.Type> = {
  passed: 'success',
  failed: 'error',
  warning: 'warning',
  skipped: 'stopped',
};

export function CheckPanel({ account }: { account: Account }) {
  const t = useTexts('inbox');
  const text = useAnyText();
  const check = useCallMutation('notifications.check');
  const test = useCallMutation('notifications.sendTest');
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={t('check.says')}
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              <PermittedButton
                account={account.key}
                actions={['sqs:SendMessage']}
                loading={test.isPending}
                onClick={() => test.mutate({ account: account.key, confirmedAccountId: account.awsAccountId })}
              >
                {t('check.sendTest')}
              </PermittedButton>
              <Button loading={check.isPending} onClick={() => check.mutate({ account: account.key })}>
                {t('check.start')}
              </Button>
            </SpaceBetween>
          }
        >
          {t('check.title')}
        </Header>
      }
    >
      <SpaceBetween size="s">
        {check.error && <AppErrorView error={check.error} />}
        {test.error && <AppErrorView error={test.error} />}
        {test.data && (
          <Alert type="info" action={<RouteLink to={INBOX_PATH}>{t('check.openInbox')}</RouteLink>}>
            {t('check.testSent', { id: account.awsAccountId })}
          </Alert>
        )}
        {!check.data && !check.error && <span>{t('check.never')}</span>}
        {check.data?.checks.map(({ check: name, state, messageKey, params, error }) => (
          <SpaceBetween key={name} size="xxs">
            <StatusIndicator type={LOOKS[state]}>
              {t(`check.name.${name}`)}: {error ? '' : text(messageKey, params)}
            </StatusIndicator>
            {error && <AppErrorView error={error} />}
          </SpaceBetween>
        ))}
      </SpaceBetween>
    </Container>
  );
}
