/** Where the last thing that was done about the engagement stands: on its way, not got through, or stopped until somebody goes on. */
import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { EngagementDetail } from '../../../shared/domain/engagement/engagement.ts';
import { CHANGE_KINDS } from '../../../shared/domain/change/kinds.ts';
import { CallError } from '../../bridge/client.ts';
import { useCallMutation } from '../../bridge/hooks.tsx';
import { AppErrorView } from '../../components/app-error-view.tsx';
import { useTexts } from '../../i18n/context.tsx';
import { hasFailed } from '../wizard/publish/use-change.ts';

/** A write that AWS, or whoever works on it, has still to end. */
export function isUnderWay({ change }: Pick<EngagementDetail, 'change'>): boolean {
  return change !== null && !hasFailed(change) && change.state !== 'verified' && change.state !== 'succeeded';
}

export function DeedProgress({ engagement }: { engagement: EngagementDetail }) {
  const t = useTexts('engagements');
  const resume = useCallMutation('changes.resume');
  const { change } = engagement;
  if (change === null || (!hasFailed(change) && !isUnderWay(engagement))) return null;
  const failure = resume.error ?? (change.error ? new CallError(change.error) : null);
  const what = t(CHANGE_KINDS[change.kind].labelKey.replace('engagements:', ''));
  return (
    <SpaceBetween size="s">
      {hasFailed(change) ? (
        <Alert type="error" header={t('deed.failed', { what })}>
          {t('deed.again')}
        </Alert>
      ) : (
        <Alert
          type="info"
          header={t('deed.running', { what })}
          action={
            change.paused && (
              <Button loading={resume.isPending} onClick={() => resume.mutate({ id: change.id })}>
                {t('deed.resume')}
              </Button>
            )
          }
        >
          {t('deed.runningSays')}
        </Alert>
      )}
      {failure && <AppErrorView error={failure} />}
    </SpaceBetween>
  );
}
