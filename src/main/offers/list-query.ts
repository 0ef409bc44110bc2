/** Finds offers in the local copy: one page from indexed columns, the state computed from today's date (UTC). */
import type { SQLInputValue } from 'node:sqlite';
import type { MethodOutput, ParsedInput } from '../../shared/contract/index.ts';
import type { OfferFilter } from '../../shared/contract/offers.ts';
import type { OfferState, OfferSummary } from '../../shared/domain/offer/offer.ts';
import { toOfferState } from '../../shared/domain/offer/state.ts';
import { foldText } from '../../shared/domain/text/fold.ts';
import { findResoldProducts, productTitleSql } from '../entities/product-title.ts';
import type { Database } from '../storage/database.ts';

type ListInput = ParsedInput<'offers.list'>;

interface Condition {
  readonly sql: string;
  readonly values: readonly SQLInputValue[];
}

const always: Condition = { sql: '1', values: [] };

const PRODUCT_TITLE = productTitleSql('o', 'o.resale_authorization_id');

/** Sorts by what the person sees; the id makes the order total, so that pages never overlap. */
const SORT_EXPRESSIONS: Record<ListInput['sortBy'], string> = {
  name: 'o.name COLLATE NOCASE',
  state: `CASE WHEN o.aws_state <> 'Released' THEN 0 WHEN o.availability_end_date < @today THEN 2 ELSE 1 END`,
  productTitle: `${PRODUCT_TITLE} COLLATE NOCASE`,
  availabilityEndDate: 'o.availability_end_date',
  releasedAt: 'o.released_at',
  lastModifiedAt: 'o.last_modified_at',
  id: 'o.id',
};

export function listOffers(
  database: Database,
  input: Pick<ListInput, 'filter' | 'page' | 'pageSize' | 'sortBy' | 'direction'>,
  today: string,
): Pick<MethodOutput<'offers.list'>, 'items' | 'total'> {
  const where = toWhere(database, input.filter, today);
  const total = database.get<{ total: number }>(
    `SELECT count(*) AS total FROM offers o WHERE ${where.sql}`,
    ...where.values,
  );
  const sort = SORT_EXPRESSIONS[input.sortBy].replace('@today', `'${today}'`);
  const order = `${sort} ${input.direction === 'ascending' ? 'ASC' : 'DESC'}, o.id, o.account`;
  // Only the index is walked to find the page; the rows themselves are read for the page alone.
  const rows = database.all<OfferListRow>(
    `SELECT o.*, ${PRODUCT_TITLE} AS product_title,
       EXISTS (SELECT 1 FROM changes c WHERE c.account = o.account AND c.entity_id = o.id) AS made_here,
       EXISTS (SELECT 1 FROM hidden_offers h WHERE h.account = o.account AND h.offer_id = o.id) AS hidden
     FROM (SELECT o.account, o.id FROM offers o WHERE ${where.sql} ORDER BY ${order} LIMIT ? OFFSET ?) page
     JOIN offers o ON o.account = page.account AND o.id = page.id ORDER BY ${order}`,
    ...where.values,
    input.pageSize,
    (input.page - 1) * input.pageSize,
  );
  return { items: rows.map((row) => toSummary(row, today)), total: total?.total ?? 0 };
}

export function findOffer(database: Database, account: string, id: string, today: string): OfferSummary | null {
  const row = database.get<OfferListRow>(
    `SELECT o.*, ${PRODUCT_TITLE} AS product_title,
       EXISTS (SELECT 1 FROM changes c WHERE c.account = o.account AND c.entity_id = o.id) AS made_here,
       EXISTS (SELECT 1 FROM hidden_offers h WHERE h.account = o.account AND h.offer_id = o.id) AS hidden
     FROM offers o WHERE o.account = ? AND o.id = ?`,
    account,
    id,
  );
  return row ? toSummary(row, today) : null;
}

function toWhere(database: Database, filter: OfferFilter, today: string): Condition {
  const conditions: Condition[] = [
    filter.account === null ? always : { sql: 'o.account = ?', values: [filter.account] },
    hiddenCondition(database, filter),
    audienceCondition(filter),
    textCondition(database, filter),
    stateCondition(filter.states, today),
    filter.productIds.length === 0 ? always : inList('o.product_id', filter.productIds),
    buyerCondition(filter.buyer),
    filter.expiresFrom === null ? always : { sql: 'o.availability_end_date >= ?', values: [filter.expiresFrom] },
    filter.expiresTo === null ? always : { sql: 'o.availability_end_date <= ?', values: [filter.expiresTo] },
  ];
  const used = conditions.filter((condition) => condition !== always);
  if (used.length === 0) return always;
  return {
    sql: used.map(({ sql }) => `(${sql})`).join(' AND '),
    values: used.flatMap(({ values }) => values),
  };
}

