/** Which of the things that came in the system announces, as chosen for each kind and account. */
import type { OpenTarget } from '../../shared/contract/announcement.ts';
import type { Notification } from '../../shared/domain/notification/notification.ts';
import type { Notifier } from '../ports.ts';
import type { NotificationStore } from './store.ts';

/** More than this at once is said in one sentence. */
const MOST_SINGLE = 3;

export function announceNotifications(
  deps: { readonly notifier: Notifier; readonly store: Pick<NotificationStore, 'choiceOf'> },
  accountName: string,
  notifications: readonly Notification[],
): void {
  const { notifier, store } = deps;
  const wanted = notifications.filter(({ account, kind, own }) => {
    const choice = store.choiceOf(account, kind);
    return choice === 'always' || (choice === 'others' && !own);
  });
  const say = (message: string, params: Record<string, string | number>, target: OpenTarget) =>
    void notifier.notify({ titleKey: `${message}.title`, bodyKey: `${message}.body`, params, target });
  if (wanted.length > MOST_SINGLE) {
    say('events-many', { account: accountName, count: wanted.length }, { kind: 'inbox' });
    return;
  }
  for (const { id, account, kind, detailType, title, subjects } of wanted) {
    const about = title || (subjects[0]?.id ?? '');
    say(
      `event-${kind}`,
      { account: accountName, type: detailType, title: about },
      { kind: 'notification', account, id, subjects },
    );
  }
}
