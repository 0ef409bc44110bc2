/** Finds invitations in the local copy: one page from indexed columns, of one catalog. */
import type { SQLInputValue } from 'node:sqlite';
import type { InvitationFilter } from '../../shared/contract/invitations.ts';
import type { MethodOutput, ParsedInput } from '../../shared/contract/index.ts';
import type { PartnerCatalog } from '../../shared/domain/account/account.ts';
import { daysLeft, type InvitationSummary } from '../../shared/domain/opportunity/invitation.ts';
import { foldText } from '../../shared/domain/text/fold.ts';
import type { Place } from '../opportunities/store.ts';
import type { Database } from '../storage/database.ts';

type ListInput = ParsedInput<'invitations.list'>;
type Paged = Pick<ListInput, 'page' | 'pageSize' | 'sortBy' | 'direction'>;

/** The id makes the order total, so that pages never overlap. */
const SORT_EXPRESSIONS: Record<ListInput['sortBy'], string> = {
  expiresAt: 'expires_at',
  invitedAt: 'invited_at',
  customer: 'customer COLLATE NOCASE',
  title: 'title COLLATE NOCASE',
  status: 'status',
};

export function listInvitations(
  database: Database,
  {
    places,
    filter,
    now,
  }: { readonly places: readonly Place[]; readonly filter: InvitationFilter; readonly now: number },
  { page, pageSize, sortBy, direction }: Paged,
): Pick<MethodOutput<'invitations.list'>, 'items' | 'total'> {
  const { where, values } = toWhere(places, filter);
  const counted = database.get<{ total: number }>(
    `SELECT count(*) AS total FROM invitations WHERE ${where}`,
    ...values,
  );
  const order = `${SORT_EXPRESSIONS[sortBy]} ${direction === 'ascending' ? 'ASC' : 'DESC'}, id, account`;
  const rows = database.all<InvitationRow>(
    `SELECT * FROM invitations WHERE ${where} ORDER BY ${order} LIMIT ? OFFSET ?`,
    ...values,
    pageSize,
    (page - 1) * pageSize,
  );
  return { items: rows.map((row) => toSummary(row, now)), total: counted?.total ?? 0 };
}

function toWhere(places: readonly Place[], filter: InvitationFilter): { where: string; values: SQLInputValue[] } {
  const conditions = ['account IN (SELECT value FROM json_each(?))', 'catalog = ?'];
  const values: SQLInputValue[] = [JSON.stringify(places.map(({ account }) => account)), places[0]?.catalog ?? 'AWS'];
  if (filter.statuses.length > 0) {
    conditions.push('status IN (SELECT value FROM json_each(?))');
    values.push(JSON.stringify(filter.statuses));
  }
  if (filter.types.length > 0) {
    conditions.push('payload_type IN (SELECT value FROM json_each(?))');
    values.push(JSON.stringify(filter.types));
  }
  const text = foldText(filter.text.trim());
  if (text !== '') {
    conditions.push('instr(search, ?) > 0');
    values.push(text);
  }
  return { where: conditions.join(' AND '), values };
}

export function findInvitation(
  database: Database,
  { account, catalog }: Place,
  id: string,
  now: number,
): InvitationSummary | null {
  const row = database.get<InvitationRow>(
    'SELECT * FROM invitations WHERE account = ? AND catalog = ? AND id = ?',
    account,
    catalog,
    id,
  );
  return row ? toSummary(row, now) : null;
}

interface InvitationRow {
  account: string;
  catalog: PartnerCatalog;
  id: string;
  engagement_id: string;
  payload_type: string;
  status: string;
  title: string;
  customer: string;
  country: string;
  industry: string;
  sender: string;
  invited_at: string;
  expires_at: string | null;
  opportunity_id: string | null;
}

function toSummary(row: InvitationRow, now: number): InvitationSummary {
  const { expires_at: expiresAt, status } = row;
  return {
    account: row.account,
    catalog: row.catalog,
    id: row.id,
    engagementId: row.engagement_id,
    payloadType: row.payload_type,
    status,
    title: row.title,
    customer: row.customer,
    country: row.country,
    industry: row.industry,
    sender: row.sender,
    invitedAt: row.invited_at,
    expiresAt,
    daysLeft: status === 'PENDING' && expiresAt !== null ? daysLeft(expiresAt, now) : null,
    opportunityId: row.opportunity_id,
  };
}
