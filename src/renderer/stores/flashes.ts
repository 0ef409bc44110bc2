/** Short messages that a screen leaves behind: saved, removed, failed. The frame shows them until dismissed. */
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppError } from '../../shared/errors/app-error.ts';
import { useStores } from './context.tsx';

export type Flash =
  | {
      readonly id: string;
      readonly kind: 'success' | 'info' | 'warning';
      /** Qualified key: `accounts:flash.removed`. */
      readonly messageKey: string;
      readonly params?: Record<string, string | number>;
      /** A way on, e.g. to the thing that was made. */
      readonly link?: { readonly textKey: string; readonly to: string };
    }
  | { readonly id: string; readonly kind: 'error'; readonly error: AppError };

export interface FlashesState {
  readonly flashes: readonly Flash[];
  /** Shows a flash; one with the same id takes the place of the older. */
  show(flash: Flash): void;
  dismiss(id: string): void;
}

export type FlashesStore = StoreApi<FlashesState>;

export function createFlashesStore(): FlashesStore {
  return createStore((set) => ({
    flashes: [],
    show: (flash) =>
      set(({ flashes }) => ({ flashes: [flash, ...flashes.filter((existing) => existing.id !== flash.id)] })),
    dismiss: (id) => set(({ flashes }) => ({ flashes: flashes.filter((existing) => existing.id !== id) })),
  }));
}

export function useFlashes(): FlashesState {
  return useStore(useStores().flashes);
}

/** `const showFlash = useShowFlash()`. */
export function useShowFlash(): FlashesState['show'] {
  return useStore(useStores().flashes, (state) => state.show);
}
