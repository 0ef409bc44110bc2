/** Who works on what while several processes share a data folder. A lease has an owner and an end; an ended one may be taken over. */
import { randomUUID } from 'node:crypto';
import type { Clock } from '../ports.ts';
import type { Database } from './database.ts';

/** Service time; divided by the clock's speed. Longer than any single request that is made under a lease. */
const LEASE_MS = 30_000;
/** However fast the clock runs, a busy machine needs this long to come round to a renewal. */
const SHORTEST_LEASE_MS = 2000;

export interface Leases {
  /** This process, one value per start. */
  readonly owner: string;
  /** How long a lease lasts without renewal, in real milliseconds. */
  readonly lastsMs: number;
  /** Takes a free, ended or own lease; false while somebody else holds it. */
  acquire(name: string): boolean;
  /** Whether this process holds it now. Asked inside the transaction that writes under the lease. */
  isHeld(name: string): boolean;
  /** Whether anybody holds it now. */
  isTaken(name: string): boolean;
  /** Extends all leases of this process that have not ended; an ended one may already belong to somebody else. */
  renewAll(): void;
  release(name: string): void;
  releaseAll(): void;
}

export function createLeases(deps: { database: Database; clock: Clock }): Leases {
  const { database, clock } = deps;
  const owner = randomUUID();
  const lastsMs = Math.max(SHORTEST_LEASE_MS, LEASE_MS / clock.speed);
  const end = () => Math.ceil(clock.realNow() + lastsMs);
  return {
    owner,
    lastsMs,
    acquire(name) {
      const { changes } = database.run(
        `INSERT INTO leases (name, owner, expires_at) VALUES (?, ?, ?)
         ON CONFLICT (name) DO UPDATE SET owner = excluded.owner, expires_at = excluded.expires_at
         WHERE leases.owner = excluded.owner OR leases.expires_at <= ?`,
        name,
        owner,
        end(),
        clock.realNow(),
      );
      return changes === 1;
    },
    isHeld(name) {
      return (
        database.get(
          'SELECT 1 FROM leases WHERE name = ? AND owner = ? AND expires_at > ?',
          name,
          owner,
          clock.realNow(),
        ) !== undefined
      );
    },
    isTaken(name) {
      return (
        database.get('SELECT 1 FROM leases WHERE name = ? AND expires_at > ?', name, clock.realNow()) !== undefined
      );
    },
    renewAll() {
      database.run(
        'UPDATE leases SET expires_at = ? WHERE owner = ? AND expires_at > ?',
        end(),
        owner,
        clock.realNow(),
      );
    },
    release(name) {
      database.run('DELETE FROM leases WHERE name = ? AND owner = ?', name, owner);
    },
    releaseAll() {
      database.run('DELETE FROM leases WHERE owner = ?', owner);
    },
  };
}
