/** Reads one record again that a job could not understand or keep. */
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { CallRecord } from '../../../shared/contract/history-calls.ts';
import { READ_AGAIN_TYPES } from '../../../shared/contract/history-repeat.ts';
import { useCallMutation } from '../../bridge/hooks.tsx';
import { AppErrorView } from '../../components/app-error-view.tsx';
import { useTexts } from '../../i18n/context.tsx';

export function isReadable({ failed, entityType }: CallRecord): boolean {
  return failed && READ_AGAIN_TYPES.some((type) => type === entityType);
}

export function ReadAgain({ account, entry: { entityId, entityType } }: { account: string; entry: CallRecord }) {
  const t = useTexts('sync-log');
  const read = useCallMutation('history.readAgain');
  const type = READ_AGAIN_TYPES.find((each) => each === entityType);
  if (!type) return null;
  return (
    <SpaceBetween size="xs">
      <Button
        variant="inline-link"
        ariaLabel={`${t('readAgain.one')}: ${entityId}`}
        loading={read.isPending}
        onClick={() => read.mutate({ account, entityType: type, entityId })}
      >
        {t('readAgain.one')}
      </Button>
      {read.isSuccess && <StatusIndicator>{t('readAgain.done', { id: entityId })}</StatusIndicator>}
      {read.error && <AppErrorView error={read.error} />}
    </SpaceBetween>
  );
}
