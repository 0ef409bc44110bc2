/** Asks the rules about one entity as a change set leaves it. */
import type { ServiceDependencies } from '../../types.ts';
import { toDay } from '../instants.ts';
import { isPrivate, isProduct, type Entity, type OfferEntity, type ProductEntity } from '../model.ts';
import type { ResaleAuthorizationEntity } from '../model-resale.ts';
import type { OfferSetEntity } from '../model-offer-set.ts';
import { OFFER_RULES } from '../rules/offer-rules.ts';
import { OFFER_SET_RULES } from '../rules/offer-set-rules.ts';
import { PRODUCT_RULES } from '../rules/product-rules.ts';
import { AUTHORIZATION_RULES } from '../rules/resale/authorization-rules.ts';
import { RELEASE } from '../rules/resale/rule.ts';
import type { OfferCase, Violation } from '../rules/rule.ts';
import type { CatalogStore } from '../store.ts';
import type { ChangeSetRecord } from './record.ts';

/** A change set while it is worked out: what exists, and what it makes of it. */
export interface Surroundings {
  readonly record: ChangeSetRecord;
  readonly store: CatalogStore;
  readonly deps: ServiceDependencies;
  /** Entities as they become, by id. */
  readonly after: Map<string, Entity>;
  /** How many offers the set makes from each authorization. */
  readonly drawn: Map<string, number>;
}

/** `changed` holds the details by change type of the set on this entity. */
export function violationsOf(entity: Entity, changed: ReadonlyMap<string, unknown>, work: Surroundings): Violation[] {
  if (isProduct(entity)) {
    const before = work.store.product(entity.id) ?? null;
    return PRODUCT_RULES.flatMap((rule) => rule({ before, after: entity, changed }));
  }
  if (entity.type === 'OfferSet') return offerSetViolations(entity, changed, work);
  const changeTypes = new Set(changed.keys());
  return entity.type === 'Offer'
    ? offerViolations(entity, changeTypes, work)
    : authorizationViolations(entity, changeTypes, work);
}

function offerViolations(offer: OfferEntity, changed: ReadonlySet<string>, work: Surroundings): Violation[] {
  const stored = work.store.entity(offer.id);
  const product = productOf(offer, work);
  const subject: OfferCase = {
    before: stored?.type === 'Offer' ? stored : null,
    after: offer,
    product,
    changed,
    releasing: changed.has('ReleaseOffer'),
    ...moment(work),
    seller: work.store.sellers.get(offer.owner) ?? null,
    otherPublicOffers: publicOffersBeside(offer, product, work),
    authorization: offer.resale && authorizationAfter(offer.resale.authorizationId, work),
    agreement: (offer.replacesAgreementId && work.store.agreements.get(offer.replacesAgreementId)) || null,
  };
  return OFFER_RULES.flatMap((rule) => rule(subject));
}

function offerSetViolations(
  after: OfferSetEntity,
  changed: ReadonlyMap<string, unknown>,
  work: Surroundings,
): Violation[] {
  const stored = work.store.entity(after.id);
  const subject = {
    before: stored?.type === 'OfferSet' ? stored : null,
    after,
    offers: after.offerIds.flatMap((id) => {
      const offer = entityAfter(id, work);
      return offer?.type === 'Offer' ? [offer] : [];
    }),
    changed,
    today: moment(work).today,
  };
  return OFFER_SET_RULES.flatMap((rule) => rule(subject));
}

function authorizationViolations(
  after: ResaleAuthorizationEntity,
  changed: ReadonlySet<string>,
  work: Surroundings,
): Violation[] {
  const { sellers } = work.store;
  const subject = {
    before: work.store.authorization(after.id) ?? null,
    after,
    product: productOf(after, work),
    changed,
    releasing: changed.has(RELEASE),
    ...moment(work),
    manufacturer: sellers.get(after.owner) ?? null,
    reseller: sellers.get(after.resellerAccountId) ?? null,
  };
  return AUTHORIZATION_RULES.flatMap((rule) => rule(subject));
}

function moment({ deps }: Surroundings): { today: string; now: number } {
  const now = deps.clock.now();
  return { today: toDay(now), now };
}

/** The authorization with the offers of this set counted. */
function authorizationAfter(id: string, { store, drawn }: Surroundings): ResaleAuthorizationEntity | null {
  const authorization = store.authorization(id);
  if (!authorization) return null;
  return { ...authorization, offersCreated: authorization.offersCreated + (drawn.get(id) ?? 0) };
}

function entityAfter(id: string, { after, store }: Surroundings): Entity | undefined {
  return after.get(id) ?? store.entity(id);
}

function productOf({ id, productId }: OfferEntity | ResaleAuthorizationEntity, work: Surroundings): ProductEntity {
  const product = entityAfter(productId, work);
  if (!product || !isProduct(product)) throw new Error(`The product of ${id} is not there.`);
  return product;
}

/** Released public offers of the product as they are after this change set. */
function publicOffersBeside(offer: OfferEntity, product: ProductEntity, { store, after }: Surroundings): OfferEntity[] {
  const made = [...after.values()].filter(
    (entity): entity is OfferEntity =>
      entity.type === 'Offer' && entity.productId === product.id && entity.state === 'Released' && !isPrivate(entity),
  );
  const kept = store.publicOffersOf(product.id).filter(({ id }) => !after.has(id));
  return [...kept, ...made].filter(({ id }) => id !== offer.id);
}
