/** Offer sets of the seller accounts: the local copy, kept in step with AWS. */
import type { OfferSetDetail } from '../../shared/domain/offer-set/offer-set.ts';
import { readOfferSetEntity } from '../../shared/domain/offer-set/entity.ts';
import { fail, OfferdeckError } from '../../shared/errors/app-error.ts';
import { describeOne, type DescribedEntity } from '../entities/catalog-reader.ts';
import { runSync, type SyncDependencies } from '../entities/sync-job.ts';
import type { EventBus } from '../events.ts';
import type { Handlers } from '../handlers.ts';
import type { Jobs, StartedJob } from '../jobs/index.ts';
import type { VersionKeeper } from '../sources.ts';
import { findOfferSet, listOfferSets } from './list-query.ts';
import type { Members } from './members.ts';
import { createOfferSetStore } from './store.ts';
import { OFFER_SETS_KIND, offerSetsList } from './sync.ts';

export { createMembers } from './members.ts';

type CopyMethod = 'offersets.list' | 'offersets.get' | 'offersets.sync' | 'offersets.syncProblems';

/** An offer set as AWS describes it now. */
export interface OfferSetEntityNow {
  readonly id: string;
  readonly revision: string;
  readonly document: unknown;
}

export interface OfferSetSource {
  /** Reads it from AWS and keeps the copy up to date. */
  read(account: string, id: string, signal?: AbortSignal): Promise<OfferSetEntityNow>;
  /** From the copy alone; null where it is not there. */
  find(account: string, id: string): { readonly document: unknown } | null;
}

export interface OfferSets {
  readonly handlers: Pick<Handlers, CopyMethod>;
  readonly source: OfferSetSource;
  /** Reads what changed. */
  sync(account: string): void;
}

export interface OfferSetDependencies extends SyncDependencies {
  readonly events: EventBus;
  readonly jobs: Pick<Jobs, 'runJob'>;
  readonly versions: VersionKeeper;
  readonly members: Members;
}

export function createOfferSets(deps: OfferSetDependencies): OfferSets {
  const { database, accounts, clock, events, members } = deps;
  const store = createOfferSetStore(database, deps.versions);
  const now = () => new Date(clock.now()).toISOString();
  const today = () => now().slice(0, 10);
  const announce = (account: string) => events.emit('offersets.changed', { account });

  /** Reads one from AWS into the copy. One that AWS no longer knows leaves the copy. */
  async function readEntity(account: string, id: string, signal?: AbortSignal): Promise<DescribedEntity> {
    try {
      const reading = { door: deps.aws.catalog(account), priority: 'user', ...(signal ? { signal } : {}) } as const;
      const entity = await describeOne(reading, id);
      const problem = database.cacheTransaction(() => store.saveDescribed(account, entity, now()));
      if (problem) fail('malformed-answer', { params: { name: id } });
      return entity;
    } catch (error) {
      if (error instanceof OfferdeckError && error.data.code === 'resource-not-found') store.remove(account, id);
      throw error;
    } finally {
      announce(account);
    }
  }

  function agreementsOf(account: string, id: string): OfferSetDetail['agreements'] {
    return database
      .all<OfferSetDetail['agreements'][number]>(
        `SELECT id, offer_id AS offerId, acceptor, status, accepted_at AS at FROM agreements
         WHERE account = ? AND offer_set_id = ? ORDER BY accepted_at DESC, id LIMIT 100`,
        account,
        id,
      )
      .map((row) => ({ ...row }));
  }

  async function get(account: string, id: string, refresh: boolean, signal: AbortSignal): Promise<OfferSetDetail> {
    accounts.getSettings(account);
    if (refresh || store.isStale(account, id)) await readEntity(account, id, signal);
    const summary = findOfferSet(database, account, id, today());
    const stored = store.document(account, id);
    const entity = stored && readOfferSetEntity(stored.document);
    if (!summary || !entity) fail('not-found', { params: { name: id } });
    const others = members.madeFor(account, id).filter((offerId) => !entity.offerIds.includes(offerId));
    return {
      summary,
      buyerNotes: entity.buyerNotes,
      revision: stored.revision,
      offers: await members.offers(account, entity.offerIds),
      candidates: await members.offers(account, others),
      drafts: members.drafts(account, members.meantFor(account, id)),
      agreements: agreementsOf(account, id),
      document: stored.document,
      syncedAt: stored.readAt,
    };
  }

  function sync(account: string, full: boolean): StartedJob {
    accounts.getSettings(account);
    return deps.jobs.runJob({
      kind: 'offersets.sync',
      account,
      work: (report, signal) =>
        runSync(
          deps,
          {
            account,
            full,
            lists: [offerSetsList(store)],
            phaseKey: (phase) => `offersets.sync.${phase}`,
            announce: () => announce(account),
          },
          { report, signal },
        ),
    });
  }

  return {
    sync: (account) => void sync(account, false),
    source: {
      async read(account, id, signal) {
        const { revision, document } = await readEntity(account, id, signal);
        return { id, revision: revision ?? fail('malformed-answer', { params: { name: id } }), document };
      },
      find: (account, id) => store.document(account, id),
    },
    handlers: {
      'offersets.list': async (input) => ({
        ...listOfferSets(database, input, today()),
        syncedAt: deps.store.completedAt(input.filter.account, [OFFER_SETS_KIND]),
      }),
      'offersets.get': ({ account, offerSetId, refresh }, { signal }) => get(account, offerSetId, refresh, signal),
      'offersets.sync': async ({ account, full }) => ({ jobId: sync(account, full).id }),
      'offersets.syncProblems': async ({ account }) => ({ problems: deps.store.problems(account, [OFFER_SETS_KIND]) }),
    },
  };
}
