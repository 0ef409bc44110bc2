/** What a feature's local copy of entities must be able to do for a sync to fill it. */
import type { EntitySummary } from '@aws-sdk/client-marketplace-catalog';
import type { DescribedEntity, ListRequest } from './catalog-reader.ts';
import type { EntityProblem } from './problem.ts';

/** Limits of LastModifiedDate, inclusive; null = open. */
export interface ModifiedRange {
  readonly from: string | null;
  readonly to: string | null;
}

export interface Taken {
  readonly at: string;
  readonly reread: boolean;
}

export interface EntityCopy {
  /**
   * Takes list entries; answers those it could not make sense of. Runs inside a transaction of the caller.
   * `reread` asks for every document again, changed or not.
   */
  saveListed(account: string, entries: readonly EntitySummary[], taken: Taken): EntityProblem[];
  /** Takes a document; answers what is wrong with one that it cannot read. Runs inside a transaction of the caller. */
  saveDescribed(account: string, entity: DescribedEntity, at: string): EntityProblem | null;
  /** Ids whose document was not read since their last modification, newest first. */
  stale(account: string): string[];
  /** Ids that no list has shown since that time. */
  unseenSince(account: string, at: string): string[];
  remove(account: string, id: string): void;
}

/** One list of the Catalog that is kept in step with a copy. */
export interface SyncedList {
  /** Key of its progress in `sync_state`. */
  readonly kind: string;
  readonly copy: EntityCopy;
  /** Newest first: an entity that changes while pages are read then moves to where the next sync looks. */
  request(range: ModifiedRange): ListRequest;
}
