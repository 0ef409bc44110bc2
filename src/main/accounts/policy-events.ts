/** What the policy says about the queue of an account's events: reading it, and setting it up. */
import { FEATURE_ACTIONS } from '../../shared/domain/account/permissions.ts';
import type { Statement } from './policy-statement.ts';

export interface EventResources {
  readonly queueNames: readonly string[];
  readonly ruleNames: readonly string[];
  /** Older topics that AWS made for a product. */
  readonly topicArns: readonly string[];
}

const REGION = 'us-east-1';

function queueArns(account: string, { queueNames }: EventResources): string[] {
  return queueNames.map((name) => `arn:aws:sqs:${REGION}:${account}:${name}`);
}

export function notificationIntake(account: string, resources: EventResources): Statement[] {
  return [
    {
      Sid: 'ReadEventQueue',
      Effect: 'Allow',
      Action: FEATURE_ACTIONS.notifications,
      Resource: queueArns(account, resources),
    },
  ];
}

export function notificationSetup(account: string, resources: EventResources): Statement[] {
  const actions = FEATURE_ACTIONS['notification-setup'];
  const of = (service: string) => actions.filter((action) => action.startsWith(`${service}:`));
  const { topicArns } = resources;
  return [
    {
      Sid: 'SetUpEventQueue',
      Effect: 'Allow',
      Action: of('sqs'),
      Resource: queueArns(account, resources),
    },
    {
      Sid: 'SetUpEventRules',
      Effect: 'Allow',
      Action: of('events'),
      Resource: resources.ruleNames.map((name) => `arn:aws:events:${REGION}:${account}:rule/${name}`),
    },
    ...(topicArns.length > 0
      ? [{ Sid: 'SubscribeToTopics', Effect: 'Allow' as const, Action: of('sns'), Resource: [...topicArns] }]
      : []),
  ];
}
