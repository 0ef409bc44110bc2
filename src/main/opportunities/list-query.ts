/** Finds opportunities in the local copy: one page from indexed columns, of one catalog. */
import type { SQLInputValue } from 'node:sqlite';
import type { MethodOutput, ParsedInput } from '../../shared/contract/index.ts';
import { NOT_NAMED, type OpportunityFilter } from '../../shared/contract/opportunities.ts';
import type { PartnerCatalog } from '../../shared/domain/account/account.ts';
import { OPPORTUNITY_STAGES, type OpportunitySummary } from '../../shared/domain/opportunity/opportunity.ts';
import { foldText } from '../../shared/domain/text/fold.ts';
import type { Database } from '../storage/database.ts';
import type { Place } from './store.ts';

type ListInput = ParsedInput<'opportunities.list'>;

interface Condition {
  readonly sql: string;
  readonly values: readonly SQLInputValue[];
}

const always: Condition = { sql: '1', values: [] };

/** Stages sort by the way of a deal; one that is not known comes last. */
const STAGE_ORDER = `CASE o.stage ${OPPORTUNITY_STAGES.map((stage, index) => `WHEN '${stage}' THEN ${index}`).join(' ')} ELSE 99 END`;

/** The id makes the order total, so that pages never overlap. */
const SORT_EXPRESSIONS: Record<ListInput['sortBy'], string> = {
  modifiedAt: 'o.modified_at',
  createdAt: 'o.created_at',
  targetCloseDate: 'o.target_close',
  customer: 'o.customer COLLATE NOCASE',
  title: 'o.title COLLATE NOCASE',
  stage: STAGE_ORDER,
  reviewStatus: 'o.review_status',
  amount: 'o.amount_number',
  id: 'o.id',
};

export type Paged = Pick<ListInput, 'page' | 'pageSize' | 'sortBy' | 'direction'>;

export function listOpportunities(
  database: Database,
  places: readonly Place[],
  filter: OpportunityFilter,
  paged: Paged,
): Pick<MethodOutput<'opportunities.list'>, 'items' | 'total'> {
  const where = toWhere(places, filter);
  const total = database.get<{ total: number }>(
    `SELECT count(*) AS total FROM opportunities o WHERE ${where.sql}`,
    ...where.values,
  );
  const order = `${SORT_EXPRESSIONS[paged.sortBy]} ${paged.direction === 'ascending' ? 'ASC' : 'DESC'}, o.id, o.account`;
  const rows = database.all<OpportunityRow>(
    `SELECT o.* FROM (SELECT o.account, o.catalog, o.id FROM opportunities o WHERE ${where.sql} ORDER BY ${order} LIMIT ? OFFSET ?) page
     JOIN opportunities o ON o.account = page.account AND o.catalog = page.catalog AND o.id = page.id ORDER BY ${order}`,
    ...where.values,
    paged.pageSize,
    (paged.page - 1) * paged.pageSize,
  );
  return { items: rows.map(toSummary), total: total?.total ?? 0 };
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
    text === '' ? always : { sql: 'instr(o.search, ?) > 0', values: [text] },
    inList('o.stage', filter.stages),
    inList('o.review_status', filter.reviewStatuses),
    inList('o.origin', filter.origins),
    filter.closeFrom === null ? always : { sql: 'o.target_close >= ?', values: [filter.closeFrom] },
    filter.closeTo === null ? always : { sql: 'o.target_close <= ?', values: [filter.closeTo] },
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
