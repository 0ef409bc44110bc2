/** Makes all stores of the app: one set for each window and each test. */
import type { Preferences } from '../../shared/contract/app.ts';
import { createActiveAccountStore, type ActiveAccountStore } from './active-account.ts';
import { createAppearanceStore, type AppearanceStore } from './appearance.ts';
import { createBulkChoiceStore, type BulkChoiceStore } from './bulk-choice.ts';
import { createDialogsStore, type DialogsStore } from './dialogs.ts';
import { createFlashesStore, type FlashesStore } from './flashes.ts';
import { createPageStore, type PageStore } from './page.ts';

export interface Stores {
  readonly activeAccount: ActiveAccountStore;
  readonly appearance: AppearanceStore;
  readonly bulkChoice: BulkChoiceStore;
  readonly dialogs: DialogsStore;
  readonly flashes: FlashesStore;
  readonly page: PageStore;
}

export function createStores(preferences: Preferences, persist: (patch: Partial<Preferences>) => void): Stores {
  return {
    activeAccount: createActiveAccountStore(preferences.activeAccount, (activeAccount) => persist({ activeAccount })),
    appearance: createAppearanceStore(preferences, persist),
    bulkChoice: createBulkChoiceStore(),
    dialogs: createDialogsStore(),
    flashes: createFlashesStore(),
    page: createPageStore(),
  };
}
