/** Which dialog of the frame is open. */
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { useStores } from './context.tsx';

export type FrameDialog = 'account-switcher' | 'shortcuts' | 'mode';

export interface DialogsState {
  readonly open: FrameDialog | null;
  show(dialog: FrameDialog): void;
  close(): void;
}

export type DialogsStore = StoreApi<DialogsState>;

export function createDialogsStore(): DialogsStore {
  return createStore((set) => ({
    open: null,
    show: (open) => set({ open }),
    close: () => set({ open: null }),
  }));
}

export function useDialogs(): DialogsState {
  return useStore(useStores().dialogs);
}
