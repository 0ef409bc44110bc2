/** The agreements of the seed world beside those of offers that stand there for themselves, and the offers behind them. */
import { agreementOf } from '../catalog/agreements/new-agreement.ts';
import { renewed } from '../agreements/renewal.ts';
import type { AgreementRecord, OfferEntity, ProductEntity } from '../catalog/model.ts';
import { seedId } from './ids.ts';
import { buildOffer } from './offer-builder.ts';
import { pastDeals, type Deal } from './past-deals.ts';
import type { Today } from './today.ts';

export interface DealSeed {
  readonly offers: readonly OfferEntity[];
  readonly agreements: readonly AgreementRecord[];
}

export function seedDeals(
  today: Today,
  products: readonly ProductEntity[],
  publicOffers: readonly OfferEntity[],
): DealSeed {
  const offers: OfferEntity[] = [];
  const agreements = new Map<string, AgreementRecord>();
  for (const deal of pastDeals(today)) {
    const product = products.find(({ id }) => id === seedId('prod', deal.product));
    if (!product) throw new Error(`There is no product '${deal.product}'.`);
    const earlier = deal.follows === undefined ? undefined : agreements.get(deal.follows);
    if (deal.private) offers.push(privateOffer(deal, product, earlier, today));
    const offer = deal.private ? offers.at(-1) : publicOffers.find(({ productId }) => productId === product.id);
    if (!offer) throw new Error(`There is no public offer for '${deal.product}'.`);
    agreements.set(deal.slug, agreementFor(deal, { offer, product, earlier }, today));
  }
  return { offers, agreements: [...agreements.values()] };
}

function privateOffer(
  deal: Deal,
  product: ProductEntity,
  earlier: AgreementRecord | undefined,
  today: Today,
): OfferEntity {
  const { model = null, terms = {} } = deal.private ?? {};
  return buildOffer(
    {
      slug: deal.slug,
      owner: product.owner,
      productId: product.id,
      name: deal.name,
      pricingModel: model,
      terms,
      buyers: [deal.buyer],
      availableUntil: today.day(25 - deal.acceptedDaysAgo),
      ...(earlier ? { replacesAgreementId: earlier.id } : {}),
      daysAgo: deal.acceptedDaysAgo + 4,
    },
    today,
  );
}

interface Sale {
  readonly offer: OfferEntity;
  readonly product: ProductEntity;
  readonly earlier: AgreementRecord | undefined;
}

function agreementFor(deal: Deal, { offer, product, earlier }: Sale, today: Today): AgreementRecord {
  const id = seedId('agmt', deal.slug);
  if (deal.since?.intent === 'RENEW' && earlier) {
    return renewed({ ...earlier, status: 'ACTIVE' }, { id, at: String(earlier.endTime) });
  }
  const { quantities, autoRenew } = deal;
  const acceptance = {
    offerId: offer.id,
    buyerAccountId: deal.buyer,
    ...(quantities ? { ...durationOf(offer), quantities } : {}),
    ...(autoRenew === undefined ? {} : { autoRenew }),
  };
  const acceptedAt = today.instant(-deal.acceptedDaysAgo);
  const made = agreementOf({ offer, product, acceptance, replaced: null }, { id, acceptedAt });
  const updatedAt = made.endTime !== null && deal.since?.status ? made.endTime : made.updatedAt;
  return {
    ...made,
    updatedAt,
    terms: {
      ...made.terms,
      schedule: [...made.terms.schedule, ...(deal.variablePayment ? [deal.variablePayment] : [])],
    },
    ...(earlier ? { initialAgreementId: earlier.initialAgreementId, sourceAgreementId: earlier.id } : {}),
    ...deal.since,
  };
}

/** Public offers sell by several durations; the deals of this world took the year. */
function durationOf({ terms }: OfferEntity): { duration?: string } {
  const text = JSON.stringify(terms.pricing);
  return text.includes('"Value":"P12M"') ? { duration: 'P12M' } : {};
}
