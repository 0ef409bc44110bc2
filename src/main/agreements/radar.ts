/** Reads what comes up from the copies of agreements, offers and requests, by indexed days. */
import type { SQLInputValue } from 'node:sqlite';
import type { RadarEntry, RadarKind } from '../../shared/domain/agreement/radar.ts';
import type { Database } from '../storage/database.ts';

export interface RadarRange {
  readonly account: string | null;
  readonly kinds: readonly RadarKind[];
  /** Both days belong to it. */
  readonly from: string;
  readonly to: string;
}

/** ?1 account or null, ?2 first day, ?3 last day, ?4 kinds as JSON, empty for all. Rows of what has ended come with in_force 0. */
const ENTRIES = `
  SELECT m.account, m.kind, m.date, a.id, a.id AS agreement_id, a.offer_id, m.position, a.product_id, '' AS title,
    a.acceptor AS buyer, m.amount, m.currency, a.status = 'ACTIVE' AS in_force, a.updated_at
  FROM agreement_milestones m JOIN agreements a ON a.account = m.account AND a.id = m.agreement_id
  WHERE m.date BETWEEN ?2 AND ?3 AND (?1 IS NULL OR m.account = ?1)
  UNION ALL
  SELECT o.account, 'offer-expires', o.availability_end_date, o.id, NULL, o.id, 0, o.product_id, o.name,
    coalesce((SELECT min(b.buyer) FROM offer_buyers b WHERE b.account = o.account AND b.offer_id = o.id), ''),
    NULL, NULL, 1, o.last_modified_at
  FROM offers o
  WHERE o.is_private = 1 AND o.aws_state = 'Released' AND o.availability_end_date BETWEEN ?2 AND ?3
    AND (?1 IS NULL OR o.account = ?1)
    AND NOT EXISTS (SELECT 1 FROM agreements taken WHERE taken.account = o.account AND taken.offer_id = o.id)
  UNION ALL
  SELECT r.account, 'request-decides', substr(r.decides_at, 1, 10), r.id, r.agreement_id, NULL, 0,
    coalesce((SELECT a.product_id FROM agreements a WHERE a.account = r.account AND a.id = r.agreement_id), ''), r.title,
    coalesce((SELECT a.acceptor FROM agreements a WHERE a.account = r.account AND a.id = r.agreement_id), ''),
    r.amount, r.currency, 1, r.updated_at
  FROM agreement_requests r
  WHERE r.status = 'PENDING_APPROVAL' AND r.decides_at >= ?2 AND substr(r.decides_at, 1, 10) <= ?3
    AND (?1 IS NULL OR r.account = ?1)`;

const CHOSEN = `SELECT * FROM (${ENTRIES}) WHERE (?4 = '[]' OR kind IN (SELECT value FROM json_each(?4)))`;

export function listRadar(
  database: Database,
  range: RadarRange,
  page: { readonly page: number; readonly pageSize: number },
): { items: RadarEntry[]; total: number } {
  const values = valuesOf(range);
  const inForce = `${CHOSEN} AND in_force = 1`;
  const total = database.get<{ total: number }>(`SELECT count(*) AS total FROM (${inForce})`, ...values)?.total ?? 0;
  const rows = database.all<RadarRow>(
    `${withTitles(inForce)} ORDER BY e.date, e.kind, e.id, e.account, e.position LIMIT ?5 OFFSET ?6`,
    ...values,
    page.pageSize,
    (page.page - 1) * page.pageSize,
  );
  return { items: rows.map(toEntry), total };
}

/** How many of each kind on each day. */
export function countRadar(database: Database, range: RadarRange): { date: string; kind: RadarKind; count: number }[] {
  return database
    .all<{ date: string; kind: RadarKind; count: number }>(
      `SELECT date, kind, count(*) AS count FROM (${CHOSEN} AND in_force = 1) GROUP BY date, kind ORDER BY date, kind`,
      ...valuesOf(range),
    )
    .map((row) => ({ ...row }));
}

/** Everything in the range, what will not happen any more included: a calendar has to hear of it. */
export function* eachRadarEntry(database: Database, range: RadarRange): Generator<readonly RadarEntry[]> {
  const PIECE = 500;
  for (let offset = 0; ; offset += PIECE) {
    const rows = database.all<RadarRow>(
      `${withTitles(CHOSEN)} ORDER BY e.date, e.kind, e.id, e.account, e.position LIMIT ?5 OFFSET ?6`,
      ...valuesOf(range),
      PIECE,
      offset,
    );
    if (rows.length > 0) yield rows.map(toEntry);
    if (rows.length < PIECE) return;
  }
}

function withTitles(entries: string): string {
  return `SELECT e.*, p.title AS product_title, o.name AS offer_name FROM (${entries}) e
    LEFT JOIN products p ON p.account = e.account AND p.id = e.product_id
    LEFT JOIN offers o ON o.account = e.account AND o.id = e.offer_id`;
}

function valuesOf({ account, from, to, kinds }: RadarRange): SQLInputValue[] {
  return [account, from, to, JSON.stringify(kinds)];
}

interface RadarRow {
  account: string;
  kind: RadarKind;
  date: string;
  id: string;
  agreement_id: string | null;
  offer_id: string | null;
  position: number;
  product_title: string | null;
  offer_name: string | null;
  title: string;
  buyer: string;
  amount: string | null;
  currency: string | null;
  in_force: number;
  updated_at: string | null;
}

function toEntry(row: RadarRow): RadarEntry {
  return {
    account: row.account,
    kind: row.kind,
    date: row.date,
    id: row.id,
    agreementId: row.agreement_id,
    offerId: row.offer_id,
    position: row.position,
    productTitle: row.product_title,
    title: row.title || (row.offer_name ?? ''),
    buyer: row.buyer,
    amount: row.amount,
    currency: row.currency,
    inForce: row.in_force === 1,
    updatedAt: row.updated_at,
  };
}
