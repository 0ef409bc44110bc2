/** What a person knows before a backfill starts: where it reads, what it costs of AWS's limits, and what on this machine it leaves alone. */
import type { MethodOutput } from '../../../shared/contract/index.ts';
import type { BackfillWish } from '../../../shared/domain/opportunity/backfill.ts';
import type { AwsAccess } from '../../aws/access.ts';
import { findQuota } from '../../aws/quotas.ts';
import type { Jobs } from '../../jobs/index.ts';
import type { Database } from '../../storage/database.ts';
import type { SyncStore } from '../../entities/sync-store.ts';
import { placeOf, type PlaceSource } from '../places.ts';
import type { Place } from '../store.ts';
import { syncKind } from '../sync.ts';
import { RESERVE } from './runner.ts';
import type { BackfillStore } from './store.ts';

type Guards = MethodOutput<'opportunities.backfill.preview'>;

const PAGE_SIZE = 100;
/** Drafts that are named; the rest is counted. */
const MOST_DRAFTS = 20;

export interface GuardDependencies {
  readonly database: Database;
  readonly accounts: Pick<PlaceSource, 'getSettings'>;
  readonly aws: Pick<AwsAccess, 'estimate' | 'leftToday'>;
  readonly jobs: Pick<Jobs, 'handlers'>;
  readonly sync: SyncStore;
  readonly store: BackfillStore;
}

export async function readGuards(deps: GuardDependencies, account: string, wish: BackfillWish): Promise<Guards> {
  const { accounts, aws, store, database } = deps;
  const place = placeOf(accounts, account);
  const { perSecond, perDay = 0 } = findQuota('selling', 'GetOpportunity');
  const held = countHeld(database, place, null);
  const fitting = countHeld(database, place, wish);
  const isFilled = deps.sync.completedAt(account, [syncKind(place.catalog)]) !== null;
  const sync = await runningSync(deps.jobs, account);
  return {
    awsAccountId: accounts.getSettings(account).awsAccountId,
    catalog: place.catalog,
    held,
    fitting,
    estimate: isFilled ? estimate(aws, account, { wish, fitting }) : null,
    quota: { perSecond, perDay, leftToday: Math.min(perDay, aws.leftToday(account, 'GetOpportunity')) },
    reserve: RESERVE,
    ...findDrafts(database, account),
    syncRunning: sync !== null,
    openId: store.open(account)?.id ?? null,
  };
}

/** The job of the account's sync that is under way. */
export async function runningSync(jobs: GuardDependencies['jobs'], account: string): Promise<string | null> {
  const { jobs: all } = await jobs.handlers['jobs.list']({}, { signal: new AbortController().signal });
  const found = all.find(
    (job) => job.kind === 'opportunities.sync' && job.account === account && ['queued', 'running'].includes(job.state),
  );
  return found?.id ?? null;
}

function estimate(
  aws: GuardDependencies['aws'],
  account: string,
  { wish, fitting }: { wish: BackfillWish; fitting: number },
): NonNullable<Guards['estimate']> {
  const pages = Math.max(1, Math.ceil(fitting / PAGE_SIZE), Math.ceil(wish.filter.identifiers.length / 20));
  // What is stale is only known once the list was read.
  const reads = wish.mode === 'stale' ? 0 : 2 * fitting;
  return { pages, reads, ms: aws.estimate(account, 'GetOpportunity', pages + reads) };
}

/** Of the copy; of a wish by the columns that it shares with AWS's list. */
function countHeld(database: Database, { account, catalog }: Place, wish: BackfillWish | null): number {
  const filter = wish?.filter;
  const among = (column: string, values: readonly string[] | undefined) =>
    values && values.length > 0
      ? { sql: `${column} IN (SELECT value FROM json_each(?))`, value: JSON.stringify(values) }
      : null;
  const from = (column: string, value: string | null | undefined) => (value ? { sql: `${column} >= ?`, value } : null);
  const to = (column: string, value: string | null | undefined) =>
    value ? { sql: `${column} <= ?`, value: column === 'target_close' ? value : `${value}T23:59:59.999Z` } : null;
  const part = filter?.customerPart.trim();
  const conditions = [
    among('id', filter?.identifiers),
    among('stage', filter?.stages),
    among('review_status', filter?.reviewStatuses),
    among('customer', filter?.customers),
    among('country', filter?.countries),
    among('industry', filter?.industries),
    among('opportunity_type', filter?.types),
    part ? { sql: 'instr(lower(customer), lower(?)) > 0', value: part } : null,
    from('modified_at', filter?.modified.from),
    to('modified_at', filter?.modified.to),
    from('created_at', filter?.created.from),
    to('created_at', filter?.created.to),
    from('target_close', filter?.close.from),
    to('target_close', filter?.close.to),
  ].filter((condition) => condition !== null);
  return (
    database.get<{ n: number }>(
      `SELECT count(*) AS n FROM opportunities WHERE account = ? AND catalog = ? AND gone_at IS NULL
       ${conditions.map(({ sql }) => `AND ${sql}`).join(' ')}`,
      account,
      catalog,
      ...conditions.map(({ value }) => value),
    )?.n ?? 0
  );
}

function findDrafts(database: Database, account: string): Pick<Guards, 'drafts' | 'draftCount'> {
  const rows = database.all<{ draftId: string; name: string; opportunityId: string; isSent: number }>(
    `SELECT d.id AS draftId, d.name, d.target_id AS opportunityId,
       EXISTS (SELECT 1 FROM opportunity_sends s WHERE s.draft_id = d.id AND s.state = 'running') AS isSent
     FROM opportunity_drafts d WHERE d.account = ? AND d.target_id IS NOT NULL ORDER BY d.updated_at DESC`,
    account,
  );
  return {
    drafts: rows.slice(0, MOST_DRAFTS).map((row) => ({ ...row, isSent: row.isSent === 1 })),
    draftCount: rows.length,
  };
}
