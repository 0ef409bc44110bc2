/** Tests an account step by step, each step as it happens. */
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import LiveRegion from '@cloudscape-design/components/live-region';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Steps from '@cloudscape-design/components/steps';
import { useEffect, useRef } from 'react';
import type { Account } from '../../../shared/domain/account/account.ts';
import { AppErrorView } from '../../components/app-error-view.tsx';
import { useTexts } from '../../i18n/context.tsx';
import { ConnectionTestStepDetails } from './connection-test-step-details.tsx';
import { STEP_LOOKS, summariseSteps } from './connection-test-steps.ts';
import { useConnectionTest } from './use-connection-test.ts';

interface ConnectionTestPanelProps {
  readonly account: Account;
  /** Starts by itself: the account has just been set up. */
  readonly startNow: boolean;
}

export function ConnectionTestPanel({ account, startNow }: ConnectionTestPanelProps) {
  const t = useTexts('accounts');
  const { steps, start, stop, isRunning, failure } = useConnectionTest(account.key);
  const started = useRef(false);
  useEffect(() => {
    if (!startNow || started.current) return;
    started.current = true;
    start();
  }, [startNow, start]);
  const summary = steps.length > 0 && !isRunning ? summariseSteps(steps) : null;
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={t('test.description')}
          actions={
            isRunning ? (
              <Button onClick={stop}>{t('test.stop')}</Button>
            ) : (
              <Button variant={steps.length > 0 ? 'normal' : 'primary'} onClick={start}>
                {t(steps.length > 0 ? 'test.again' : 'test.start')}
              </Button>
            )
          }
        >
          {t('test.title')}
        </Header>
      }
    >
      <SpaceBetween size="m">
        {failure && <AppErrorView error={failure} onRetry={start} />}
        {steps.length === 0 && !failure && <Box color="text-body-secondary">{t('test.never')}</Box>}
        {steps.length > 0 && (
          <Steps
            ariaLabel={t('test.title')}
            steps={steps.map((step) => ({
              status: STEP_LOOKS[step.state],
              statusIconAriaLabel: t(`test.state.${step.state}`),
              header: t(`test.step.${step.step}`),
              details: <ConnectionTestStepDetails step={step} />,
            }))}
          />
        )}
        <LiveRegion hidden>{summary ? t(`test.summary.${summary}`) : ''}</LiveRegion>
      </SpaceBetween>
    </Container>
  );
}
