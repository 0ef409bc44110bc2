/** Resale authorizations of the seller accounts: the local copy, kept in step with AWS. */
import { authorizationFilterSchema } from '../../shared/contract/authorizations.ts';
import type {
  AuthorizationDetail,
  AuthorizationSummary,
  Ownership,
} from '../../shared/domain/authorization/authorization.ts';
import { readListPrices } from '../../shared/domain/authorization/discount.ts';
import { heldDocuments } from '../../shared/domain/authorization/entity.ts';
import { fail, OfferdeckError } from '../../shared/errors/app-error.ts';
import { describeOne, type DescribedEntity } from '../entities/catalog-reader.ts';
import { fetchHeldFile } from '../entities/held-file.ts';
import { runSync, type SyncDependencies } from '../entities/sync-job.ts';
import type { EventBus } from '../events.ts';
import type { Handlers } from '../handlers.ts';
import type { Jobs, StartedJob } from '../jobs/index.ts';
import type { VersionKeeper } from '../sources.ts';
import { toAuthorizationDetail } from './detail.ts';
import { formatAuthorizations } from './export-text.ts';
import { findAuthorization, listAuthorizations } from './list-query.ts';
import { findPartners } from './partners.ts';
import { createAuthorizationStore } from './store.ts';
import { AUTHORIZATION_KINDS, authorizationList } from './sync.ts';

type CopyMethod =
  | 'authorizations.list'
  | 'authorizations.get'
  | 'authorizations.sync'
  | 'authorizations.syncProblems'
  | 'authorizations.partners'
  | 'authorizations.exportText'
  | 'authorizations.listPrices'
  | 'authorizations.fetchDocument';

/** An authorization as AWS describes it now. */
export interface AuthorizationEntityNow {
  readonly id: string;
  readonly revision: string;
  readonly document: unknown;
}

export interface AuthorizationSource {
  /** Reads it from AWS, signed addresses included, and keeps the copy up to date. */
  read(account: string, id: string, signal?: AbortSignal): Promise<AuthorizationEntityNow>;
  /** From the copy alone, signed addresses masked; null where it is not there. */
  find(account: string, id: string): AuthorizationEntityNow | null;
  get(account: string, id: string, options: { refresh: boolean; signal?: AbortSignal }): Promise<AuthorizationDetail>;
}

export interface Authorizations {
  readonly handlers: Pick<Handlers, CopyMethod>;
  readonly source: AuthorizationSource;
  /** Reads what changed, issued and received. */
  sync(account: string): void;
  /** The same, waited for; throws what stopped it. */
  refresh(account: string, signal: AbortSignal): Promise<void>;
  /** Those of one product that others have shared with the account, from the copy, the latest first. */
  received(account: string, productId: string): AuthorizationSummary[];
}

export interface AuthorizationDependencies extends SyncDependencies {
  readonly events: EventBus;
  readonly jobs: Pick<Jobs, 'runJob'>;
  /** Keeps every state that AWS was seen to hold. */
  readonly versions: VersionKeeper;
  /** Documents of the public offers that a product is sold by. */
  readonly publicDocuments: (account: string, productId: string) => readonly { id: string; document: unknown }[];
}

/** More than this is no table for a spreadsheet any more. */
const LARGEST_EXPORT = 50_000;
/** More of one product nobody chooses from. */
const MOST_CHOICES = 100;

