/** An active account that no longer exists gives way: to the only one left, else to all accounts. */
import { useEffect } from 'react';
import { useAccounts } from '../components/use-accounts.ts';
import { useActiveAccount, useChooseAccount } from '../stores/active-account.ts';

export function useKeepActiveAccountValid(): void {
  const { accounts, isSuccess } = useAccounts();
  const active = useActiveAccount();
  const choose = useChooseAccount();
  useEffect(() => {
    if (!isSuccess || accounts.some(({ key }) => key === active)) return;
    const only = accounts.length === 1 ? accounts[0] : undefined;
    if (only || active !== null) choose(only?.key ?? null);
  }, [accounts, isSuccess, active, choose]);
}
