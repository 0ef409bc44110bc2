/** Spends limits that AWS counts over a rolling day: at the start by what the recorded calls say, then call by call. */
import { fail } from '../../shared/errors/app-error.ts';
import type { Clock } from '../ports.ts';
import type { Database } from '../storage/database.ts';
import { operationsOfGroup, type Quota, type ServiceName } from './quotas.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

export interface DayBudget {
  /** Throws `day-quota-spent` where the day's calls are used up. */
  refuseSpent(owner: BudgetOwner, quota: Quota): void;
  spend(owner: BudgetOwner, quota: Quota): void;
  /** Real time until `count` further calls are granted, in ms; 0 where they are now. */
  waitFor(owner: BudgetOwner, quota: Quota, count: number): number;
  /** Calls that may still be made now. */
  left(owner: BudgetOwner, quota: Quota): number;
}

interface BudgetOwner {
  readonly account: string;
  readonly awsAccountId: string;
  readonly service: ServiceName;
}

export function createDayBudget({ database, clock }: { database: Database; clock: Clock }): DayBudget {
  const spent = new Map<string, number[]>();
  const windowMs = DAY_MS / clock.speed;

  /** When calls were made within the window, oldest first. */
  const recent = (owner: BudgetOwner, quota: Quota): number[] => {
    const key = `${owner.awsAccountId}/${owner.service}/${quota.group ?? ''}`;
    const times = spent.get(key) ?? readTimes(database, owner, quota, clock.realNow() - windowMs);
    const from = clock.realNow() - windowMs;
    let old = 0;
    while (old < times.length && (times[old] ?? 0) <= from) old += 1;
    if (old > 0) times.splice(0, old);
    spent.set(key, times);
    return times;
  };

  return {
    refuseSpent(owner, quota) {
      if (quota.perDay === undefined) return;
      const times = recent(owner, quota);
      const [first] = times;
      if (times.length < quota.perDay || first === undefined) return;
      const at = new Date(first + windowMs).toISOString();
      fail('day-quota-spent', { params: { limit: quota.perDay, at }, retryable: true });
    },
    spend(owner, quota) {
      if (quota.perDay !== undefined) recent(owner, quota).push(clock.realNow());
    },
    waitFor(owner, quota, count) {
      if (quota.perDay === undefined) return 0;
      const times = recent(owner, quota);
      const over = times.length + count - quota.perDay;
      if (over <= 0) return 0;
      const freed = times[over - 1];
      if (freed !== undefined) return Math.max(0, freed + windowMs - clock.realNow());
      // Those that these calls themselves use up are free again a day after they were made.
      return windowMs * Math.ceil((over - times.length) / quota.perDay);
    },
    left(owner, quota) {
      if (quota.perDay === undefined) return Number.POSITIVE_INFINITY;
      return Math.max(0, quota.perDay - recent(owner, quota).length);
    },
  };
}

function readTimes(database: Database, { account, service }: BudgetOwner, quota: Quota, from: number): number[] {
  const rows = database.all<{ at: string; attempts: number | null }>(
    `SELECT at, attempts FROM calls WHERE account = ? AND at > ? AND service = ?
       AND operation IN (SELECT value FROM json_each(?)) ORDER BY at`,
    account,
    new Date(from).toISOString(),
    service,
    JSON.stringify(operationsOfGroup(service, quota)),
  );
  return rows.flatMap(({ at, attempts }) => Array<number>(Math.max(1, attempts ?? 1)).fill(Date.parse(at)));
}
