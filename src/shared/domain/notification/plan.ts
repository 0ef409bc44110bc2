/** The calls that set up or remove an account's queue, in order, exactly as they are sent. Pure: shown first, then made one by one. */
import { eventPattern } from './kinds.ts';
import { arnsOf, queueUrl, type QueueConfig } from './queue.ts';

export const CALL_SERVICES = ['sqs', 'events', 'sns'] as const;

export interface PlannedCall {
  /** Stable within a plan: a resumed set-up finds its steps by it. */
  readonly id: string;
  readonly service: (typeof CALL_SERVICES)[number];
  readonly operation: string;
  readonly request: Readonly<Record<string, unknown>>;
  /** What is lost by it; catalogue key, for removals. */
  readonly loses: string | null;
}

/** The longest that SQS keeps a message. */
const FOURTEEN_DAYS = '1209600';
const DELIVERIES_BEFORE_ASIDE = 5;
export const TARGET_ID = 'offerdeck-queue';
/** Marks a policy's statement as ours. */
export const OFFERDECK_SID = 'OfferdeckEvents';

function call(
  id: string,
  service: PlannedCall['service'],
  operation: string,
  request: PlannedCall['request'],
  loses: string | null = null,
): PlannedCall {
  return { id, service, operation, request, loses };
}

export function planSetup(account: string, config: QueueConfig): PlannedCall[] {
  if (config.source === 'existing') return [];
  const { deadLetterQueueName } = config;
  return [
    ...(deadLetterQueueName === null
      ? []
      : [call('dead-letter-queue', 'sqs', 'CreateQueue', deadLetterRequest(deadLetterQueueName))]),
    call('queue', 'sqs', 'CreateQueue', queueRequest(account, config)),
    ...(config.source === 'rules' ? planRules(account, config) : planTopics(account, config)),
  ];
}

export function deadLetterAttributes() {
  return { MessageRetentionPeriod: FOURTEEN_DAYS, SqsManagedSseEnabled: 'true' };
}

function deadLetterRequest(name: string) {
  return { QueueName: name, Attributes: deadLetterAttributes() };
}

export function redrivePolicy(account: string, config: QueueConfig) {
  const { deadLetters } = arnsOf(account, config);
  return deadLetters === null
    ? null
    : { deadLetterTargetArn: deadLetters, maxReceiveCount: String(DELIVERIES_BEFORE_ASIDE) };
}

function queueRequest(account: string, config: QueueConfig) {
  const redrive = redrivePolicy(account, config);
  return {
    QueueName: config.queueName,
    Attributes: {
      VisibilityTimeout: '60',
      MessageRetentionPeriod: FOURTEEN_DAYS,
      ReceiveMessageWaitTimeSeconds: '20',
      SqsManagedSseEnabled: 'true',
      ...(redrive ? { RedrivePolicy: JSON.stringify(redrive) } : {}),
    },
  };
}

/** Lets the rules (or topics) of this account, and nobody else, put messages into the queue. */
export function queuePolicy(queueArn: string, principal: string, sources: readonly string[]) {
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Sid: OFFERDECK_SID,
        Effect: 'Allow',
        Principal: { Service: principal },
        Action: 'sqs:SendMessage',
        Resource: queueArn,
        Condition: { ArnEquals: { 'aws:SourceArn': sources.length === 1 ? sources[0] : sources } },
      },
    ],
  };
}

export const EVENTS_PRINCIPAL = 'events.amazonaws.com';
export const SNS_PRINCIPAL = 'sns.amazonaws.com';

function policyCall(
  account: string,
  id: string,
  name: string,
  arn: string,
  principal: string,
  sources: readonly string[],
) {
  return call(id, 'sqs', 'SetQueueAttributes', {
    QueueUrl: queueUrl(account, name),
    Attributes: { Policy: JSON.stringify(queuePolicy(arn, principal, sources)) },
  });
}

function planRules(account: string, config: QueueConfig): PlannedCall[] {
  const arns = arnsOf(account, config);
  const { deadLetterQueueName, queueName } = config;
  const target = {
    Id: TARGET_ID,
    Arn: arns.queue,
    ...(arns.deadLetters === null ? {} : { DeadLetterConfig: { Arn: arns.deadLetters } }),
  };
  return [
    ...config.rules.map(({ name, kinds }) =>
      call(`rule/${name}`, 'events', 'PutRule', {
        Name: name,
        Description: 'AWS Marketplace events for Offerdeck',
        EventPattern: JSON.stringify(eventPattern(kinds)),
        State: 'ENABLED',
      }),
    ),
    policyCall(account, 'queue-policy', queueName, arns.queue, EVENTS_PRINCIPAL, arns.rules),
    ...(deadLetterQueueName === null || arns.deadLetters === null
      ? []
      : [
          policyCall(
            account,
            'dead-letter-policy',
            deadLetterQueueName,
            arns.deadLetters,
            EVENTS_PRINCIPAL,
            arns.rules,
          ),
        ]),
    ...config.rules.map(({ name }) =>
      call(`target/${name}`, 'events', 'PutTargets', { Rule: name, Targets: [target] }),
    ),
  ];
}

function planTopics(account: string, config: QueueConfig): PlannedCall[] {
  const { queue } = arnsOf(account, config);
  return [
    policyCall(account, 'queue-policy', config.queueName, queue, SNS_PRINCIPAL, config.topicArns),
    ...config.topicArns.map((topicArn) =>
      call(`subscription/${topicArn}`, 'sns', 'Subscribe', {
        TopicArn: topicArn,
        Protocol: 'sqs',
        Endpoint: queue,
        ReturnSubscriptionArn: true,
      }),
    ),
  ];
}

/** Stops the flow first, so that nothing is sent to a queue that is gone. Subscriptions are named once they have been looked up. */
export function planRemoval(
  account: string,
  config: QueueConfig,
  subscriptionArns: readonly string[] = [],
): PlannedCall[] {
  if (config.source === 'existing') return [];
  const rules = config.source === 'rules' ? config.rules : [];
  return [
    ...rules.flatMap(({ name }) => [
      call(`target/${name}`, 'events', 'RemoveTargets', { Rule: name, Ids: [TARGET_ID] }, 'flow'),
      call(`rule/${name}`, 'events', 'DeleteRule', { Name: name }),
    ]),
    ...subscriptionArns.map((arn) =>
      call(`subscription/${arn}`, 'sns', 'Unsubscribe', { SubscriptionArn: arn }, 'flow'),
    ),
    call('queue', 'sqs', 'DeleteQueue', { QueueUrl: queueUrl(account, config.queueName) }, 'messages'),
    ...(config.deadLetterQueueName === null
      ? []
      : [
          call(
            'dead-letter-queue',
            'sqs',
            'DeleteQueue',
            { QueueUrl: queueUrl(account, config.deadLetterQueueName) },
            'deadLetters',
          ),
        ]),
  ];
}
