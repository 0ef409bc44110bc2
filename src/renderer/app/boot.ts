/** What must be known before the first screen: preferences, time zone, texts. */
import type { Client } from '../bridge/client.ts';
import { detectLanguage } from '../../shared/domain/language.ts';
import { loadCatalogue, type Catalogue } from '../i18n/catalogue.ts';

import { createStores, type Stores } from '../stores/create.ts';

export interface BootResult {
  readonly stores: Stores;
  readonly catalogue: Catalogue;
  readonly timeZone: string;
}

export async function boot(client: Client, systemLanguages: readonly string[]): Promise<BootResult> {
  const [preferences, info] = await Promise.all([client.call('app.preferences.get', {}), client.call('app.info', {})]);
  const catalogue = await loadCatalogue(preferences.language ?? detectLanguage(systemLanguages));
  const stores = createStores(preferences, (patch) => {
    // The screen already shows the choice; one that could not be kept is only forgotten at the next start.
    client.call('app.preferences.set', patch).catch(() => {});
  });
  return { stores, catalogue, timeZone: info.timeZone };
}
