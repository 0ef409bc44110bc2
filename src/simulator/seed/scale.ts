/** The scale world: thousands of offers for one account, to see that lists, syncs and searches stay quick. */
import { agreementOf } from '../catalog/agreements/new-agreement.ts';
import type { AgreementRecord, OfferEntity, ProductEntity } from '../catalog/model.ts';
import { seedId, seedText } from './ids.ts';
import { buildOffer } from './offer-builder.ts';
import { contract, refunds } from './terms.ts';
import { todayAt, type Today } from './today.ts';

export interface ScaleOptions {
  readonly accountId: string;
  readonly nowMs: number;
  /** Offers in all, of which each product takes a public one. */
  readonly offers: number;
  readonly products: number;
}

export function scaleWorld({ accountId, nowMs, offers, products }: ScaleOptions): (ProductEntity | OfferEntity)[] {
  const today = todayAt(nowMs);
  const list = Array.from({ length: products }, (_, index) => scaleProduct(index, accountId, today));
  const publicOffers = list.map((product, index) => scaleOffer({ product, index, isPublic: true }, today));
  const privateOffers = Array.from({ length: Math.max(0, offers - products) }, (_, index) => {
    const product = list[index % list.length];
    return product ? [scaleOffer({ product, index, isPublic: false }, today)] : [];
  });
  return [...list, ...publicOffers, ...privateOffers.flat()];
}

/** Names the product in this folder; ids are made from it. */
export function scaleProductSlug(index: number, owner: string): string {
  return `scale ${owner} ${String(index + 1).padStart(3, '0')}`;
}

export function scaleProductTitle(index: number): string {
  return `Foghorn Suite ${String(index + 1).padStart(3, '0')}`;
}

function scaleProduct(index: number, owner: string, today: Today): ProductEntity {
  const number = String(index + 1).padStart(3, '0');
  const slug = scaleProductSlug(index, owner);
  return {
    id: seedId('prod', slug),
    type: 'SaaSProduct',
    owner,
    revision: 1,
    modifiedAt: today.instant(-(index % 700) - 1),
    title: scaleProductTitle(index),
    productCode: seedText(slug, 25),
    visibility: 'Public',
    information: { ShortDescription: 'One of many.', Sku: `FOGHORN-${number}` },
    dimensions: ['users', 'sites'].map((Key) => ({
      Key,
      Name: Key === 'users' ? 'Named users' : 'Connected sites',
      Description: `${Key} of suite ${number}`,
      Unit: 'Units',
      Types: ['Entitled'],
    })),
    fulfillmentUrl: `https://example.com/foghorn/${number}`,
    allowList: [],
    rateCardConstraint: null,
  };
}

interface ScaleOffer {
  readonly product: ProductEntity;
  readonly index: number;
  readonly isPublic: boolean;
}

function scaleOffer({ product, index, isPublic }: ScaleOffer, today: Today): OfferEntity {
  const pricing = [contract({ P12M: { users: String(100 + (index % 400)), sites: '900' } })];
  const shared = { owner: product.owner, productId: product.id, pricingModel: 'Contract' as const };
  if (isPublic) {
    const terms = { pricing, support: [refunds()], renewal: [{ Type: 'RenewalTerm' }] };
    return buildOffer({ ...shared, slug: `public ${product.id}`, name: 'Public offer', terms, daysAgo: 800 }, today);
  }
  const daysAgo = 1 + (index % 720);
  return buildOffer(
    {
      ...shared,
      slug: `scale ${product.owner} ${index}`,
      name: `Foghorn deal ${String(index + 1).padStart(5, '0')}`,
      description: `deal ${index + 1}`,
      state: index % 10 === 0 ? 'Draft' : 'Released',
      terms: { pricing },
      buyers: [String(500_000_000_000 + index)],
      availableUntil: today.day(60 - daysAgo),
      daysAgo,
    },
    today,
  );
}

export interface ScaleAgreements {
  readonly entities: readonly (ProductEntity | OfferEntity)[];
  readonly nowMs: number;
  readonly agreements: number;
}

/** Agreements from the private offers of the scale world, over and over: running, ended, cancelled. */
export function scaleAgreements({ entities, nowMs, agreements }: ScaleAgreements): AgreementRecord[] {
  const today = todayAt(nowMs);
  const now = new Date(nowMs).toISOString();
  const products = new Map(
    entities.flatMap((entity) => (entity.type === 'Offer' ? [] : [[entity.id, entity] as const])),
  );
  const sold = entities.filter(
    (entity): entity is OfferEntity =>
      entity.type === 'Offer' && entity.state === 'Released' && entity.buyerAccounts.length > 0,
  );
  return Array.from({ length: sold.length === 0 ? 0 : agreements }, (_, index) => {
    const offer = sold[index % sold.length];
    const product = offer && products.get(offer.productId);
    if (!product) return [];
    const acceptance = {
      offerId: offer.id,
      buyerAccountId: offer.buyerAccounts[0] ?? '',
      quantities: { users: 5 + (index % 200) },
    };
    const id = seedId('agmt', `scale ${product.owner} ${index}`);
    const deal = { offer, product, acceptance, replaced: null };
    const made = agreementOf(deal, { id, acceptedAt: today.instant(-1 - (index % 720), index % 24) });
    if (made.endTime !== null && made.endTime < now)
      return [{ ...made, status: 'EXPIRED' as const, updatedAt: made.endTime }];
    return [index % 37 === 0 ? { ...made, status: 'CANCELLED' as const, endTime: now, updatedAt: now } : made];
  }).flat();
}
