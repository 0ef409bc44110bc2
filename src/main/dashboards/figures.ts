/** The figures of the dashboard, each one query that groups by indexed columns: no document is opened, no amount becomes a float. */
import type { Dashboard } from '../../shared/contract/dashboards.ts';
import { toAuthorizationState, type AuthorizationUse } from '../../shared/domain/authorization/state.ts';
import { addDays, addMonths } from '../../shared/domain/dates/plain-date.ts';
import type { OfferState } from '../../shared/domain/offer/offer.ts';
import type { Database } from '../storage/database.ts';
import { exactSum } from './exact-sum.ts';

const EXPIRING_DAYS = [7, 14, 30, 60, 90] as const;
const MONTHS = 12;

export interface Scope {
  readonly database: Database;
  readonly account: string | null;
  /** UTC. */
  readonly today: string;
}

/** `account` null covers all; written so that an index on it is used either way. */
function ofAccount({ account }: Scope): { sql: string; values: string[] } {
  return account === null
    ? { sql: 'account IN (SELECT key FROM accounts)', values: [] }
    : { sql: 'account = ?', values: [account] };
}

export function countOffers(scope: Scope): Dashboard['offers'] {
  const where = ofAccount(scope);
  return scope.database.all<{ state: OfferState; count: number }>(
    `SELECT CASE WHEN aws_state <> 'Released' THEN 'draft' WHEN availability_end_date < ? THEN 'expired' ELSE 'active' END AS state,
       count(*) AS count
     FROM offers WHERE ${where.sql} AND is_private = 1 GROUP BY 1 ORDER BY 1`,
    scope.today,
    ...where.values,
  );
}

/** Each range begins today and holds the shorter ones. */
export function countExpiring(scope: Scope): Dashboard['expiring'] {
  const where = ofAccount(scope);
  return EXPIRING_DAYS.map((withinDays) => {
    const to = addDays(scope.today, withinDays);
    const row = scope.database.get<{ count: number }>(
      `SELECT count(*) AS count FROM offers WHERE ${where.sql} AND is_private = 1
         AND availability_end_date BETWEEN ? AND ? AND aws_state = 'Released'`,
      ...where.values,
      scope.today,
      to,
    );
    return { withinDays, from: scope.today, to, count: row?.count ?? 0 };
  });
}

interface AcceptedRow {
  month: string;
  currency: string | null;
  count: number;
  whole: number | null;
  fraction: number | null;
}

export function sumAccepted(scope: Scope): Dashboard['accepted'] {
  const where = ofAccount(scope);
  const first = firstOfMonth(addMonths(firstOfMonth(scope.today), 1 - MONTHS));
  // Whole units and the eight places behind the point are added apart, both as integers.
  const rows = scope.database.all<AcceptedRow>(
    `SELECT substr(accepted_at, 1, 7) AS month, CASE WHEN value IS NULL THEN NULL ELSE currency END AS currency,
       count(*) AS count,
       sum(CAST(substr(value || '.', 1, instr(value || '.', '.') - 1) AS INTEGER)) AS whole,
       sum(CAST(substr(replace(substr(value || '.', instr(value || '.', '.') + 1), '.', '') || '00000000', 1, 8) AS INTEGER)) AS fraction
     FROM agreements WHERE ${where.sql} AND accepted_at >= ? GROUP BY 1, 2 ORDER BY 1, 2`,
    ...where.values,
    first,
  );
  return rows.map(({ month, currency, count, whole, fraction }) => ({
    month,
    ...daysOf(month),
    currency,
    amount: exactSum(whole ?? 0, fraction ?? 0),
    count,
  }));
}

export function countEnding(scope: Scope): Dashboard['ending'] {
  const where = ofAccount(scope);
  const first = firstOfMonth(scope.today);
  const rows = scope.database.all<{ month: string; count: number }>(
    `SELECT substr(ends_at, 1, 7) AS month, count(*) AS count FROM agreements
     WHERE ${where.sql} AND ends_at >= ? AND ends_at < ? AND status = 'ACTIVE' GROUP BY 1`,
    ...where.values,
    first,
    addMonths(first, MONTHS),
  );
  return Array.from({ length: MONTHS }, (_, index) => {
    const month = addMonths(first, index).slice(0, 7);
    return { month, ...daysOf(month), count: rows.find((row) => row.month === month)?.count ?? 0 };
  });
}

interface AuthorizationRow extends Omit<AuthorizationUse, 'awsStatus'> {
  awsStatus: string;
  partner: string | null;
  partnerName: string | null;
  count: number;
}

export function countAuthorizations(scope: Scope): Dashboard['authorizations'] {
  const where = ofAccount(scope);
  const rows = scope.database.all<AuthorizationRow>(
    `SELECT reseller_account_id AS partner, max(reseller_name) AS partnerName, aws_status AS awsStatus, end_date AS endDate,
       max_offers AS maxOffers, offers_created AS offersCreated, extended_status AS extendedStatus, count(*) AS count
     FROM authorizations WHERE ownership = 'issued' AND ${where.sql} GROUP BY 1, 3, 4, 5, 6, 7`,
    ...where.values,
  );
  const groups = new Map<string, Dashboard['authorizations'][number]>();
  for (const row of rows) {
    const state = toAuthorizationState(row, scope.today);
    const partner = row.partner ?? '';
    const key = `${partner} ${state}`;
    const known = groups.get(key);
    groups.set(key, {
      partner,
      partnerName: known?.partnerName ?? row.partnerName,
      state,
      count: (known?.count ?? 0) + row.count,
    });
  }
  return [...groups.values()].sort(
    (one, other) => one.partner.localeCompare(other.partner) || one.state.localeCompare(other.state),
  );
}

export function countAttention(scope: Scope): Dashboard['attention'] {
  const where = ofAccount(scope);
  const count = (sql: string) => scope.database.get<{ n: number }>(sql, ...where.values)?.n ?? 0;
  const found = [
    {
      kind: 'stopped' as const,
      count: count(
        `SELECT count(*) AS n FROM changes WHERE ${where.sql} AND paused = 1
           AND state IN ('intended', 'eula-uploaded', 'sending', 'sent', 'succeeded')`,
      ),
    },
    {
      kind: 'failed' as const,
      count: count(`SELECT count(*) AS n FROM changes WHERE ${where.sql} AND state IN ('failed', 'refused')`),
    },
    {
      kind: 'differs' as const,
      count: count(
        `SELECT count(*) AS n FROM changes WHERE ${where.sql} AND state = 'verified' AND differences NOT IN ('[]', 'null')`,
      ),
    },
    {
      kind: 'unread' as const,
      count: count(`SELECT count(*) AS n FROM notifications WHERE ${where.sql} AND read_at IS NULL`),
    },
    {
      kind: 'drafts-at-aws' as const,
      count: count(
        `SELECT count(*) AS n FROM offers WHERE ${where.sql} AND is_private = 1 AND aws_state <> 'Released'`,
      ),
    },
    {
      kind: 'queue' as const,
      count: count(`SELECT count(*) AS n FROM event_queues WHERE ${where.sql} AND error IS NOT NULL`),
    },
  ];
  return found.filter((each) => each.count > 0);
}

function firstOfMonth(date: string): string {
  return `${date.slice(0, 7)}-01`;
}

function daysOf(month: string): { from: string; to: string } {
  const from = `${month}-01`;
  return { from, to: addDays(addMonths(from, 1), -1) };
}
