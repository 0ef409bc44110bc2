/** How entities and change sets look in lists, absent members as explicit nulls. */
import { entityArn, changeSetArn } from '../arns.ts';
import type { ChangeSetRecord } from '../change-sets/record.ts';
import type { Entity, OfferEntity, ProductEntity } from '../model.ts';
import type { OfferSetEntity } from '../model-offer-set.ts';
import { authorizationSummary } from './authorization-summary.ts';
import { isPrivate, isProduct } from '../model.ts';

const NO_SUMMARIES = {
  AmiProductSummary: null,
  ContainerProductSummary: null,
  DataProductSummary: null,
  SaaSProductSummary: null,
  OfferSummary: null,
  ResaleAuthorizationSummary: null,
  MachineLearningProductSummary: null,
  OfferSetSummary: null,
  TypeAttributes: null,
};

/** The typed summary; its members are what filters and sorts look at. */
export function typedSummary(entity: Entity): Readonly<Record<string, unknown>> {
  if (isProduct(entity)) return productSummary(entity);
  switch (entity.type) {
    case 'Offer':
      return offerSummary(entity);
    case 'OfferSet':
      return offerSetSummary(entity);
    case 'ResaleAuthorization':
      return authorizationSummary(entity);
  }
}

export function entitySummary(entity: Entity): Record<string, unknown> {
  return {
    Name: isProduct(entity) ? productTitle(entity) : entity.name,
    EntityType: entity.type,
    EntityId: entity.id,
    EntityArn: entityArn(entity),
    LastModifiedDate: entity.modifiedAt,
    Visibility: visibility(entity),
    ...NO_SUMMARIES,
    [`${entity.type}Summary`]: typedSummary(entity),
  };
}

function visibility(entity: Entity): string | null {
  if (isProduct(entity)) return entity.visibility;
  return entity.type === 'Offer' && isPrivate(entity) ? 'Private' : null;
}

/** Lists give a title even to a product that has none yet. */
function productTitle(product: ProductEntity): string {
  return product.title ?? `Untitled - ${product.id}`;
}

function productSummary(product: ProductEntity): Record<string, unknown> {
  return { ProductTitle: productTitle(product), Visibility: product.visibility };
}

function offerSummary(offer: OfferEntity): Record<string, unknown> {
  return {
    Name: offer.name,
    ProductId: offer.productId,
    ResaleAuthorizationId: offer.resale?.authorizationId ?? null,
    ReleaseDate: offer.releasedAt,
    // Lists end the day at the second, DescribeEntity at the millisecond.
    AvailabilityEndDate: offer.availabilityEndDate && `${offer.availabilityEndDate}T23:59:59Z`,
    BuyerAccounts: offer.buyerAccounts,
    State: offer.state,
    Targeting: offerTargeting(offer),
    OfferSetId: offer.offerSetId,
    TargetAgreementId: offer.renewsAgreementId,
    TargetAgreementIntent: offer.renewsAgreementId === null ? null : 'Renew',
    CreatedBySource: offer.createdBySource,
  };
}

function offerSetSummary(set: OfferSetEntity): Record<string, unknown> {
  return {
    Name: set.name,
    State: set.state,
    ReleaseDate: set.releasedAt,
    AssociatedOfferIds: set.offerIds,
    SolutionId: null,
  };
}

function offerTargeting(offer: OfferEntity): string[] {
  const kinds = [
    ...(offer.buyerAccounts.length > 0 ? ['BuyerAccounts'] : []),
    ...(offer.countryCodes.length + offer.excludedCountryCodes.length > 0 ? ['CountryCodes'] : []),
  ];
  return kinds.length > 0 ? kinds : ['None'];
}

export function changeSetSummary(record: ChangeSetRecord): Record<string, unknown> {
  return {
    ChangeSetId: record.id,
    ChangeSetArn: changeSetArn(record.owner, record.id),
    ChangeSetName: record.name,
    StartTime: record.startTime,
    EndTime: record.endTime,
    Status: record.status,
    EntityIdList: changeSetEntityIds(record).slice(0, 20),
    FailureCode: record.failureCode,
  };
}

/** Ids without revisions of the entities a change set touches; new ones only after it succeeded. */
export function changeSetEntityIds(record: ChangeSetRecord): string[] {
  const ids = record.changes.flatMap(({ identifier }) =>
    identifier === null || identifier.startsWith('$') ? [] : [identifier.split('@')[0] ?? identifier],
  );
  return [...new Set(ids)];
}
