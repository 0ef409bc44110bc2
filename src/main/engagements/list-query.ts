/** Finds engagements in the local copy: one page from indexed columns, of one catalog. */
import type { SQLInputValue } from 'node:sqlite';
import type { EngagementFilter } from '../../shared/contract/engagements.ts';
import type { MethodOutput, ParsedInput } from '../../shared/contract/index.ts';
import type { PartnerCatalog } from '../../shared/domain/account/account.ts';
import type { EngagementSummary } from '../../shared/domain/engagement/engagement.ts';
import { foldText } from '../../shared/domain/text/fold.ts';
import type { Place } from '../opportunities/store.ts';
import type { Database } from '../storage/database.ts';

type ListInput = ParsedInput<'engagements.list'>;
type Paged = Pick<ListInput, 'page' | 'pageSize' | 'sortBy' | 'direction'>;

/** The id makes the order total, so that pages never overlap. */
const SORT_EXPRESSIONS: Record<ListInput['sortBy'], string> = {
  createdAt: 'created_at',
  modifiedAt: 'modified_at',
  title: 'title COLLATE NOCASE',
  customer: 'customer COLLATE NOCASE',
  qualification: 'qualification COLLATE NOCASE',
};

export function listEngagements(
  database: Database,
  places: readonly Place[],
  filter: EngagementFilter,
  { page, pageSize, sortBy, direction }: Paged,
): Pick<MethodOutput<'engagements.list'>, 'items' | 'total'> {
  const { where, values } = toWhere(places, filter);
  const counted = database.get<{ total: number }>(
    `SELECT count(*) AS total FROM engagements WHERE ${where}`,
    ...values,
  );
  const order = `${SORT_EXPRESSIONS[sortBy]} ${direction === 'ascending' ? 'ASC' : 'DESC'}, id, account`;
  const rows = database.all<EngagementRow>(
    `SELECT * FROM engagements WHERE ${where} ORDER BY ${order} LIMIT ? OFFSET ?`,
    ...values,
    pageSize,
    (page - 1) * pageSize,
  );
  return { items: rows.map(toSummary), total: counted?.total ?? 0 };
}

function toWhere(places: readonly Place[], filter: EngagementFilter): { where: string; values: SQLInputValue[] } {
  const conditions = ['account IN (SELECT value FROM json_each(?))', 'catalog = ?'];
  const values: SQLInputValue[] = [JSON.stringify(places.map(({ account }) => account)), places[0]?.catalog ?? 'AWS'];
  if (filter.about !== null) {
    conditions.push('is_lead = ?');
    values.push(filter.about === 'lead' ? 1 : 0);
  }
  if (filter.qualifications.length > 0) {
    conditions.push('qualification IN (SELECT value FROM json_each(?))');
    values.push(JSON.stringify(filter.qualifications));
  }
  const text = foldText(filter.text.trim());
  if (text !== '') {
    conditions.push('instr(search, ?) > 0');
    values.push(text);
  }
  return { where: conditions.join(' AND '), values };
}

export function findEngagement(database: Database, place: Place, id: string): EngagementSummary | null {
  const sql = 'SELECT * FROM engagements WHERE account = ? AND catalog = ? AND id = ?';
  const row = database.get<EngagementRow>(sql, place.account, place.catalog, id);
  return row ? toSummary(row) : null;
}

interface EngagementRow {
  account: string;
  catalog: PartnerCatalog;
  id: string;
  title: string;
  customer: string;
  qualification: string;
  is_lead: number;
  context_types: string;
  member_count: number;
  created_at: string;
  created_by: string;
  modified_at: string;
}

function toSummary(row: EngagementRow): EngagementSummary {
  return {
    account: row.account,
    catalog: row.catalog,
    id: row.id,
    title: row.title,
    customer: row.customer,
    qualification: row.qualification,
    isLead: row.is_lead === 1,
    contextTypes: JSON.parse(row.context_types) as string[],
    memberCount: row.member_count,
    createdAt: row.created_at,
    createdBy: row.created_by,
    modifiedAt: row.modified_at,
  };
}
