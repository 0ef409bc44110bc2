/** Finds products in the local copy, one page at a time. */
import type { MethodOutput, ParsedInput } from '../../shared/contract/index.ts';
import type { ProductSummary } from '../../shared/domain/product/product.ts';
import { foldText } from '../../shared/domain/text/fold.ts';
import type { Database } from '../storage/database.ts';

type ListInput = ParsedInput<'products.list'>;

const SORT_COLUMNS: Record<ListInput['sortBy'], string> = {
  title: 'title COLLATE NOCASE',
  type: 'type',
  visibility: 'visibility',
  lastModifiedAt: 'last_modified_at',
};

export function listProducts(
  database: Database,
  input: ListInput,
): Pick<MethodOutput<'products.list'>, 'items' | 'total'> {
  const where = `(?1 IS NULL OR account = ?1) AND (?2 = '' OR instr(search, ?2) > 0)
    AND (?3 = '[]' OR type IN (SELECT value FROM json_each(?3)))`;
  const values = [input.account, foldText(input.text.trim()), JSON.stringify(input.types)];
  const total = database.get<{ total: number }>(`SELECT count(*) AS total FROM products WHERE ${where}`, ...values);
  const direction = input.direction === 'ascending' ? 'ASC' : 'DESC';
  const items = database.all<ProductSummary>(
    `SELECT account, id, type, title, visibility, last_modified_at AS lastModifiedAt, synced_at AS syncedAt,
       dimension_count AS dimensionCount FROM products
     WHERE ${where} ORDER BY ${SORT_COLUMNS[input.sortBy]} ${direction}, id, account LIMIT ?4 OFFSET ?5`,
    ...values,
    input.pageSize,
    (input.page - 1) * input.pageSize,
  );
  // SQLite's rows have no prototype; a plain copy travels over any wall.
  return { items: items.map((item) => ({ ...item })), total: total?.total ?? 0 };
}
