/** The job around a sync: identity first, then list after list, with progress, events and cancel. */
import type { AwsAccess } from '../aws/access.ts';
import type { JobReporter } from '../jobs/index.ts';
import type { Clock } from '../ports.ts';
import type { Database } from '../storage/database.ts';
import { createAnnouncer } from './announcer.ts';
import type { SyncedList } from './copy.ts';
import type { Sellers } from './sellers.ts';
import { syncList, type SyncProgress, type SyncRun } from './sync-list.ts';
import type { SyncStore } from './sync-store.ts';

export interface SyncDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly aws: AwsAccess;
  readonly accounts: Sellers;
  readonly store: SyncStore;
}

export interface SyncRequest {
  readonly account: string;
  readonly full: boolean;
  readonly lists: readonly SyncedList[];
  /** Catalogue key of a phase. */
  readonly phaseKey: (phase: SyncProgress['phase']) => string;
  /** Tells that the copy has changed. */
  readonly announce: () => void;
}

export async function runSync(
  deps: SyncDependencies,
  request: SyncRequest,
  job: { report: JobReporter; signal: AbortSignal },
): Promise<void> {
  const { account } = request;
  const options = { priority: 'background', signal: job.signal } as const;
  const { awsAccountId } = deps.accounts.getSettings(account);
  // Credentials that lead elsewhere would fill one account's copy with another's offers.
  await deps.aws.confirmIdentity(account, options);
  deps.store.claim(account, awsAccountId);
  try {
    const run: SyncRun = {
      ...deps,
      account,
      full: request.full,
      reading: { door: deps.aws.catalog(account), ...options },
      report: createAnnouncer(deps.clock, request.announce).follow(job.report, request.phaseKey),
    };
    await syncEach(run, request.lists);
  } finally {
    request.announce();
  }
}

/** A list that fails does not keep the next ones from being read; the job then ends with the first failure. */
async function syncEach(run: SyncRun, lists: readonly SyncedList[]): Promise<void> {
  const failures: unknown[] = [];
  for (const list of lists) {
    try {
      await syncList(run, list);
    } catch (error) {
      run.reading.signal?.throwIfAborted();
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
}
