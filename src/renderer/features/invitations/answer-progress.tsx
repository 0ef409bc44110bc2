/** Where the answer that was given stands: on its way, not got through, or stopped until somebody goes on. */
import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { InvitationDetail } from '../../../shared/domain/opportunity/invitation.ts';
import { useCallMutation } from '../../bridge/hooks.tsx';
import { AppErrorView } from '../../components/app-error-view.tsx';
import { CallError } from '../../bridge/client.ts';
import { useTexts } from '../../i18n/context.tsx';
import { hasFailed } from '../wizard/publish/use-change.ts';

/** An answer that AWS, or whoever works on it, has still to end. */
export function isUnderWay({ change }: Pick<InvitationDetail, 'change'>): boolean {
  return change !== null && !hasFailed(change) && change.state !== 'verified' && change.state !== 'succeeded';
}

export function AnswerProgress({ invitation }: { invitation: InvitationDetail }) {
  const t = useTexts('invitations');
  const resume = useCallMutation('changes.resume');
  const { change, status } = invitation;
  if (change === null) return null;
  const failure = resume.error ?? (change.error ? new CallError(change.error) : null);
  if (hasFailed(change)) {
    if (status !== 'PENDING') return null;
    return (
      <SpaceBetween size="s">
        <Alert type="error" header={t('answer.failed')}>
          {t('answer.again')}
        </Alert>
        {failure && <AppErrorView error={failure} />}
      </SpaceBetween>
    );
  }
  if (!isUnderWay(invitation)) return null;
  return (
    <SpaceBetween size="s">
      <Alert
        type="info"
        header={t('answer.running')}
        action={
          change.paused && (
            <Button loading={resume.isPending} onClick={() => resume.mutate({ id: change.id })}>
              {t('answer.resume')}
            </Button>
          )
        }
      >
        {t('answer.runningSays')}
      </Alert>
      {failure && <AppErrorView error={failure} />}
    </SpaceBetween>
  );
}
