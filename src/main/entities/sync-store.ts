/** What is remembered about syncs: how far each kind was read, what could not be read, whose copy it is. */
import { z } from 'zod';
import type { Database } from '../storage/database.ts';
import { noteFailedRecord } from '../aws/call-records.ts';
import { currentJob } from '../run-context.ts';
import type { EntityProblem } from './problem.ts';

/** A pass through a list, newest first, that has not come to its end. */
const passSchema = z.object({
  /** From the newest entry to the oldest, whatever the cursor says. */
  full: z.boolean(),
  /** Documents of unchanged entities are read again as well. */
  reread: z.boolean(),
  startedAt: z.string(),
  /** Newest LastModifiedDate of the pass; the cursor once it is done. null before the first entry. */
  ceiling: z.string().nullable(),
  /** Oldest LastModifiedDate taken so far; the pass goes on from here. */
  floor: z.string().nullable(),
});
export type Pass = z.infer<typeof passSchema>;

interface SyncState {
  readonly cursor: string | null;
  readonly pass: Pass | null;
}

export interface SyncStore {
  state(account: string, kind: string): SyncState;
  savePass(account: string, kind: string, pass: Pass): void;
  /** The listing is done: its ceiling becomes the cursor. */
  finishPass(account: string, kind: string, cursor: string | null): void;
  complete(account: string, kind: string, at: string): void;
  /** When all of these lists were last read to the end, of all accounts for null: the oldest time; null while one is missing. */
  completedAt(account: string | null, kinds: readonly string[]): string | null;
  saveProblems(account: string, kind: string, problems: readonly EntityProblem[], at: string): void;
  clearProblem(account: string, kind: string, entityId: string): void;
  problems(account: string | null, kinds: readonly string[]): (EntityProblem & { account: string })[];
  /** Forgets the copy if it belongs to another AWS account. True when something was forgotten. */
  claim(account: string, awsAccountId: string): boolean;
}

export function createSyncStore(database: Database): SyncStore {
  const upsert = (account: string, kind: string, column: 'cursor' | 'pass' | 'completed_at', value: string | null) =>
    database.run(
      `INSERT INTO sync_state (account, kind, ${column}) VALUES (?, ?, ?)
       ON CONFLICT (account, kind) DO UPDATE SET ${column} = excluded.${column}`,
      account,
      kind,
      value,
    );
  return {
    state(account, kind) {
      const row = database.get<{ cursor: string | null; pass: string | null }>(
        'SELECT cursor, pass FROM sync_state WHERE account = ? AND kind = ?',
        account,
        kind,
      );
      return { cursor: row?.cursor ?? null, pass: row?.pass ? passSchema.parse(JSON.parse(row.pass)) : null };
    },
    savePass(account, kind, pass) {
      upsert(account, kind, 'pass', JSON.stringify(pass));
    },
    finishPass(account, kind, cursor) {
      upsert(account, kind, 'cursor', cursor);
      upsert(account, kind, 'pass', null);
    },
    complete(account, kind, at) {
      upsert(account, kind, 'completed_at', at);
    },
    completedAt(account, kinds) {
      const row = database.get<{ at: string | null; missing: number }>(
        `SELECT min(s.completed_at) AS at, count(*) - count(s.completed_at) AS missing
         FROM accounts a JOIN json_each(?1) k LEFT JOIN sync_state s ON s.account = a.key AND s.kind = k.value
         WHERE ?2 IS NULL OR a.key = ?2`,
        JSON.stringify(kinds),
        account,
      );
      return row?.missing === 0 ? row.at : null;
    },
    saveProblems(account, kind, problems, at) {
      for (const { entityId, code, message } of problems) {
        database.run(
          `INSERT OR REPLACE INTO sync_problems (account, kind, entity_id, code, message, seen_at)
           VALUES (?, ?, ?, ?, ?, ?)`,
          account,
          kind,
          entityId,
          code,
          message,
          at,
        );
        noteFailedRecord(database, currentJob(), { account, id: entityId, code, message });
      }
    },
    clearProblem(account, kind, entityId) {
      database.run(
        'DELETE FROM sync_problems WHERE account = ? AND kind = ? AND entity_id = ?',
        account,
        kind,
        entityId,
      );
    },
    problems(account, kinds) {
      const rows = database.all<EntityProblem & { account: string }>(
        `SELECT account, entity_id AS entityId, code, message FROM sync_problems
         WHERE kind IN (SELECT value FROM json_each(?1)) AND (?2 IS NULL OR account = ?2)
         ORDER BY account, entity_id LIMIT 50`,
        JSON.stringify(kinds),
        account,
      );
      return rows.map((row) => ({ ...row }));
    },
    claim(account, awsAccountId) {
      return database.transaction(() => claimCopy(database, account, awsAccountId));
    },
  };
}

/** What was read from AWS, of whatever kind. */
const COPIED_TABLES = [
  'offers',
  'products',
  'authorizations',
  'offer_sets',
  'agreements',
  'agreement_requests',
  'opportunities',
  'backfills',
  'invitations',
  'engagements',
  'partner_solutions',
  'engagement_resources',
  'sync_state',
  'sync_problems',
];

function claimCopy(database: Database, account: string, awsAccountId: string): boolean {
  const owner = database.get<{ id: string }>('SELECT aws_account_id AS id FROM sync_owner WHERE account = ?', account);
  if (owner?.id === awsAccountId) return false;
  if (owner) {
    for (const table of COPIED_TABLES) {
      database.run(`DELETE FROM ${table} WHERE account = ?`, account);
    }
    database.run(`DELETE FROM versions WHERE account = ? AND entity_type <> 'Draft'`, account);
  }
  database.run(
    `INSERT INTO sync_owner (account, aws_account_id) VALUES (?, ?)
     ON CONFLICT (account) DO UPDATE SET aws_account_id = excluded.aws_account_id`,
    account,
    awsAccountId,
  );
  return owner !== undefined;
}
