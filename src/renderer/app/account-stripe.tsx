/** A line in the active account's colour across the window: whose data this is, in the corner of the eye. */
import { useActiveAccountRecord } from '../components/use-accounts.ts';

export function AccountStripe() {
  const account = useActiveAccountRecord();
  if (!account) return null;
  return <div className={`account-stripe account-colour-${account.colour}`} aria-hidden="true" />;
}
