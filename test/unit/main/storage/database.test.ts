import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { wrapDatabase } from '../../../../src/main/storage/database.ts';
import { makeTempFolder } from '../../../support/temp-folder.ts';

const FULL = { synchronous: 2 };
const NORMAL = { synchronous: 1 };

function start() {
  const raw = new DatabaseSync(join(makeTempFolder(), 'test.db'));
  raw.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE t (x INTEGER)');
  const database = wrapDatabase(raw);
  const level = () => ({ ...database.get<typeof FULL>('PRAGMA synchronous') });
  return { database, level, rows: () => database.all<{ x: number }>('SELECT x FROM t').map(({ x }) => x) };
}

describe('transactions', () => {
  it('wait for the disk, but for those of a copy that can be read again', () => {
    const { database, level } = start();
    expect(database.transaction(level)).toEqual(FULL);
    expect(database.cacheTransaction(level)).toEqual(NORMAL);
    expect(level()).toEqual(FULL);
    expect(() =>
      database.cacheTransaction(() => {
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(level()).toEqual(FULL);
  });

  it.each(['transaction', 'cacheTransaction'] as const)('leave nothing behind when they fail: %s', (kind) => {
    const { database, rows } = start();
    const write = (x: number) => database.run('INSERT INTO t (x) VALUES (?)', x);
    expect(() =>
      database[kind](() => {
        write(1);
        throw new Error('no');
      }),
    ).toThrow('no');
    database[kind](() => database[kind](() => write(2)));
    expect(rows()).toEqual([2]);
  });

  it('that must last are never part of one that need not', () => {
    const { database, level } = start();
    expect(() => database.cacheTransaction(() => database.transaction(() => 1))).toThrow('durable');
    expect(database.transaction(() => database.cacheTransaction(level))).toEqual(FULL);
  });
});
