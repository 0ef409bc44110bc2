/** How many notifications are unread: of the active account, or of all. */
import { useCallQuery } from '../bridge/hooks.tsx';
import { useActiveAccount } from '../stores/active-account.ts';

export function useUnread(): number {
  const active = useActiveAccount();
  const { data } = useCallQuery('notifications.unread', {});
  if (!data) return 0;
  return active === null ? data.total : (data.accounts.find(({ account }) => account === active)?.count ?? 0);
}
