/** Switches between practice and real mode. The two have separate data; the window loads anew. */
import Box from '@cloudscape-design/components/box';
import { ConfirmDialog } from '../components/confirm-dialog.tsx';
import { useAppInfo } from '../components/use-app-info.ts';
import { useCallMutation } from '../bridge/hooks.tsx';
import { useTexts } from '../i18n/context.tsx';

export function ModeDialog({ onClose }: { onClose(): void }) {
  const t = useTexts('common');
  const switchMode = useCallMutation('app.switchMode');
  const current = useAppInfo()?.mode;
  if (!current) return null;
  const next = current === 'practice' ? 'real' : 'practice';
  return (
    <ConfirmDialog
      title={t(`mode.to.${next}.title`)}
      confirmText={t(`mode.to.${next}.confirm`)}
      busy={switchMode.isPending}
      error={switchMode.error}
      onConfirm={() => switchMode.mutate({ mode: next }, { onSuccess: () => window.location.reload() })}
      onClose={onClose}
    >
      <Box>{t(`mode.to.${next}.body`)}</Box>
    </ConfirmDialog>
  );
}
