/** The queue of an account’s Marketplace events, and what has come in by it. */
import { z } from 'zod';
import { CALL_SERVICES } from '../domain/notification/plan.ts';
import { queueConfigSchema } from '../domain/notification/queue.ts';
import {
  announceChoiceSchema,
  notificationKindSchema,
  notificationSchema,
} from '../domain/notification/notification.ts';
import { accountKeySchema, awsAccountIdSchema, instantSchema, pageRequestSchema } from '../domain/primitives.ts';
import { appErrorSchema } from '../errors/app-error.ts';
import { done, event, method, nothing } from './define.ts';

export const notificationFilterSchema = z.strictObject({
  /** null = all accounts. */
  account: accountKeySchema.nullable(),
  /** Found anywhere in the type, the title, the ids, the buyer. */
  text: z.string().max(200).default(''),
  kinds: z.array(notificationKindSchema).default([]),
  unreadOnly: z.boolean().default(false),
});
export type NotificationFilter = z.infer<typeof notificationFilterSchema>;

export const plannedCallSchema = z.object({
  id: z.string(),
  service: z.enum(CALL_SERVICES),
  operation: z.string(),
  request: z.record(z.string(), z.unknown()),
  /** What is lost by it; null where nothing is. */
  loses: z.string().nullable(),
});

export const STEP_STATES = ['waiting', 'running', 'done', 'already', 'failed'] as const;
export const queueStepSchema = plannedCallSchema.extend({
  /** `already`: it was found as wanted, so nothing was sent. */
  state: z.enum(STEP_STATES),
  error: appErrorSchema.nullable(),
});
export type QueueStep = z.infer<typeof queueStepSchema>;

export const eventQueueSchema = z.object({
  account: accountKeySchema,
  config: queueConfigSchema,
  state: z.enum(['setting-up', 'active', 'paused', 'removing']),
  steps: z.array(queueStepSchema),
  /** When the queue was last asked without a failure; null before the first time. */
  polledAt: instantSchema.nullable(),
  /** When it last gave something. */
  receivedAt: instantSchema.nullable(),
  error: appErrorSchema.nullable(),
  failingSince: instantSchema.nullable(),
  /** Messages in the dead-letter queue; null while not counted. */
  deadLetters: z.number().int().nullable(),
  /** Messages that are no events, seen in the queue. */
  problems: z.array(
    z.object({ messageId: z.string(), deliveries: z.number().int(), excerpt: z.string(), seenAt: instantSchema }),
  ),
});
export type EventQueue = z.infer<typeof eventQueueSchema>;

export const QUEUE_CHECKS = [
  'queue',
  'redrive',
  'policy',
  'rules',
  'targets',
  'subscriptions',
  'dead-letters',
] as const;
export const queueCheckSchema = z.object({
  check: z.enum(QUEUE_CHECKS),
  state: z.enum(['passed', 'failed', 'warning', 'skipped']),
  /** Catalogue key of what was seen. */
  messageKey: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  error: appErrorSchema.nullable(),
});
export type QueueCheck = z.infer<typeof queueCheckSchema>;

const oneAccount = z.strictObject({ account: accountKeySchema });
const ofConfig = z.strictObject({ account: accountKeySchema, config: queueConfigSchema });
const confirmed = { confirmedAccountId: awsAccountIdSchema };

export const notificationMethods = {
  'notifications.list': method(
    'What has come in, newest first, from this machine’s copy.',
    pageRequestSchema.extend({ filter: notificationFilterSchema }),
    z.object({ items: z.array(notificationSchema), total: z.number().int() }),
  ),
  'notifications.get': method(
    'One notification with the event as AWS sent it.',
    z.strictObject({ id: z.number().int() }),
    notificationSchema.extend({ document: z.unknown() }),
  ),
  'notifications.unread': method(
    'How many are unread, by account.',
    nothing,
    z.object({
      total: z.number().int(),
      accounts: z.array(z.object({ account: accountKeySchema, count: z.number().int() })),
    }),
  ),
  'notifications.markRead': method(
    'Marks some, or all that a filter finds, as read or unread.',
    z.strictObject({
      what: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('ids'), ids: z.array(z.number().int()).max(1000) }),
        z.strictObject({ kind: z.literal('filter'), filter: notificationFilterSchema }),
      ]),
      read: z.boolean(),
    }),
    z.object({ count: z.number().int() }),
  ),
  'notifications.export': method(
    'What a filter finds, as text to save: a table for spreadsheets, or the events themselves as JSON.',
    z.strictObject({
      filter: notificationFilterSchema,
      format: z.enum(['csv', 'json']),
      headings: z.record(z.string(), z.string()),
    }),
    z.object({ text: z.string(), suggestedName: z.string(), mediaType: z.string(), count: z.number().int() }),
  ),
  'notifications.choices': method(
    'When the system announces which kind, for every account.',
    nothing,
    z.object({
      choices: z.array(
        z.object({ account: accountKeySchema, kind: notificationKindSchema, choice: announceChoiceSchema }),
      ),
    }),
  ),
  'notifications.choose': method(
    'Sets when the system announces a kind of an account.',
    z.strictObject({ account: accountKeySchema, kind: notificationKindSchema, choice: announceChoiceSchema }),
    done,
  ),
  'notifications.queues': method(
    'The queues that are set up or known here, and how each is doing.',
    nothing,
    z.object({ queues: z.array(eventQueueSchema) }),
  ),
  'notifications.plan': method(
    'The calls that a set-up would make, in order, exactly as they would be sent. Nothing is sent.',
    ofConfig,
    z.object({ awsAccountId: awsAccountIdSchema, calls: z.array(plannedCallSchema), policy: z.string() }),
  ),
  'notifications.setUp': method(
    'Makes the calls of the plan one by one, each through the journal; what is there as wanted already is left alone. The same call goes on with a set-up that stopped.',
    ofConfig.extend(confirmed),
    z.object({ jobId: z.string().nullable() }),
  ),
  'notifications.planRemoval': method(
    'The calls that would take the queue down again, and what is lost by each. Nothing is sent.',
    oneAccount,
    z.object({ awsAccountId: awsAccountIdSchema, calls: z.array(plannedCallSchema) }),
  ),
  'notifications.tearDown': method(
    'Makes the calls of the removal. What has come in stays in the inbox.',
    oneAccount.extend(confirmed),
    z.object({ jobId: z.string() }),
  ),
  'notifications.forget': method('Stops listening without touching anything at AWS.', oneAccount, done),
  'notifications.pause': method(
    'Stops or goes on listening; the queue collects meanwhile.',
    oneAccount.extend({ paused: z.boolean() }),
    done,
  ),
  'notifications.template': method(
    'The same set-up as a CloudFormation template (YAML) for us-east-1.',
    ofConfig,
    z.object({ text: z.string(), suggestedName: z.string(), mediaType: z.string() }),
  ),
  'notifications.check': method(
    'Looks whether everything at AWS is as it must be for events to arrive. Reads only.',
    oneAccount,
    z.object({ checks: z.array(queueCheckSchema) }),
  ),
  'notifications.sendTest': method(
    'Puts a test message into the queue; it shows in the inbox when it has come back.',
    oneAccount.extend(confirmed),
    z.object({ changeId: z.string() }),
  ),
};

export const notificationEvents = {
  'notifications.changed': event('Something came in, or was read.', z.object({ account: accountKeySchema.nullable() })),
  'notifications.queuesChanged': event(
    'A queue was set up, removed, fails or works again.',
    z.object({ account: accountKeySchema }),
  ),
};
