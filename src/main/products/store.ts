/** The local copy of an account's products: list columns and documents. Every statement names the account. */
import { readProductEntity } from '../../shared/domain/product/entity.ts';
import type { Product, ProductType } from '../../shared/domain/product/product.ts';
import { foldText } from '../../shared/domain/text/fold.ts';
import type { DescribedEntity } from '../entities/catalog-reader.ts';
import { malformed, type EntityProblem } from '../entities/problem.ts';
import type { EntityCopy, Taken } from '../entities/copy.ts';
import { maskSignedAddresses } from '../entities/signed-address.ts';
import type { Database } from '../storage/database.ts';
import { toListedProduct, toVisibility, type ListedProduct } from './list-entry.ts';

/** A product of the copy without what its public offers tell. */
export type StoredProduct = Omit<Product, 'publicTerms'>;

/** The copy of one product type: AWS lists each type on its own. */
export function createProductCopy(database: Database, type: ProductType): EntityCopy {
  const ids = (sql: string, ...values: string[]) =>
    database.all<{ id: string }>(sql, ...values, type).map(({ id }) => id);
  return {
    saveListed: (account, entries, taken) =>
      entries.flatMap((entry) => {
        const product = toListedProduct(type, entry);
        if (product) saveListedProduct(database, account, { ...product, type }, taken);
        return product ? [] : [malformed(entry.EntityId ?? '?')];
      }),
    saveDescribed: (account, entity, at) => saveDescribedProduct(database, account, entity, at),
    stale: (account) =>
      ids(
        'SELECT id FROM products WHERE account = ? AND stale = 1 AND type = ? ORDER BY last_modified_at DESC',
        account,
      ),
    unseenSince: (account, at) =>
      ids('SELECT id FROM products WHERE account = ? AND synced_at < ? AND type = ?', account, at),
    remove(account, id) {
      database.run('DELETE FROM products WHERE account = ? AND id = ?', account, id);
    },
  };
}

/** null for a product that the copy does not have; `stale` while its document was not read since it changed. */
export function findStoredProduct(
  database: Database,
  account: string,
  id: string,
): { product: StoredProduct; stale: boolean; hasDocument: boolean } | null {
  const row = database.get<ProductRow>(
    `SELECT p.*, d.revision, d.document FROM products p
     LEFT JOIN product_documents d ON d.account = p.account AND d.id = p.id WHERE p.account = ? AND p.id = ?`,
    account,
    id,
  );
  if (!row) return null;
  const entity = row.document === null ? null : readProductEntity(JSON.parse(row.document));
  return {
    stale: row.stale === 1,
    hasDocument: entity !== null,
    product: {
      account: row.account,
      id: row.id,
      type: row.type,
      title: row.title,
      visibility: row.visibility,
      productCode: entity?.productCode ?? null,
      sku: entity?.sku ?? null,
      dimensions: [...(entity?.dimensions ?? [])],
      revision: row.revision,
      lastModifiedAt: row.last_modified_at,
      syncedAt: row.synced_at,
    },
  };
}

interface ProductRow {
  account: string;
  id: string;
  type: ProductType;
  title: string;
  visibility: Product['visibility'];
  last_modified_at: string;
  synced_at: string;
  stale: number;
  revision: string | null;
  document: string | null;
}

function saveListedProduct(
  database: Database,
  account: string,
  product: ListedProduct & { type: ProductType },
  taken: Taken,
): void {
  const { changes } = database.run(
    `INSERT INTO products (account, id, type, title, visibility, dimension_count, last_modified_at, synced_at, search)
     VALUES (?, ?, ?, ?, ?, 0, ?, ?, ?)
     ON CONFLICT (account, id) DO UPDATE SET
       title = excluded.title, visibility = excluded.visibility, synced_at = excluded.synced_at,
       search = excluded.search, stale = max(stale, excluded.last_modified_at > last_modified_at),
       last_modified_at = excluded.last_modified_at
     WHERE excluded.last_modified_at >= last_modified_at`,
    account,
    product.id,
    product.type,
    product.title,
    product.visibility,
    product.lastModifiedAt,
    taken.at,
    searchTextOf(product),
  );
  if (changes === 0) {
    database.run('UPDATE products SET synced_at = ? WHERE account = ? AND id = ?', taken.at, account, product.id);
  }
  if (taken.reread) database.run('UPDATE products SET stale = 1 WHERE account = ? AND id = ?', account, product.id);
}

function saveDescribedProduct(
  database: Database,
  account: string,
  entity: DescribedEntity,
  at: string,
): EntityProblem | null {
  const described = readProductEntity(entity.document);
  const row = database.get<Pick<ProductRow, 'title' | 'visibility'>>(
    'SELECT title, visibility FROM products WHERE account = ? AND id = ?',
    account,
    entity.id,
  );
  if (!described || !row) return malformed(entity.id);
  const title = described.title || row.title;
  database.run(
    `UPDATE products SET title = ?, visibility = ?, dimension_count = ?, last_modified_at = max(last_modified_at, ?),
       synced_at = ?, search = ?, stale = last_modified_at > ?
     WHERE account = ? AND id = ?`,
    title,
    toVisibility(described.visibility ?? undefined) ?? row.visibility,
    described.dimensions.length,
    entity.lastModifiedAt,
    at,
    searchTextOf({ id: entity.id, title }),
    entity.lastModifiedAt,
    account,
    entity.id,
  );
  database.run(
    `INSERT INTO product_documents (account, id, revision, read_at, document) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (account, id) DO UPDATE SET
       revision = excluded.revision, read_at = excluded.read_at, document = excluded.document`,
    account,
    entity.id,
    entity.revision,
    at,
    JSON.stringify(maskSignedAddresses(entity.document)),
  );
  return null;
}

function searchTextOf({ id, title }: { id: string; title: string }): string {
  return foldText([title, id].join('\n'));
}
