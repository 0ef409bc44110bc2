/** Which accounts, and which catalog of each, a question is about: real and trial opportunities are never answered together. */
import type { PartnerCatalog, AccountSettings } from '../../shared/domain/account/account.ts';
import type { OpportunityFilter } from '../../shared/contract/opportunities.ts';
import type { Place } from './store.ts';

export interface PlaceSource {
  listSettings(): { key: string; settings: AccountSettings }[];
  /** Throws `not-found` for an account that is not set up here. */
  getSettings(account: string): AccountSettings;
}

export interface Places {
  readonly catalog: PartnerCatalog;
  readonly catalogs: readonly PartnerCatalog[];
  readonly places: readonly Place[];
}

export function placeOf(accounts: Pick<PlaceSource, 'getSettings'>, account: string): Place {
  return { account, catalog: accounts.getSettings(account).partnerCentral.catalog };
}

/** Accounts that co-sell. */
export function coSellers(accounts: Pick<PlaceSource, 'listSettings'>): Place[] {
  return accounts
    .listSettings()
    .filter(({ settings }) => settings.persona.coSell)
    .map(({ key, settings }) => ({ account: key, catalog: settings.partnerCentral.catalog }));
}

export function placesOf(accounts: PlaceSource, filter: Pick<OpportunityFilter, 'account' | 'catalog'>): Places {
  if (filter.account !== null) {
    const place = placeOf(accounts, filter.account);
    return { catalog: place.catalog, catalogs: [place.catalog], places: [place] };
  }
  const all = coSellers(accounts);
  const catalogs = [...new Set(all.map(({ catalog }) => catalog))].sort();
  const catalog = filter.catalog ?? (catalogs.includes('AWS') ? 'AWS' : (catalogs[0] ?? 'AWS'));
  return { catalog, catalogs, places: all.filter((place) => place.catalog === catalog) };
}
