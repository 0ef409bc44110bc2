/** Finds authorizations in the local copy: one page from indexed columns, the state computed from today's date (UTC). */
import type { SQLInputValue } from 'node:sqlite';
import type { AuthorizationFilter } from '../../shared/contract/authorizations.ts';
import type { MethodOutput, ParsedInput } from '../../shared/contract/index.ts';
import {
  ownershipSchema,
  type AuthorizationState,
  type AuthorizationSummary,
} from '../../shared/domain/authorization/authorization.ts';
import { toAuthorizationState } from '../../shared/domain/authorization/state.ts';
import { foldText } from '../../shared/domain/text/fold.ts';
import type { Database } from '../storage/database.ts';

type ListInput = ParsedInput<'authorizations.list'>;

interface Condition {
  readonly sql: string;
  readonly values: readonly SQLInputValue[];
}

const always: Condition = { sql: '1', values: [] };

/** As `toAuthorizationState` has it; a test holds the two together. */
const USED = `CASE WHEN a.offers_created IS NULL THEN coalesce(a.extended_status, '') IN ('Completed-Used', 'Completed-Usable')
  ELSE a.offers_created > 0 END`;
const SPENT = `CASE WHEN a.max_offers IS NULL THEN coalesce(a.extended_status, '') = 'Completed-Used'
  ELSE coalesce(a.offers_created, 0) >= a.max_offers END`;
const STATE = `CASE WHEN a.aws_status = 'Restricted' THEN 'deactivated' WHEN a.aws_status <> 'Active' THEN 'draft'
  WHEN (${SPENT}) AND (${USED}) THEN 'consumed' WHEN a.end_date < @today THEN 'expired'
  WHEN (${USED}) THEN 'reusable' ELSE 'authorized' END`;

const PRODUCT_TITLE = `coalesce((SELECT p.title FROM products p WHERE p.account = a.account AND p.id = a.product_id), a.product_name)`;

/** Sorts by what the person sees; the id makes the order total, so that pages never overlap. */
const SORT_EXPRESSIONS: Record<ListInput['sortBy'], string> = {
  name: 'a.name COLLATE NOCASE',
  state: STATE,
  productTitle: `${PRODUCT_TITLE} COLLATE NOCASE`,
  reseller: 'coalesce(a.reseller_name, a.reseller_account_id) COLLATE NOCASE',
  endDate: `coalesce(a.end_date, '9999')`,
  createdAt: 'a.created_at',
  offersCreated: 'a.offers_created',
  lastModifiedAt: 'a.last_modified_at',
  id: 'a.id',
};

const COLUMNS = `a.*, ${PRODUCT_TITLE} AS product_title, EXISTS (SELECT 1 FROM changes c
  WHERE c.account = a.account AND c.entity_id = a.id AND c.entity_type = 'ResaleAuthorization') AS made_here`;

export function listAuthorizations(
  database: Database,
  input: Pick<ListInput, 'filter' | 'page' | 'pageSize' | 'sortBy' | 'direction'>,
  today: string,
): Pick<MethodOutput<'authorizations.list'>, 'items' | 'total'> {
  const where = toWhere(database, input.filter, today);
  const total = database.get<{ total: number }>(
    `SELECT count(*) AS total FROM authorizations a WHERE ${where.sql}`,
    ...where.values,
  );
  const sort = withToday(SORT_EXPRESSIONS[input.sortBy], today);
  const order = `${sort} ${input.direction === 'ascending' ? 'ASC' : 'DESC'}, a.id, a.account`;
  // Only the index is walked to find the page; the rows themselves are read for the page alone.
  const rows = database.all<ListRow>(
    `SELECT ${COLUMNS}
     FROM (SELECT a.account, a.id FROM authorizations a WHERE ${where.sql} ORDER BY ${order} LIMIT ? OFFSET ?) page
     JOIN authorizations a ON a.account = page.account AND a.id = page.id ORDER BY ${order}`,
    ...where.values,
    input.pageSize,
    (input.page - 1) * input.pageSize,
  );
  return { items: rows.map((row) => toSummary(row, today)), total: total?.total ?? 0 };
}

