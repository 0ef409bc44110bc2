/** The one SQLite database of a data folder: open, migrate, and small typed access. */
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';

type Row = Record<string, unknown>;

export interface Database {
  run(sql: string, ...values: SQLInputValue[]): { changes: number };
  get<T = Row>(sql: string, ...values: SQLInputValue[]): T | undefined;
  all<T = Row>(sql: string, ...values: SQLInputValue[]): T[];
  /** Runs `work` in one immediate transaction; a throw rolls back. `work` is synchronous: nothing waits inside a transaction. */
  transaction<T>(work: () => T): T;
  /**
   * The same without waiting for the disk, for what can be read from AWS again: a power cut may take the newest of these back,
   * never a part of one, and never what `transaction` has written.
   */
  cacheTransaction<T>(work: () => T): T;
  close(): void;
}

/** `onClose` lets go of what was taken for this connection. */
export function wrapDatabase(raw: DatabaseSync, onClose: () => void = () => {}): Database {
  const statements = new Map<string, ReturnType<DatabaseSync['prepare']>>();
  const prepare = (sql: string) => {
    let statement = statements.get(sql);
    if (!statement) {
      statement = raw.prepare(sql);
      statements.set(sql, statement);
    }
    return statement;
  };
  let running: 'durable' | 'cache' | null = null;
  const runTransaction = <T>(kind: 'durable' | 'cache', work: () => T): T => {
    if (running === 'cache' && kind === 'durable') throw new Error('a durable transaction inside one that is not');
    if (running !== null) return work();
    raw.exec('BEGIN IMMEDIATE');
    running = kind;
    try {
      const result = work();
      raw.exec('COMMIT');
      return result;
    } catch (error) {
      raw.exec('ROLLBACK');
      throw error;
    } finally {
      running = null;
    }
  };
  return {
    run(sql, ...values) {
      return { changes: Number(prepare(sql).run(...values).changes) };
    },
    get<T>(sql: string, ...values: SQLInputValue[]) {
      return prepare(sql).get(...values) as T | undefined;
    },
    all<T>(sql: string, ...values: SQLInputValue[]) {
      return prepare(sql).all(...values) as T[];
    },
    transaction: (work) => runTransaction('durable', work),
    cacheTransaction(work) {
      if (running !== null) return runTransaction('cache', work);
      raw.exec('PRAGMA synchronous = NORMAL');
      try {
        return runTransaction('cache', work);
      } finally {
        raw.exec('PRAGMA synchronous = FULL');
      }
    },
    close() {
      statements.clear();
      raw.close();
      onClose();
    },
  };
}
