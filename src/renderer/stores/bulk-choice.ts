/** What was chosen in a list to be done with many at once, on its way to the preview. */
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Assignee } from '../../shared/domain/opportunity/assignee.ts';
import { useStores } from './context.tsx';

export interface OfferChoice {
  readonly account: string;
  readonly offerId: string;
}

/** A deal: an opportunity, or the invitation to one. */
export interface DealChoice {
  readonly account: string;
  readonly kind: 'opportunity' | 'invitation';
  readonly id: string;
}

export type BulkChoice =
  | { readonly kind: 'publish'; readonly draftIds: readonly string[] }
  | { readonly kind: 'expiry' | 'cancel'; readonly offers: readonly OfferChoice[] }
  | { readonly kind: 'accept' | 'assign'; readonly deals: readonly DealChoice[] };

export interface BulkChoiceState {
  readonly choice: BulkChoice | null;
  choose(choice: BulkChoice): void;
  /** The person that was typed for an assignment: kept while somebody looks elsewhere. */
  readonly assignee: Assignee | null;
  setAssignee(assignee: Assignee): void;
}

export type BulkChoiceStore = StoreApi<BulkChoiceState>;

export function createBulkChoiceStore(): BulkChoiceStore {
  return createStore((set) => ({
    choice: null,
    choose: (choice) => set({ choice }),
    assignee: null,
    setAssignee: (assignee) => set({ assignee }),
  }));
}

export function useBulkChoice(): BulkChoiceState {
  return useStore(useStores().bulkChoice);
}
