/** Co-sell opportunities of the seller accounts: the local copy, kept in step with Partner Central, and what a page needs of one. */
import type { OpportunityDetail, OpportunitySummary } from '../../shared/domain/opportunity/opportunity.ts';
import { fail } from '../../shared/errors/app-error.ts';
import { breathe } from '../entities/breathe.ts';
import { keepInStep, type SyncDependencies } from '../entities/sync-job.ts';
import type { EventBus } from '../events.ts';
import type { Handlers } from '../handlers.ts';
import type { Jobs, StartedJob } from '../jobs/index.ts';
import { formatOpportunities } from './csv.ts';
import { eachOpportunity, findByOffer, findOpportunity, listOpportunities } from './list-query.ts';
import { placeOf, placesOf, syncedAt, syncProblems, type PlaceSource } from './places.ts';
import { isGone, readOpportunity, type OpportunityReading, type OpportunityRecord } from './reader.ts';
import { textAt } from './readings.ts';
import { nameRelated, withRelated } from './related.ts';
import { createOpportunityStore, type OpportunityStore, type Place } from './store.ts';
import { syncKind, syncOpportunities } from './sync.ts';

type OpportunityCopyMethod =
  | 'opportunities.list'
  | 'opportunities.get'
  | 'opportunities.sync'
  | 'opportunities.syncProblems'
  | 'opportunities.csv'
  | 'opportunities.ofOffer'
  | 'opportunities.related';

export interface Opportunities {
  readonly handlers: Pick<Handlers, OpportunityCopyMethod>;
  readonly store: OpportunityStore;
  sync(account: string, full: boolean): StartedJob;
  /** From the copy alone; null where it is not there. */
  find(account: string, id: string): (OpportunitySummary & Pick<OpportunityDetail, 'document'>) | null;
  /** Reads one opportunity from AWS into the copy; one that AWS does not show is told to be gone, and fails. */
  read(account: string, id: string, signal?: AbortSignal): Promise<OpportunityRecord>;
  /** An event of AWS is about this opportunity: it is read again where it belongs to the catalog in use. */
  noticed(account: string, id: string, signal: AbortSignal, event?: { readonly document: unknown }): Promise<void>;
}

export interface OpportunityDependencies extends Omit<SyncDependencies, 'accounts'> {
  readonly accounts: PlaceSource;
  readonly events: EventBus;
  readonly jobs: Pick<Jobs, 'runJob'>;
  /** Whether a backfill reads this account's opportunities now: a sync waits until it is over. */
  backfillRunning(account: string): boolean;
}

/** How often a sync that waits for a backfill looks whether it is over. */
const LOOK_MS = 2000;

