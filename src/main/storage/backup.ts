/** A copy of the database from before a migration: everything but the secrets, which must be gone from disk when removed. */
import { DatabaseSync } from 'node:sqlite';

export function backUp(raw: DatabaseSync, target: string): void {
  // Not a file copy: closing a descriptor that SQLite does not know drops its locks on POSIX systems.
  raw.prepare('VACUUM INTO ?').run(target);
  const copy = new DatabaseSync(target);
  try {
    const hasSecrets = copy.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'secrets'").get();
    if (hasSecrets) copy.exec('PRAGMA secure_delete = ON; DELETE FROM secrets; VACUUM;');
  } finally {
    copy.close();
  }
}
