/** Products of the seller accounts: the local copy, kept in step with AWS. */
import { fail } from '../../shared/errors/app-error.ts';
import { derivePublicTerms, type PublicOffer } from '../../shared/domain/product/public-terms.ts';
import type { Product } from '../../shared/domain/product/product.ts';
import { describeOne, type DescribedEntity } from '../entities/catalog-reader.ts';
import type { SyncedList } from '../entities/copy.ts';
import { runSync, type SyncDependencies } from '../entities/sync-job.ts';
import type { EventBus } from '../events.ts';
import type { HandlersOf } from '../handlers.ts';
import type { Jobs, StartedJob } from '../jobs/index.ts';
import { listProducts } from './list-query.ts';
import { createProductCopy, findStoredProduct } from './store.ts';
import { productLists } from './sync.ts';

export interface Products {
  readonly handlers: HandlersOf<'products'>;
  /** From the copy alone; null where it is not there or was never read whole. */
  find(account: string, productId: string): Product | null;
  /** From the copy; read from AWS first where the copy is missing or out of date. */
  get(account: string, productId: string, signal?: AbortSignal): Promise<Product>;
  sync(account: string, full: boolean): StartedJob;
  /** Reads a product from AWS, whatever the copy says, and keeps it. */
  refresh(account: string, productId: string, signal?: AbortSignal): Promise<DescribedEntity>;
}

export interface ProductDependencies extends SyncDependencies {
  readonly events: EventBus;
  readonly jobs: Pick<Jobs, 'runJob'>;
  /** What tells how a product is sold: its released public offers, kept with the offers. */
  readonly publicOffers: {
    readonly list: SyncedList;
    documents(account: string, productId: string): readonly PublicOffer[];
  };
}

export function createProducts(deps: ProductDependencies): Products {
  const { database, accounts, events, publicOffers } = deps;
  const lists = [...productLists(database), publicOffers.list];
  const kinds = lists.map(({ kind }) => kind);
  const announce = (account: string) => events.emit('products.changed', { account });

  const withTerms = (account: string, id: string): Product | null => {
    const stored = findStoredProduct(database, account, id);
    if (!stored?.hasDocument) return null;
    return { ...stored.product, publicTerms: derivePublicTerms(publicOffers.documents(account, id)) };
  };

  function expectStored(account: string, productId: string) {
    // The type decides how a product is read, and only a list tells it: without one there is nothing to go by.
    return findStoredProduct(database, account, productId) ?? fail('not-found', { params: { name: productId } });
  }

  async function refresh(account: string, productId: string, signal?: AbortSignal): Promise<DescribedEntity> {
    const { product } = expectStored(account, productId);
    const reading = { door: deps.aws.catalog(account), priority: 'user', ...(signal ? { signal } : {}) } as const;
    const entity = await describeOne(reading, productId);
    const copy = createProductCopy(database, product.type);
    database.cacheTransaction(() => copy.saveDescribed(account, entity, new Date(deps.clock.now()).toISOString()));
    announce(account);
    return entity;
  }

  async function get(account: string, productId: string, signal?: AbortSignal): Promise<Product> {
    if (expectStored(account, productId).stale) await refresh(account, productId, signal);
    return withTerms(account, productId) ?? fail('malformed-answer', { params: { name: productId } });
  }

  function sync(account: string, full: boolean): StartedJob {
    accounts.getSettings(account);
    return deps.jobs.runJob({
      kind: 'products.sync',
      account,
      work: (report, signal) =>
        runSync(
          deps,
          {
            account,
            full,
            lists,
            phaseKey: (phase) => `products.sync.${phase}`,
            announce: () => announce(account),
          },
          { report, signal },
        ),
    });
  }

  return {
    find: withTerms,
    get,
    refresh,
    sync,
    handlers: {
      'products.list': async (input) => ({
        ...listProducts(database, input),
        syncedAt: deps.store.completedAt(input.account, kinds),
      }),
      'products.syncProblems': async ({ account }) => ({ problems: deps.store.problems(account, kinds) }),
      'products.get': ({ account, productId }, { signal }) => get(account, productId, signal),
      'products.sync': async ({ account, full }) => ({ jobId: sync(account, full).id }),
    },
  };
}
