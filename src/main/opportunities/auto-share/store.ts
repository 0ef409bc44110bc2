/** Which accounts send without a click, and which drafts wait for it. */
import type { PartnerCatalog } from '../../../shared/domain/account/account.ts';
import { appErrorSchema, type AppError } from '../../../shared/errors/app-error.ts';
import type { Database } from '../../storage/database.ts';

export interface Agreed {
  readonly catalog: PartnerCatalog;
  readonly awsAccountId: string;
  readonly since: string;
}

export interface Waiting {
  readonly draftId: string;
  readonly account: string;
  readonly revision: number;
  readonly state: 'waiting' | 'sending' | 'blocked' | 'held' | 'asked' | 'failed';
  readonly owner: string;
  readonly dueAt: string;
  readonly error: AppError | null;
}

interface Row extends Omit<Waiting, 'error'> {
  readonly error: string | null;
}

export interface AutoShareStore {
  agreed(account: string): Agreed | null;
  accounts(): string[];
  agree(account: string, agreed: Agreed): void;
  /** Forgets what waits as well. */
  withdraw(account: string): void;
  find(draftId: string): Waiting | null;
  /** Of all accounts, those in these states. */
  inStates(states: readonly Waiting['state'][]): Waiting[];
  put(row: Omit<Waiting, 'error'>): void;
  /** Only from the state and revision that were seen; false when somebody was faster. */
  move(seen: Waiting, state: Waiting['state'], error?: AppError): boolean;
  remove(draftId: string): void;
}

const COLUMNS = 'draft_id AS draftId, account, revision, state, owner, due_at AS dueAt, error';

export function createAutoShareStore(database: Database): AutoShareStore {
  return {
    agreed: (account) =>
      database.get<{ catalog: PartnerCatalog; awsAccountId: string; since: string }>(
        'SELECT catalog, aws_account_id AS awsAccountId, since FROM auto_share_accounts WHERE account = ?',
        account,
      ) ?? null,
    accounts: () =>
      database
        .all<{ account: string }>('SELECT account FROM auto_share_accounts ORDER BY account')
        .map(({ account }) => account),
    agree(account, { catalog, awsAccountId, since }) {
      database.run(
        `INSERT INTO auto_share_accounts (account, catalog, aws_account_id, since) VALUES (?, ?, ?, ?)
         ON CONFLICT (account) DO UPDATE SET catalog = excluded.catalog, aws_account_id = excluded.aws_account_id, since = excluded.since`,
        account,
        catalog,
        awsAccountId,
        since,
      );
    },
    withdraw(account) {
      database.transaction(() => {
        database.run('DELETE FROM auto_share_accounts WHERE account = ?', account);
        database.run('DELETE FROM auto_share_drafts WHERE account = ?', account);
      });
    },
    find(draftId) {
      const row = database.get<Row>(`SELECT ${COLUMNS} FROM auto_share_drafts WHERE draft_id = ?`, draftId);
      return row ? toWaiting(row) : null;
    },
    inStates: (states) =>
      database
        .all<Row>(
          `SELECT ${COLUMNS} FROM auto_share_drafts WHERE state IN (SELECT value FROM json_each(?)) ORDER BY due_at`,
          JSON.stringify(states),
        )
        .map(toWaiting),
    put({ draftId, account, revision, state, owner, dueAt }) {
      database.run(
        `INSERT INTO auto_share_drafts (draft_id, account, revision, state, owner, due_at, error) VALUES (?, ?, ?, ?, ?, ?, NULL)
         ON CONFLICT (draft_id) DO UPDATE SET revision = excluded.revision, state = excluded.state, owner = excluded.owner,
           due_at = excluded.due_at, error = NULL`,
        draftId,
        account,
        revision,
        state,
        owner,
        dueAt,
      );
    },
    move({ draftId, revision, state: from, owner }, state, error) {
      const { changes } = database.run(
        `UPDATE auto_share_drafts SET state = ?, error = ? WHERE draft_id = ? AND revision = ? AND state = ? AND owner = ?`,
        state,
        error ? JSON.stringify(error) : null,
        draftId,
        revision,
        from,
        owner,
      );
      return changes === 1;
    },
    remove: (draftId) => void database.run('DELETE FROM auto_share_drafts WHERE draft_id = ?', draftId),
  };
}

function toWaiting({ error, ...row }: Row): Waiting {
  return { ...row, error: error === null ? null : appErrorSchema.parse(JSON.parse(error)) };
}
