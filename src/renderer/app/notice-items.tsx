/** Notices of the core, until they are dismissed or their cause is gone; and the machine being offline. */
import type { FlashbarProps } from '@cloudscape-design/components/flashbar';
import { useSyncExternalStore } from 'react';
import { useCallMutation } from '../bridge/hooks.tsx';
import { useAppInfo } from '../components/use-app-info.ts';
import { useAnyText, useTexts } from '../i18n/context.tsx';

export function useNoticeItems(): readonly FlashbarProps.MessageDefinition[] {
  const t = useTexts('common');
  const text = useAnyText();
  const info = useAppInfo();
  const dismiss = useCallMutation('app.notices.dismiss');
  const isOnline = useOnline();
  const notices = (info?.notices ?? []).map((notice): FlashbarProps.MessageDefinition => ({
    id: `notice-${notice.id}`,
    type: notice.kind,
    content: text(notice.messageKey, notice.params),
    dismissible: notice.dismissible,
    onDismiss: () => dismiss.mutate({ id: notice.id }),
  }));
  if (isOnline || info?.mode !== 'real') return notices;
  return [{ id: 'offline', type: 'warning', header: t('offline.title'), content: t('offline.body') }, ...notices];
}

function useOnline(): boolean {
  return useSyncExternalStore(followOnline, () => navigator.onLine);
}

function followOnline(onChange: () => void): () => void {
  window.addEventListener('online', onChange);
  window.addEventListener('offline', onChange);
  return () => {
    window.removeEventListener('online', onChange);
    window.removeEventListener('offline', onChange);
  };
}