export function createOpportunities(deps: OpportunityDependencies): Opportunities {
  const { database, accounts, clock, events, aws } = deps;
  const store = createOpportunityStore(database);
  const now = () => new Date(clock.now()).toISOString();
  const announce = (account: string) => events.emit('opportunities.changed', { account });
  const readingOf = (place: Place, signal?: AbortSignal): OpportunityReading => ({
    door: aws.selling(place.account),
    catalog: place.catalog,
    priority: 'user',
    ...(signal ? { signal } : {}),
  });

  async function read(account: string, id: string, signal?: AbortSignal): Promise<OpportunityRecord> {
    const place = placeOf(accounts, account);
    try {
      const record = await readOpportunity(readingOf(place, signal), id);
      if (!store.saveRecord(place, record, now())) fail('malformed-answer', { params: { entityId: id } });
      announce(account);
      return record;
    } catch (error) {
      // Told once: whoever asks again because of it would otherwise go round and round.
      if (isGone(error) && store.markGone(place, id, now())) announce(account);
      throw error;
    }
  }

  async function get(
    account: string,
    id: string,
    { refresh, signal }: { refresh: boolean; signal: AbortSignal },
  ): Promise<OpportunityDetail> {
    const place = placeOf(accounts, account);
    const known = findOpportunity(database, place, id);
    const isUnread = store.record(place, id) === null && (known?.goneAt ?? null) === null;
    if (refresh || isUnread) {
      try {
        await read(account, id, signal);
      } catch (error) {
        // What AWS does not show any more stays readable here, marked as gone.
        if (!isGone(error) || !known) throw error;
      }
    }
    const summary = findOpportunity(database, place, id) ?? fail('not-found', { params: { name: id } });
    return toDetail(deps, store, place, summary);
  }

  function sync(account: string, full: boolean): StartedJob {
    const place = placeOf(accounts, account);
    const { awsAccountId } = accounts.getSettings(account);
    return deps.jobs.runJob({
      kind: 'opportunities.sync',
      account,
      async work(report, signal) {
        if (deps.backfillRunning(account)) report.phase('backfill:waiting');
        while (deps.backfillRunning(account)) await clock.sleep(LOOK_MS, signal);
        const request = { account, awsAccountId, announce: () => announce(account) };
        await keepInStep(deps, request, { report, signal }, (options, follow) =>
          syncOpportunities({
            database,
            clock,
            sync: deps.store,
            copy: store,
            place,
            full,
            reading: { ...readingOf(place), ...options },
            report: follow((phase) => `opportunities.sync.${phase}`),
          }),
        );
      },
    });
  }

  return {
    store,
    sync,
    find(account, id) {
      const place = placeOf(accounts, account);
      const known = findOpportunity(database, place, id);
      return known && { ...known, document: store.record(place, id)?.document ?? null };
    },
    read,
    async noticed(account, id, signal, event) {
      const catalog = textAt(event?.document, 'detail', 'catalog');
      if (catalog !== '' && catalog !== placeOf(accounts, account).catalog) return;
      await read(account, id, signal);
    },
    handlers: {
      async 'opportunities.list'({ filter, ...paged }) {
        const { catalog, catalogs, places } = placesOf(accounts, filter);
        const { items, total } = listOpportunities(database, places, filter, paged);
        return {
          items: withRelated(database, items),
          total,
          catalog,
          catalogs: [...catalogs],
          syncedAt: syncedAt(deps.store, places, (each) => [syncKind(each)]),
        };
      },
      'opportunities.get': ({ account, opportunityId, refresh }, { signal }) =>
        get(account, opportunityId, { refresh, signal }),
      'opportunities.sync': async ({ account, full }) => ({ jobId: sync(account, full).id }),
      'opportunities.syncProblems': async ({ account }) => syncProblems(deps, account, syncKind),
      'opportunities.ofOffer': async ({ account, offerId }) => ({
        opportunities: findByOffer(database, placeOf(accounts, account), offerId),
      }),
      'opportunities.related': async ({ account, entities }) => ({
        entities: nameRelated(database, placeOf(accounts, account), entities),
      }),
      async 'opportunities.csv'({ filter, headings }, { signal }) {
        const found: OpportunitySummary[] = [];
        for (const piece of eachOpportunity(database, placesOf(accounts, filter).places, filter)) {
          found.push(...withRelated(database, piece));
          await breathe(signal);
        }
        return {
          text: formatOpportunities(found, (account) => accounts.getSettings(account), headings),
          suggestedName: `opportunities-${now().slice(0, 10)}.csv`,
          mediaType: 'text/csv',
          count: found.length,
        };
      },
    },
  };
}

function toDetail(
  { database }: Pick<OpportunityDependencies, 'database'>,
  store: OpportunityStore,
  place: Place,
  summary: OpportunitySummary,
): OpportunityDetail {
  const record = store.record(place, summary.id);
  const nameOf = (type: string, id: string) => nameRelated(database, place, [{ type, id }])[0]?.name ?? null;
  return {
    ...summary,
    document: record?.document ?? null,
    readAt: record?.readAt ?? null,
    awsSummary: record?.summary ?? null,
    nextStepsHistory: store.steps(place, summary.id),
    linkedOffers: store
      .links(place, summary.id)
      .filter(({ type }) => type === 'AwsMarketplaceOffers' || type === 'AwsMarketplaceOfferSets')
      .map(({ type, target, targetId }) => ({
        kind: type === 'AwsMarketplaceOffers' ? ('offer' as const) : ('offer-set' as const),
        id: targetId,
        arn: target,
        name: nameOf(type, target),
      })),
  };
}
