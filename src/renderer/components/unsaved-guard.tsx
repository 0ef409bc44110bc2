/** Stops leaving a screen with changes that are not saved: inside the app by a question, out of the window by the browser's. */
import { useEffect } from 'react';
import { useBlocker } from 'react-router';
import { useTexts } from '../i18n/context.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';

/** Navigation state of a screen that leaves after saving: `navigate(path, { state: SAVED })` asks nothing. */
export const SAVED = { saved: true } as const;

export function UnsavedGuard({ dirty }: { dirty: boolean }) {
  return dirty ? <ActiveGuard /> : null;
}

function ActiveGuard() {
  const t = useTexts('common');
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      currentLocation.pathname !== nextLocation.pathname && !isSaved(nextLocation.state),
  );
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, []);
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

function isSaved(state: unknown): boolean {
  return typeof state === 'object' && state !== null && 'saved' in state && state.saved === true;
}
