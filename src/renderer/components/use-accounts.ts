/** The seller accounts of this machine, and the one that is active. */
import type { Account } from '../../shared/domain/account/account.ts';
import { useCallQuery } from '../bridge/hooks.tsx';
import { useActiveAccount } from '../stores/active-account.ts';

const NONE: readonly Account[] = [];

export function useAccounts() {
  const query = useCallQuery('accounts.list', {});
  return { ...query, accounts: query.data?.accounts ?? NONE };
}

/** The active account's record; null for "all accounts" and while the accounts are loading. */
export function useActiveAccountRecord(): Account | null {
  const active = useActiveAccount();
  return useAccounts().accounts.find(({ key }) => key === active) ?? null;
}

export function useAccount(key: string | null): Account | null {
  return useAccounts().accounts.find((account) => account.key === key) ?? null;
}
