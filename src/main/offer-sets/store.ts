/** The local copy of an account's offer sets: list columns, the offers in them, documents. Every statement names the account. */
import type { DescribedEntity } from '../entities/catalog-reader.ts';
import { malformed, type EntityProblem } from '../entities/problem.ts';
import type { EntityCopy } from '../entities/copy.ts';
import { maskSignedAddresses } from '../entities/signed-address.ts';
import type { VersionKeeper } from '../sources.ts';
import type { Database } from '../storage/database.ts';
import { searchTextOf, toDescribedSet, toListedSet, type OfferSetRow } from './list-entry.ts';

export interface StoredSet {
  readonly revision: string | null;
  readonly readAt: string;
  readonly document: unknown;
}

export interface OfferSetStore extends EntityCopy {
  document(account: string, id: string): StoredSet | null;
  isStale(account: string, id: string): boolean;
}

export function createOfferSetStore(database: Database, versions: VersionKeeper): OfferSetStore {
  const ids = (sql: string, ...values: string[]) => database.all<{ id: string }>(sql, ...values).map(({ id }) => id);
  return {
    saveListed: (account, entries, { at, reread }) =>
      entries.flatMap((entry): EntityProblem[] => {
        const row = toListedSet(entry);
        if (!row) return [malformed(entry.EntityId ?? '?')];
        saveRow(database, account, row, at, false);
        if (reread) database.run('UPDATE offer_sets SET stale = 1 WHERE account = ? AND id = ?', account, row.id);
        return [];
      }),
    saveDescribed(account, entity, at) {
      const row = toDescribedSet(entity);
      if (!row) return malformed(entity.id);
      if (!saveRow(database, account, row, at, true)) return null;
      saveDocument(database, account, entity, at);
      versions.keep({
        account,
        entityType: 'OfferSet',
        entityId: row.id,
        kind: row.awsState === 'Released' ? 'released' : 'aws-draft',
        form: 'document',
        document: maskSignedAddresses(entity.document),
        at,
        label: row.name,
        revision: entity.revision,
      });
      return null;
    },
    stale: (account) =>
      ids('SELECT id FROM offer_sets WHERE account = ? AND stale = 1 ORDER BY last_modified_at DESC', account),
    unseenSince: (account, at) => ids('SELECT id FROM offer_sets WHERE account = ? AND synced_at < ?', account, at),
    remove(account, id) {
      database.run('DELETE FROM offer_sets WHERE account = ? AND id = ?', account, id);
    },
    document(account, id) {
      const row = database.get<{ revision: string | null; read_at: string; document: string }>(
        'SELECT revision, read_at, document FROM offer_set_documents WHERE account = ? AND id = ?',
        account,
        id,
      );
      return row ? { revision: row.revision, readAt: row.read_at, document: JSON.parse(row.document) } : null;
    },
    isStale: (account, id) =>
      database.get('SELECT 1 FROM offer_sets WHERE account = ? AND id = ? AND stale = 0', account, id) === undefined,
  };
}

/** A list may lag behind what was read set by set: an older row changes nothing but when it was seen. False then. */
function saveRow(database: Database, account: string, row: OfferSetRow, at: string, described: boolean): boolean {
  const { changes } = database.run(
    `INSERT INTO offer_sets (account, id, name, aws_state, solution_id, released_at, last_modified_at, synced_at, search, stale)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (account, id) DO UPDATE SET
       name = excluded.name, aws_state = excluded.aws_state, solution_id = excluded.solution_id,
       released_at = coalesce(excluded.released_at, released_at), synced_at = excluded.synced_at, search = excluded.search,
       stale = ${described ? '0' : 'max(stale, excluded.last_modified_at > last_modified_at)'},
       last_modified_at = excluded.last_modified_at
     WHERE excluded.last_modified_at >= last_modified_at`,
    account,
    row.id,
    row.name,
    row.awsState,
    row.solutionId,
    row.releasedAt,
    row.lastModifiedAt,
    at,
    searchTextOf(row),
    described ? 0 : 1,
  );
  if (changes > 0) saveOffers(database, account, row);
  else if (!described) {
    database.run('UPDATE offer_sets SET synced_at = ? WHERE account = ? AND id = ?', at, account, row.id);
  }
  return changes > 0;
}

function saveOffers(database: Database, account: string, { id, offerIds }: OfferSetRow): void {
  database.run('DELETE FROM offer_set_offers WHERE account = ? AND offer_set_id = ?', account, id);
  for (const [position, offerId] of [...new Set(offerIds)].entries()) {
    database.run(
      'INSERT INTO offer_set_offers (account, offer_set_id, position, offer_id) VALUES (?, ?, ?, ?)',
      account,
      id,
      position,
      offerId,
    );
  }
}

function saveDocument(database: Database, account: string, entity: DescribedEntity, at: string): void {
  database.run(
    `INSERT INTO offer_set_documents (account, id, revision, read_at, document) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (account, id) DO UPDATE SET
       revision = excluded.revision, read_at = excluded.read_at, document = excluded.document`,
    account,
    entity.id,
    entity.revision,
    at,
    JSON.stringify(maskSignedAddresses(entity.document)),
  );
}
