/** How long a run takes, in real time: by the pace of its own rows, or before it starts by how long such writes took before. */
import { MOST_OFFERS_AT_ONCE, type BulkRowState } from '../../shared/domain/bulk/bulk.ts';
import { findQuota } from '../aws/quotas.ts';
import type { Clock } from '../ports.ts';
import type { Database } from '../storage/database.ts';
import type { BulkStore, StoredRun } from './store.ts';

export interface Estimator {
  before(accounts: readonly { readonly rows: number }[]): number | null;
  remaining(run: StoredRun, counts: Readonly<Record<BulkRowState, number>>): number | null;
}

export function createEstimator(deps: { database: Database; store: BulkStore; clock: Clock }): Estimator {
  const { database, store, clock } = deps;
  const { perSecond } = findQuota('catalog', 'StartChangeSet');

  /** Waves of as many rows as may be under way at once; never faster than requests may be sent. */
  function forRows(rows: number, rowMs: number): number {
    const waves = Math.ceil(rows / MOST_OFFERS_AT_ONCE) * rowMs;
    return Math.max(waves, (rows / perSecond) * (1000 / clock.speed));
  }

  return {
    before(accounts) {
      const rowMs = median(earlierDurations(database).map((ms) => ms / clock.speed));
      if (rowMs === null) return null;
      return Math.max(0, ...accounts.map(({ rows }) => forRows(rows, rowMs)));
    },
    remaining(run, counts) {
      const open = counts.queued + counts['under-way'];
      if (open === 0) return 0;
      const rowMs = median(store.durations(run.id));
      if (rowMs === null) return null;
      const perAccount = run.accounts.map(({ account }) => store.openRows(run.id, account));
      return Math.max(...perAccount.map((rows) => forRows(rows, rowMs)));
    },
  };
}

/** Business time from the intent to AWS's final word of the newest change sets. */
function earlierDurations(database: Database): number[] {
  return database
    .all<{ created_at: string; updated_at: string }>(
      `SELECT created_at, updated_at FROM changes WHERE state IN ('succeeded', 'verified') AND change_set_id IS NOT NULL
       ORDER BY seq DESC LIMIT 50`,
    )
    .map((row) => Date.parse(row.updated_at) - Date.parse(row.created_at));
}

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? null;
}
