/** Finds agreements in the local copy: one page from indexed columns, titles looked up for the page alone. */
import type { SQLInputValue } from 'node:sqlite';
import type { MethodOutput, ParsedInput } from '../../shared/contract/index.ts';
import { NO_VALUE, type AgreementFilter } from '../../shared/contract/agreements.ts';
import type { AgreementRole, AgreementSummary } from '../../shared/domain/agreement/agreement.ts';
import { addDays } from '../../shared/domain/dates/plain-date.ts';
import { isAmount } from '../../shared/domain/money/amount.ts';
import { foldText } from '../../shared/domain/text/fold.ts';
import { findResoldProducts, productTitleSql } from '../entities/product-title.ts';
import type { Database } from '../storage/database.ts';

type ListInput = ParsedInput<'agreements.list'>;

interface Condition {
  readonly sql: string;
  readonly values: readonly SQLInputValue[];
}

const always: Condition = { sql: '1', values: [] };

/** From which authorization it was sold: events name it, and so does the offer. */
const PRODUCT_TITLE = productTitleSql(
  'a',
  `coalesce(a.resale_authorization_id,
    (SELECT s.resale_authorization_id FROM offers s WHERE s.account = a.account AND s.id = a.offer_id))`,
);

/** The id makes the order total, so that pages never overlap. */
const SORT_EXPRESSIONS: Record<ListInput['sortBy'], string> = {
  updatedAt: 'a.updated_at',
  acceptedAt: 'a.accepted_at',
  startsAt: 'a.starts_at',
  endsAt: 'a.ends_at',
  status: 'a.status',
  value: 'a.value_number',
  productTitle: `${PRODUCT_TITLE} COLLATE NOCASE`,
  acceptor: 'a.acceptor',
  id: 'a.id',
};

const SELECT = `SELECT a.*, ${PRODUCT_TITLE} AS product_title, o.name AS offer_name, o.is_private,
  coalesce(a.resale_authorization_id, o.resale_authorization_id) AS sold_from
  FROM {from}
  LEFT JOIN offers o ON o.account = a.account AND o.id = a.offer_id`;

export function listAgreements(
  database: Database,
  input: Pick<ListInput, 'filter' | 'page' | 'pageSize' | 'sortBy' | 'direction'>,
  now: string,
): Pick<MethodOutput<'agreements.list'>, 'items' | 'total'> {
  const where = toWhere(database, input.filter, now);
  const total = database.get<{ total: number }>(
    `SELECT count(*) AS total FROM agreements a WHERE ${where.sql}`,
    ...where.values,
  );
  const order = `${SORT_EXPRESSIONS[input.sortBy]} ${input.direction === 'ascending' ? 'ASC' : 'DESC'}, a.id, a.account`;
  // Only the index is walked to find the page; the rows themselves are read for the page alone.
  const page = `(SELECT a.account, a.id FROM agreements a WHERE ${where.sql} ORDER BY ${order} LIMIT ? OFFSET ?) page
    JOIN agreements a ON a.account = page.account AND a.id = page.id`;
  const rows = database.all<AgreementListRow>(
    `${SELECT.replace('{from}', page)} ORDER BY ${order}`,
    ...where.values,
    input.pageSize,
    (input.page - 1) * input.pageSize,
  );
  return { items: rows.map((row) => toSummary(row, now)), total: total?.total ?? 0 };
}

/** Everything the filter finds, in pieces, so that a long list does not hold up the rest. */
export function* eachAgreement(
  database: Database,
  filter: AgreementFilter,
  now: string,
): Generator<readonly AgreementSummary[]> {
  const PIECE = 200;
  for (let page = 1; ; page += 1) {
    const { items } = listAgreements(
      database,
      { filter, page, pageSize: PIECE, sortBy: 'id', direction: 'ascending' },
      now,
    );
    if (items.length > 0) yield items;
    if (items.length < PIECE) return;
  }
}

export function findAgreement(database: Database, account: string, id: string, now: string): AgreementSummary | null {
  const row = database.get<AgreementListRow>(
    `${SELECT.replace('{from}', 'agreements a')} WHERE a.account = ? AND a.id = ?`,
    account,
    id,
  );
  return row ? toSummary(row, now) : null;
}

/** The agreements that follow one another by renewal or replacement, in the order of their acceptance. */
export function findChain(database: Database, account: string, id: string, now: string): AgreementSummary[] {
  const first = database.get<{ initial: string }>(
    'SELECT coalesce(initial_agreement_id, id) AS initial FROM agreements WHERE account = ? AND id = ?',
    account,
    id,
  );
  if (!first) return [];
  const rows = database.all<AgreementListRow>(
    `${SELECT.replace('{from}', 'agreements a')}
     WHERE a.account = ?1 AND (a.initial_agreement_id = ?2 OR a.id = ?2) ORDER BY a.accepted_at, a.id = ?2 DESC, a.status IN ('REPLACED', 'RENEWED') DESC, a.id LIMIT 200`,
    account,
    first.initial,
  );
  return rows.map((row) => toSummary(row, now));
}

function currencyCondition(currency: string): Condition {
  if (currency === '') return always;
  return currency === NO_VALUE
    ? { sql: 'a.value IS NULL', values: [] }
    : { sql: 'a.currency = ? AND a.value IS NOT NULL', values: [currency] };
}

