/** The one SQLite database of a data folder: open, migrate, and small typed access. */
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';

type Row = Record<string, unknown>;

export interface Database {
  run(sql: string, ...values: SQLInputValue[]): { changes: number };
  get<T = Row>(sql: string, ...values: SQLInputValue[]): T | undefined;
  all<T = Row>(sql: string, ...values: SQLInputValue[]): T[];
  /** Runs `work` in one immediate transaction; a throw rolls back. `work` is synchronous: nothing waits inside a transaction. */
  transaction<T>(work: () => T): T;
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
  let depth = 0;
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
    transaction(work) {
      if (depth > 0) return work();
      raw.exec('BEGIN IMMEDIATE');
      depth += 1;
      try {
        const result = work();
        raw.exec('COMMIT');
        return result;
      } catch (error) {
        raw.exec('ROLLBACK');
        throw error;
      } finally {
        depth -= 1;
      }
    },
    close() {
      statements.clear();
      raw.close();
      onClose();
    },
  };
}
