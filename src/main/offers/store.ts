/** The local copy of an account's offers: list columns, buyers and documents. Every statement names the account. */
import type { DescribedEntity } from '../entities/catalog-reader.ts';
import { malformed, type EntityProblem } from '../entities/problem.ts';
import type { EntityCopy, Taken } from '../entities/copy.ts';
import { maskSignedAddresses } from '../entities/signed-address.ts';
import type { Database } from '../storage/database.ts';
import type { VersionKeeper } from '../sources.ts';
import { searchTextOf, toListedOffer, toOfferRow, type ListedOffer, type OfferRow } from './list-entry.ts';

export interface StoredDocument {
  readonly revision: string | null;
  readonly readAt: string;
  readonly document: unknown;
}

export interface OfferStore extends EntityCopy {
  /** Of public offers only: what a product's sync reads. */
  stalePublic(account: string): string[];
  document(account: string, id: string): StoredDocument | null;
  isStale(account: string, id: string): boolean;
  /** Documents of the public offers that a product is sold by. */
  publicDocuments(account: string, productId: string): { id: string; document: unknown }[];
}

export function createOfferStore(database: Database, versions: VersionKeeper): OfferStore {
  const ids = (sql: string, ...values: string[]) => database.all<{ id: string }>(sql, ...values).map(({ id }) => id);
  return {
    saveListed: (account, entries, taken) =>
      entries.flatMap((entry): EntityProblem[] => {
        const offer = toListedOffer(entry);
        if (offer) saveListedOffer(database, account, offer, taken);
        return offer ? [] : [malformed(entry.EntityId ?? '?')];
      }),
    saveDescribed: (account, entity, at) => saveDescribedOffer({ database, versions }, account, entity, at),
    stale: (account) =>
      ids('SELECT id FROM offers WHERE account = ? AND stale = 1 ORDER BY last_modified_at DESC', account),
    stalePublic: (account) =>
      ids(
        `SELECT id FROM offers WHERE account = ? AND stale = 1 AND is_private = 0 ORDER BY last_modified_at DESC`,
        account,
      ),
    unseenSince: (account, at) => ids('SELECT id FROM offers WHERE account = ? AND synced_at < ?', account, at),
    remove(account, id) {
      database.run('DELETE FROM offers WHERE account = ? AND id = ?', account, id);
    },
    document(account, id) {
      const row = database.get<{ revision: string | null; read_at: string; document: string }>(
        'SELECT revision, read_at, document FROM offer_documents WHERE account = ? AND id = ?',
        account,
        id,
      );
      return row ? { revision: row.revision, readAt: row.read_at, document: JSON.parse(row.document) } : null;
    },
    isStale: (account, id) =>
      database.get('SELECT 1 FROM offers WHERE account = ? AND id = ? AND stale = 0', account, id) === undefined,
    publicDocuments: (account, productId) =>
      database
        .all<{ id: string; document: string }>(
          `SELECT o.id, d.document FROM offers o JOIN offer_documents d ON d.account = o.account AND d.id = o.id
           WHERE o.account = ? AND o.product_id = ? AND o.is_private = 0 AND o.aws_state = 'Released' ORDER BY o.id`,
          account,
          productId,
        )
        .map(({ id, document }) => ({ id, document: JSON.parse(document) as unknown })),
  };
}

