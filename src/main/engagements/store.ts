/** The local copy of engagements: list columns, each as AWS gave it, and which opportunities belong to which. */
import { malformed, type EntityProblem } from '../entities/problem.ts';
import type { Place } from '../opportunities/store.ts';
import { textAt, type Json } from '../opportunities/readings.ts';
import { foldText } from '../../shared/domain/text/fold.ts';
import type { Database } from '../storage/database.ts';
import type { WholeEngagement } from './reader.ts';
import { readAssociation, readContent, readListed, searchTextOf, type ListedEngagement } from './readings.ts';

export interface HeldEngagement {
  readonly document: Json;
  readonly members: readonly unknown[];
  readonly invitations: readonly unknown[];
  readonly readAt: string;
}

export interface EngagementStore {
  /** Takes entries of AWS's list. Inside a transaction of the caller. */
  saveListed(place: Place, entries: readonly unknown[], at: string): { problems: EntityProblem[]; hasNews: boolean };
  /** False where it is no engagement. */
  saveRead(place: Place, engagement: WholeEngagement, at: string): boolean;
  held(place: Place, id: string): HeldEngagement | null;
  /** Leads that are new or changed since they were read, newest first. */
  staleLeads(place: Place): string[];
  isStale(place: Place, id: string): boolean;
  /** Names the customers of some deals by our opportunities in them, so that none has to be read for it; false once none is left. */
  nameCustomers(place: Place): boolean;
  saveAssociations(place: Place, entries: readonly unknown[]): void;
  resources(place: Place, id: string): { readonly id: string; readonly createdBy: string; readonly title: string }[];
  /** Those that a look at the whole list has not met: AWS shows them no more. */
  dropUnseen(place: Place, since: string): void;
  ofOpportunity(place: Place, id: string): Record<'engagements' | 'invitations', { id: string; title: string }[]>;
  engagementOf(place: Place, invitationId: string): string | null;
  /** The invitation by which the account came in. */
  invitationOf(place: Place, id: string): string | null;
}

/** Few enough not to hold up the window. */
const NAMED_AT_ONCE = 300;
const OF_PLACE = 'account = ? AND catalog = ?';

export function createEngagementStore(database: Database): EngagementStore {
  return {
    saveListed(place, entries, at) {
      const problems: EntityProblem[] = [];
      let hasNews = false;
      for (const entry of entries) {
        const listed = readListed(entry);
        if (listed) hasNews = saveListed(database, place, listed, at) || hasNews;
        else problems.push(malformed(textAt(entry, 'Id') || '?'));
      }
      return { problems, hasNews };
    },
    saveRead: (place, engagement, at) => database.cacheTransaction(() => saveRead(database, place, engagement, at)),
    held({ account, catalog }, id) {
      const row = database.get<{ document: string; members: string; invitations: string; read_at: string }>(
        `SELECT document, members, invitations, read_at FROM engagement_documents WHERE ${OF_PLACE} AND id = ?`,
        account,
        catalog,
        id,
      );
      if (!row) return null;
      return {
        document: JSON.parse(row.document) as Json,
        members: JSON.parse(row.members) as unknown[],
        invitations: JSON.parse(row.invitations) as unknown[],
        readAt: row.read_at,
      };
    },
    staleLeads: ({ account, catalog }) =>
      database
        .all<{ id: string }>(
          `SELECT id FROM engagements WHERE ${OF_PLACE} AND stale = 1 AND is_lead = 1 ORDER BY created_at DESC`,
          account,
          catalog,
        )
        .map(({ id }) => id),
    isStale({ account, catalog }, id) {
      const sql = `SELECT stale FROM engagements WHERE ${OF_PLACE} AND id = ?`;
      return database.get<{ stale: number }>(sql, account, catalog, id)?.stale !== 0;
    },
    nameCustomers({ account, catalog }) {
      const rows = database.all<{ id: string; search: string; customer: string }>(
        `SELECT e.id, e.search, o.customer FROM engagements e
         JOIN engagement_resources r ON r.account = e.account AND r.catalog = e.catalog AND r.engagement_id = e.id
         JOIN opportunities o ON o.account = r.account AND o.catalog = r.catalog AND o.id = r.resource_id
         WHERE e.account = ? AND e.catalog = ? AND e.customer = '' AND o.customer <> '' LIMIT ?`,
        account,
        catalog,
        NAMED_AT_ONCE,
      );
      database.cacheTransaction(() => {
        for (const { id, search, customer } of rows) {
          const sql = `UPDATE engagements SET customer = ?, search = ? WHERE ${OF_PLACE} AND id = ?`;
          database.run(sql, customer, `${search}\n${foldText(customer)}`, account, catalog, id);
        }
      });
      return rows.length === NAMED_AT_ONCE;
    },
    saveAssociations(place, entries) {
      database.cacheTransaction(() => {
        for (const entry of entries) saveAssociation(database, place, entry);
      });
    },
    resources: ({ account, catalog }, id) =>
      database.all(
        `SELECT r.resource_id AS id, r.created_by AS createdBy, coalesce(o.title, '') AS title
         FROM engagement_resources r
         LEFT JOIN opportunities o ON o.account = r.account AND o.catalog = r.catalog AND o.id = r.resource_id
         WHERE r.account = ? AND r.catalog = ? AND r.engagement_id = ? ORDER BY r.resource_id`,
        account,
        catalog,
        id,
      ),
    dropUnseen({ account, catalog }, since) {
      database.run(`DELETE FROM engagements WHERE ${OF_PLACE} AND synced_at < ?`, account, catalog, since);
      database.run(
        `DELETE FROM engagement_resources WHERE ${OF_PLACE}
           AND engagement_id NOT IN (SELECT id FROM engagements WHERE account = ? AND catalog = ?)`,
        account,
        catalog,
        account,
        catalog,
      );
    },
    ofOpportunity: ({ account, catalog }, id) => ({
      engagements: database.all(
        `SELECT r.engagement_id AS id, coalesce(e.title, '') AS title FROM engagement_resources r
         LEFT JOIN engagements e ON e.account = r.account AND e.catalog = r.catalog AND e.id = r.engagement_id
         WHERE r.account = ? AND r.catalog = ? AND r.resource_id = ? ORDER BY r.engagement_id`,
        account,
        catalog,
        id,
      ),
      // A deal's invitation names its opportunity; a lead's shares the engagement with it.
      invitations: database.all(
        `SELECT id, title FROM invitations WHERE account = ?1 AND catalog = ?2 AND (opportunity_id = ?3 OR status = 'ACCEPTED' AND engagement_id IN
           (SELECT engagement_id FROM engagement_resources WHERE account = ?1 AND catalog = ?2 AND resource_id = ?3))
         ORDER BY invited_at`,
        account,
        catalog,
        id,
      ),
    }),
    engagementOf({ account, catalog }, invitationId) {
      const sql = `SELECT engagement_id AS id FROM invitations WHERE ${OF_PLACE} AND id = ?`;
      return database.get<{ id: string }>(sql, account, catalog, invitationId)?.id ?? null;
    },
    invitationOf({ account, catalog }, id) {
      const sql = `SELECT id FROM invitations WHERE ${OF_PLACE} AND engagement_id = ? ORDER BY invited_at DESC LIMIT 1`;
      return database.get<{ id: string }>(sql, account, catalog, id)?.id ?? null;
    },
  };
}

