/** How long a run takes, in real time: by the pace of its own rows, or before it starts by how long such writes took before. */
import { type BulkActionKind, type BulkRowState } from '../../shared/domain/bulk/bulk.ts';
import type { AwsAccess } from '../aws/access.ts';
import type { Clock } from '../ports.ts';
import type { Database } from '../storage/database.ts';
import { paceOf } from './pace.ts';
import type { BulkStore, StoredRun } from './store.ts';

export interface Estimator {
  before(kind: BulkActionKind, accounts: readonly AccountRows[]): number | null;
  remaining(run: StoredRun, counts: Readonly<Record<BulkRowState, number>>): number | null;
}

interface AccountRows {
  readonly account: string;
  readonly rows: number;
}

export interface EstimateDependencies {
  readonly database: Database;
  readonly store: BulkStore;
  readonly clock: Clock;
  readonly aws: Pick<AwsAccess, 'estimate'>;
}

export function createEstimator({ database, store, clock, aws }: EstimateDependencies): Estimator {
  /** Waves of as many rows as may be under way at once; never faster than AWS lets requests through, by the second and by the day. */
  function forRows(kind: BulkActionKind, rowMs: number, { account, rows }: AccountRows): number {
    if (rows === 0) return 0;
    const { atOnce, operation } = paceOf(kind);
    const waves = Math.ceil(rows / atOnce) * rowMs;
    return Math.max(waves, aws.estimate(account, operation, rows));
  }

  const longest = (kind: BulkActionKind, rowMs: number, accounts: readonly AccountRows[]) =>
    Math.max(0, ...accounts.map((account) => forRows(kind, rowMs, account)));

  return {
    before(kind, accounts) {
      const rowMs = median(earlierDurations(database, kind).map((ms) => ms / clock.speed));
      if (rowMs !== null) return longest(kind, rowMs, accounts);
      // Where one write a second is all that AWS allows, that alone says most of it.
      return paceOf(kind).alone ? longest(kind, 0, accounts) : null;
    },
    remaining(run, counts) {
      const open = counts.queued + counts['under-way'];
      if (open === 0) return 0;
      const rowMs = median(store.durations(run.id));
      if (rowMs === null) return null;
      const accounts = run.accounts.map(({ account }) => ({ account, rows: store.openRows(run.id, account) }));
      return longest(run.kind, rowMs, accounts);
    },
  };
}

/** Business time from the intent to AWS's final word of the newest writes of such a kind. */
function earlierDurations(database: Database, kind: BulkActionKind): number[] {
  const such = kind === 'accept' || kind === 'assign' ? `kind = '${CALLS[kind]}'` : 'change_set_id IS NOT NULL';
  return database
    .all<{ created_at: string; updated_at: string }>(
      `SELECT created_at, updated_at FROM changes WHERE state IN ('succeeded', 'verified') AND ${such}
       ORDER BY seq DESC LIMIT 50`,
    )
    .map((row) => Date.parse(row.updated_at) - Date.parse(row.created_at));
}

const CALLS = { accept: 'invitation-accept', assign: 'opportunity-assign' } as const;

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? null;
}