/** A list may lag behind what was read entity by entity: an older entry changes nothing but when it was seen. */
function saveListedOffer(database: Database, account: string, offer: ListedOffer, taken: Taken): void {
  const { changes } = database.run(
    `INSERT INTO offers (account, id, name, aws_state, is_private, product_id, buyers, targeting,
       availability_end_date, released_at, last_modified_at, resale_authorization_id, offer_set_id, created_by_source,
       synced_at, search)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (account, id) DO UPDATE SET
       name = excluded.name, aws_state = excluded.aws_state, is_private = excluded.is_private,
       product_id = excluded.product_id, buyers = excluded.buyers, targeting = excluded.targeting,
       availability_end_date = excluded.availability_end_date, released_at = excluded.released_at,
       resale_authorization_id = excluded.resale_authorization_id, offer_set_id = excluded.offer_set_id,
       created_by_source = excluded.created_by_source, synced_at = excluded.synced_at, search = excluded.search,
       stale = max(stale, excluded.last_modified_at > last_modified_at), last_modified_at = excluded.last_modified_at
     WHERE excluded.last_modified_at >= last_modified_at`,
    account,
    offer.id,
    offer.name,
    offer.awsState,
    Number(offer.isPrivate),
    offer.productId,
    JSON.stringify(offer.buyers),
    JSON.stringify(offer.targeting),
    offer.availabilityEndDate,
    offer.releasedAt,
    offer.lastModifiedAt,
    offer.resaleAuthorizationId,
    offer.offerSetId,
    offer.createdBySource,
    taken.at,
    searchTextOf(offer),
  );
  if (changes === 0) {
    database.run('UPDATE offers SET synced_at = ? WHERE account = ? AND id = ?', taken.at, account, offer.id);
  } else {
    saveBuyers(database, account, offer);
  }
  if (taken.reread) database.run('UPDATE offers SET stale = 1 WHERE account = ? AND id = ?', account, offer.id);
}

function saveDescribedOffer(
  { database, versions }: { database: Database; versions: VersionKeeper },
  account: string,
  entity: DescribedEntity,
  at: string,
): EntityProblem | null {
  const described = toOfferRow(entity);
  if (!described) return malformed(entity.id);
  const row = keepAim(database, account, described);
  const { changes } = database.run(
    `INSERT INTO offers (account, id, name, aws_state, is_private, product_id, buyers, targeting,
       availability_end_date, last_modified_at, resale_authorization_id, offer_set_id, synced_at, search, stale)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
     ON CONFLICT (account, id) DO UPDATE SET
       name = excluded.name, aws_state = excluded.aws_state, is_private = excluded.is_private,
       product_id = excluded.product_id, buyers = excluded.buyers, targeting = excluded.targeting,
       availability_end_date = excluded.availability_end_date, last_modified_at = excluded.last_modified_at,
       resale_authorization_id = excluded.resale_authorization_id, offer_set_id = excluded.offer_set_id,
       synced_at = excluded.synced_at, search = excluded.search, stale = 0
     WHERE excluded.last_modified_at >= last_modified_at`,
    account,
    row.id,
    row.name,
    row.awsState,
    Number(row.isPrivate),
    row.productId,
    JSON.stringify(row.buyers),
    JSON.stringify(row.targeting),
    row.availabilityEndDate,
    row.lastModifiedAt,
    row.resaleAuthorizationId,
    row.offerSetId,
    at,
    searchTextOf(row),
  );
  // The list already knows a newer version: this one would only take it back.
  if (changes === 0) return null;
  saveBuyers(database, account, row);
  const document = maskSignedAddresses(entity.document);
  versions.keep({
    account,
    entityType: 'Offer',
    entityId: row.id,
    kind: row.awsState === 'Released' ? 'released' : 'aws-draft',
    form: 'offer',
    document,
    at,
    label: row.name,
    revision: entity.revision,
  });
  database.run(
    `INSERT INTO offer_documents (account, id, revision, read_at, document) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (account, id) DO UPDATE SET
       revision = excluded.revision, read_at = excluded.read_at, document = excluded.document`,
    account,
    row.id,
    entity.revision,
    at,
    JSON.stringify(document),
  );
  return null;
}

/** A replacement offer's document names no buyer (the agreement does), its list entry does: what is known stays. */
function keepAim(database: Database, account: string, row: OfferRow): OfferRow {
  if (row.targeting.length > 0) return row;
  const known = database.get<{ buyers: string; targeting: string; is_private: number }>(
    'SELECT buyers, targeting, is_private FROM offers WHERE account = ? AND id = ?',
    account,
    row.id,
  );
  if (!known) return row;
  return {
    ...row,
    buyers: JSON.parse(known.buyers) as string[],
    targeting: JSON.parse(known.targeting) as string[],
    isPrivate: known.is_private === 1,
  };
}

function saveBuyers(database: Database, account: string, row: OfferRow): void {
  database.run('DELETE FROM offer_buyers WHERE account = ? AND offer_id = ?', account, row.id);
  for (const buyer of new Set(row.buyers)) {
    database.run('INSERT INTO offer_buyers (account, offer_id, buyer) VALUES (?, ?, ?)', account, row.id, buyer);
  }
}
