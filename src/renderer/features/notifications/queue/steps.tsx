/** How far a set-up or removal is, call by call; what stopped it and how it goes on. */
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import StepList from '@cloudscape-design/components/steps';
import type { EventQueue, QueueStep } from '../../../../shared/contract/notifications.ts';
import type { Account } from '../../../../shared/domain/account/account.ts';
import { useCallMutation, useCallQuery } from '../../../bridge/hooks.tsx';
import { AppErrorView } from '../../../components/app-error-view.tsx';
import { useTexts } from '../../../i18n/context.tsx';

const LOOKS: Record<QueueStep['state'], StatusIndicatorProps.Type> = {
  waiting: 'pending',
  running: 'in-progress',
  done: 'success',
  already: 'success',
  failed: 'error',
};

export function Steps({ account, queue }: { account: Account; queue: EventQueue }) {
  const t = useTexts('inbox');
  const { data } = useCallQuery('jobs.list', {}, { staleTime: Infinity });
  const setUp = useCallMutation('notifications.setUp');
  const tearDown = useCallMutation('notifications.tearDown');
  const forget = useCallMutation('notifications.forget');
  const isRunning = (data?.jobs ?? []).some(
    ({ kind, account: of, endedAt }) => kind.startsWith('notifications.') && of === account.key && endedAt === null,
  );
  const failed = queue.steps.find(({ state }) => state === 'failed');
  const confirmed = { account: account.key, confirmedAccountId: account.awsAccountId };
  const goOn = () =>
    queue.state === 'removing' ? tearDown.mutate(confirmed) : setUp.mutate({ ...confirmed, config: queue.config });
  const error = setUp.error ?? tearDown.error ?? forget.error;
  return (
    <Container
      header={
        <Header
          variant="h2"
          actions={
            !isRunning && (
              <SpaceBetween direction="horizontal" size="xs">
                <Button loading={forget.isPending} onClick={() => forget.mutate({ account: account.key })}>
                  {t('steps.giveUp')}
                </Button>
                <Button variant="primary" loading={setUp.isPending || tearDown.isPending} onClick={goOn}>
                  {t('steps.goOn')}
                </Button>
              </SpaceBetween>
            )
          }
        >
          {t(`steps.${queue.state === 'removing' ? 'removal' : 'setup'}`)}
        </Header>
      }
    >
      <SpaceBetween size="m">
        {error && <AppErrorView error={error} />}
        {failed?.error && <AppErrorView error={failed.error} />}
        <StepList
          steps={queue.steps.map(({ state, operation, request }) => ({
            status: LOOKS[state],
            header: `${operation} ${nameIn(request)}`.trim(),
            details: <StatusIndicator type={LOOKS[state]}>{t(`step.${state}`)}</StatusIndicator>,
            statusIconAriaLabel: t(`step.${state}`),
          }))}
        />
      </SpaceBetween>
    </Container>
  );
}

function nameIn(request: Readonly<Record<string, unknown>>): string {
  const value =
    request['QueueName'] ?? request['Name'] ?? request['Rule'] ?? request['QueueUrl'] ?? request['TopicArn'];
  return typeof value === 'string' ? (value.split(/[/:]/).at(-1) ?? '') : '';
}
