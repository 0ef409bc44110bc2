/** What can be done with a run: stop, go on, try the failed rows again, take it back, save what became of it. */
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useNavigate } from 'react-router';
import type { BulkRun } from '../../../shared/domain/bulk/bulk.ts';
import { useCallMutation, useClient } from '../../bridge/hooks.tsx';
import { AppErrorView } from '../../components/app-error-view.tsx';
import { saveText } from '../../components/save-text.ts';
import { useTexts } from '../../i18n/context.tsx';
import { AssignMade } from './assign-made.tsx';
import { toUndoPath } from './paths.ts';

const COLUMNS = [
  'position',
  'account',
  'subject',
  'label',
  'state',
  'result',
  'changeId',
  'error',
  'awsError',
  'requestId',
  'endedAt',
] as const;

/** What AWS lets one take back, at least in part. */
const UNDONE: readonly BulkRun['kind'][] = ['publish', 'expiry', 'cancel'];

export function RunActions({ run }: { run: BulkRun }) {
  const t = useTexts('bulk');
  const navigate = useNavigate();
  const client = useClient();
  const stop = useCallMutation('bulk.stop');
  const resume = useCallMutation('bulk.resume');
  const retry = useCallMutation('bulk.retry');
  const text = useCallMutation('bulk.text');
  const input = { runId: run.id };
  const error = stop.error ?? resume.error ?? retry.error ?? text.error;
  const goesOn = run.state === 'running' || run.state === 'held';
  const waits = run.state === 'held' || run.state === 'stopped';
  const canUndo = run.state !== 'running' && UNDONE.includes(run.kind) && (run.counts.done ?? 0) > 0;
  const headings = Object.fromEntries(COLUMNS.map((key) => [key, t(`column.${key}`)]));
  return (
    <SpaceBetween size="xs">
      <SpaceBetween direction="horizontal" size="xs">
        {goesOn && (
          <Button loading={stop.isPending} onClick={() => stop.mutate(input)}>
            {t('action.stop')}
          </Button>
        )}
        {waits && (
          <Button variant="primary" loading={resume.isPending} onClick={() => resume.mutate(input)}>
            {t('action.resume')}
          </Button>
        )}
        {!goesOn && (run.counts.failed ?? 0) > 0 && (
          <Button loading={retry.isPending} onClick={() => retry.mutate(input)}>
            {t('action.retry', { count: run.counts.failed ?? 0 })}
          </Button>
        )}
        {canUndo && <Button onClick={() => void navigate(toUndoPath(run.id))}>{t('action.undo')}</Button>}
        {run.kind === 'accept' && run.state === 'ended' && (run.counts.done ?? 0) > 0 && <AssignMade run={run} />}
        <Button
          loading={text.isPending}
          onClick={() => text.mutate({ ...input, headings }, { onSuccess: (file) => void saveText(client, file) })}
        >
          {t('action.export')}
        </Button>
      </SpaceBetween>
      {error && <AppErrorView error={error} />}
    </SpaceBetween>
  );
}
