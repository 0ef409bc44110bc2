/** The job around a sync: identity first, then list after list, with progress, events and cancel. */
import type { AwsAccess, CallOptions } from '../aws/access.ts';
import type { JobReporter } from '../jobs/index.ts';
import type { Clock } from '../ports.ts';
import type { Database } from '../storage/database.ts';
import { createAnnouncer, type Progress } from './announcer.ts';
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

interface CopyOwner {
  readonly account: string;
  readonly awsAccountId: string;
}

interface Claiming {
  readonly aws: Pick<AwsAccess, 'confirmIdentity'>;
  readonly store: Pick<SyncStore, 'claim'>;
}

/** Before anything is read into a copy: credentials that lead elsewhere would fill one account's copy with what another holds. */
export async function claimCopy({ aws, store }: Claiming, owner: CopyOwner, options: CallOptions): Promise<void> {
  await aws.confirmIdentity(owner.account, options);
  store.claim(owner.account, owner.awsAccountId);
}

interface CopyRequest extends CopyOwner {
  /** Tells that the copy has changed. */
  readonly announce: () => void;
}

/** `follow` passes progress on to the job and announces now and then; the end is announced in any case. */
export async function keepInStep(
  deps: Claiming & Pick<SyncDependencies, 'clock'>,
  { announce, ...owner }: CopyRequest,
  { report, signal }: { report: JobReporter; signal: AbortSignal },
  read: (options: { readonly priority: 'background'; readonly signal: AbortSignal }, follow: Follow) => Promise<void>,
): Promise<void> {
  const options = { priority: 'background', signal } as const;
  await claimCopy(deps, owner, options);
  const announcer = createAnnouncer(deps.clock, announce);
  try {
    await read(options, (keyOf) => announcer.follow(report, keyOf));
  } finally {
    announce();
  }
}

/** Takes the catalogue key of a phase. */
type Follow = <Phase extends string>(keyOf: (phase: Phase) => string) => (progress: Progress<Phase>) => void;

export async function runSync(
  deps: SyncDependencies,
  { account, full, lists, phaseKey, announce }: SyncRequest,
  job: { report: JobReporter; signal: AbortSignal },
): Promise<void> {
  const { awsAccountId } = deps.accounts.getSettings(account);
  await keepInStep(deps, { account, awsAccountId, announce }, job, async (options, follow) => {
    const reading = { door: deps.aws.catalog(account), ...options };
    await syncEach({ ...deps, account, full, reading, report: follow(phaseKey) }, lists);
  });
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
