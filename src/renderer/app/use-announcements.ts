/** Announcements: shown by the browser where the host cannot, opened in this window where a person clicks on one. */
import { useCallback } from 'react';
import { useNavigate } from 'react-router';
import type { Announcement, OpenTarget } from '../../shared/contract/announcement.ts';
import { useCallMutation, useEvent } from '../bridge/hooks.tsx';
import { useAnyText } from '../i18n/context.tsx';
import { toTargetPath } from './open-target.ts';

export function useAnnouncements(): void {
  const text = useAnyText();
  const open = useOpenTarget();
  useEvent('app.openRequested', open);
  useEvent('app.announced', (announcement) => announce(announcement, text, open));
}

/** Goes to the page of what was announced; what has come in is read by that. */
export function useOpenTarget(): (target: OpenTarget) => void {
  const navigate = useNavigate();
  const { mutate: markRead } = useCallMutation('notifications.markRead');
  return useCallback(
    (target) => {
      if (target.kind === 'notification') markRead({ what: { kind: 'ids', ids: [target.id] }, read: true });
      void navigate(toTargetPath(target));
    },
    [navigate, markRead],
  );
}

/** Nobody needs to be told what the page in front already shows; a browser that was not asked stays silent. */
function announce(
  { titleKey, bodyKey, params, target }: Announcement,
  text: (key: string, params?: Announcement['params']) => string,
  open: (target: OpenTarget) => void,
): void {
  if (typeof Notification === 'undefined' || Notification.permission !== 'granted' || document.hasFocus()) return;
  const shown = new Notification(text(`notifications:${titleKey}`, params), {
    body: text(`notifications:${bodyKey}`, params),
    // Every open page hears of it; the browser shows it once.
    tag: JSON.stringify(target),
  });
  shown.addEventListener('click', () => {
    window.focus();
    open(target);
    shown.close();
  });
}
