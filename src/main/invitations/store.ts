/** The local copy of invitations: list columns, and each as AWS gave it. */
import { malformed, type EntityProblem } from '../entities/problem.ts';
import type { Place } from '../opportunities/store.ts';
import { textAt, type Json } from '../opportunities/readings.ts';
import type { Database } from '../storage/database.ts';
import { readContent, readListed, searchTextOf, type ListedInvitation } from './readings.ts';

export interface ListedPage {
  readonly problems: readonly EntityProblem[];
  /** Something on it was new, or stood otherwise before. */
  readonly hasNews: boolean;
  /** The earliest invitation on it; null for an empty page. */
  readonly oldest: string | null;
}

export interface InvitationStore {
  /** Takes entries of AWS's list. Inside a transaction of the caller. */
  saveListed(place: Place, entries: readonly unknown[], at: string): ListedPage;
  /** Takes an invitation that was read by itself. False where it is none. */
  saveRead(place: Place, document: Json, at: string): boolean;
  document(place: Place, id: string): { readonly document: Json; readonly readAt: string } | null;
  /** null where the invitation is not known. */
  engagementOf(place: Place, id: string): string | null;
  /** The opportunity that the journal saw an acceptance make; null where it saw none. */
  madeBy(place: Place, id: string): string | null;
  /** New or changed since they were read, newest first. */
  stale(place: Place): string[];
  /** What AWS does not show is not asked for again until it changes. */
  settle(place: Place, id: string): void;
  /** When the oldest of those that wait for an answer came; null where none waits. */
  oldestWaiting(place: Place): string | null;
  /** Deals that were accepted, and their opportunity not asked for yet. A lead makes none by being accepted. */
  toLink(place: Place): string[];
  /** null: AWS names no opportunity. */
  link(place: Place, id: string, opportunityId: string | null): void;
}

const OF_PLACE = 'account = ? AND catalog = ?';

export function createInvitationStore(database: Database): InvitationStore {
  const ids = (where: string, { account, catalog }: Place) =>
    database
      .all<{ id: string }>(
        `SELECT id FROM invitations WHERE ${OF_PLACE} AND ${where} ORDER BY invited_at DESC`,
        account,
        catalog,
      )
      .map(({ id }) => id);
  return {
    saveListed(place, entries, at) {
      const listed = entries.map((entry) => readListed(entry));
      const known = listed.filter((entry) => entry !== null);
      return {
        problems: entries.flatMap((entry, index) => (listed[index] ? [] : [malformed(textAt(entry, 'Id') || '?')])),
        hasNews: known.map((entry) => saveListed(database, place, entry, at)).includes(true),
        oldest: known.map(({ invitedAt }) => invitedAt).sort()[0] ?? null,
      };
    },
    saveRead: (place, document, at) => database.cacheTransaction(() => saveRead(database, place, document, at)),
    document({ account, catalog }, id) {
      const row = database.get<{ document: string; read_at: string }>(
        `SELECT document, read_at FROM invitation_documents WHERE ${OF_PLACE} AND id = ?`,
        account,
        catalog,
        id,
      );
      return row ? { document: JSON.parse(row.document) as Json, readAt: row.read_at } : null;
    },
    engagementOf({ account, catalog }, id) {
      const sql = `SELECT engagement_id AS id FROM invitations WHERE ${OF_PLACE} AND id = ?`;
      return database.get<{ id: string }>(sql, account, catalog, id)?.id ?? null;
    },
    madeBy({ account }, id) {
      const row = database.get<{ id: string | null }>(
        `SELECT json_extract(after, '$.OpportunityId') AS id FROM changes
         WHERE entity_id = ? AND account = ? AND kind = 'invitation-accept' AND state IN ('succeeded', 'verified')
         ORDER BY seq DESC LIMIT 1`,
        id,
        account,
      );
      return row?.id ?? null;
    },
    stale: (place) => ids('stale = 1', place),
    settle({ account, catalog }, id) {
      database.run(`UPDATE invitations SET stale = 0 WHERE ${OF_PLACE} AND id = ?`, account, catalog, id);
    },
    oldestWaiting({ account, catalog }) {
      const row = database.get<{ at: string | null }>(
        `SELECT min(invited_at) AS at FROM invitations WHERE ${OF_PLACE} AND status = 'PENDING'`,
        account,
        catalog,
      );
      return row?.at ?? null;
    },
    toLink: (place) =>
      ids(
        `status = 'ACCEPTED' AND payload_type = 'OpportunityInvitation' AND opportunity_id IS NULL AND unlinked = 0`,
        place,
      ),
    link({ account, catalog }, id, opportunityId) {
      database.run(
        `UPDATE invitations SET opportunity_id = coalesce(?, opportunity_id), unlinked = ? WHERE ${OF_PLACE} AND id = ?`,
        opportunityId,
        opportunityId === null ? 1 : 0,
        account,
        catalog,
        id,
      );
    },
  };
}

/** True where it was not known, or stood otherwise. A status that was read by itself is not undone by a list that lags. */
function saveListed(database: Database, { account, catalog }: Place, entry: ListedInvitation, at: string): boolean {
  const { changes } = database.run(
    `INSERT INTO invitations (account, catalog, id, engagement_id, payload_type, status, title, customer, country, industry, sender,
       invited_at, expires_at, synced_at, search)
     VALUES (?, ?, ?, ?, ?, ?, ?, '', '', '', ?, ?, ?, ?, ?)
     ON CONFLICT (account, catalog, id) DO UPDATE SET status = excluded.status, expires_at = excluded.expires_at, stale = 1,
       synced_at = excluded.synced_at
     WHERE (status = 'PENDING' AND excluded.status <> 'PENDING') OR expires_at IS NOT excluded.expires_at`,
    account,
    catalog,
    entry.id,
    entry.engagementId,
    entry.payloadType,
    entry.status,
    entry.title,
    entry.sender,
    entry.invitedAt,
    entry.expiresAt,
    at,
    searchTextOf(entry, { title: entry.title }),
  );
  return changes > 0;
}

function saveRead(database: Database, { account, catalog }: Place, document: Json, at: string): boolean {
  const entry = readListed(document);
  if (!entry) return false;
  const { title, customer, country, industry } = readContent(document);
  database.run(
    `INSERT INTO invitations (account, catalog, id, engagement_id, payload_type, status, title, customer, country, industry, sender,
       invited_at, expires_at, synced_at, search, stale)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
     ON CONFLICT (account, catalog, id) DO UPDATE SET status = excluded.status, title = excluded.title,
       customer = excluded.customer, country = excluded.country, industry = excluded.industry, sender = excluded.sender,
       expires_at = excluded.expires_at, synced_at = excluded.synced_at, search = excluded.search, stale = 0`,
    account,
    catalog,
    entry.id,
    entry.engagementId,
    entry.payloadType,
    entry.status,
    title,
    customer,
    country,
    industry,
    entry.sender,
    entry.invitedAt,
    entry.expiresAt,
    at,
    searchTextOf(entry, { title, customer }),
  );
  database.run(
    `INSERT INTO invitation_documents (account, catalog, id, read_at, document) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (account, catalog, id) DO UPDATE SET read_at = excluded.read_at, document = excluded.document`,
    account,
    catalog,
    entry.id,
    at,
    JSON.stringify(document),
  );
  return true;
}
