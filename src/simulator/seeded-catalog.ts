/** The catalog service over the seed world, filled up to the scale world where that is wanted. */
import { createCatalogService, type CatalogService } from './catalog/index.ts';
import { isProduct, type Entity } from './catalog/model.ts';
import type { CatalogState } from './catalog/store.ts';
import { seedAccounts } from './seed/accounts.ts';
import { LANTERNFISH } from './seed/products.ts';
import { scaleAuthorizations } from './seed/scale-authorizations.ts';
import { scaleAgreements, scaleWorld } from './seed/scale.ts';
import { createSeedWorld } from './seed/world.ts';
import type { ServiceDependencies } from './types.ts';

/** What the account of the scale world has in all. */
export const SCALE = {
  accountId: LANTERNFISH,
  offers: 5_000,
  products: 200,
  authorizations: 500,
  agreements: 5_000,
  opportunities: 20_000,
};

export function seededCatalog({ scale }: { scale: boolean }): (deps: ServiceDependencies) => CatalogService {
  return (deps) => {
    const nowMs = deps.clock.now();
    const world = createSeedWorld({ accounts: seedAccounts, nowMs, rehost: deps.rehost });
    return createCatalogService({ ...deps, seed: scale ? filledUp(world, nowMs) : world });
  };
}

function filledUp(world: CatalogState, nowMs: number): CatalogState {
  const own = world.entities.filter(({ owner }) => owner === SCALE.accountId);
  const count = (type: Entity['type']) => own.filter((entity) => entity.type === type).length;
  const common = {
    accountId: SCALE.accountId,
    nowMs,
    products: SCALE.products - own.filter(isProduct).length,
  };
  const more = scaleWorld({ ...common, offers: SCALE.offers - count('Offer') });
  const authorizations = SCALE.authorizations - count('ResaleAuthorization');
  const sold = world.agreements.filter(({ proposer }) => proposer === SCALE.accountId).length;
  const agreements = scaleAgreements({ entities: more, nowMs, agreements: SCALE.agreements - sold });
  return {
    ...world,
    entities: [...world.entities, ...more, ...scaleAuthorizations({ ...common, authorizations })],
    agreements: [...world.agreements, ...agreements],
  };
}
