/** Asks before something that cannot be taken back; shows a failure inside the dialog. */
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';
import { useTexts } from '../i18n/context.tsx';
import { AppErrorView } from './app-error-view.tsx';

interface ConfirmDialogProps {
  readonly title: string;
  readonly confirmText: string;
  readonly children: ReactNode;
  readonly busy?: boolean;
  /** What is needed to confirm is not there yet. */
  readonly disabled?: boolean;
  readonly error?: Error | null;
  onConfirm(): void;
  onClose(): void;
}

export function ConfirmDialog({
  title,
  confirmText,
  children,
  busy,
  disabled,
  error,
  onConfirm,
  onClose,
}: ConfirmDialogProps) {
  const t = useTexts('common');
  return (
    <Modal
      visible
      header={title}
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose}>
              {t('close')}
            </Button>
            <Button variant="primary" loading={busy ?? false} disabled={disabled ?? false} onClick={onConfirm}>
              {confirmText}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        {children}
        {error && <AppErrorView error={error} />}
      </SpaceBetween>
    </Modal>
  );
}
