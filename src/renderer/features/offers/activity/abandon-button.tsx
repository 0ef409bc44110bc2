/** Gives up for good a write that waits for a person and has made nothing. */
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import { useState } from 'react';
import type { Change } from '../../../../shared/domain/change/change.ts';
import { useCallMutation } from '../../../bridge/hooks.tsx';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { useTexts } from '../../../i18n/context.tsx';

export function AbandonButton({ change }: { change: Change }) {
  const t = useTexts('offers');
  const [isAsking, setIsAsking] = useState(false);
  const abandon = useCallMutation('changes.abandon');
  return (
    <>
      <Button onClick={() => setIsAsking(true)}>{t('change.abandon')}</Button>
      {isAsking && (
        <ConfirmDialog
          title={t('change.abandonTitle')}
          confirmText={t('change.abandon')}
          busy={abandon.isPending}
          error={abandon.error}
          onConfirm={() => abandon.mutate({ id: change.id }, { onSuccess: () => setIsAsking(false) })}
          onClose={() => setIsAsking(false)}
        >
          <Box>{t('change.abandonSays', { title: change.title })}</Box>
        </ConfirmDialog>
      )}
    </>
  );
}

/** Stopped before anything was made, as the core sees it too. */
export function canAbandon({ paused, state }: Change): boolean {
  return paused && (state === 'intended' || state === 'eula-uploaded');
}
