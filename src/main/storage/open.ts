/** Opens the database of a data folder: integrity check, backup before each migration, damaged or newer ones set aside. */
import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Notice } from '../../shared/contract/app.ts';
import { fail } from '../../shared/errors/app-error.ts';
import { backUp } from './backup.ts';
import { wrapDatabase, type Database } from './database.ts';
import { createFolderLock, isBusy, resultCode, type FolderLock } from './folder-lock.ts';
import { migrations as shipped, type Migration } from './migrations/index.ts';

export const DATABASE_FILE = 'offerdeck.db';
const BUSY_TIMEOUT_MS = 5000;
const SQLITE_CORRUPT = 11;
const SQLITE_NOTADB = 26;

export interface OpenedDatabase {
  readonly database: Database;
  readonly notices: readonly Notice[];
}

/** `migrations` is a parameter so that a test can stand on an older or newer build. */
export function openDatabase(
  dataFolder: string,
  now: number,
  migrations: readonly Migration[] = shipped,
): OpenedDatabase {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const file = join(dataFolder, DATABASE_FILE);
  const lock = createFolderLock(dataFolder);
  try {
    return lock.whileOpening(() => {
      const notices = setAsideIfUnusable({ lock, file, now, newest: newestVersion(migrations) });
      const raw = connect(file);
      try {
        migrate({ raw, lock, file, now, migrations });
      } catch (error) {
        raw.close();
        throw error;
      }
      lock.enter();
      return { database: wrapDatabase(raw, () => lock.close()), notices };
    });
  } catch (error) {
    lock.close();
    if (isBusy(error)) fail('storage-busy', { retryable: true, action: { kind: 'retry' } }, error);
    throw error;
  }
}

function connect(file: string): DatabaseSync {
  const raw = new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS });
  // FULL: a journal row is on disk before the request it describes leaves this machine.
  raw.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;',
  );
  return raw;
}

function newestVersion(migrations: readonly Migration[]): number {
  return migrations.at(-1)?.version ?? 0;
}

function readVersion(raw: DatabaseSync): number {
  return Number((raw.prepare('PRAGMA user_version').get() as { user_version: number }).user_version);
}

interface Opening {
  readonly lock: FolderLock;
  readonly file: string;
  readonly now: number;
}

function setAsideIfUnusable({ lock, file, now, newest }: Opening & { newest: number }): Notice[] {
  const problem = existsSync(file) ? findProblem(file, newest) : null;
  if (!problem) return [];
  const aside = `${file}.${problem}-${now}`;
  const moved = lock.ifAlone(() => {
    for (const suffix of ['', '-wal', '-shm']) {
      if (existsSync(file + suffix)) renameSync(file + suffix, aside + suffix);
    }
  });
  // Another process works in it (a newer Offerdeck, say): taking the file from under it would lose its writes.
  if (!moved) fail('storage-busy', { retryable: true, action: { kind: 'retry' } });
  return [
    {
      id: `storage-${problem}`,
      kind: 'error',
      messageKey: `notices:storage-${problem}`,
      params: { file: aside },
      dismissible: true,
    },
  ];
}

/** Only SQLite's own verdict counts as damage; a busy or unreadable file is an error and stays where it is. */
function findProblem(file: string, newest: number): 'damaged' | 'newer' | null {
  let raw: DatabaseSync | undefined;
  try {
    raw = new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS });
    if (readVersion(raw) > newest) return 'newer';
    const row = raw.prepare('PRAGMA quick_check(1)').get() as { quick_check: string };
    return row.quick_check === 'ok' ? null : 'damaged';
  } catch (error) {
    const code = resultCode(error);
    if (code === SQLITE_CORRUPT || code === SQLITE_NOTADB) return 'damaged';
    throw error;
  } finally {
    raw?.close();
  }
}

function migrate(opening: Opening & { raw: DatabaseSync; migrations: readonly Migration[] }): void {
  const { raw, lock, file, now, migrations } = opening;
  const from = readVersion(raw);
  const due = migrations.filter((migration) => migration.version > from);
  if (due.length === 0) return;
  const alone = lock.ifAlone(() => {
    if (from > 0) backUp(raw, `${file}.before-v${newestVersion(migrations)}-${now}`);
    raw.exec('BEGIN IMMEDIATE');
    try {
      for (const migration of due) {
        raw.exec(migration.sql);
        raw.exec(`PRAGMA user_version = ${migration.version}`);
      }
      raw.exec('COMMIT');
    } catch (error) {
      raw.exec('ROLLBACK');
      throw error;
    }
  });
  // A process of the previous version still writes rows of the previous form.
  if (!alone) fail('storage-busy', { retryable: true, action: { kind: 'retry' } });
}
