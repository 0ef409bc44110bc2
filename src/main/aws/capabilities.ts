/** What the credentials of an account were seen to be allowed: learned from every call, never asked for. */
import type { Capability } from '../../shared/domain/account/account.ts';
import type { Clock } from '../ports.ts';
import type { Database } from '../storage/database.ts';
import type { CapabilityObserver } from './send.ts';
import type { ServiceName } from './quotas.ts';

/** Shown before anything is known, in this order. */
const EXPECTED_ACTIONS = [
  'aws-marketplace:ListEntities',
  'aws-marketplace:DescribeEntity',
  'aws-marketplace:StartChangeSet',
  'aws-marketplace:DescribeChangeSet',
  'aws-marketplace:ListChangeSets',
  'aws-marketplace:CancelChangeSet',
  's3:PutObject',
  's3:GetObject',
  's3:ListBucket',
] as const;

/** Operations whose IAM action has another name; null: needs no permission. */
const ACTION_OF: Readonly<Record<string, string | null>> = {
  'catalog:BatchDescribeEntities': 'aws-marketplace:DescribeEntity',
  's3:HeadObject': 's3:GetObject',
  's3:HeadBucket': 's3:ListBucket',
  's3:ListObjectsV2': 's3:ListBucket',
  'sts:GetCallerIdentity': null,
  // Decided by the role's trust policy, not by the account's own rights.
  'sts:AssumeRole': null,
  'sts:AssumeRoleWithWebIdentity': null,
};

const PREFIX: Readonly<Record<ServiceName, string>> = {
  catalog: 'aws-marketplace',
  agreement: 'aws-marketplace',
  sts: 'sts',
  s3: 's3',
  sqs: 'sqs',
  events: 'events',
  iam: 'iam',
  sns: 'sns',
};

function actionOf(service: ServiceName, operation: string): string | null {
  const special = ACTION_OF[`${service}:${operation}`];
  return special === undefined ? `${PREFIX[service]}:${operation}` : special;
}

export interface Capabilities {
  readonly observe: CapabilityObserver;
  list(account: string): Capability[];
  /** Settings changed: what other credentials could do says nothing about these. */
  forget(account: string): void;
}

export function createCapabilities(deps: {
  database: Database;
  clock: Clock;
  onChange: (account: string) => void;
}): Capabilities {
  const { database, clock, onChange } = deps;
  return {
    observe({ account, service }, operation, seen) {
      const action = actionOf(service, operation);
      if (!action) return;
      const before = database.get<{ state: string }>(
        'SELECT state FROM capabilities WHERE account = ? AND action = ?',
        account,
        action,
      );
      // One write per change of what is known, not one per call.
      if (before?.state === seen) return;
      const { changes } = database.run(
        `INSERT INTO capabilities (account, action, state, seen_at)
         SELECT key, ?, ?, ? FROM accounts WHERE key = ?
         ON CONFLICT (account, action) DO UPDATE SET state = excluded.state, seen_at = excluded.seen_at`,
        action,
        seen,
        new Date(clock.realNow()).toISOString(),
        account,
      );
      if (changes > 0) onChange(account);
    },
    list(account) {
      const seen = database.all<{ action: string; state: 'allowed' | 'denied'; seen_at: string }>(
        'SELECT action, state, seen_at FROM capabilities WHERE account = ? ORDER BY action',
        account,
      );
      const known = new Map(seen.map((row) => [row.action, row]));
      const actions = [...new Set([...EXPECTED_ACTIONS, ...known.keys()])];
      return actions.map((action) => {
        const row = known.get(action);
        return { action, state: row?.state ?? 'unknown', seenAt: row?.seen_at ?? null };
      });
    },
    forget(account) {
      database.run('DELETE FROM capabilities WHERE account = ?', account);
    },
  };
}
