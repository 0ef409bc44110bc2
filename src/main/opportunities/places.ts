/** Which accounts, and which catalog of each, a question is about: real and trial opportunities are never answered together. */
import type { PartnerCatalog, AccountSettings } from '../../shared/domain/account/account.ts';
import type { OpportunityFilter } from '../../shared/contract/opportunities.ts';
import type { SyncStore } from '../entities/sync-store.ts';
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

/** The oldest of the places' times; null while a copy of one was never read to the end. */
export function syncedAt(
  syncs: Pick<SyncStore, 'completedAt'>,
  places: readonly Place[],
  kindsOf: (catalog: PartnerCatalog) => readonly string[],
): string | null {
  const times = places.map(({ account, catalog }) => syncs.completedAt(account, kindsOf(catalog)));
  const known = times.filter((time) => time !== null);
  return known.length === times.length ? (known.sort()[0] ?? null) : null;
}

/** What the copies could not take, of one account or of all that use the catalog in view. */
export function syncProblems(
  { accounts, store }: { readonly accounts: PlaceSource; readonly store: Pick<SyncStore, 'problems'> },
  account: string | null,
  kindOf: (catalog: PartnerCatalog) => string,
) {
  const { places } = placesOf(accounts, { account, catalog: null });
  return { problems: places.flatMap((place) => store.problems(place.account, [kindOf(place.catalog)])) };
}
