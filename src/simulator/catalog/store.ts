/** Everything the simulated catalog holds, by account, and what of it the list index already shows. */
import { LinkedRoles, type LinkedRole } from '../iam/linked-roles.ts';
import type { SimulatorClock } from '../types.ts';
import type { ChangeSetRecord } from './change-sets/record.ts';
import type { AgreementRecord, Entity, EntityType, OfferEntity, ProductEntity, SellerProfile } from './model.ts';
import type { ResaleAuthorizationEntity } from './model-resale.ts';
import { isProduct } from './model.ts';

/** What a token was first used for. */
export interface UsedToken {
  readonly payload: string;
  readonly changeSetId: string;
}

export interface CatalogState {
  readonly entities: readonly Entity[];
  readonly agreements: readonly AgreementRecord[];
  readonly sellers: readonly SellerProfile[];
  readonly changeSets?: readonly ChangeSetRecord[];
  /** Tags by ARN. */
  readonly tags?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Used tokens by account and token. */
  readonly tokens?: Readonly<Record<string, UsedToken>>;
  readonly linkedRoles?: readonly LinkedRole[];
}

export class CatalogStore {
  readonly #clock: SimulatorClock;
  readonly #entities = new Map<string, Entity>();
  /** What lists show, by owner and type: the real service's index lags behind. */
  readonly #index = new Map<string, Map<string, Entity>>();
  /** The same for authorizations, by the account that may resell. */
  readonly #byReseller = new Map<string, Map<string, ResaleAuthorizationEntity>>();
  #pendingIndex: { entity: Entity; visibleAt: number }[] = [];
  readonly #publicOffers = new Map<string, Set<string>>();
  readonly changeSets = new Map<string, ChangeSetRecord>();
  readonly agreements = new Map<string, AgreementRecord>();
  readonly sellers = new Map<string, SellerProfile>();
  readonly tags = new Map<string, Map<string, string>>();
  readonly tokens = new Map<string, UsedToken>();
  /** Roles by which AWS shares authorizations between accounts. */
  readonly linkedRoles = new LinkedRoles();
  /** How long `ListEntities` stays behind, in ms of business time. */
  indexLagMs = 0;

  constructor(clock: SimulatorClock, state: CatalogState) {
    this.#clock = clock;
    this.load(state);
  }

  entity(id: string): Entity | undefined {
    return this.#entities.get(id);
  }

  entities(): Iterable<Entity> {
    return this.#entities.values();
  }

  authorization(id: string): ResaleAuthorizationEntity | undefined {
    const entity = this.#entities.get(id);
    return entity?.type === 'ResaleAuthorization' ? entity : undefined;
  }

  product(id: string): ProductEntity | undefined {
    const entity = this.#entities.get(id);
    return entity && isProduct(entity) ? entity : undefined;
  }

  productByCode(code: string): ProductEntity | undefined {
    for (const entity of this.#entities.values()) if (isProduct(entity) && entity.productCode === code) return entity;
    return undefined;
  }

  /** Released offers of a product without named buyers. */
  publicOffersOf(productId: string): OfferEntity[] {
    return [...(this.#publicOffers.get(productId) ?? [])].flatMap((id) => {
      const entity = this.#entities.get(id);
      return entity?.type === 'Offer' ? [entity] : [];
    });
  }

  put(entity: Entity): void {
    this.#entities.set(entity.id, entity);
    if (entity.type === 'Offer' && entity.state === 'Released' && entity.buyerAccounts.length === 0) {
      const ids = this.#publicOffers.get(entity.productId) ?? new Set<string>();
      this.#publicOffers.set(entity.productId, ids.add(entity.id));
    }
    if (this.indexLagMs === 0) this.#showInIndex(entity);
    else this.#pendingIndex.push({ entity, visibleAt: this.#clock.now() + this.indexLagMs });
  }

  /** Stores an entity that lists show at once. */
  putListed(entity: Entity): void {
    this.put(entity);
    this.#showInIndex(entity);
  }

  /** The entities of one owner and type as the list index shows them now. */
  listed(owner: string, type: EntityType): Iterable<Entity> {
    this.#catchUp();
    return this.#index.get(indexKey(owner, type))?.values() ?? [];
  }

  /** Shows in lists what their lag held back until now. */
  #catchUp(): void {
    const now = this.#clock.now();
    const due = this.#pendingIndex.filter(({ visibleAt }) => visibleAt <= now);
    if (due.length > 0) {
      this.#pendingIndex = this.#pendingIndex.filter(({ visibleAt }) => visibleAt > now);
      for (const { entity } of due) this.#showInIndex(entity);
    }
  }

  /** The authorizations made out to an account, as the list index shows them now. */
  listedFor(reseller: string): Iterable<ResaleAuthorizationEntity> {
    this.#catchUp();
    return this.#byReseller.get(reseller)?.values() ?? [];
  }

  #showInIndex(entity: Entity): void {
    if (entity.type === 'ResaleAuthorization') {
      const own = this.#byReseller.get(entity.resellerAccountId) ?? new Map<string, ResaleAuthorizationEntity>();
      this.#byReseller.set(entity.resellerAccountId, own.set(entity.id, entity));
    }
    const key = indexKey(entity.owner, entity.type);
    const entities = this.#index.get(key) ?? new Map<string, Entity>();
    this.#index.set(key, entities.set(entity.id, entity));
  }

  save(): CatalogState {
    return {
      entities: [...this.#entities.values()],
      agreements: [...this.agreements.values()],
      sellers: [...this.sellers.values()],
      changeSets: [...this.changeSets.values()],
      tags: Object.fromEntries([...this.tags].map(([arn, tags]) => [arn, Object.fromEntries(tags)])),
      tokens: Object.fromEntries(this.tokens),
      linkedRoles: this.linkedRoles.list(),
    };
  }

  /** Replaces everything; the index is up to date afterwards. */
  load(state: CatalogState): void {
    this.#entities.clear();
    this.#index.clear();
    this.#byReseller.clear();
    this.#publicOffers.clear();
    for (const entity of state.entities) this.putListed(entity);
    this.#pendingIndex = [];
    refill(
      this.agreements,
      state.agreements.map((agreement) => [agreement.id, agreement]),
    );
    refill(
      this.sellers,
      state.sellers.map((seller) => [seller.accountId, seller]),
    );
    refill(
      this.changeSets,
      (state.changeSets ?? []).map((record) => [record.id, record]),
    );
    refill(
      this.tags,
      Object.entries(state.tags ?? {}).map(([arn, tags]) => [arn, new Map(Object.entries(tags))]),
    );
    refill(this.tokens, Object.entries(state.tokens ?? {}));
    this.linkedRoles.load(state.linkedRoles ?? []);
  }
}

function indexKey(owner: string, type: EntityType): string {
  return `${owner} ${type}`;
}

function refill<T>(map: Map<string, T>, entries: readonly (readonly [string, T])[]): void {
  map.clear();
  for (const [key, value] of entries) map.set(key, value);
}
