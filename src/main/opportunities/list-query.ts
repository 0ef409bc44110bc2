/** Finds opportunities in the local copy: one page from indexed columns, of one catalog. */
import type { SQLInputValue } from 'node:sqlite';
import type { MethodOutput, ParsedInput } from '../../shared/contract/index.ts';
import { NOT_NAMED, type OpportunityFilter } from '../../shared/contract/opportunities.ts';
import type { PartnerCatalog } from '../../shared/domain/account/account.ts';
import type { OpportunitySummary } from '../../shared/domain/opportunity/opportunity.ts';
import { foldText } from '../../shared/domain/text/fold.ts';
import type { Database } from '../storage/database.ts';
import type { Place } from './store.ts';

type ListInput = ParsedInput<'opportunities.list'>;

interface Condition {
  readonly sql: string;
  readonly values: readonly SQLInputValue[];
}

const always: Condition = { sql: '1', values: [] };

interface Order {
  /** Without the id and the account behind it, which make the order total, so that pages never overlap. */
  readonly by: readonly string[];
  readonly index: string;
}

/** Each order has an index that holds what filters look at: a page is read in its order, and no list is sorted. */
const ORDERS: Record<ListInput['sortBy'], Order> = {
  modifiedAt: { by: ['o.modified_at'], index: 'modification' },
  createdAt: { by: ['o.created_at'], index: 'creation' },
  targetCloseDate: { by: ['o.target_close'], index: 'close' },
  customer: { by: ['o.customer COLLATE NOCASE'], index: 'customer' },
  title: { by: ['o.title COLLATE NOCASE'], index: 'title' },
  stage: { by: ['o.stage_order'], index: 'stage' },
  reviewStatus: { by: ['o.review_status'], index: 'review' },
  amount: { by: ['o.amount_number'], index: 'amount' },
  id: { by: [], index: 'id' },
};

/** So few are sooner found by their text and sorted than met on the way through an order. */
const FEW = 1000;
const WITH_TEXTS = 'opportunities_by_modification';

export type Paged = Pick<ListInput, 'page' | 'pageSize' | 'sortBy' | 'direction'>;

export function listOpportunities(
  database: Database,
  places: readonly Place[],
  filter: OpportunityFilter,
  paged: Paged,
): Pick<MethodOutput<'opportunities.list'>, 'items' | 'total'> {
  const where = toWhere(places, filter);
  const hasText = filter.text.trim() !== '';
  const few = hasText ? findFew(database, where) : null;
  const total = few?.length ?? count(database, where, hasText);
  const { by, index } = ORDERS[paged.sortBy];
  const page = fromNearerEnd(paged, total);
  const order = [...by, 'o.id', 'o.account'].map((each) => `${each} ${page.ascending ? 'ASC' : 'DESC'}`).join(', ');
  const limits = [page.limit, page.offset] as const;
  const rows = few
    ? database.all<OpportunityRow>(
        `SELECT o.* FROM json_each(?) found JOIN opportunities o
           ON o.account = found.value ->> 0 AND o.catalog = found.value ->> 1 AND o.id = found.value ->> 2
         ORDER BY ${order} LIMIT ? OFFSET ?`,
        JSON.stringify(few),
        ...limits,
      )
    : database.all<OpportunityRow>(
        `SELECT o.* FROM (SELECT o.account, o.catalog, o.id FROM opportunities o INDEXED BY opportunities_in_order_of_${index}
           WHERE ${where.sql} ORDER BY ${order} LIMIT ? OFFSET ?) page
         JOIN opportunities o ON o.account = page.account AND o.catalog = page.catalog AND o.id = page.id ORDER BY ${order}`,
        ...where.values,
        ...limits,
      );
  const items = rows.map(toSummary);
  return { items: page.isReversed ? items.reverse() : items, total };
}

/** Those that a text finds, by one look at the texts; null where they are many. */
function findFew(database: Database, where: Condition): [account: string, catalog: string, id: string][] | null {
  const found = database.all<Pick<OpportunityRow, 'account' | 'catalog' | 'id'>>(
    `SELECT o.account, o.catalog, o.id FROM opportunities o INDEXED BY ${WITH_TEXTS} WHERE ${where.sql} LIMIT ${FEW + 1}`,
    ...where.values,
  );
  return found.length > FEW ? null : found.map(({ account, catalog, id }) => [account, catalog, id]);
}

function count(database: Database, where: Condition, hasText: boolean): number {
  const row = database.get<{ total: number }>(
    `SELECT count(*) AS total FROM opportunities o INDEXED BY ${hasText ? WITH_TEXTS : 'opportunities_in_order_of_id'}
     WHERE ${where.sql}`,
    ...where.values,
  );
  return row?.total ?? 0;
}

/** A page behind the middle is read from the end: what is skipped is never more than half of the list. */
function fromNearerEnd({ page, pageSize, direction }: Paged, total: number) {
  const offset = (page - 1) * pageSize;
  const ascending = direction === 'ascending';
  const limit = Math.max(0, Math.min(pageSize, total - offset));
  if (offset * 2 <= total) return { offset, limit, ascending, isReversed: false };
  return { offset: Math.max(0, total - offset - limit), limit, ascending: !ascending, isReversed: true };
}

