/** Gives up the steps of a send that could not begin, once a person has read what stays. */
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import { useState } from 'react';
import { useCallMutation } from '../../../bridge/hooks.tsx';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { useTexts } from '../../../i18n/context.tsx';

export function StopSending({ draftId }: { draftId: string }) {
  const t = useTexts('opportunity-editor');
  const [isAsking, setIsAsking] = useState(false);
  const stop = useCallMutation('opportunities.drafts.stop');
  return (
    <>
      <Button onClick={() => setIsAsking(true)}>{t('progress.stop')}</Button>
      {isAsking && (
        <ConfirmDialog
          title={t('progress.stopTitle')}
          confirmText={t('progress.stop')}
          busy={stop.isPending}
          error={stop.error}
          onConfirm={() => stop.mutate({ id: draftId }, { onSuccess: () => setIsAsking(false) })}
          onClose={() => setIsAsking(false)}
        >
          <Box>{t('progress.stopSays')}</Box>
        </ConfirmDialog>
      )}
    </>
  );
}
