/** What was chosen in a list to be done with many at once, on its way to the preview. */
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { useStores } from './context.tsx';

export interface OfferChoice {
  readonly account: string;
  readonly offerId: string;
}

export type BulkChoice =
  | { readonly kind: 'publish'; readonly draftIds: readonly string[] }
  | { readonly kind: 'expiry' | 'cancel'; readonly offers: readonly OfferChoice[] };

export interface BulkChoiceState {
  readonly choice: BulkChoice | null;
  choose(choice: BulkChoice): void;
}

export type BulkChoiceStore = StoreApi<BulkChoiceState>;

export function createBulkChoiceStore(): BulkChoiceStore {
  return createStore((set) => ({ choice: null, choose: (choice) => set({ choice }) }));
}

export function useBulkChoice(): BulkChoiceState {
  return useStore(useStores().bulkChoice);
}
