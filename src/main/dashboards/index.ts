/** The dashboard: figures over this machine's copies, for one account or all. */
import { COPIED_FEATURES, type Dashboard } from '../../shared/contract/dashboards.ts';
import type { AccountStore } from '../accounts/store.ts';
import { AGREEMENTS_KIND } from '../agreements/sync.ts';
import { AUTHORIZATION_KINDS } from '../authorizations/sync.ts';
import { OFFERS_KIND } from '../offers/sync.ts';
import type { SyncStore } from '../entities/sync-store.ts';
import { PRODUCT_TYPES } from '../../shared/domain/product/product.ts';
import type { HandlersOf } from '../handlers.ts';
import type { Clock } from '../ports.ts';
import type { Database } from '../storage/database.ts';
import { createCoSellDashboard } from './co-sell-handlers.ts';
import { widgetCsv } from './csv.ts';
import {
  countAttention,
  countAuthorizations,
  countEnding,
  countExpiring,
  countOffers,
  sumAccepted,
  type Scope,
} from './figures.ts';

/** What the progress of each copy is called. */
const SYNC_KINDS: Readonly<Record<(typeof COPIED_FEATURES)[number], readonly string[]>> = {
  products: PRODUCT_TYPES.map((type) => `products.${type}`),
  offers: [OFFERS_KIND],
  agreements: [AGREEMENTS_KIND],
  authorizations: [AUTHORIZATION_KINDS.issued],
};

export interface DashboardDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly accounts: AccountStore;
  readonly syncs: Pick<SyncStore, 'completedAt'>;
}

export function createDashboards(deps: DashboardDependencies): { readonly handlers: HandlersOf<'dashboards'> } {
  const { database, clock, accounts, syncs } = deps;

  function figures(account: string | null): Dashboard {
    if (account !== null) accounts.getSettings(account);
    const today = new Date(clock.now()).toISOString().slice(0, 10);
    const scope: Scope = { database, account, today };
    const keys = account === null ? accounts.list().map(({ key }) => key) : [account];
    return {
      today,
      attention: countAttention(scope),
      offers: countOffers(scope),
      expiring: countExpiring(scope),
      accepted: sumAccepted(scope),
      ending: countEnding(scope),
      authorizations: countAuthorizations(scope),
      freshness: keys.flatMap((key) =>
        COPIED_FEATURES.map((feature) => ({
          account: key,
          feature,
          readAt: syncs.completedAt(key, SYNC_KINDS[feature]),
        })),
      ),
    };
  }

  return {
    handlers: {
      ...createCoSellDashboard(deps),
      'dashboards.get': async ({ account }) => figures(account),
      async 'dashboards.csv'({ account, widget, headings }) {
        const dashboard = figures(account);
        const nameOf = (key: string) => accounts.find(key)?.settings.name ?? key;
        return {
          text: widgetCsv(dashboard, widget, headings, nameOf),
          suggestedName: `dashboard-${widget}-${dashboard.today}.csv`,
          mediaType: 'text/csv',
        };
      },
    },
  };
}