function toWhere(database: Database, filter: AgreementFilter, now: string): Condition {
  const conditions: Condition[] = [
    filter.account === null ? always : { sql: 'a.account = ?', values: [filter.account] },
    textCondition(database, filter),
    filter.statuses.length === 0 ? always : inList('a.status', filter.statuses),
    filter.productIds.length === 0 ? always : inList('a.product_id', filter.productIds),
    filter.buyer.trim() === '' ? always : { sql: 'instr(a.acceptor, ?) > 0', values: [filter.buyer.trim()] },
    filter.offerId === '' ? always : { sql: 'a.offer_id = ?', values: [filter.offerId] },
    audienceCondition(filter.audience),
    endsWithin(filter.endsWithinDays, now),
    fromDay('a.accepted_at', filter.acceptedFrom),
    toDay('a.accepted_at', filter.acceptedTo),
    fromDay('a.ends_at', filter.endsFrom),
    toDay('a.ends_at', filter.endsTo),
    currencyCondition(filter.currency),
    isAmount(filter.valueFrom) ? { sql: 'a.value_number >= ?', values: [Number(filter.valueFrom)] } : always,
  ];
  const used = conditions.filter((condition) => condition !== always);
  if (used.length === 0) return always;
  return { sql: used.map(({ sql }) => `(${sql})`).join(' AND '), values: used.flatMap(({ values }) => values) };
}

/** Ids, titles of products and names of offers: the last two are looked up first. */
function textCondition(database: Database, filter: AgreementFilter): Condition {
  const text = foldText(filter.text.trim());
  if (text === '') return always;
  const idsOf = (table: 'products' | 'offers') =>
    database
      .all<{ id: string }>(
        `SELECT DISTINCT id FROM ${table} WHERE instr(search, ?1) > 0 AND (?2 IS NULL OR account = ?2) LIMIT 500`,
        text,
        filter.account,
      )
      .map(({ id }) => id);
  const productIds = [...idsOf('products'), ...findResoldProducts(database, text, filter.account)];
  const parts = [inList('a.product_id', productIds), inList('a.offer_id', idsOf('offers'))];
  return {
    sql: `instr(a.search, ?) > 0 OR ${parts.map(({ sql }) => sql).join(' OR ')}`,
    values: [text, ...parts.flatMap(({ values }) => values)],
  };
}

function audienceCondition(audience: AgreementFilter['audience']): Condition {
  if (audience === null) return always;
  const offer = 'SELECT 1 FROM offers o WHERE o.account = a.account AND o.id = a.offer_id';
  if (audience === 'unknown') return { sql: `NOT EXISTS (${offer})`, values: [] };
  return { sql: `EXISTS (${offer} AND o.is_private = ?)`, values: [audience === 'private' ? 1 : 0] };
}

function endsWithin(days: number | null, now: string): Condition {
  if (days === null) return always;
  const last = addDays(now.slice(0, 10), days);
  return {
    sql: `a.status = 'ACTIVE' AND a.ends_at >= ? AND a.ends_at < ?`,
    values: [now.slice(0, 10), addDays(last, 1)],
  };
}

function fromDay(column: string, date: string | null): Condition {
  return date === null ? always : { sql: `${column} >= ?`, values: [date] };
}

/** The whole day belongs to the range: instants compare as text with the day after. */
function toDay(column: string, date: string | null): Condition {
  return date === null ? always : { sql: `${column} < ?`, values: [addDays(date, 1)] };
}

function inList(column: string, values: readonly string[]): Condition {
  return { sql: `${column} IN (SELECT value FROM json_each(?))`, values: [JSON.stringify(values)] };
}

interface AgreementListRow {
  account: string;
  id: string;
  role: AgreementRole;
  status: string;
  product_id: string;
  product_type: string;
  product_title: string | null;
  offer_id: string;
  offer_name: string | null;
  offer_set_id: string | null;
  is_private: number | null;
  /** The authorization: events name it, and so does the offer. */
  sold_from: string | null;
  acceptor: string;
  proposer: string;
  accepted_at: string | null;
  starts_at: string | null;
  ends_at: string | null;
  updated_at: string | null;
  end_behavior: string | null;
  end_reason: string | null;
  initial_agreement_id: string | null;
  currency: string | null;
  value: string | null;
}

function toSummary(row: AgreementListRow, now: string): AgreementSummary {
  return {
    account: row.account,
    id: row.id,
    role: row.role,
    status: row.status,
    startsLater: row.status === 'ACTIVE' && row.starts_at !== null && row.starts_at > now,
    audience: row.is_private === null ? 'unknown' : row.is_private === 1 ? 'private' : 'public',
    productId: row.product_id,
    productType: row.product_type,
    productTitle: row.product_title,
    offerId: row.offer_id,
    offerName: row.offer_name,
    offerSetId: row.offer_set_id,
    resaleAuthorizationId: row.sold_from,
    acceptor: row.acceptor,
    proposer: row.proposer,
    acceptedAt: row.accepted_at,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    updatedAt: row.updated_at,
    endBehavior: row.end_behavior,
    endReason: row.end_reason,
    initialAgreementId: row.initial_agreement_id,
    currency: row.currency,
    value: row.value,
  };
}
