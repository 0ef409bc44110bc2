/** The list of products on disk: one at a time, replaced whole. */
import type { AwsProduct } from '../../shared/domain/aws-product.ts';
import { foldText } from '../../shared/domain/text/fold.ts';
import type { Database } from '../storage/database.ts';

export interface StoredList {
  readonly source: 'address' | 'file';
  readonly origin: string;
  readonly readAt: string;
  readonly count: number;
}

export interface AwsProductStore {
  list(): StoredList | null;
  /** Answers how many are new, and how many are no longer there. */
  replace(list: Omit<StoredList, 'count'>, products: readonly AwsProduct[]): { added: number; removed: number };
  find(text: string, limit: number): { items: AwsProduct[]; total: number };
}

export function createAwsProductStore(database: Database): AwsProductStore {
  return {
    list() {
      const row = database.get<StoredList>(
        'SELECT source, origin, read_at AS readAt, products AS count FROM aws_product_list',
      );
      return row ? { ...row } : null;
    },
    replace: ({ source, origin, readAt }, products) =>
      database.transaction(() => {
        const before = new Set(database.all<{ id: string }>('SELECT id FROM aws_products').map(({ id }) => id));
        database.run('DELETE FROM aws_products');
        for (const { id, name, family, description } of products) {
          database.run(
            'INSERT INTO aws_products (id, name, family, description, search) VALUES (?, ?, ?, ?, ?)',
            id,
            name,
            family,
            description,
            foldText([name, id, family].join('\n')),
          );
        }
        database.run(
          'INSERT OR REPLACE INTO aws_product_list (only, source, origin, read_at, products) VALUES (1, ?, ?, ?, ?)',
          source,
          origin,
          readAt,
          products.length,
        );
        const added = products.filter(({ id }) => !before.has(id)).length;
        return { added, removed: before.size - (products.length - added) };
      }),
    find(text, limit) {
      const wanted = foldText(text.trim());
      const where = `(?1 = '' OR instr(search, ?1) > 0)`;
      const items = database.all<AwsProduct>(
        `SELECT id, name, family, description FROM aws_products WHERE ${where} ORDER BY name COLLATE NOCASE, id LIMIT ?2`,
        wanted,
        limit,
      );
      const counted = database.get<{ total: number }>(
        `SELECT count(*) AS total FROM aws_products WHERE ${where}`,
        wanted,
      );
      return { items: items.map((item) => ({ ...item })), total: counted?.total ?? 0 };
    },
  };
}
