/** The co-sell dashboard: figures over the copies of opportunities and invitations, of one catalog at a time. */
import type { CoSellDashboard } from '../../shared/contract/co-sell-dashboard.ts';
import { invitationFilterSchema } from '../../shared/contract/invitations.ts';
import type { PartnerCatalog } from '../../shared/domain/account/account.ts';
import { breathe } from '../entities/breathe.ts';
import type { Handlers } from '../handlers.ts';
import { listInvitations } from '../invitations/list-query.ts';
import { invitationSyncKind } from '../invitations/sync.ts';
import { placesOf, syncedAt, type PlaceSource } from '../opportunities/places.ts';
import { syncKind } from '../opportunities/sync.ts';
import { coSellCsv } from './co-sell-csv.ts';
import { countLost, countWaiting, sumPipeline } from './co-sell.ts';
import type { DashboardDependencies } from './index.ts';

/** More invitations than that are what the list is for. */
const SOONEST = 10;

export type CoSellMethod = 'dashboards.coSell' | 'dashboards.coSellCsv';

export function createCoSellDashboard(
  deps: Omit<DashboardDependencies, 'accounts'> & { readonly accounts: PlaceSource },
): Pick<Handlers, CoSellMethod> {
  const { database, clock, accounts, syncs } = deps;

  async function figures(
    scope: { account: string | null; catalog: PartnerCatalog | null },
    signal: AbortSignal,
  ): Promise<CoSellDashboard> {
    const { catalog, catalogs, places } = placesOf(accounts, scope);
    const now = clock.now();
    const today = new Date(now).toISOString().slice(0, 10);
    const pipeline = { database, places, today };
    const filter = invitationFilterSchema.parse({ ...scope, catalog, statuses: ['PENDING'] });
    const waiting = listInvitations(
      database,
      { places, filter, now },
      { page: 1, pageSize: SOONEST, sortBy: 'expiresAt', direction: 'ascending' },
    );
    const attention = [...countWaiting(pipeline), { kind: 'invitations' as const, count: waiting.total }];
    await breathe(signal);
    return {
      today,
      catalog,
      catalogs: [...catalogs],
      syncedAt: syncedAt(syncs, places, (each) => [syncKind(each), invitationSyncKind(each)]),
      attention: attention.filter(({ count }) => count > 0),
      invitations: { total: waiting.total, soonest: waiting.items },
      ...(await sumPipeline(pipeline, signal)),
      lost: countLost(pipeline),
    };
  }

  return {
    'dashboards.coSell': (scope, { signal }) => figures(scope, signal),
    async 'dashboards.coSellCsv'({ widget, headings, ...scope }, { signal }) {
      const dashboard = await figures(scope, signal);
      const nameOf = (key: string) =>
        accounts.listSettings().find((account) => account.key === key)?.settings.name ?? key;
      return {
        text: coSellCsv(dashboard, widget, headings, nameOf),
        suggestedName: `co-sell-${widget}-${dashboard.today}.csv`,
        mediaType: 'text/csv',
      };
    },
  };
}