/** True where it was not known, or has changed. */
function saveListed(database: Database, { account, catalog }: Place, entry: ListedEngagement, at: string): boolean {
  const known = database.get<{ modified_at: string }>(
    `SELECT modified_at FROM engagements WHERE ${OF_PLACE} AND id = ?`,
    account,
    catalog,
    entry.id,
  );
  if (known?.modified_at === entry.modifiedAt) {
    const sql = `UPDATE engagements SET synced_at = ?, member_count = ? WHERE ${OF_PLACE} AND id = ?`;
    database.run(sql, at, entry.memberCount, account, catalog, entry.id);
    return false;
  }
  put(database, { account, catalog }, entry, { at, search: searchTextOf(entry, {}) });
  return true;
}

function put(
  database: Database,
  { account, catalog }: Place,
  entry: ListedEngagement,
  { at, search }: { readonly at: string; readonly search: string },
): void {
  database.run(
    `INSERT INTO engagements (account, catalog, id, title, is_lead, context_types, member_count, created_at, created_by,
       modified_at, synced_at, search)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (account, catalog, id) DO UPDATE SET title = excluded.title, is_lead = excluded.is_lead,
       context_types = excluded.context_types, member_count = excluded.member_count, modified_at = excluded.modified_at,
       synced_at = excluded.synced_at, stale = 1`,
    account,
    catalog,
    entry.id,
    entry.title,
    entry.contextTypes.includes('Lead') ? 1 : 0,
    JSON.stringify(entry.contextTypes),
    entry.memberCount,
    entry.createdAt,
    entry.createdBy,
    entry.modifiedAt,
    at,
    search,
  );
}

function saveRead(database: Database, place: Place, engagement: WholeEngagement, at: string): boolean {
  const { account, catalog } = place;
  const { document } = engagement;
  const entry = readListed(document);
  if (!entry) return false;
  const content = readContent(document);
  const search = searchTextOf(entry, content);
  put(database, place, entry, { at, search });
  database.run(
    `UPDATE engagements SET stale = 0, customer = ?, qualification = ?, search = ? WHERE ${OF_PLACE} AND id = ?`,
    content.customer,
    content.qualification,
    search,
    account,
    catalog,
    entry.id,
  );
  database.run(
    `INSERT OR REPLACE INTO engagement_documents (account, catalog, id, read_at, document, members, invitations)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    account,
    catalog,
    entry.id,
    at,
    JSON.stringify(document),
    JSON.stringify(engagement.members),
    JSON.stringify(engagement.invitations),
  );
  const sql = `DELETE FROM engagement_resources WHERE ${OF_PLACE} AND engagement_id = ?`;
  database.run(sql, account, catalog, entry.id);
  for (const association of engagement.associations) saveAssociation(database, place, association);
  return true;
}

function saveAssociation(database: Database, { account, catalog }: Place, entry: unknown): void {
  const association = readAssociation(entry);
  if (!association) return;
  database.run(
    `INSERT OR REPLACE INTO engagement_resources (account, catalog, engagement_id, resource_id, created_by)
     VALUES (?, ?, ?, ?, ?)`,
    account,
    catalog,
    association.engagementId,
    association.resourceId,
    association.createdBy,
  );
}
