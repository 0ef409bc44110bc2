/** Stops leaving a screen with changes that are not saved: inside the app by a question, out of the window by the browser's. */
import { useEffect } from 'react';
import { useBlocker } from 'react-router';
import { useTexts } from '../i18n/context.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';

export function UnsavedGuard({ dirty }: { dirty: boolean }) {
  const t = useTexts('common');
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => dirty && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (!dirty) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [dirty]);
  if (blocker.state !== 'blocked') return null;
  return (
    <ConfirmDialog
      title={t('unsaved.title')}
      confirmText={t('unsaved.leave')}
      onConfirm={() => blocker.proceed()}
      onClose={() => blocker.reset()}
    >
      {t('unsaved.body')}
    </ConfirmDialog>
  );
}
