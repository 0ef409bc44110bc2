import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { createChangeStore } from '../../../../src/main/changes/store.ts';
import { migrations, type Migration } from '../../../../src/main/storage/migrations/index.ts';
import { DATABASE_FILE, openDatabase } from '../../../../src/main/storage/open.ts';
import { createManualClock } from '../../../support/manual-clock.ts';
import { makeTempFolder } from '../../../support/temp-folder.ts';

const NOW = Date.parse('2026-11-21T00:00:00Z');
const fixtures = join(import.meta.dirname, '../../../fixtures/storage');
const newest = migrations.at(-1)?.version ?? 0;
const nextVersion: Migration = {
  version: newest + 1,
  name: 'test',
  sql: 'CREATE TABLE added (id TEXT PRIMARY KEY) STRICT; ALTER TABLE drafts ADD COLUMN added TEXT;',
};

/** A data folder as a released version left it: its schema and rows, from a fixture file of that version. */
function folderOfVersion(version: number): string {
  const folder = makeTempFolder();
  const raw = new DatabaseSync(join(folder, DATABASE_FILE));
  for (const migration of migrations.filter((candidate) => candidate.version <= version)) raw.exec(migration.sql);
  raw.exec(readFileSync(join(fixtures, `version-${version}.sql`), 'utf8'));
  raw.exec(`PRAGMA user_version = ${version}`);
  raw.close();
  return folder;
}

describe('opening a data folder', () => {
  it('creates a database whose journal is durable, twice without harm', () => {
    const folder = makeTempFolder();
    const first = openDatabase(folder, NOW);
    expect(first.notices).toEqual([]);
    expect(first.database.get('PRAGMA journal_mode')).toEqual({ journal_mode: 'wal' });
    expect(first.database.get('PRAGMA synchronous')).toEqual({ synchronous: 2 });
    expect(first.database.get('PRAGMA foreign_keys')).toEqual({ foreign_keys: 1 });
    first.database.close();
    const second = openDatabase(folder, NOW);
    expect(second.database.get('PRAGMA user_version')).toEqual({ user_version: newest });
    second.database.close();
  });

  it.each(migrations.map((migration) => migration.version))('keeps the rows of version %i', (version) => {
    const { database, notices } = openDatabase(folderOfVersion(version), NOW);
    expect(notices).toEqual([]);
    expect(database.get('SELECT name, revision FROM drafts')).toEqual({ name: 'Fixture offer', revision: 3 });
    expect(database.get('SELECT state, token FROM changes')).toEqual({ state: 'sent', token: 'token-1' });
    expect(database.get('SELECT count(*) AS n FROM change_log')).toEqual({ n: 2 });
    expect(database.get('PRAGMA integrity_check')).toEqual({ integrity_check: 'ok' });
    database.close();
  });

  it('brings the writes of the first version to the form that takes every kind', () => {
    const { database } = openDatabase(folderOfVersion(1), NOW);
    const store = createChangeStore({ database, clock: createManualClock(NOW) });
    expect(store.find('change-1')).toMatchObject({
      entityType: 'Offer',
      entityId: 'offer-1',
      offerId: 'offer-1',
      documents: [{ sha256: 'abc', key: 'eula/abc.pdf' }],
      intent: {
        form: 'change-set',
        document: { kind: 'offer', value: { name: 'Fixture offer' } },
        revision: 3,
        request: { ChangeSet: [{ DetailsDocument: { Url: 'https://document.invalid/abc.pdf' } }] },
      },
    });
    database.close();
  });

  it('backs up before a migration, and the copy holds no secret', () => {
    const folder = folderOfVersion(newest);
    const { database } = openDatabase(folder, NOW, [...migrations, nextVersion]);
    expect(database.get('SELECT cipher FROM secrets')).toEqual({ cipher: 'Y2lwaGVyLWJ5dGVz' });
    database.close();
    const name = readdirSync(folder).find((entry) => entry.includes('.before-v'));
    const file = join(folder, name ?? 'no backup was made');
    const copy = new DatabaseSync(file);
    expect(copy.prepare('SELECT count(*) AS n FROM drafts').get()).toEqual({ n: 1 });
    expect(copy.prepare('PRAGMA user_version').get()).toEqual({ user_version: newest });
    copy.close();
    expect(readFileSync(file).includes('Y2lwaGVyLWJ5dGVz')).toBe(false);
  });

  it('leaves everything as it was when a migration fails', () => {
    const folder = folderOfVersion(newest);
    const broken: Migration = { ...nextVersion, sql: `${nextVersion.sql} CREATE TABLE drafts (id TEXT);` };
    expect(() => openDatabase(folder, NOW, [...migrations, broken])).toThrow(/drafts/);
    const { database } = openDatabase(folder, NOW);
    expect(database.get('PRAGMA user_version')).toEqual({ user_version: newest });
    expect(database.get("SELECT 1 FROM sqlite_schema WHERE name = 'added'")).toBeUndefined();
    database.close();
  });

  it('sets a damaged database aside, says so, and starts afresh', () => {
    const folder = folderOfVersion(newest);
    const file = join(folder, DATABASE_FILE);
    const bytes = readFileSync(file);
    bytes.fill(0x5a, 4096, bytes.length - 4096);
    writeFileSync(file, bytes);
    const { database, notices } = openDatabase(folder, NOW);
    expect(notices).toMatchObject([{ id: 'storage-damaged', kind: 'error' }]);
    expect(database.get('SELECT count(*) AS n FROM drafts')).toEqual({ n: 0 });
    database.close();
    expect(readFileSync(String(notices[0]?.params['file'])).equals(bytes)).toBe(true);
  });

  it('sets aside what is no database at all', () => {
    const folder = makeTempFolder();
    writeFileSync(join(folder, DATABASE_FILE), 'not a database, but somebody put it here '.repeat(200));
    const { database, notices } = openDatabase(folder, NOW);
    expect(notices.map((notice) => notice.id)).toEqual(['storage-damaged']);
    database.close();
  });

  it('sets a newer database aside untouched', () => {
    const folder = folderOfVersion(newest);
    openDatabase(folder, NOW, [...migrations, nextVersion]).database.close();
    const { database, notices } = openDatabase(folder, NOW + 1);
    expect(notices).toMatchObject([{ id: 'storage-newer' }]);
    database.close();
    const aside = new DatabaseSync(String(notices[0]?.params['file']));
    expect(aside.prepare('PRAGMA user_version').get()).toEqual({ user_version: newest + 1 });
    expect(aside.prepare('SELECT count(*) AS n FROM drafts').get()).toEqual({ n: 1 });
    aside.close();
  });

  it('neither migrates nor sets aside under another process that uses the folder', () => {
    const folder = folderOfVersion(newest);
    const user = openDatabase(folder, NOW);
    expect(() => openDatabase(folder, NOW, [...migrations, nextVersion])).toThrow('storage-busy');
    user.database.close();
    const newer = openDatabase(folder, NOW, [...migrations, nextVersion]);
    expect(() => openDatabase(folder, NOW)).toThrow('storage-busy');
    expect(existsSync(join(folder, DATABASE_FILE))).toBe(true);
    newer.database.close();
  });
});
