/** Which seller account the screens show; null = all accounts. Kept in the preferences. */
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { useStores } from './context.tsx';

export interface ActiveAccountState {
  readonly account: string | null;
  choose(account: string | null): void;
}

export type ActiveAccountStore = StoreApi<ActiveAccountState>;

export function createActiveAccountStore(
  initial: string | null,
  persist: (account: string | null) => void,
): ActiveAccountStore {
  return createStore((set, get) => ({
    account: initial,
    choose(account) {
      if (account === get().account) return;
      set({ account });
      persist(account);
    },
  }));
}

/** Key of the active account; null = all accounts. */
export function useActiveAccount(): string | null {
  return useStore(useStores().activeAccount, (state) => state.account);
}

export function useChooseAccount(): (account: string | null) => void {
  return useStore(useStores().activeAccount, (state) => state.choose);
}
