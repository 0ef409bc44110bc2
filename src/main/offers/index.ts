/** Offers of the seller accounts: the local copy, kept in step with AWS, and their addresses. */
import type { OfferDetail } from '../../shared/domain/offer/offer.ts';
import { fail, OfferdeckError } from '../../shared/errors/app-error.ts';
import { describeOne, type DescribedEntity } from '../entities/catalog-reader.ts';
import { runSync, type SyncDependencies } from '../entities/sync-job.ts';
import type { EventBus } from '../events.ts';
import type { Handlers } from '../handlers.ts';
import type { Jobs, StartedJob } from '../jobs/index.ts';
import type { Logger, PreferenceStore } from '../ports.ts';
import type { ProductDependencies } from '../products/index.ts';
import type { OfferSource, VersionKeeper } from '../sources.ts';
import { toOfferDetail } from './detail.ts';
import { hideOffers } from './hidden.ts';
import { findOffer, listOffers } from './list-query.ts';
import { createOfferStore } from './store.ts';
import { allOffersList, OFFERS_KIND, publicOffersList } from './sync.ts';
import { describeUrlFile, formatOfferUrls } from './url-text.ts';
import { findOfferUrls, type UrlRequest } from './urls.ts';

type OfferCopyMethod =
  | 'offers.list'
  | 'offers.get'
  | 'offers.sync'
  | 'offers.syncProblems'
  | 'offers.urls'
  | 'offers.urlsText'
  | 'offers.hide';

export interface Offers {
  readonly handlers: Pick<Handlers, OfferCopyMethod>;
  /** The released public offers, for the products that are sold by them. */
  readonly publicOffers: ProductDependencies['publicOffers'];
  /** For drafts and the journal: the entity as AWS describes it now, signed addresses included. */
  readonly source: OfferSource;
  get(account: string, offerId: string, options: { refresh: boolean; signal?: AbortSignal }): Promise<OfferDetail>;
  sync(account: string, full: boolean): StartedJob;
  /** Stops listening to the journal. */
  close(): void;
}

export interface OfferDependencies extends SyncDependencies {
  readonly events: EventBus;
  readonly jobs: Pick<Jobs, 'runJob'>;
  readonly preferences: PreferenceStore;
  readonly logger: Logger;
  readonly versions: VersionKeeper;
}

export function createOffers(deps: OfferDependencies): Offers {
  const { database, accounts, clock, events } = deps;
  const store = createOfferStore(database, deps.versions);
  const now = () => new Date(clock.now()).toISOString();
  const today = () => now().slice(0, 10);
  const announce = (account: string) => events.emit('offers.changed', { account });

  /** Reads one offer from AWS into the copy. One that AWS no longer knows leaves the copy. */
  async function read(account: string, offerId: string, signal?: AbortSignal): Promise<DescribedEntity> {
    try {
      const entity = await describeOne(
        { door: deps.aws.catalog(account), priority: 'user', ...(signal ? { signal } : {}) },
        offerId,
      );
      const problem = database.cacheTransaction(() => store.saveDescribed(account, entity, now()));
      if (problem) fail('malformed-answer', { params: { name: offerId } });
      return entity;
    } catch (error) {
      if (error instanceof OfferdeckError && error.data.code === 'resource-not-found') store.remove(account, offerId);
      throw error;
    } finally {
      announce(account);
    }
  }

  async function get(
    account: string,
    offerId: string,
    { refresh, signal }: { refresh: boolean; signal?: AbortSignal },
  ): Promise<OfferDetail> {
    accounts.getSettings(account);
    if (refresh || store.isStale(account, offerId)) await read(account, offerId, signal);
    const summary = findOffer(database, account, offerId, today());
    const stored = store.document(account, offerId);
    if (!summary || !stored) fail('not-found', { params: { name: offerId } });
    return toOfferDetail(summary, stored);
  }

  function sync(account: string, full: boolean): StartedJob {
    accounts.getSettings(account);
    return deps.jobs.runJob({
      kind: 'offers.sync',
      account,
      work: (report, signal) =>
        runSync(
          deps,
          {
            account,
            full,
            lists: [allOffersList(store)],
            phaseKey: (phase) => `offers.sync.${phase}`,
            announce: () => announce(account),
          },
          { report, signal },
        ),
    });
  }

  async function urls(request: UrlRequest) {
    const { urlTemplates } = await deps.preferences.get();
    return findOfferUrls({ database, accounts, today: today(), templates: urlTemplates }, request);
  }

  // AWS's lists lag behind a change that has just succeeded; the offer itself does not.
  const stopListening = events.subscribe((name, payload) => {
    if (name !== 'changes.changed' || !('offerId' in payload)) return;
    // The journal has read it back by now, here or in another process on this data folder: screens have to look again.
    if (payload.offerId !== null && payload.state === 'verified') announce(payload.account);
  });

  return {
    publicOffers: { list: publicOffersList(store), documents: store.publicDocuments },
    source: {
      async read(account, offerId, signal) {
        const { revision, document } = await read(account, offerId, signal);
        return { offerId, revision: revision ?? fail('malformed-answer', { params: { name: offerId } }), document };
      },
      find(account, offerId) {
        const stored = store.document(account, offerId);
        return stored?.revision ? { offerId, revision: stored.revision, document: stored.document } : null;
      },
    },
    get,
    sync,
    close: stopListening,
    handlers: {
      'offers.list': async (input) => ({
        ...listOffers(database, input, today()),
        syncedAt: deps.store.completedAt(input.filter.account, [OFFERS_KIND]),
      }),
      'offers.get': ({ account, offerId, refresh }, { signal }) => get(account, offerId, { refresh, signal }),
      'offers.sync': async ({ account, full }) => ({ jobId: sync(account, full).id }),
      'offers.syncProblems': async ({ account }) => ({ problems: deps.store.problems(account, [OFFERS_KIND]) }),
      'offers.urls': async (request) => ({ urls: await urls(request) }),
      async 'offers.hide'({ refs, hidden }) {
        hideOffers(database, refs, hidden, now());
        for (const account of new Set(refs.map((ref) => ref.account))) announce(account);
        return {};
      },
      async 'offers.urlsText'({ format, headings, ...request }) {
        const found = await urls(request);
        return {
          text: formatOfferUrls(found, format, headings),
          ...describeUrlFile(format, today()),
          count: found.length,
        };
      },
    },
  };
}
