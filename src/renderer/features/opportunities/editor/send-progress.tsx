/** The steps of a send, each with where it stands; what stopped, what to do, and whether AWS has really taken it for review. */
import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Steps, { type StepsProps } from '@cloudscape-design/components/steps';
import { useState } from 'react';
import type { Change } from '../../../../shared/domain/change/change.ts';
import { useCallMutation, useCallQuery } from '../../../bridge/hooks.tsx';
import { AppErrorView } from '../../../components/app-error-view.tsx';
import { useTexts } from '../../../i18n/context.tsx';
import { AbandonButton, canAbandon } from '../../offers/activity/abandon-button.tsx';
import { hasFailed } from '../../wizard/publish/use-change.ts';
import { useOpportunity } from './context.ts';
import type { OpportunityDocument } from './loaded.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { StopSending } from './stop-sending.tsx';

/** Events bring news at once; a slow poll covers a missed one. */
const POLL_MS = 5000;

export function SendProgress({ document }: { document: OpportunityDocument }) {
  const t = useTexts('opportunity-editor');
  const { draftId, draft } = useOpportunity();
  const { data } = useCallQuery('opportunities.drafts.progress', { id: draftId }, { refetchInterval: POLL_MS });
  const resume = useCallMutation('changes.resume');
  const [merging, setMerging] = useState(false);
  if (!data || data.steps.length === 0) return null;
  const { state, steps, share, hindrance } = data;
  const stopped =
    steps.find(({ change }) => change !== null && (change.error !== null || hasFailed(change)))?.change ?? null;
  const done = steps.every(({ change }) => change?.state === 'verified' || change?.state === 'succeeded');
  const status = draft.target?.base.lifeCycle.reviewStatus ?? '';
  const givenUp = state === 'stopped' && !stopped && steps.some(({ change }) => change === null);
  const stillDraft = done && share && ['', 'Pending Submission'].includes(status);
  return (
    <Container header={<Header variant="h2">{t(done ? 'progress.done' : 'progress.title')}</Header>}>
      <SpaceBetween size="s">
        <Steps
          steps={steps.map(({ operation, what, change }) => ({
            status: statusOf(change),
            header: what === '' ? t(`step.${operation}`) : t('step.with', { step: t(`step.${operation}`), what }),
            statusIconAriaLabel: t(`stepStatus.${statusOf(change)}`),
          }))}
        />
        {hindrance && !stopped && (
          <SpaceBetween size="xs">
            <AppErrorView error={hindrance} />
            <Box color="text-body-secondary">{t('progress.triedAgain')}</Box>
            <StopSending draftId={draftId} />
          </SpaceBetween>
        )}
        {givenUp && (
          <Alert type="warning" header={t('progress.givenUp')}>
            {t('progress.givenUpSays')}
          </Alert>
        )}
        {stopped?.error && <AppErrorView error={resume.error ?? stopped.error} />}
        {stopped && stopped.error?.code === 'opportunity-conflict' && (
          <Button onClick={() => setMerging(true)}>{t('merge.open')}</Button>
        )}
        {stopped && !hasFailed(stopped) && (
          <SpaceBetween direction="horizontal" size="xs">
            <Button loading={resume.isPending} onClick={() => resume.mutate({ id: stopped.id })}>
              {t('progress.resume')}
            </Button>
            {canAbandon(stopped) && <AbandonButton change={stopped} />}
          </SpaceBetween>
        )}
        {stillDraft && (
          <Alert type="warning" header={t('progress.stillDraft')}>
            {t('progress.stillDraftSays')}
          </Alert>
        )}
      </SpaceBetween>
      {merging && <MergeDialog document={document} onClose={() => setMerging(false)} />}
    </Container>
  );
}

function statusOf(change: Change | null): StepsProps.Status {
  if (change === null) return 'pending';
  if (hasFailed(change) || change.error !== null) return 'error';
  return change.state === 'verified' || change.state === 'succeeded' ? 'success' : 'loading';
}
