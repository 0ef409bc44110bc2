/** What the credentials of an account were seen to be allowed: learned from every call, never asked for. */
import type { Capability } from '../../shared/domain/account/account.ts';
import { plainAction, startChangeSet } from '../../shared/domain/account/permissions.ts';
import type { Clock } from '../ports.ts';
import type { Database } from '../storage/database.ts';
import type { CapabilityObserver } from './send.ts';
import type { ServiceName } from './quotas.ts';

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
  selling: 'partnercentral',
};

function actionOf(service: ServiceName, operation: string): string | null {
  const special = ACTION_OF[`${service}:${operation}`];
  return special === undefined ? `${PREFIX[service]}:${operation}` : special;
}

/**
 * The change types of a refused or allowed request; empty for everything but StartChangeSet. AWS grants it by change type, and says
 * only of the whole request that it was refused.
 */
function changeTypesOf(operation: string, input: object): string[] {
  if (operation !== 'StartChangeSet') return [];
  const { ChangeSet } = input as { ChangeSet?: readonly { ChangeType?: string }[] };
  return [...new Set((ChangeSet ?? []).map(({ ChangeType }) => ChangeType).filter((type) => type !== undefined))];
}

export interface Capabilities {
  readonly observe: CapabilityObserver;
  /** What was seen, and `unknown` for what is expected to be used but was not yet. */
  list(account: string, expected: readonly string[]): Capability[];
  /** Settings changed: what other credentials could do says nothing about these. */
  forget(account: string): void;
  /** The policy was changed: these refusals no longer stand in the way. */
  forgetRefused(account: string, actions: readonly string[]): void;
}

type Seen = 'allowed' | 'denied';

export function createCapabilities(deps: {
  database: Database;
  clock: Clock;
  onChange: (account: string) => void;
}): Capabilities {
  const { database, clock, onChange } = deps;
  const stateOf = (account: string, action: string) =>
    database.get<{ state: Seen }>('SELECT state FROM capabilities WHERE account = ? AND action = ?', account, action)
      ?.state;

  /** One write per change of what is known, not one per call. */
  const note = (account: string, action: string, seen: Seen): boolean => {
    if (stateOf(account, action) === seen) return false;
    const { changes } = database.run(
      `INSERT INTO capabilities (account, action, state, seen_at)
       SELECT key, ?, ?, ? FROM accounts WHERE key = ?
       ON CONFLICT (account, action) DO UPDATE SET state = excluded.state, seen_at = excluded.seen_at`,
      action,
      seen,
      new Date(clock.realNow()).toISOString(),
      account,
    );
    return changes > 0;
  };

  /** A refused mixture is put down to what has never been allowed; to the whole action only when nothing of it ever was. */
  const refusedActions = (account: string, action: string, types: readonly string[]): string[] => {
    const doubtful = types.map(startChangeSet).filter((narrow) => stateOf(account, narrow) !== 'allowed');
    if (types.length === 0 || stateOf(account, action) !== 'allowed') return [action, ...doubtful];
    return doubtful.length > 0 ? doubtful : types.map(startChangeSet);
  };

  return {
    observe({ account, service }, { operation, input }, seen) {
      const action = actionOf(service, operation);
      if (!action) return;
      const types = changeTypesOf(operation, input);
      const actions =
        seen === 'allowed' ? [action, ...types.map(startChangeSet)] : refusedActions(account, action, types);
      const changed = actions.filter((each) => note(account, each, seen));
      if (changed.length > 0) onChange(account);
    },
    list(account, expected) {
      const seen = database.all<{ action: string; state: Seen; seen_at: string }>(
        'SELECT action, state, seen_at FROM capabilities WHERE account = ? ORDER BY action',
        account,
      );
      const known = new Map(seen.map((row) => [row.action, row]));
      const actions = [...new Set([...expected, ...known.keys()])];
      return actions.map((action) => {
        const row = known.get(action);
        return { action, state: row?.state ?? 'unknown', seenAt: row?.seen_at ?? null };
      });
    },
    forget(account) {
      database.run('DELETE FROM capabilities WHERE account = ?', account);
    },
    forgetRefused(account, actions) {
      const { changes } = database.run(
        `DELETE FROM capabilities WHERE account = ? AND state = 'denied'
         AND action IN (SELECT value FROM json_each(?))`,
        account,
        JSON.stringify(actions.flatMap((action) => [action, plainAction(action)])),
      );
      if (changes > 0) onChange(account);
    },
  };
}
