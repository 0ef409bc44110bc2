/** Account records on disk: settings as one document, prefix and order as columns. */
import { accountSettingsSchema, type AccountSettings } from '../../shared/domain/account/account.ts';
import { fail } from '../../shared/errors/app-error.ts';
import type { Database } from '../storage/database.ts';

export interface AccountRecord {
  readonly key: string;
  readonly position: number;
  readonly settings: AccountSettings;
  readonly createdAt: string;
}

export interface AccountStore {
  list(): AccountRecord[];
  listSettings(): { key: string; settings: AccountSettings }[];
  find(key: string): AccountRecord | null;
  /** Throws `not-found` for an unknown key. */
  get(key: string): AccountRecord;
  getSettings(key: string): AccountSettings;
  insert(record: Omit<AccountRecord, 'position'>): void;
  update(key: string, settings: AccountSettings): void;
  remove(key: string): void;
  reorder(keys: readonly string[]): void;
}

interface Row {
  key: string;
  position: number;
  settings: string;
  created_at: string;
}

export function createAccountStore(database: Database): AccountStore {
  const find = (key: string): AccountRecord | null => {
    const row = database.get<Row>('SELECT key, position, settings, created_at FROM accounts WHERE key = ?', key);
    return row ? toRecord(row) : null;
  };
  const get = (key: string): AccountRecord => find(key) ?? fail('not-found', { params: { account: key } });
  const list = (): AccountRecord[] =>
    database.all<Row>('SELECT key, position, settings, created_at FROM accounts ORDER BY position').map(toRecord);
  return {
    list,
    listSettings: () => list().map(({ key, settings }) => ({ key, settings })),
    find,
    get,
    getSettings: (key) => get(key).settings,
    insert({ key, settings, createdAt }) {
      database.run(
        `INSERT INTO accounts (key, position, prefix, settings, created_at)
         VALUES (?, (SELECT coalesce(max(position), 0) + 1 FROM accounts), ?, ?, ?)`,
        key,
        settings.prefix,
        JSON.stringify(settings),
        createdAt,
      );
    },
    update(key, settings) {
      database.run(
        'UPDATE accounts SET prefix = ?, settings = ? WHERE key = ?',
        settings.prefix,
        JSON.stringify(settings),
        key,
      );
    },
    remove(key) {
      database.run('DELETE FROM accounts WHERE key = ?', key);
    },
    reorder(keys) {
      database.transaction(() => {
        keys.forEach((key, index) => database.run('UPDATE accounts SET position = ? WHERE key = ?', index + 1, key));
      });
    },
  };
}

function toRecord(row: Row): AccountRecord {
  return {
    key: row.key,
    position: row.position,
    settings: accountSettingsSchema.parse(JSON.parse(row.settings)),
    createdAt: row.created_at,
  };
}
