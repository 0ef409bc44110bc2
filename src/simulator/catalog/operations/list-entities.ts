/** ListEntities: filtered, sorted pages of summaries of the caller's own entities, or of those shared with it. */
import { invalidField, notSimulated, validationFailed } from '../errors.ts';
import { LISTABLE_TYPES, UNSIMULATED_TYPES, type ListableType } from '../listing/filter-tables.ts';
import { asObject, listedValue, readLegacyFilters, readTypedFilters, soleMember } from '../listing/filters.ts';
import { pageOf, type SortedBy } from '../listing/paging.ts';
import { entitySummary } from '../listing/summaries.ts';
import { nameOf, type Entity, type EntityType } from '../model.ts';
import { sharedWith } from '../sharing.ts';
import { checkCatalog, requiredText, type Operation, type OperationInput } from './operation.ts';

export const listEntities: Operation = (input, caller, { store }) => {
  checkCatalog(input);
  const type = listableType(requiredText(input, 'EntityType'));
  const filtered = readTypedFilters(input['EntityTypeFilters'], type);
  const legacy = readLegacyFilters(input['FilterList']);
  const order = readOrder(input, type);
  const entityType = input['EntityType'] as EntityType;
  const shared = readOwnership(input) === 'SHARED';
  const entities = shared
    ? sharedWith(caller.accountId, entityType, store)
    : store.listed(caller.accountId, entityType);
  const matching = [...entities].filter((entity) => filtered(entity) && legacy(entity));
  const { NextToken, MaxResults, ...question } = input;
  const page = pageOf(matching, order, {
    question: { ...question, account: caller.accountId },
    token: NextToken,
    maxResults: MaxResults,
    largestPage: 50,
    defaultPage: 20,
  });
  return { EntitySummaryList: page.items.map(entitySummary), NextToken: page.nextToken };
};

function listableType(name: string): ListableType {
  const type = Object.hasOwn(LISTABLE_TYPES, name) ? LISTABLE_TYPES[name] : undefined;
  if (type) return type;
  if (UNSIMULATED_TYPES.includes(name)) throw notSimulated(`Listing ${name} entities`);
  throw validationFailed([
    { Reason: 'FieldValidationFailed', EntityType: name, Field: 'EntityType', Message: 'unknown entity type.' },
  ]);
}

function readOwnership(input: OperationInput): 'SELF' | 'SHARED' {
  const ownership = input['OwnershipType'] ?? 'SELF';
  if (ownership !== 'SELF' && ownership !== 'SHARED') throw invalidField('OwnershipType', 'must be SELF or SHARED.');
  return ownership;
}

function readOrder(input: OperationInput, type: ListableType): SortedBy<Entity> {
  const typed = input['EntityTypeSort'] ?? null;
  const legacy = input['Sort'] ?? null;
  if (typed !== null) {
    const field = `EntityTypeSort.${type.sortMember}`;
    return order(soleMember(typed, 'EntityTypeSort', type.sortMember), field, type.sortKeys);
  }
  if (legacy !== null) return order(asObject(legacy, 'Sort'), 'Sort', ['EntityId', 'Name', 'LastModifiedDate']);
  return order({}, 'Sort', type.sortKeys);
}

function order(sort: Readonly<Record<string, unknown>>, field: string, keys: readonly string[]): SortedBy<Entity> {
  const sortBy = sort['SortBy'] ?? 'LastModifiedDate';
  const sortOrder = sort['SortOrder'] ?? 'DESCENDING';
  if (typeof sortBy !== 'string' || !keys.includes(sortBy)) {
    throw invalidField(`${field}.SortBy`, `must be one of ${keys.join(', ')}.`);
  }
  if (sortOrder !== 'ASCENDING' && sortOrder !== 'DESCENDING') {
    throw invalidField(`${field}.SortOrder`, 'must be ASCENDING or DESCENDING.');
  }
  const name = sortBy === 'Name' ? entityName : (entity: Entity) => sortText(listedValue(entity, sortBy));
  return { descending: sortOrder === 'DESCENDING', key: name, id: (entity) => entity.id };
}

function entityName(entity: Entity): string {
  return nameOf(entity) ?? '';
}

function sortText(value: unknown): string {
  if (Array.isArray(value)) return value.join(',');
  return value === null || value === undefined ? '' : String(value);
}
