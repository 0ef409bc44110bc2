/** Checks a requested change set against what exists: references, entities, owners, revisions, repeated changes. */
import { invalidField, notFound } from '../errors.ts';
import type { CatalogStore } from '../store.ts';
import { membersReferredTo, readOrigins, type Applicant } from './origins.ts';
import { namesReferredTo, orderByDependency } from './references.ts';
import { referencedName } from './record.ts';
import type { RequestedChange } from './request.ts';

export interface ChangeSetTargets {
  readonly changedEntityIds: readonly string[];
  readonly referredEntityIds: readonly string[];
}

/** The existing entities that the changes touch or refer to; throws the refusal where one is not right. */
export function findTargets(changes: readonly RequestedChange[], applicant: Applicant): ChangeSetTargets {
  const { owner, store } = applicant;
  checkReferences(changes);
  const changed = new Set<string>();
  const referred = new Set<string>();
  for (const change of changes) {
    if (change.identifier !== null && referencedName(change.identifier) === null) {
      changed.add(existingEntity(change, owner, store));
    }
    const productId = productReferredTo(change);
    if (productId !== null) referred.add(existingProduct(productId, change, { owner, store }));
    for (const id of membersReferredTo(change, applicant)) referred.add(id);
    const authorization = readOrigins(change, applicant);
    // One that is good for a single offer is held like what the set changes: two offers at once would both want it.
    if (authorization) (authorization.offersMaxQuantity === null ? referred : changed).add(authorization.id);
  }
  checkRepetition(changes);
  for (const id of changed) referred.delete(id);
  return { changedEntityIds: [...changed], referredEntityIds: [...referred] };
}

function checkReferences(changes: readonly RequestedChange[]): void {
  const creations = new Map(
    changes.flatMap((change) =>
      change.definition.creates && change.changeName !== null ? [[change.changeName, change] as const] : [],
    ),
  );
  for (const { identifier, details, entityType, field } of changes) {
    for (const name of [...namesReferredTo(identifier), ...namesReferredTo(details)]) {
      if (!creations.has(name)) {
        throw invalidField(
          `${field}.Entity.Identifier`,
          `$${name}.Entity.Identifier refers to no creating change with that ChangeName.`,
        );
      }
    }
    const target = creations.get(referencedName(identifier) ?? '');
    if (target && target.entityType !== entityType) {
      throw invalidField(
        `${field}.Entity.Type`,
        `is ${entityType}@1.0, but ${identifier} is a ${target.entityType}@1.0.`,
      );
    }
  }
  if (orderByDependency(changes) === null) throw invalidField('ChangeSet', 'changes refer to each other in a circle.');
}

function existingEntity(change: RequestedChange, owner: string, store: CatalogStore): string {
  const [id = '', revision] = (change.identifier ?? '').split('@');
  const entity = store.entity(id);
  if (!entity || entity.owner !== owner) throw notFound(`${change.field}.Entity.Identifier: entity`, id);
  if (entity.type !== change.entityType) {
    throw invalidField(`${change.field}.Entity.Type`, `entity '${id}' is a ${entity.type}@1.0.`);
  }
  if (revision !== undefined && Number(revision) !== entity.revision) {
    throw invalidField(
      `${change.field}.Entity.Identifier`,
      `revision ${revision} is not the latest; the latest is '${id}@${entity.revision}'.`,
    );
  }
  return id;
}

function productReferredTo(change: RequestedChange): string | null {
  if (change.changeType !== 'CreateOffer' && change.changeType !== 'CreateResaleAuthorization') return null;
  const { ProductId } = change.details as { ProductId: string };
  return referencedName(ProductId) === null ? ProductId : null;
}

function existingProduct(
  id: string,
  { field }: RequestedChange,
  world: { owner: string; store: CatalogStore },
): string {
  const product = world.store.product(id);
  if (!product || product.owner !== world.owner) throw notFound(`${field}.DetailsDocument.ProductId: product`, id);
  return id;
}

/** The same change type may occur only once for an entity. */
function checkRepetition(changes: readonly RequestedChange[]): void {
  const seen = new Set<string>();
  for (const { identifier, changeType, field } of changes) {
    if (identifier === null) continue;
    const key = `${identifier.split('@')[0]} ${changeType}`;
    if (seen.has(key)) {
      throw invalidField(`${field}.ChangeType`, `${changeType} is given twice for the same entity; merge the two.`);
    }
    seen.add(key);
  }
}
