/** The local copy of authorizations: list columns and documents, issued and received apart. Every statement names the account. */
import type { Ownership } from '../../shared/domain/authorization/authorization.ts';
import type { VersionKind } from '../../shared/domain/version/version.ts';
import type { DescribedEntity } from '../entities/catalog-reader.ts';
import { malformed, type EntityProblem } from '../entities/problem.ts';
import type { EntityCopy } from '../entities/copy.ts';
import { maskSignedAddresses } from '../entities/signed-address.ts';
import type { VersionKeeper } from '../sources.ts';
import type { Database } from '../storage/database.ts';
import {
  searchTextOf,
  toDescribedAuthorization,
  toListedAuthorization,
  type AuthorizationRow,
  type DescribedAuthorization,
} from './list-entry.ts';

interface StoredDocument {
  readonly revision: string | null;
  readonly readAt: string;
  readonly document: unknown;
}

export interface AuthorizationStore extends EntityCopy {
  document(account: string, id: string): StoredDocument | null;
  isStale(account: string, id: string): boolean;
}

/** By AWS's status. */
const VERSION_KINDS: Readonly<Record<string, VersionKind>> = { Active: 'released', Restricted: 'restricted' };

/** A store of one ownership: what a list of issued ones does not show says nothing about received ones. */
export function createAuthorizationStore(
  database: Database,
  versions: VersionKeeper,
  ownership: Ownership,
): AuthorizationStore {
  const ids = (sql: string, ...values: string[]) => database.all<{ id: string }>(sql, ...values).map(({ id }) => id);
  return {
    saveListed: (account, entries, taken) =>
      entries.flatMap((entry): EntityProblem[] => {
        const row = toListedAuthorization(entry);
        if (!row) return [malformed(entry.EntityId ?? '?')];
        saveRow(database, account, ownership, row, taken.at, null);
        if (taken.reread) {
          database.run('UPDATE authorizations SET stale = 1 WHERE account = ? AND id = ?', account, row.id);
        }
        return [];
      }),
    saveDescribed(account, entity, at) {
      const row = toDescribedAuthorization(entity);
      if (!row) return malformed(entity.id);
      if (!saveRow(database, account, ownership, row, at, row)) return null;
      saveDocument(database, account, entity, at);
      versions.keep({
        account,
        entityType: 'ResaleAuthorization',
        entityId: row.id,
        kind: VERSION_KINDS[row.awsStatus] ?? 'aws-draft',
        form: 'document',
        document: maskSignedAddresses(entity.document),
        at,
        label: row.name,
        revision: entity.revision,
      });
      return null;
    },
    stale: (account) =>
      ids(
        `SELECT id FROM authorizations WHERE account = ? AND ownership = ? AND stale = 1 ORDER BY last_modified_at DESC`,
        account,
        ownership,
      ),
    unseenSince: (account, at) =>
      ids(
        'SELECT id FROM authorizations WHERE account = ? AND ownership = ? AND synced_at < ?',
        account,
        ownership,
        at,
      ),
    remove(account, id) {
      database.run('DELETE FROM authorizations WHERE account = ? AND id = ?', account, id);
    },
    document(account, id) {
      const row = database.get<{ revision: string | null; read_at: string; document: string }>(
        'SELECT revision, read_at, document FROM authorization_documents WHERE account = ? AND id = ?',
        account,
        id,
      );
      return row ? { revision: row.revision, readAt: row.read_at, document: JSON.parse(row.document) } : null;
    },
    isStale: (account, id) =>
      database.get('SELECT 1 FROM authorizations WHERE account = ? AND id = ? AND stale = 0', account, id) ===
      undefined,
  };
}

/**
 * A list may lag behind what was read entity by entity: an older row changes nothing but when it was seen. False then. `described`:
 * the row comes from a document, which tells more than a list.
 */
function saveRow(
  database: Database,
  account: string,
  ownership: Ownership,
  row: AuthorizationRow,
  at: string,
  described: DescribedAuthorization | null,
): boolean {
  const stale = described ? '0' : 'max(stale, excluded.last_modified_at > last_modified_at)';
  const { changes } = database.run(
    `INSERT INTO authorizations (account, id, ownership, name, aws_status, product_id, product_name,
       manufacturer_account_id, manufacturer_name, reseller_account_id, reseller_name, end_date, extended_status,
       created_at, last_modified_at, synced_at, search, max_offers, offers_created, stale)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (account, id) DO UPDATE SET
       ownership = excluded.ownership, name = excluded.name, aws_status = excluded.aws_status,
       product_id = excluded.product_id, product_name = coalesce(excluded.product_name, product_name),
       manufacturer_account_id = coalesce(excluded.manufacturer_account_id, manufacturer_account_id),
       manufacturer_name = coalesce(excluded.manufacturer_name, manufacturer_name),
       reseller_account_id = coalesce(excluded.reseller_account_id, reseller_account_id),
       reseller_name = coalesce(excluded.reseller_name, reseller_name),
       end_date = excluded.end_date, extended_status = coalesce(excluded.extended_status, extended_status),
       created_at = coalesce(excluded.created_at, created_at),
       synced_at = excluded.synced_at, search = excluded.search,
       max_offers = ${described ? 'excluded.max_offers' : 'max_offers'},
       offers_created = ${described ? 'excluded.offers_created' : 'offers_created'},
       stale = ${stale}, last_modified_at = excluded.last_modified_at
     WHERE excluded.last_modified_at >= last_modified_at`,
    account,
    row.id,
    ownership,
    row.name,
    row.awsStatus,
    row.productId,
    row.productName,
    row.manufacturerAccountId,
    row.manufacturerName,
    row.resellerAccountId,
    row.resellerName,
    row.endDate,
    row.extendedStatus,
    row.createdAt,
    row.lastModifiedAt,
    at,
    searchTextOf(row),
    described?.maxOffers ?? null,
    described?.offersCreated ?? null,
    described ? 0 : 1,
  );
  if (changes === 0 && !described) {
    database.run('UPDATE authorizations SET synced_at = ? WHERE account = ? AND id = ?', at, account, row.id);
  }
  return changes > 0;
}

function saveDocument(database: Database, account: string, entity: DescribedEntity, at: string): void {
  database.run(
    `INSERT INTO authorization_documents (account, id, revision, read_at, document) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (account, id) DO UPDATE SET
       revision = excluded.revision, read_at = excluded.read_at, document = excluded.document`,
    account,
    entity.id,
    entity.revision,
    at,
    JSON.stringify(maskSignedAddresses(entity.document)),
  );
}
