/** What can be done with a backfill: pause, go on, read what was counted, cancel, read the failed ones again. */
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Backfill } from '../../../../shared/domain/opportunity/backfill.ts';
import { useCallMutation } from '../../../bridge/hooks.tsx';
import { AppErrorView } from '../../../components/app-error-view.tsx';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { useTexts } from '../../../i18n/context.tsx';
import { BACKFILL_PATH } from '../paths.ts';
import { summarize } from './counts.ts';

export function BackfillActions({ run }: { run: Backfill }) {
  const t = useTexts('backfill');
  const navigate = useNavigate();
  const pause = useCallMutation('opportunities.backfill.pause');
  const resume = useCallMutation('opportunities.backfill.resume');
  const retry = useCallMutation('opportunities.backfill.retry');
  const cancel = useCallMutation('opportunities.backfill.cancel');
  const [asks, setAsks] = useState(false);
  const input = { id: run.id };
  const failed = run.counts.failed ?? 0;
  const isOver = run.state === 'ended' || run.state === 'cancelled';
  const waits = run.state === 'paused' || run.state === 'held';
  const error = pause.error ?? resume.error ?? retry.error;
  return (
    <SpaceBetween size="xs">
      <SpaceBetween direction="horizontal" size="xs">
        {(run.state === 'running' || (run.state === 'held' && run.resumeAt !== null)) && (
          <Button loading={pause.isPending} onClick={() => pause.mutate(input)}>
            {t('action.pause')}
          </Button>
        )}
        {waits && (
          <Button variant="primary" loading={resume.isPending} onClick={() => resume.mutate(input)}>
            {t('action.resume')}
          </Button>
        )}
        {run.state === 'counted' && (
          <Button
            variant="primary"
            disabled={summarize(run).queued === 0}
            loading={resume.isPending}
            onClick={() => resume.mutate(input)}
          >
            {t('action.read')}
          </Button>
        )}
        {(run.state === 'ended' || waits) && failed > 0 && (
          <Button loading={retry.isPending} onClick={() => retry.mutate(input)}>
            {t('action.retry', { count: failed })}
          </Button>
        )}
        {!isOver && <Button onClick={() => setAsks(true)}>{t('action.cancel')}</Button>}
        {isOver && <Button onClick={() => void navigate(BACKFILL_PATH)}>{t('action.another')}</Button>}
      </SpaceBetween>
      {error && <AppErrorView error={error} />}
      {asks && !isOver && (
        <ConfirmDialog
          title={t('cancelDialog.title')}
          confirmText={t('cancelDialog.confirm')}
          busy={cancel.isPending}
          error={cancel.error}
          onConfirm={() => cancel.mutate(input, { onSuccess: () => setAsks(false) })}
          onClose={() => setAsks(false)}
        >
          {t('cancelDialog.says')}
        </ConfirmDialog>
      )}
    </SpaceBetween>
  );
}
