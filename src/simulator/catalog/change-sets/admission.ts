/** Whether a change set may start now: locks of running ones and the account's quotas. */
import { entityLocked, quotaExceeded } from '../errors.ts';
import type { EntityType } from '../model.ts';
import type { CatalogStore } from '../store.ts';
import { isOpen, type ChangeSetRecord } from './record.ts';
import type { RequestedChange } from './request.ts';
import type { ChangeSetTargets } from './targets.ts';

const MOST_OPEN_CHANGE_SETS = 250;
const MOST_AT_ONCE = 20;
const LIMITED_TYPES: readonly (readonly [EntityType, string])[] = [
  ['Offer', 'offers'],
  ['OfferSet', 'offer sets'],
];
/** Types whose entities take several requests side by side. */
const PARALLEL_TYPES = ['AmiProduct', 'ContainerProduct'];

export interface Applicant {
  readonly owner: string;
  readonly changes: readonly RequestedChange[];
  readonly targets: ChangeSetTargets;
}

export function admit(applicant: Applicant, store: CatalogStore): void {
  const open = [...store.changeSets.values()].filter(isOpen);
  checkLocks(applicant, open, store);
  const own = open.filter(({ owner }) => owner === applicant.owner);
  if (own.length >= MOST_OPEN_CHANGE_SETS) {
    throw quotaExceeded(`An account has at most ${MOST_OPEN_CHANGE_SETS} open change sets.`);
  }
  for (const [type, name] of LIMITED_TYPES) {
    const count = own.reduce((sum, { changes }) => sum + countOf(type, changes), countOf(type, applicant.changes));
    if (count > MOST_AT_ONCE) {
      throw quotaExceeded(`At most ${MOST_AT_ONCE} ${name} can be created or updated at the same time.`);
    }
  }
}

type CountedChange = Pick<RequestedChange, 'entityType' | 'changeType' | 'identifier'>;

function countOf(type: EntityType, changes: readonly CountedChange[]): number {
  const offers = changes.filter(({ entityType }) => entityType === type);
  const existing = offers.flatMap(({ identifier }) =>
    identifier === null || identifier.startsWith('$') ? [] : [identifier.split('@')[0]],
  );
  return offers.filter(({ changeType }) => changeType.startsWith('Create')).length + new Set(existing).size;
}

function checkLocks(applicant: Applicant, open: readonly ChangeSetRecord[], store: CatalogStore): void {
  for (const id of applicant.targets.changedEntityIds) {
    const blocking = open.filter(
      (record) => record.referredEntityIds.includes(id) || blocksChange(record, id, applicant, store),
    );
    if (blocking.length > 0)
      throw entityLocked(
        id,
        blocking.map((record) => record.id),
      );
  }
  for (const id of applicant.targets.referredEntityIds) {
    const blocking = open.filter((record) => record.changedEntityIds.includes(id));
    if (blocking.length > 0)
      throw entityLocked(
        id,
        blocking.map((record) => record.id),
      );
  }
}

function blocksChange(record: ChangeSetRecord, id: string, applicant: Applicant, store: CatalogStore): boolean {
  if (!record.changedEntityIds.includes(id)) return false;
  const type = store.entity(id)?.type;
  if (type === undefined || !PARALLEL_TYPES.includes(type) || record.status === 'APPLYING') return true;
  const running = new Set(record.changes.filter((change) => targets(change, id)).map(({ changeType }) => changeType));
  return applicant.changes.some((change) => targets(change, id) && running.has(change.changeType));
}

function targets({ identifier }: { readonly identifier: string | null }, id: string): boolean {
  return identifier?.split('@')[0] === id;
}
