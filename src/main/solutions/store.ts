/** The local copy of solutions. One that AWS lists no more stays as a gravestone, for the opportunities that carry it. */
import { foldText } from '../../shared/domain/text/fold.ts';
import type { Place } from '../opportunities/store.ts';
import type { Database } from '../storage/database.ts';
import type { ReadSolution } from './reader.ts';

/** What the type-ahead offers. */
export interface OfferedSolution {
  readonly id: string;
  readonly name: string;
  readonly category: string;
  readonly marketplaceArn: string | null;
}

export interface SolutionStore {
  /** Takes a whole reading; false where nothing is different. */
  replace(place: Place, solutions: readonly ReadSolution[], at: string): boolean;
  /** Active ones by name. */
  offered(
    place: Place,
    wish: { text: string; inMarketplace: boolean; limit: number },
  ): { items: OfferedSolution[]; total: number; known: number };
}

const COLUMNS = ['name', 'status', 'category', 'created_at', 'marketplace_arn', 'search'] as const;
const SET = COLUMNS.map((column) => `${column} = excluded.${column}`).join(', ');
const DIFFERS = COLUMNS.map((column) => `${column} IS NOT excluded.${column}`).join(' OR ');

export function createSolutionStore(database: Database): SolutionStore {
  return {
    replace: ({ account, catalog }, solutions, at) =>
      database.cacheTransaction(() => {
        const saved = solutions.map(
          ({ id, name, status, category, createdAt, marketplaceArn }) =>
            database.run(
              `INSERT INTO partner_solutions (account, catalog, id, ${COLUMNS.join(', ')}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
               ON CONFLICT (account, catalog, id) DO UPDATE SET ${SET}, gone_at = NULL WHERE gone_at IS NOT NULL OR ${DIFFERS}`,
              account,
              catalog,
              id,
              name,
              status,
              category,
              createdAt,
              marketplaceArn,
              foldText([name, id, category, marketplaceArn?.split('/').at(-1) ?? ''].join('\n')),
            ).changes,
        );
        const gone = database.run(
          `UPDATE partner_solutions SET gone_at = ? WHERE account = ? AND catalog = ? AND gone_at IS NULL
           AND id NOT IN (SELECT value FROM json_each(?))`,
          at,
          account,
          catalog,
          JSON.stringify(solutions.map(({ id }) => id)),
        ).changes;
        return gone > 0 || saved.some((changes) => changes > 0);
      }),
    offered({ account, catalog }, { text, inMarketplace, limit }) {
      const from = `FROM partner_solutions WHERE account = ?1 AND catalog = ?2 AND status = 'Active' AND gone_at IS NULL
        AND (?3 = 0 OR marketplace_arn IS NOT NULL)`;
      const found = `${from} AND (?4 = '' OR instr(search, ?4) > 0)`;
      const asked = [account, catalog, Number(inMarketplace)] as const;
      const wanted = foldText(text.trim());
      const count = (sql: string, ...more: string[]) =>
        database.get<{ total: number }>(`SELECT count(*) AS total ${sql}`, ...asked, ...more)?.total ?? 0;
      const items = database.all<OfferedSolution>(
        `SELECT id, name, category, marketplace_arn AS marketplaceArn ${found} ORDER BY name COLLATE NOCASE, id LIMIT ?5`,
        ...asked,
        wanted,
        limit,
      );
      return { items: items.map((item) => ({ ...item })), total: count(found, wanted), known: count(from) };
    },
  };
}