export function createAuthorizations(deps: AuthorizationDependencies): Authorizations {
  const { database, accounts, clock, events } = deps;
  const stores = {
    issued: createAuthorizationStore(database, deps.versions, 'issued'),
    received: createAuthorizationStore(database, deps.versions, 'received'),
  };
  const now = () => new Date(clock.now()).toISOString();
  const today = () => now().slice(0, 10);
  const announce = (account: string) => events.emit('authorizations.changed', { account });
  const source = createSource();

  function storeOf(account: string, id: string) {
    const row = database.get<{ ownership: Ownership }>(
      'SELECT ownership FROM authorizations WHERE account = ? AND id = ?',
      account,
      id,
    );
    return stores[row?.ownership ?? 'issued'];
  }

  /** Reads one from AWS into the copy. One that AWS no longer knows leaves the copy. */
  async function readEntity(account: string, id: string, signal?: AbortSignal): Promise<DescribedEntity> {
    const store = storeOf(account, id);
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

  function createSource(): AuthorizationSource {
    return {
      async read(account, id, signal) {
        const { revision, document } = await readEntity(account, id, signal);
        return { id, revision: revision ?? fail('malformed-answer', { params: { name: id } }), document };
      },
      find(account, id) {
        const stored = storeOf(account, id).document(account, id);
        return stored?.revision ? { id, revision: stored.revision, document: stored.document } : null;
      },
      async get(account, id, { refresh, signal }) {
        accounts.getSettings(account);
        if (refresh || storeOf(account, id).isStale(account, id)) await readEntity(account, id, signal);
        const summary = findAuthorization(database, account, id, today());
        const stored = storeOf(account, id).document(account, id);
        if (!summary || !stored) fail('not-found', { params: { name: id } });
        return toAuthorizationDetail(summary, stored);
      },
    };
  }

  function sync(account: string, full: boolean): StartedJob {
    accounts.getSettings(account);
    return deps.jobs.runJob({
      kind: 'authorizations.sync',
      account,
      work: (report, signal) =>
        runSync(
          deps,
          {
            account,
            full,
            lists: [authorizationList(stores.issued, 'issued'), authorizationList(stores.received, 'received')],
            phaseKey: (phase) => `authorizations.sync.${phase}`,
            announce: () => announce(account),
          },
          { report, signal },
        ),
    });
  }

  return {
    source,
    sync: (account) => void sync(account, false),
    async refresh(account, signal) {
      const { error, state } = await sync(account, false).ended;
      signal.throwIfAborted();
      if (error) throw new OfferdeckError(error);
      if (state !== 'succeeded') fail('cancelled');
    },
    received(account, productId) {
      const filter = authorizationFilterSchema.parse({ account, ownership: 'received', productIds: [productId] });
      const page = {
        filter,
        page: 1,
        pageSize: MOST_CHOICES,
        sortBy: 'lastModifiedAt',
        direction: 'descending',
      } as const;
      return listAuthorizations(database, page, today()).items;
    },
    handlers: {
      'authorizations.list': async (input) => ({
        ...listAuthorizations(database, input, today()),
        syncedAt: deps.store.completedAt(input.filter.account, [AUTHORIZATION_KINDS[input.filter.ownership]]),
      }),
      'authorizations.get': ({ account, authorizationId, refresh }, { signal }) =>
        source.get(account, authorizationId, { refresh, signal }),
      'authorizations.sync': async ({ account, full }) => ({ jobId: sync(account, full).id }),
      'authorizations.syncProblems': async ({ account }) => ({
        problems: deps.store.problems(account, Object.values(AUTHORIZATION_KINDS)),
      }),
      'authorizations.partners': async ({ account }) => ({ partners: findPartners(database, account) }),
      async 'authorizations.exportText'({ filter, headings }) {
        const page = { filter, page: 1, pageSize: LARGEST_EXPORT, sortBy: 'name', direction: 'ascending' } as const;
        const { items } = listAuthorizations(database, page, today());
        return {
          text: formatAuthorizations(items, headings),
          suggestedName: `resale-authorizations-${today()}.csv`,
          mediaType: 'text/csv',
          count: items.length,
        };
      },
      async 'authorizations.listPrices'({ account, productId }) {
        accounts.getSettings(account);
        const lists = deps.publicDocuments(account, productId).map(({ id, document }) => readListPrices(id, document));
        return { list: lists.find((list) => list !== null) ?? null };
      },
      async 'authorizations.fetchDocument'({ account, authorizationId, document: kind }, { signal }) {
        // The address of AWS's copy lives for minutes: it is asked for when it is needed.
        const entity = await source.read(account, authorizationId, signal);
        const held = heldDocuments(entity.document).find((candidate) => candidate.kind === kind);
        if (!held) fail('not-found', { params: { name: kind } });
        const bytes = await fetchHeldFile(deps.aws, { account, url: held.url, signal });
        return {
          suggestedName: `${authorizationId}-${kind}.pdf`,
          mediaType: 'application/pdf',
          base64: Buffer.from(bytes).toString('base64'),
        };
      },
    },
  };
}
