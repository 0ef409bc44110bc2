/** Asks before a draft is removed from this machine. */
import Box from '@cloudscape-design/components/box';
import type { DraftRecord } from '../../../shared/contract/drafts.ts';
import { useCallMutation } from '../../bridge/hooks.tsx';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { useTexts } from '../../i18n/context.tsx';

export function RemoveDraftDialog({ draft, onClose }: { draft: DraftRecord; onClose(): void }) {
  const t = useTexts('drafts');
  const remove = useCallMutation('drafts.remove');
  return (
    <ConfirmDialog
      title={t('removeTitle', { name: draft.name || t('unnamed') })}
      confirmText={t('remove')}
      busy={remove.isPending}
      error={remove.error}
      onClose={onClose}
      onConfirm={() => remove.mutate({ id: draft.id }, { onSuccess: onClose })}
    >
      <Box>{t('removeBody')}</Box>
    </ConfirmDialog>
  );
}