function audienceCondition({ privateOnly, publicOnly = false }: OfferFilter): Condition {
  if (publicOnly) return { sql: 'o.is_private = 0', values: [] };
  return privateOnly ? { sql: 'o.is_private = 1', values: [] } : always;
}

/** Nearly nobody hides anything: then the index alone is walked, as before. */
function hiddenCondition(database: Database, { hidden = false }: OfferFilter): Condition {
  if (!hidden && !database.get('SELECT 1 FROM hidden_offers LIMIT 1')) return always;
  return {
    sql: `(o.account, o.id) ${hidden ? '' : 'NOT '}IN (SELECT account, offer_id FROM hidden_offers)`,
    values: [],
  };
}

/** Name, id, buyers, and the titles of products: these are few, so they are looked up first. */
function textCondition(database: Database, filter: OfferFilter): Condition {
  const text = foldText(filter.text.trim());
  if (text === '') return always;
  const products = database.all<{ account: string; id: string }>(
    'SELECT account, id FROM products WHERE instr(search, ?) > 0 AND (?2 IS NULL OR account = ?2) LIMIT 500',
    text,
    filter.account,
  );
  const resold = findResoldProducts(database, text, filter.account);
  const byProduct = inList('o.product_id', [...new Set([...products.map(({ id }) => id), ...resold])]);
  return { sql: `instr(o.search, ?) > 0 OR ${byProduct.sql}`, values: [text, ...byProduct.values] };
}

function stateCondition(states: readonly OfferState[], today: string): Condition {
  if (states.length === 0) return always;
  const each: Record<OfferState, Condition> = {
    draft: { sql: `o.aws_state <> 'Released'`, values: [] },
    active: {
      sql: `o.aws_state = 'Released' AND (o.availability_end_date IS NULL OR o.availability_end_date >= ?)`,
      values: [today],
    },
    expired: { sql: `o.aws_state = 'Released' AND o.availability_end_date < ?`, values: [today] },
  };
  const chosen = states.map((state) => each[state]);
  return { sql: chosen.map(({ sql }) => `(${sql})`).join(' OR '), values: chosen.flatMap(({ values }) => values) };
}

/** Part of a 12-digit id is enough: people type as they read. */
function buyerCondition(buyer: string): Condition {
  const digits = buyer.trim();
  if (digits === '') return always;
  // The search text holds the buyers too and stands in the index: it rules nearly all offers out before their buyers are read.
  return {
    sql: `instr(o.search, ?) > 0 AND EXISTS (SELECT 1 FROM offer_buyers b
      WHERE b.account = o.account AND b.offer_id = o.id AND instr(b.buyer, ?) > 0)`,
    values: [digits, digits],
  };
}

function inList(column: string, values: readonly string[]): Condition {
  return { sql: `${column} IN (SELECT value FROM json_each(?))`, values: [JSON.stringify(values)] };
}

interface OfferListRow {
  account: string;
  id: string;
  name: string;
  aws_state: string;
  product_id: string;
  product_title: string | null;
  buyers: string;
  targeting: string;
  availability_end_date: string | null;
  released_at: string | null;
  last_modified_at: string;
  resale_authorization_id: string | null;
  offer_set_id: string | null;
  created_by_source: string | null;
  made_here: number;
  is_private: number;
  hidden: number;
}

function toSummary(row: OfferListRow, today: string): OfferSummary {
  return {
    account: row.account,
    id: row.id,
    name: row.name,
    state: toOfferState(row.aws_state, row.availability_end_date, today),
    productId: row.product_id,
    productTitle: row.product_title,
    buyers: JSON.parse(row.buyers) as string[],
    targeting: JSON.parse(row.targeting) as string[],
    availabilityEndDate: row.availability_end_date,
    releasedAt: row.released_at,
    lastModifiedAt: row.last_modified_at,
    resaleAuthorizationId: row.resale_authorization_id,
    offerSetId: row.offer_set_id,
    createdBySource: row.created_by_source,
    madeHere: row.made_here === 1,
    isPublic: row.is_private === 0,
    hidden: row.hidden === 1,
  };
}
