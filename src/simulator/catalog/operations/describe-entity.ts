/** DescribeEntity and BatchDescribeEntities: the whole document of entities the caller may see. */
import { entityArn, revisionedId } from '../arns.ts';
import { authorizationDocument } from '../documents/authorization-document.ts';
import { offerDocument } from '../documents/offer-document.ts';
import { offerSetDocument } from '../documents/offer-set-document.ts';
import { productDocument } from '../documents/product-document.ts';
import { invalidField, notFound } from '../errors.ts';
import { asObject } from '../listing/filters.ts';
import { isProduct, type Entity } from '../model.ts';
import { isSharedWith } from '../sharing.ts';
import { checkCatalog, requiredText, type CatalogContext, type Operation } from './operation.ts';

const LARGEST_BATCH = 20;

export const describeEntity: Operation = (input, caller, context) => {
  checkCatalog(input);
  const id = requiredText(input, 'EntityId');
  const entity = visibleEntity(id, caller.accountId, context);
  if (!entity) throw notFound('Entity', id);
  const description = describe(entity, context);
  return { ...description, Details: JSON.stringify(description.DetailsDocument) };
};

/** Answers 200 even when every entity failed: the errors are inside. */
export const batchDescribeEntities: Operation = (input, caller, context) => {
  const requests = input['EntityRequestList'];
  if (!Array.isArray(requests) || requests.length < 1 || requests.length > LARGEST_BATCH) {
    throw invalidField('EntityRequestList', `must be a list of 1 to ${LARGEST_BATCH} requests.`);
  }
  const details: Record<string, unknown> = {};
  const errors: Record<string, unknown> = {};
  requests.forEach((request: unknown, index) => {
    const one = asObject(request, `EntityRequestList.${index}`);
    checkCatalog(one);
    const id = requiredText(one, 'EntityId');
    const entity = visibleEntity(id, caller.accountId, context);
    if (entity) details[id] = describe(entity, context);
    else errors[id] = { ErrorCode: 'ResourceNotFoundException', ErrorMessage: notFound('Entity', id).message };
  });
  return { EntityDetails: details, Errors: errors };
};

/** The entity by id or `id@revision`, if it is the caller's or shared with it. */
function visibleEntity(id: string, accountId: string, { store }: CatalogContext): Entity | undefined {
  const entity = store.entity(id.split('@')[0] ?? id);
  return entity && (entity.owner === accountId || isSharedWith(entity, accountId, store)) ? entity : undefined;
}

function describe(entity: Entity, context: CatalogContext) {
  return {
    EntityType: `${entity.type}@1.0`,
    EntityIdentifier: revisionedId(entity),
    EntityArn: entityArn(entity),
    LastModifiedDate: entity.modifiedAt,
    DetailsDocument: document(entity, context),
  };
}

function document(entity: Entity, { deps, store }: CatalogContext): Record<string, unknown> {
  if (isProduct(entity)) return productDocument(entity);
  switch (entity.type) {
    case 'Offer':
      return offerDocument(entity, deps.clock);
    case 'OfferSet':
      return offerSetDocument(entity);
    case 'ResaleAuthorization':
      return authorizationDocument(entity, store, deps.clock);
  }
}