export function findAuthorization(
  database: Database,
  account: string,
  id: string,
  today: string,
): AuthorizationSummary | null {
  const row = database.get<ListRow>(
    `SELECT ${COLUMNS} FROM authorizations a WHERE a.account = ? AND a.id = ?`,
    account,
    id,
  );
  return row ? toSummary(row, today) : null;
}

/** The date is ours, `YYYY-MM-DD`. */
function withToday(sql: string, today: string): string {
  return sql.replaceAll('@today', `'${today}'`);
}

function toWhere(database: Database, filter: AuthorizationFilter, today: string): Condition {
  const conditions: Condition[] = [
    { sql: 'a.ownership = ?', values: [filter.ownership] },
    filter.account === null ? always : { sql: 'a.account = ?', values: [filter.account] },
    textCondition(database, filter),
    stateCondition(filter.states, today),
    filter.productIds.length === 0 ? always : inList('a.product_id', filter.productIds),
    filter.reseller.trim() === ''
      ? always
      : { sql: 'instr(a.reseller_account_id, ?) > 0', values: [filter.reseller.trim()] },
    filter.endsFrom === null ? always : { sql: 'a.end_date >= ?', values: [filter.endsFrom] },
    filter.endsTo === null ? always : { sql: 'a.end_date <= ?', values: [filter.endsTo] },
  ];
  const used = conditions.filter((condition) => condition !== always);
  return {
    sql: used.map(({ sql }) => `(${sql})`).join(' AND '),
    values: used.flatMap(({ values }) => values),
  };
}

function textCondition(database: Database, filter: AuthorizationFilter): Condition {
  const text = foldText(filter.text.trim());
  if (text === '') return always;
  const products = database.all<{ id: string }>(
    'SELECT DISTINCT id FROM products WHERE instr(search, ?) > 0 AND (?2 IS NULL OR account = ?2) LIMIT 500',
    text,
    filter.account,
  );
  const byProduct = inList(
    'a.product_id',
    products.map(({ id }) => id),
  );
  return { sql: `instr(a.search, ?) > 0 OR ${byProduct.sql}`, values: [text, ...byProduct.values] };
}

function stateCondition(states: readonly AuthorizationState[], today: string): Condition {
  if (states.length === 0) return always;
  return inList(`(${withToday(STATE, today)})`, states);
}

function inList(expression: string, values: readonly string[]): Condition {
  return { sql: `${expression} IN (SELECT value FROM json_each(?))`, values: [JSON.stringify(values)] };
}

interface ListRow {
  account: string;
  id: string;
  ownership: string;
  name: string;
  aws_status: string;
  product_id: string;
  product_title: string | null;
  manufacturer_account_id: string | null;
  manufacturer_name: string | null;
  reseller_account_id: string | null;
  reseller_name: string | null;
  end_date: string | null;
  max_offers: number | null;
  offers_created: number | null;
  extended_status: string | null;
  created_at: string | null;
  last_modified_at: string;
  made_here: number;
}

function toSummary(row: ListRow, today: string): AuthorizationSummary {
  return {
    account: row.account,
    ownership: ownershipSchema.parse(row.ownership),
    id: row.id,
    name: row.name,
    state: toAuthorizationState(
      {
        awsStatus: row.aws_status,
        endDate: row.end_date,
        maxOffers: row.max_offers,
        offersCreated: row.offers_created,
        extendedStatus: row.extended_status,
      },
      today,
    ),
    productId: row.product_id,
    productTitle: row.product_title,
    manufacturerAccountId: row.manufacturer_account_id,
    manufacturerName: row.manufacturer_name,
    resellerAccountId: row.reseller_account_id,
    resellerName: row.reseller_name,
    endDate: row.end_date,
    maxOffers: row.max_offers,
    offersCreated: row.offers_created,
    createdAt: row.created_at,
    lastModifiedAt: row.last_modified_at,
    madeHere: row.made_here === 1,
  };
}