/** Everything the filter finds, in pieces, so that a long list does not hold up the rest. */
export function* eachOpportunity(
  database: Database,
  places: readonly Place[],
  filter: OpportunityFilter,
): Generator<readonly OpportunitySummary[]> {
  const PIECE = 200;
  for (let page = 1; ; page += 1) {
    const paged: Paged = { page, pageSize: PIECE, sortBy: 'id', direction: 'ascending' };
    const { items } = listOpportunities(database, places, filter, paged);
    if (items.length > 0) yield items;
    if (items.length < PIECE) return;
  }
}

export function findOpportunity(
  database: Database,
  { account, catalog }: Place,
  id: string,
): OpportunitySummary | null {
  const row = database.get<OpportunityRow>(
    'SELECT * FROM opportunities WHERE account = ? AND catalog = ? AND id = ?',
    account,
    catalog,
    id,
  );
  return row ? toSummary(row) : null;
}

function toWhere(places: readonly Place[], filter: OpportunityFilter): Condition {
  const text = foldText(filter.text.trim());
  const conditions: Condition[] = [
    placeCondition(places),
    { sql: filter.gone ? 'o.gone_at IS NOT NULL' : 'o.gone_at IS NULL', values: [] },
    inList('o.stage', filter.stages),
    inList('o.review_status', filter.reviewStatuses),
    inList('o.origin', filter.origins),
    filter.closeFrom === null ? always : { sql: 'o.target_close >= ?', values: [filter.closeFrom] },
    filter.closeTo === null ? always : { sql: 'o.target_close <= ?', values: [filter.closeTo] },
    // What costs most is asked of the fewest, and last what the index of texts does not hold.
    text === '' ? always : { sql: 'instr(o.search, ?) > 0', values: [text] },
    filter.withoutClose ? { sql: 'o.target_close IS NULL', values: [] } : always,
    orNotNamed('o.currency', filter.currencies, 'o.amount IS NULL OR o.currency IS NULL'),
    orNotNamed('o.closed_lost_reason', filter.lostReasons, `o.closed_lost_reason = ''`),
  ];
  const used = conditions.filter((condition) => condition !== always);
  return { sql: used.map(({ sql }) => `(${sql})`).join(' AND '), values: used.flatMap(({ values }) => values) };
}

function placeCondition(places: readonly Place[]): Condition {
  const [first, ...others] = places;
  if (first && others.length === 0)
    return { sql: 'o.account = ? AND o.catalog = ?', values: [first.account, first.catalog] };
  return {
    sql: 'o.account IN (SELECT value FROM json_each(?)) AND o.catalog = ?',
    values: [JSON.stringify(places.map(({ account }) => account)), first?.catalog ?? ('AWS' satisfies PartnerCatalog)],
  };
}

/** One of the words, or nothing where the filter says so. */
function orNotNamed(column: string, words: readonly string[], notNamed: string): Condition {
  if (words.length === 0) return always;
  const named = inList(
    column,
    words.filter((word) => word !== NOT_NAMED),
  );
  const found = named === always ? [] : [`(${named.sql} AND NOT (${notNamed}))`];
  const missing = words.includes(NOT_NAMED) ? [`(${notNamed})`] : [];
  return { sql: [...found, ...missing].join(' OR '), values: named.values };
}

function inList(column: string, values: readonly string[]): Condition {
  if (values.length === 0) return always;
  return { sql: `${column} IN (SELECT value FROM json_each(?))`, values: [JSON.stringify(values)] };
}

interface OpportunityRow {
  account: string;
  catalog: PartnerCatalog;
  id: string;
  partner_id: string;
  title: string | null;
  customer: string;
  country: string;
  industry: string;
  stage: string;
  review_status: string;
  origin: string | null;
  opportunity_type: string;
  target_close: string | null;
  amount: string | null;
  currency: string | null;
  next_steps: string;
  closed_lost_reason: string;
  owner: string;
  engagement_score: string;
  involvement: string;
  aws_stage: string;
  created_at: string | null;
  modified_at: string;
  gone_at: string | null;
}

function toSummary(row: OpportunityRow): OpportunitySummary {
  return {
    account: row.account,
    catalog: row.catalog,
    id: row.id,
    partnerId: row.partner_id,
    title: row.title,
    customer: row.customer,
    country: row.country,
    industry: row.industry,
    stage: row.stage,
    reviewStatus: row.review_status,
    origin: row.origin,
    opportunityType: row.opportunity_type,
    targetCloseDate: row.target_close,
    amount: row.amount,
    currency: row.currency,
    nextSteps: row.next_steps,
    closedLostReason: row.closed_lost_reason,
    owner: row.owner,
    engagementScore: row.engagement_score,
    involvement: row.involvement,
    awsStage: row.aws_stage,
    createdAt: row.created_at,
    modifiedAt: row.modified_at,
    goneAt: row.gone_at,
  };
}

/** Those that an offer stands beside. */
export function findByOffer(database: Database, { account, catalog }: Place, offerId: string): OpportunitySummary[] {
  return database
    .all<OpportunityRow>(
      `SELECT o.* FROM opportunity_links link
       JOIN opportunities o ON o.account = link.account AND o.catalog = link.catalog AND o.id = link.id
       WHERE link.account = ? AND link.target_id = ? AND link.catalog = ? AND link.type = 'AwsMarketplaceOffers'
         AND o.gone_at IS NULL ORDER BY o.modified_at DESC`,
      account,
      offerId,
      catalog,
    )
    .map(toSummary);
}
