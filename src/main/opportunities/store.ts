/** The local copy of opportunities: list columns, the record with AWS's summary, next steps that were ever seen, links. */
import type { PartnerCatalog } from '../../shared/domain/account/account.ts';
import { OPPORTUNITY_STAGES, type NextStep } from '../../shared/domain/opportunity/opportunity.ts';
import { malformed, type EntityProblem } from '../entities/problem.ts';
import type { Taken } from '../entities/copy.ts';
import type { Database } from '../storage/database.ts';
import type { OpportunityRecord } from './reader.ts';
import {
  readLinks,
  readListed,
  readRecord,
  readSteps,
  readSummary,
  searchTextOf,
  textAt,
  type Json,
  type Link,
  type ListedColumns,
} from './readings.ts';

/** Whose opportunities: the two catalogs of one account are two places. */
export interface Place {
  readonly account: string;
  readonly catalog: PartnerCatalog;
}

export interface StoredRecord {
  readonly readAt: string;
  readonly document: Json;
  readonly summary: Json | null;
}

export interface OpportunityStore {
  /** Takes entries of AWS's list; answers those that make no sense. Inside a transaction of the caller. */
  saveListed(place: Place, entries: readonly unknown[], taken: Taken): EntityProblem[];
  /** Takes a record that was read by itself. False where it is no opportunity. */
  saveRecord(place: Place, record: OpportunityRecord, at: string): boolean;
  record(place: Place, id: string): StoredRecord | null;
  steps(place: Place, id: string): NextStep[];
  links(place: Place, id: string): Link[];
  /** Not read since their last change, newest first; of all, or of these. */
  stale(place: Place): string[];
  /** That no list has shown since then, and that are not known to be gone. */
  unseenSince(place: Place, at: string): string[];
  /** True where it was not known to be gone. */
  markGone(place: Place, id: string, at: string): boolean;
  has(place: Place, id: string): boolean;
}

export function createOpportunityStore(database: Database): OpportunityStore {
  const ids = (sql: string, { account, catalog }: Place, ...more: string[]) =>
    database.all<{ id: string }>(sql, account, catalog, ...more).map(({ id }) => id);
  return {
    saveListed: (place, entries, taken) =>
      entries.flatMap((entry): EntityProblem[] => {
        const columns = readListed(entry);
        if (!columns) return [malformed(textAt(entry, 'Id') || '?')];
        saveListed(database, place, columns, taken);
        return [];
      }),
    saveRecord: (place, record, at) => database.cacheTransaction(() => saveRecord(database, place, record, at)),
    record({ account, catalog }, id) {
      const row = database.get<{ read_at: string; document: string; summary: string | null }>(
        'SELECT read_at, document, summary FROM opportunity_documents WHERE account = ? AND catalog = ? AND id = ?',
        account,
        catalog,
        id,
      );
      if (!row) return null;
      const summary = row.summary === null ? null : (JSON.parse(row.summary) as Json);
      return { readAt: row.read_at, document: JSON.parse(row.document) as Json, summary };
    },
    steps: ({ account, catalog }, id) =>
      database
        .all<NextStep>(
          `SELECT side, at, text FROM opportunity_steps WHERE account = ? AND catalog = ? AND id = ?
           ORDER BY at DESC, side LIMIT 500`,
          account,
          catalog,
          id,
        )
        .map((row) => ({ ...row })),
    links: ({ account, catalog }, id) =>
      database
        .all<Link>(
          `SELECT type, target, target_id AS targetId FROM opportunity_links
           WHERE account = ? AND catalog = ? AND id = ? ORDER BY type, target`,
          account,
          catalog,
          id,
        )
        .map((row) => ({ ...row })),
    stale: (place) =>
      ids(
        `SELECT id FROM opportunities WHERE account = ? AND catalog = ? AND stale = 1 AND gone_at IS NULL
         ORDER BY modified_at DESC`,
        place,
      ),
    unseenSince: (place, at) =>
      ids(
        'SELECT id FROM opportunities WHERE account = ? AND catalog = ? AND synced_at < ? AND gone_at IS NULL',
        place,
        at,
      ),
    markGone({ account, catalog }, id, at) {
      const { changes } = database.run(
        `UPDATE opportunities SET gone_at = ? WHERE account = ? AND catalog = ? AND id = ? AND gone_at IS NULL`,
        at,
        account,
        catalog,
        id,
      );
      return changes > 0;
    },
    has: ({ account, catalog }, id) =>
      database.get('SELECT 1 FROM opportunities WHERE account = ? AND catalog = ? AND id = ?', account, catalog, id) !==
      undefined,
  };
}

const LISTED = `partner_id, customer, company_key, site_key, country, industry, stage, review_status, opportunity_type, target_close, amount,
  currency, amount_number, next_steps, closed_lost_reason, created_at, modified_at, stage_order, synced_at`;
