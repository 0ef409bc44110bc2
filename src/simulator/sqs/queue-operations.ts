/** Queues themselves: made, found, configured, emptied, deleted. */
import { toInstant } from '../catalog/instants.ts';
import type { Caller } from '../types.ts';
import { defaultAttributes, readAttributes, redrivePolicy, type QueueAttributes } from './attributes.ts';
import { queueOf, queueUrl, type SqsContext, type SqsOperation } from './context.ts';
import { invalidValue, noSuchQueue, readNumber, sqsError } from './errors.ts';
import type { Queue } from './queue.ts';
import { queueArn } from './queues.ts';

/** A name is free again this long after its queue was deleted; a queue can be purged once in that time. */
const COOLING_MS = 60_000;

export const createQueue: SqsOperation = (input, caller, context) => {
  const name = String(input['QueueName']);
  if (!/^[A-Za-z0-9_-]{1,80}$/.test(name)) {
    const reason = 'Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length';
    throw invalidValue('QueueName', name, reason);
  }
  const attributes = readAttributes(input['Attributes']);
  checkRedrive(attributes, caller, context);
  const { queues, clock } = context;
  const existing = queues.get(caller.accountId, name);
  if (existing) return sameQueue(existing, attributes, context);
  const now = clock.now();
  if (now - (queues.deletedAt.get(queueArn(caller.accountId, name)) ?? Number.NEGATIVE_INFINITY) < COOLING_MS) {
    const message = 'You must wait 60 seconds after deleting a queue before you can create another with the same name.';
    throw sqsError('QueueDeletedRecently', message);
  }
  const tags = (input['tags'] ?? {}) as Record<string, string>;
  const record = { accountId: caller.accountId, name, attributes, tags, createdAt: now, modifiedAt: now, messages: [] };
  return { QueueUrl: queueUrl(queues.add(record), context) };
};

/** Making a queue again as it is answers it. */
function sameQueue(queue: Queue, attributes: QueueAttributes, context: SqsContext): Record<string, unknown> {
  const is = { ...defaultAttributes(), ...queue.attributes };
  const different = Object.entries(attributes).find(([name, value]) => is[name] !== value);
  if (!different) return { QueueUrl: queueUrl(queue, context) };
  const message = `A queue already exists with the same name and a different value for attribute ${different[0]}`;
  throw sqsError('QueueNameExists', message);
}

export const getQueueUrl: SqsOperation = (input, caller, context) => {
  const owner = input['QueueOwnerAWSAccountId'] ?? caller.accountId;
  const queue = owner === caller.accountId ? context.queues.get(owner, String(input['QueueName'])) : undefined;
  if (!queue) throw noSuchQueue();
  return { QueueUrl: queueUrl(queue, context) };
};

export const listQueues: SqsOperation = (input, caller, context) => {
  const prefix = String(input['QueueNamePrefix'] ?? '');
  const size = readNumber(input, 'MaxResults', { min: 1, max: 1000, otherwise: 1000 });
  const after = String(input['NextToken'] ?? '');
  const rest = context.queues.of(caller.accountId).filter(({ name }) => name.startsWith(prefix) && name > after);
  const page = rest.slice(0, size);
  return {
    QueueUrls: page.map((queue) => queueUrl(queue, context)),
    // Without MaxResults there are no pages.
    NextToken: input['MaxResults'] !== undefined && rest.length > size ? page.at(-1)?.name : undefined,
  };
};

export const getQueueAttributes: SqsOperation = (input, caller, context) => {
  const queue = queueOf(input, caller, context);
  const wanted = ((input['AttributeNames'] ?? []) as string[]).filter((name) => name !== '');
  const all = allAttributes(queue, context);
  const unknown = wanted.find((name) => name !== 'All' && !KNOWN.has(name));
  if (unknown !== undefined) throw sqsError('InvalidAttributeName', `Unknown Attribute ${unknown}.`);
  const shown = Object.entries(all).filter(([name]) => wanted.includes('All') || wanted.includes(name));
  return shown.length === 0 ? {} : { Attributes: Object.fromEntries(shown) };
};

const COUNTED = [
  'QueueArn',
  'ApproximateNumberOfMessages',
  'ApproximateNumberOfMessagesNotVisible',
  'ApproximateNumberOfMessagesDelayed',
  'CreatedTimestamp',
  'LastModifiedTimestamp',
];
const KNOWN = new Set([
  ...COUNTED,
  ...Object.keys(defaultAttributes()),
  'Policy',
  'RedrivePolicy',
  'RedriveAllowPolicy',
  'KmsMasterKeyId',
  'KmsDataKeyReusePeriodSeconds',
]);

function allAttributes(queue: Queue, { clock }: SqsContext): QueueAttributes {
  const { visible, hidden, delayed } = queue.counts(clock.now());
  const set = Object.entries({ ...defaultAttributes(), ...queue.attributes }).filter(([, value]) => value !== '');
  return {
    ...Object.fromEntries(set),
    QueueArn: queue.arn,
    ApproximateNumberOfMessages: String(visible),
    ApproximateNumberOfMessagesNotVisible: String(hidden),
    ApproximateNumberOfMessagesDelayed: String(delayed),
    CreatedTimestamp: seconds(queue.createdAt),
    LastModifiedTimestamp: seconds(queue.modifiedAt),
  };
}

export const setQueueAttributes: SqsOperation = (input, caller, context) => {
  const queue = queueOf(input, caller, context);
  const attributes = readAttributes(input['Attributes']);
  checkRedrive(attributes, caller, context);
  queue.attributes = { ...queue.attributes, ...attributes };
  queue.modifiedAt = context.clock.now();
  return {};
};

export const deleteQueue: SqsOperation = (input, caller, context) => {
  context.queues.remove(queueOf(input, caller, context), context.clock.now());
  return {};
};

export const purgeQueue: SqsOperation = (input, caller, context) => {
  const queue = queueOf(input, caller, context);
  const now = context.clock.now();
  if (now - queue.purgedAt < COOLING_MS) {
    const message = `Only one PurgeQueue operation on ${queue.name} is allowed every 60 seconds.`;
    throw sqsError('PurgeQueueInProgress', message);
  }
  queue.purgedAt = now;
  queue.clear();
  return {};
};

export const listDeadLetterSourceQueues: SqsOperation = (input, caller, context) => {
  const target = queueOf(input, caller, context).arn;
  const sources = context.queues
    .of(caller.accountId)
    .filter(({ attributes }) => redrivePolicy(attributes)?.deadLetterTargetArn === target);
  return { queueUrls: sources.map((queue) => queueUrl(queue, context)) };
};

export const listQueueTags: SqsOperation = (input, caller, context) => ({
  Tags: queueOf(input, caller, context).tags,
});

export const tagQueue: SqsOperation = (input, caller, context) => {
  const queue = queueOf(input, caller, context);
  queue.tags = { ...queue.tags, ...(input['Tags'] as Record<string, string>) };
  return {};
};

/** A dead-letter queue must be there, in the same account. */
function checkRedrive(attributes: QueueAttributes, { accountId }: Caller, { queues }: SqsContext): void {
  const policy = redrivePolicy(attributes);
  if (!policy) return;
  const target = queues.byArn(policy.deadLetterTargetArn);
  if (target?.accountId === accountId) return;
  throw sqsError(
    'InvalidParameterValue',
    `Value ${attributes['RedrivePolicy']} for parameter RedrivePolicy is invalid. Reason: Dead letter target does not exist.`,
  );
}

function seconds(ms: number): string {
  return String(Math.floor(Date.parse(toInstant(ms)) / 1000));
}
