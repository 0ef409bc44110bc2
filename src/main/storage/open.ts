/** Opens the database of a data folder: integrity check, backup before each migration, damaged or newer ones set aside. */
import { copyFileSync, existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Notice } from '../../shared/contract/app.ts';
import { wrapDatabase, type Database } from './database.ts';
import { migrations } from './migrations/index.ts';

export const DATABASE_FILE = 'offerdeck.db';

export interface OpenedDatabase {
  readonly database: Database;
  readonly notices: readonly Notice[];
}

export function openDatabase(dataFolder: string, now: number): OpenedDatabase {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const file = join(dataFolder, DATABASE_FILE);
  const notices: Notice[] = [];
  const problem = existsSync(file) ? findProblem(file) : null;
  if (problem) {
    const aside = `${file}.${problem}-${now}`;
    for (const suffix of ['', '-wal', '-shm']) {
      if (existsSync(file + suffix)) renameSync(file + suffix, aside + suffix);
    }
    notices.push({
      id: `storage-${problem}`,
      kind: 'error',
      messageKey: `notices.storage-${problem}`,
      params: { file: aside },
      dismissible: true,
    });
  }
  const raw = new DatabaseSync(file);
  // FULL: a journal row is on disk before the request it describes leaves this machine.
  raw.exec(
    'PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;',
  );
  migrate(raw, file, now);
  return { database: wrapDatabase(raw), notices };
}

function newestVersion(): number {
  return migrations.at(-1)?.version ?? 0;
}

function readVersion(raw: DatabaseSync): number {
  return Number((raw.prepare('PRAGMA user_version').get() as { user_version: number }).user_version);
}

function findProblem(file: string): 'damaged' | 'newer' | null {
  let raw: DatabaseSync | undefined;
  try {
    raw = new DatabaseSync(file);
    raw.exec('PRAGMA busy_timeout = 5000');
    if (readVersion(raw) > newestVersion()) return 'newer';
    const row = raw.prepare('PRAGMA quick_check(1)').get() as { quick_check: string };
    return row.quick_check === 'ok' ? null : 'damaged';
  } catch (error) {
    if (/locked|busy/i.test(String(error))) throw error;
    return 'damaged';
  } finally {
    raw?.close();
  }
}

function migrate(raw: DatabaseSync, file: string, now: number): void {
  if (readVersion(raw) >= newestVersion()) return;
  if (readVersion(raw) > 0) {
    raw.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    copyFileSync(file, `${file}.before-v${newestVersion()}-${now}`);
  }
  raw.exec('BEGIN IMMEDIATE');
  try {
    // Read again inside the lock: another process may have migrated meanwhile.
    const from = readVersion(raw);
    for (const migration of migrations.filter((candidate) => candidate.version > from)) {
      raw.exec(migration.sql);
      raw.exec(`PRAGMA user_version = ${migration.version}`);
    }
    raw.exec('COMMIT');
  } catch (error) {
    raw.exec('ROLLBACK');
    throw error;
  }
}
