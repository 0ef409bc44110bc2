/** The catalog service over the seed world, filled up to the scale world where that is wanted. */
import { createCatalogService, type CatalogService } from './catalog/index.ts';
import { isProduct } from './catalog/model.ts';
import type { CatalogState } from './catalog/store.ts';
import { seedAccounts } from './seed/accounts.ts';
import { LANTERNFISH } from './seed/products.ts';
import { scaleWorld } from './seed/scale.ts';
import { createSeedWorld } from './seed/world.ts';
import type { ServiceDependencies } from './types.ts';

/** What the account of the scale world has in all. */
export const SCALE = { accountId: LANTERNFISH, offers: 5_000, products: 200 };

export function seededCatalog({ scale }: { scale: boolean }): (deps: ServiceDependencies) => CatalogService {
  return (deps) => {
    const nowMs = deps.clock.now();
    const world = createSeedWorld({ accounts: seedAccounts, nowMs, rehost: deps.rehost });
    return createCatalogService({ ...deps, seed: scale ? filledUp(world, nowMs) : world });
  };
}

function filledUp(world: CatalogState, nowMs: number): CatalogState {
  const own = world.entities.filter(({ owner }) => owner === SCALE.accountId);
  const products = own.filter(isProduct).length;
  const more = {
    accountId: SCALE.accountId,
    nowMs,
    products: SCALE.products - products,
    offers: SCALE.offers - (own.length - products),
  };
  return { ...world, entities: [...world.entities, ...scaleWorld(more)] };
}