const UPDATES = LISTED.split(',')
  .map((column) => `${column.trim()} = excluded.${column.trim()}`)
  .join(', ');

function listedValues(row: ListedColumns, at: string) {
  return [
    row.partnerId,
    row.customer,
    row.companyKey,
    row.siteKey,
    row.country,
    row.industry,
    row.stage,
    row.reviewStatus,
    row.opportunityType,
    row.targetClose,
    row.amount,
    row.currency,
    row.amount === null ? null : Number(row.amount),
    row.nextSteps,
    row.closedLostReason,
    row.createdAt,
    row.modifiedAt,
    stageOrderOf(row.stage),
    at,
  ];
}

/** Stages sort by the way of a deal; one that is not known comes last. */
function stageOrderOf(stage: string): number {
  const place = (OPPORTUNITY_STAGES as readonly string[]).indexOf(stage);
  return place === -1 ? 99 : place;
}

/** Empty columns until the record was read. */
const UNREAD = `'', '', '', '', ?`;

/** A list may lag behind what was read one by one: an older entry changes nothing but when it was seen. */
function saveListed(database: Database, { account, catalog }: Place, row: ListedColumns, taken: Taken): void {
  const { changes } = database.run(
    `INSERT INTO opportunities (account, catalog, id, ${LISTED}, owner, engagement_score, involvement, aws_stage, search)
     VALUES (?, ?, ?, ${Array(19).fill('?').join(', ')}, ${UNREAD})
     ON CONFLICT (account, catalog, id) DO UPDATE SET ${UPDATES}, stale = 1, gone_at = NULL
     WHERE excluded.modified_at > modified_at`,
    account,
    catalog,
    row.id,
    ...listedValues(row, taken.at),
    searchTextOf(row, { title: '', owner: '' }),
  );
  if (changes === 0) {
    database.run(
      `UPDATE opportunities SET synced_at = ?, gone_at = NULL, stale = max(stale, ?)
       WHERE account = ? AND catalog = ? AND id = ?`,
      taken.at,
      Number(taken.reread),
      account,
      catalog,
      row.id,
    );
  }
}

function saveRecord(database: Database, place: Place, { document, summary }: OpportunityRecord, at: string): boolean {
  const listed = readListed(document);
  if (!listed) return false;
  const { account, catalog } = place;
  const record = readRecord(document);
  const view = readSummary(summary);
  database.run(
    `INSERT INTO opportunities (account, catalog, id, ${LISTED}, title, owner, origin, engagement_score, involvement, aws_stage,
       search, stale)
     VALUES (?, ?, ?, ${Array(19).fill('?').join(', ')}, ?, ?, ?, ?, ?, ?, ?, 0)
     ON CONFLICT (account, catalog, id) DO UPDATE SET ${UPDATES}, title = excluded.title, owner = excluded.owner,
       origin = coalesce(excluded.origin, origin), engagement_score = excluded.engagement_score,
       involvement = excluded.involvement, aws_stage = excluded.aws_stage, search = excluded.search, stale = 0, gone_at = NULL`,
    account,
    catalog,
    listed.id,
    ...listedValues(listed, at),
    record.title,
    record.owner,
    view.origin,
    view.engagementScore,
    view.involvement,
    view.awsStage,
    searchTextOf(listed, record),
  );
  database.run(
    `INSERT INTO opportunity_documents (account, catalog, id, read_at, document, summary) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (account, catalog, id) DO UPDATE
       SET read_at = excluded.read_at, document = excluded.document, summary = excluded.summary`,
    account,
    catalog,
    listed.id,
    at,
    JSON.stringify(document),
    summary === null ? null : JSON.stringify(summary),
  );
  saveParts(database, place, listed.id, { document, summary });
  return true;
}

function saveParts(database: Database, { account, catalog }: Place, id: string, record: OpportunityRecord): void {
  const sides = { partner: record.document, aws: record.summary };
  for (const [side, value] of Object.entries(sides)) {
    for (const { at, text } of readSteps(value)) {
      database.run(
        'INSERT OR IGNORE INTO opportunity_steps (account, catalog, id, side, at, text) VALUES (?, ?, ?, ?, ?, ?)',
        account,
        catalog,
        id,
        side,
        at,
        text,
      );
    }
  }
  database.run('DELETE FROM opportunity_links WHERE account = ? AND catalog = ? AND id = ?', account, catalog, id);
  for (const { type, target, targetId } of readLinks(record.document)) {
    database.run(
      'INSERT OR IGNORE INTO opportunity_links (account, catalog, id, type, target, target_id) VALUES (?, ?, ?, ?, ?, ?)',
      account,
      catalog,
      id,
      type,
      target,
      targetId,
    );
  }
}
