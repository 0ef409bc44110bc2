/** Keys of cached answers: feature, account, method, input. The account stands early, so that nothing crosses accounts. */
import type { QueryKey } from '@tanstack/react-query';
import type { MethodInput, MethodName } from '../../shared/contract/index.ts';

/** In the place of the account where a call covers all of them, or knows none. */
export const ALL_ACCOUNTS = '*';

export const featureKey = (feature: string): QueryKey => [feature];
export const accountKey = (feature: string, account: string): QueryKey => [feature, account];

/**
 * Answers that are read from AWS at each call and bring the copy up to date by that: the event about the copy must not ask them again,
 * or they would go round and round. They stand under a name of their own.
 */
const READ_FROM_AWS: ReadonlySet<MethodName> = new Set<MethodName>([
  'engagements.snapshots',
  'engagements.snapshot',
  'engagements.settings',
  'engagements.tags',
  'offers.plan',
]);

export function callKey<M extends MethodName>(method: M, input: MethodInput<M>): QueryKey {
  const feature = READ_FROM_AWS.has(method) ? method : method.slice(0, method.indexOf('.'));
  return [feature, accountOf(input), method, input];
}

function accountOf(input: object): string {
  if ('account' in input && typeof input.account === 'string') return input.account;
  if ('filter' in input && typeof input.filter === 'object' && input.filter !== null) return accountOf(input.filter);
  return ALL_ACCOUNTS;
}

/** Whether two keys ask the same method for the same account: only then may one's answer stand in for the other's. */
export function isSameScope(one: QueryKey | undefined, other: QueryKey): boolean {
  return one !== undefined && one[1] === other[1] && one[2] === other[2];
}
