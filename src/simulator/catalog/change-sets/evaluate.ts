/** Evaluates a change set as a whole: builds every entity as it would become, then asks the rules. Stores nothing. */
import type { ServiceDependencies } from '../../types.ts';
import { CHANGE_TYPES } from '../changes/table.ts';
import { toInstant } from '../instants.ts';
import { isProduct, type Entity } from '../model.ts';
import { collectLegalDocuments } from '../rules/legal-documents.ts';
import type { Violation } from '../rules/rule.ts';
import type { CatalogStore } from '../store.ts';
import type { ChangeRecord, ChangeSetRecord, ErrorDetail } from './record.ts';
import { orderByDependency, resolveReferences } from './references.ts';
import { violationsOf, type Surroundings } from './violations.ts';

export type Evaluation =
  | {
      readonly ok: true;
      readonly entities: readonly Entity[];
      readonly changes: readonly ChangeRecord[];
      /** Offers and offer sets that buyers see from now on. */
      readonly released: readonly Entity[];
      /** How many offers were made from each authorization. */
      readonly drawn: ReadonlyMap<string, number>;
    }
  | { readonly ok: false; readonly errors: ReadonlyMap<number, readonly ErrorDetail[]> };

interface Workpiece extends Surroundings {
  /** Entity id of each change. */
  readonly entityIds: string[];
  /** Ids of created entities by change name. */
  readonly createdIds: Map<string, string>;
  readonly errors: Map<number, ErrorDetail[]>;
}

export async function evaluate(
  record: ChangeSetRecord,
  store: CatalogStore,
  deps: ServiceDependencies,
): Promise<Evaluation> {
  const work: Workpiece = {
    ...{ record, store, deps },
    after: new Map(),
    entityIds: [],
    createdIds: new Map(),
    drawn: new Map(),
    errors: new Map(),
  };
  applyChanges(work);
  checkRules(work);
  const keepDocuments = await fetchDocuments(work);
  if (work.errors.size > 0) return { ok: false, errors: work.errors };
  keepDocuments();
  return conclude(work);
}

function applyChanges(work: Workpiece): void {
  const { record, store, deps, after } = work;
  const site = {
    owner: record.owner,
    now: toInstant(deps.clock.now()),
    newId: (prefix: string) => (prefix === '' ? deps.randomId(25) : `${prefix}-${deps.randomId(13)}`),
    entity: (id: string) => after.get(id) ?? store.entity(id),
    agreement: (id: string) => store.agreements.get(id),
    legalName: (accountId: string) => store.sellers.get(accountId)?.legalName ?? '',
  };
  for (const index of orderByDependency(record.changes) ?? []) {
    const change = record.changes[index];
    const definition = change && CHANGE_TYPES[change.entityType][change.changeType];
    if (!change || !definition || definition === 'not simulated') continue;
    const id = resolveReferences(change.identifier, work.createdIds) as string | null;
    const key = id?.split('@')[0] ?? '';
    const before = id === null ? null : (after.get(key) ?? store.entity(key) ?? null);
    const entity = definition.apply(resolveReferences(change.details, work.createdIds), before, site);
    after.set(entity.id, entity);
    work.entityIds[index] = entity.id;
    if (definition.creates && entity.type === 'Offer' && entity.resale !== null) {
      const { authorizationId } = entity.resale;
      work.drawn.set(authorizationId, (work.drawn.get(authorizationId) ?? 0) + 1);
    }
    if (definition.creates && change.changeName !== null) work.createdIds.set(change.changeName, entity.id);
  }
}

function checkRules(work: Workpiece): void {
  for (const entity of work.after.values()) {
    const changed = new Map(
      work.record.changes.flatMap(({ changeType, details }, index) =>
        work.entityIds[index] === entity.id ? [[changeType, resolveReferences(details, work.createdIds)] as const] : [],
      ),
    );
    for (const violation of violationsOf(entity, changed, work)) blame(violation, entity.id, work);
  }
}

/** Puts an error on the first change of the entity that the violation names; without one it does not apply. */
function blame({ code, message, on }: Violation, entityId: string, work: Workpiece): void {
  for (const changeType of on) {
    const index = work.record.changes.findIndex(
      (change, position) => change.changeType === changeType && work.entityIds[position] === entityId,
    );
    if (index < 0) continue;
    const errors = work.errors.get(index) ?? [];
    work.errors.set(index, [...errors, { ErrorCode: code, ErrorMessage: message.slice(0, 2048) }]);
    return;
  }
}

/** Fetches custom texts; answers what puts AWS's own copies in their place once nothing else is wrong. */
async function fetchDocuments(work: Workpiece): Promise<() => void> {
  const keep: (() => void)[] = [];
  for (const [index, { changeType }] of work.record.changes.entries()) {
    const entity = work.after.get(work.entityIds[index] ?? '');
    if (changeType !== 'UpdateLegalTerms' || !entity || isProduct(entity) || entity.type === 'OfferSet') continue;
    const collected = await collectLegalDocuments(entity, work.deps);
    for (const violation of collected.violations) blame(violation, entity.id, work);
    keep.push(() => work.after.set(entity.id, collected.rehosted()));
  }
  return () => keep.forEach((action) => action());
}

function conclude(work: Workpiece): Evaluation {
  const modifiedAt = toInstant(work.deps.clock.now());
  const entities = [...work.after.values()].map((entity) => ({ ...entity, revision: entity.revision + 1, modifiedAt }));
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  const changes = work.record.changes.map((change, index) => {
    const entity = byId.get(work.entityIds[index] ?? '');
    return {
      ...change,
      identifier: entity ? `${entity.id}@${entity.revision}` : change.identifier,
      details: resolveReferences(change.details, work.createdIds),
    };
  });
  const released = entities.filter((entity) => isReleased(entity) && !isReleased(work.store.entity(entity.id)));
  return { ok: true, entities, changes, released, drawn: work.drawn };
}

function isReleased(entity: Entity | undefined): boolean {
  return (entity?.type === 'Offer' || entity?.type === 'OfferSet') && entity.state === 'Released';
}
