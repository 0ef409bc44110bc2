/** Finds solutions in the local copy, and the opportunities that carry one. */
import type { SQLInputValue } from 'node:sqlite';
import type { ParsedInput } from '../../shared/contract/index.ts';
import type { SolutionFilter } from '../../shared/contract/solutions.ts';
import type { Solution } from '../../shared/domain/solution.ts';
import { foldText } from '../../shared/domain/text/fold.ts';
import type { Place } from '../opportunities/store.ts';
import type { Database } from '../storage/database.ts';

/** The id makes the order total, so that pages never overlap. */
const SORT_EXPRESSIONS: Record<ParsedInput<'solutions.list'>['sortBy'], string> = {
  name: 's.name COLLATE NOCASE',
  status: 's.status',
  category: 's.category',
  createdAt: 's.created_at',
  id: 's.id',
};

const COLUMNS = `s.account, s.catalog, s.id, s.name, s.status, s.category, s.created_at AS createdAt,
  s.marketplace_arn AS marketplaceArn, s.gone_at AS goneAt`;

type Row = Omit<Solution, 'opportunities'>;

export function listSolutions(
  database: Database,
  places: readonly Place[],
  filter: SolutionFilter,
  {
    page,
    pageSize,
    sortBy,
    direction,
  }: Pick<ParsedInput<'solutions.list'>, 'page' | 'pageSize' | 'sortBy' | 'direction'>,
): { items: Solution[]; total: number } {
  const { sql, values } = toWhere(places, filter);
  const total = database.get<{ total: number }>(
    `SELECT count(*) AS total FROM partner_solutions s WHERE ${sql}`,
    ...values,
  );
  const order = `${SORT_EXPRESSIONS[sortBy]} ${direction === 'ascending' ? 'ASC' : 'DESC'}, s.id, s.account`;
  const items = database.all<Row>(
    `SELECT ${COLUMNS} FROM partner_solutions s WHERE ${sql} ORDER BY ${order} LIMIT ? OFFSET ?`,
    ...values,
    pageSize,
    (page - 1) * pageSize,
  );
  return { items: withCounts(database, items), total: total?.total ?? 0 };
}

export function findSolution(database: Database, { account, catalog }: Place, id: string): Solution | null {
  const row = database.get<Row>(
    `SELECT ${COLUMNS} FROM partner_solutions s WHERE s.account = ? AND s.catalog = ? AND s.id = ?`,
    account,
    catalog,
    id,
  );
  return row ? (withCounts(database, [row])[0] ?? null) : null;
}

/** A link says the id, or the name that AWS Marketplace has for it. */
function withCounts(database: Database, rows: readonly Row[]): Solution[] {
  const counts = database.all<{ position: number; count: number }>(
    `SELECT wanted.key AS position, count(DISTINCT o.id) AS count
     FROM json_each(?) wanted JOIN opportunity_links link ON link.account = wanted.value ->> 'account'
       AND link.target_id IN (wanted.value ->> 'id', wanted.value ->> 'marketplaceId')
       AND link.catalog = wanted.value ->> 'catalog' AND link.type IN ('Solutions', 'AwsMarketplaceSolutions')
     JOIN opportunities o ON o.account = link.account AND o.catalog = link.catalog AND o.id = link.id
     WHERE o.gone_at IS NULL GROUP BY wanted.key`,
    JSON.stringify(rows.map((row) => ({ ...row, marketplaceId: marketplaceIdOf(row) }))),
  );
  const found = new Map(counts.map(({ position, count }) => [position, count]));
  return rows.map((row, position) => ({ ...row, opportunities: found.get(position) ?? 0 }));
}

/** The last part of its name there, as links keep it. */
function marketplaceIdOf({ id, marketplaceArn }: Pick<Solution, 'id' | 'marketplaceArn'>): string {
  return marketplaceArn?.split('/').at(-1) ?? id;
}

export function categoriesOf(database: Database, places: readonly Place[]): string[] {
  const { sql, values } = ofPlaces(places);
  return database
    .all<{ category: string }>(
      `SELECT DISTINCT category FROM partner_solutions s WHERE ${sql} AND category <> '' ORDER BY category`,
      ...values,
    )
    .map(({ category }) => category);
}

/** Ids of one page of the opportunities that carry the solution. */
export function findCarriers(
  database: Database,
  solution: Pick<Solution, 'account' | 'catalog' | 'id' | 'marketplaceArn'>,
  { page, pageSize }: { page: number; pageSize: number },
): { ids: string[]; total: number } {
  const from = `FROM opportunities o WHERE o.account = ?1 AND o.catalog = ?2 AND o.gone_at IS NULL AND o.id IN (
    SELECT link.id FROM opportunity_links link WHERE link.account = ?1 AND link.target_id IN (?3, ?4)
      AND link.catalog = ?2 AND link.type IN ('Solutions', 'AwsMarketplaceSolutions'))`;
  const values = [solution.account, solution.catalog, solution.id, marketplaceIdOf(solution)] as const;
  const rows = database.all<{ id: string }>(
    `SELECT o.id ${from} ORDER BY o.modified_at DESC, o.id LIMIT ?5 OFFSET ?6`,
    ...values,
    pageSize,
    (page - 1) * pageSize,
  );
  const counted = database.get<{ total: number }>(`SELECT count(*) AS total ${from}`, ...values);
  return { ids: rows.map((row) => row.id), total: counted?.total ?? 0 };
}

interface Condition {
  readonly sql: string;
  readonly values: readonly SQLInputValue[];
}

function toWhere(places: readonly Place[], filter: SolutionFilter): Condition {
  const text = foldText(filter.text.trim());
  const conditions: Condition[] = [
    ofPlaces(places),
    { sql: filter.gone ? 's.gone_at IS NOT NULL' : 's.gone_at IS NULL', values: [] },
    ...(text === '' ? [] : [{ sql: 'instr(s.search, ?) > 0', values: [text] }]),
    ...inList('s.status', filter.statuses),
    ...inList('s.category', filter.categories),
  ];
  return {
    sql: conditions.map(({ sql }) => `(${sql})`).join(' AND '),
    values: conditions.flatMap(({ values }) => values),
  };
}

/** All of one catalog. */
function ofPlaces(places: readonly Place[]): Condition {
  return {
    sql: 's.account IN (SELECT value FROM json_each(?)) AND s.catalog = ?',
    values: [JSON.stringify(places.map(({ account }) => account)), places[0]?.catalog ?? ''],
  };
}

function inList(column: string, values: readonly string[]): Condition[] {
  if (values.length === 0) return [];
  return [{ sql: `${column} IN (SELECT value FROM json_each(?))`, values: [JSON.stringify(values)] }];
}
