/** The title of a product in lists, as SQL over the local copies. */
import { foldText } from '../../shared/domain/text/fold.ts';
import type { Database } from '../storage/database.ts';

/**
 * A product of the account's own has one in its copy; to a channel partner AWS tells it in the authorization alone. `row` names a row
 * with `account` and `product_id`, `authorization` an expression for the id of the authorization that it was sold by.
 */
export function productTitleSql(row: string, authorization: string): string {
  return `coalesce(
    (SELECT t.title FROM products t WHERE t.account = ${row}.account AND t.id = ${row}.product_id),
    (SELECT r.product_name FROM authorizations r WHERE r.account = ${row}.account AND r.id = ${authorization}))`;
}

/** For a text filter: ids of resold products whose title holds the text. They are few, so they are looked up first. */
export function findResoldProducts(database: Database, foldedText: string, account: string | null): string[] {
  return database
    .all<{ id: string; title: string }>(
      `SELECT DISTINCT product_id AS id, product_name AS title FROM authorizations
       WHERE ownership = 'received' AND product_name IS NOT NULL AND (?1 IS NULL OR account = ?1) LIMIT 2000`,
      account,
    )
    .filter(({ title }) => foldText(title).includes(foldedText))
    .map(({ id }) => id);
}
