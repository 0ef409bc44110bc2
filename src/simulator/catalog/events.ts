/** What the catalog announces: finished change sets and released offers. */
import type { SimulatedEvent } from '../types.ts';
import { changeSetArn, entityArn } from './arns.ts';
import type { ChangeSetRecord } from './change-sets/record.ts';
import { startOfDay } from './instants.ts';
import type { OfferEntity, ProductEntity, SellerProfile } from './model.ts';
import type { OfferSetEntity } from './model-offer-set.ts';

const DETAIL_TYPES: Readonly<Record<string, string>> = {
  SUCCEEDED: 'Change Set Succeeded',
  FAILED: 'Change Set Failed',
  CANCELLED: 'Change Set Cancelled',
};

/** AWS writes `requestId` in lower and everything else here in upper case. */
export function changeSetEvent(record: ChangeSetRecord, requestId: string): SimulatedEvent {
  return {
    accountId: record.owner,
    source: 'aws.marketplacecatalog',
    detailType: DETAIL_TYPES[record.status] ?? record.status,
    resources: [changeSetArn(record.owner, record.id)],
    detail: {
      requestId,
      Catalog: 'AWSMarketplace',
      ChangeSetId: record.id,
      ChangeSetName: record.name,
      StartTime: record.startTime,
      EndTime: record.endTime,
      ...(record.failureCode === null ? {} : { FailureCode: record.failureCode }),
    },
  };
}

export interface ReleasedOffer {
  readonly offer: OfferEntity;
  readonly product: ProductEntity;
  readonly seller: SellerProfile | undefined;
  readonly manufacturer: SellerProfile | undefined;
  readonly requestId: string;
}

/** Told to the seller of record, and to the manufacturer where a channel partner sells. */
export function offerReleasedEvents(released: ReleasedOffer): SimulatedEvent[] {
  const { offer, product, seller, manufacturer, requestId } = released;
  const detail = {
    requestId,
    catalog: 'AWSMarketplace',
    offer: {
      id: offer.id,
      arn: eventArn(offer),
      name: offer.name,
      expirationDate: offer.availabilityEndDate && `${startOfDay(offer.availabilityEndDate).slice(0, 19)}Z`,
    },
    product: { id: product.id, arn: entityArn(product), title: product.title },
    manufacturer: { accountId: product.owner, name: manufacturer?.legalName ?? null },
    sellerOfRecord: { accountId: offer.owner, name: seller?.legalName ?? null },
    targetedBuyerAccountIds: offer.buyerAccounts,
  };
  return [...new Set([offer.owner, product.owner])].map((accountId) => ({
    accountId,
    source: 'aws.marketplacecatalog',
    detailType: 'Offer Released',
    resources: [entityArn(offer)],
    detail,
  }));
}

export function offerSetReleasedEvent(
  set: OfferSetEntity,
  offers: readonly OfferEntity[],
  requestId: string,
): SimulatedEvent {
  const named = (entity: OfferSetEntity | OfferEntity) => ({ id: entity.id, arn: eventArn(entity), name: entity.name });
  return {
    accountId: set.owner,
    source: 'aws.marketplacecatalog',
    detailType: 'OfferSet Released',
    resources: [entityArn(set)],
    detail: {
      requestId,
      catalog: 'AWSMarketplace',
      offerSet: named(set),
      associatedOffers: offers.map((offer) => ({ offer: named(offer) })),
    },
  };
}

/** Inside of events AWS names entities by another service than everywhere else. */
function eventArn({ owner, type, id }: OfferSetEntity | OfferEntity): string {
  return `arn:aws:catalog:us-east-1:${owner}:${type}/${id}`;
}
