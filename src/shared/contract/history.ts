/** What was sent and asked, by whom and when: views of the tables `changes` and `calls`. They outlive AWS's own history. */
import { z } from 'zod';
import { changeKindSchema, changeSchema, changeStateSchema } from '../domain/change/change.ts';
import { accountKeySchema, awsAccountIdSchema, instantSchema, pageRequestSchema } from '../domain/primitives.ts';
import { event, method, nothing } from './define.ts';

export const CALL_OUTCOMES = ['ok', 'failed', 'unanswered'] as const;

export const callFilterSchema = z.strictObject({
  /** null = all accounts, and calls that belong to none. */
  account: accountKeySchema.nullable(),
  /** Found anywhere in the operation, the request id, the id of the write or the error code. */
  text: z.string().max(200).default(''),
  services: z.array(z.string().max(40)).default([]),
  /** `unanswered`: sent, and no answer is on record. */
  outcomes: z.array(z.enum(CALL_OUTCOMES)).default([]),
  /** Calls of this write alone. */
  changeId: z.string().max(64).nullable().default(null),
  from: instantSchema.nullable().default(null),
  to: instantSchema.nullable().default(null),
});
export type CallFilter = z.infer<typeof callFilterSchema>;

export const callSummarySchema = z.object({
  seq: z.number().int(),
  account: accountKeySchema.nullable(),
  service: z.string(),
  operation: z.string(),
  /** When it was sent, in real time. */
  at: instantSchema,
  durationMs: z.number().nullable(),
  /** How often it was sent: the SDK repeats what was throttled or broken. */
  attempts: z.number().int().nullable(),
  outcome: z.enum(CALL_OUTCOMES),
  /** Our error code where it failed. */
  errorCode: z.string().nullable(),
  httpStatus: z.number().int().nullable(),
  requestId: z.string().nullable(),
  changeId: z.string().nullable(),
});
export type CallSummary = z.infer<typeof callSummarySchema>;

export const callDetailSchema = callSummarySchema.extend({
  /** Masked; parsed JSON, or the text as it is kept where it was cut. */
  request: z.unknown(),
  response: z.unknown(),
});
export type CallDetail = z.infer<typeof callDetailSchema>;

export const changeFilterSchema = z.strictObject({
  account: accountKeySchema.nullable(),
  /** Found anywhere in the title, the ids of change set, offer and product, or the id of the write. */
  text: z.string().max(200).default(''),
  states: z.array(changeStateSchema).default([]),
  kinds: z.array(changeKindSchema).default([]),
  from: instantSchema.nullable().default(null),
  to: instantSchema.nullable().default(null),
});
export type ChangeFilter = z.infer<typeof changeFilterSchema>;

export const logEntrySchema = z.object({
  seq: z.number().int(),
  state: changeStateSchema,
  at: instantSchema,
  details: z.unknown(),
  hash: z.string(),
});

export const changeRecordSchema = z.object({
  change: changeSchema,
  /** Who AWS said we were when it was sent; null where that call is not on record. */
  identity: z.object({ awsAccountId: awsAccountIdSchema, arn: z.string() }).nullable(),
  /** Request id of the call that made it. */
  requestId: z.string().nullable(),
  /** What was sent, secrets left out. */
  request: z.unknown(),
  /** The entity as it was, and as it was read back. */
  before: z.unknown(),
  after: z.unknown(),
  log: z.array(logEntrySchema),
  callCount: z.number().int(),
});
export type ChangeRecord = z.infer<typeof changeRecordSchema>;

const exported = z.object({
  text: z.string(),
  suggestedName: z.string(),
  mediaType: z.string(),
  count: z.number().int(),
  /** More rows matched than one file takes; narrow the filter for the rest. */
  cut: z.boolean(),
});
const exportFormat = z.enum(['csv', 'json']);
const headings = z.record(z.string(), z.string());

export const historyMethods = {
  'history.changes': method(
    'One page of writes, newest first.',
    pageRequestSchema.extend({ filter: changeFilterSchema }),
    z.object({ items: z.array(changeSchema), total: z.number().int() }),
  ),
  'history.change': method(
    'One write with everything that is on record about it.',
    z.strictObject({ id: z.string() }),
    changeRecordSchema,
  ),
  'history.calls': method(
    'One page of calls, newest first.',
    pageRequestSchema.extend({ filter: callFilterSchema }),
    z.object({ items: z.array(callSummarySchema), total: z.number().int(), services: z.array(z.string()) }),
  ),
  'history.call': method(
    'One call with its masked request and reply.',
    z.strictObject({ seq: z.number().int() }),
    callDetailSchema,
  ),
  'history.changesText': method(
    'Writes as a file; headings in the user’s language.',
    z.strictObject({ filter: changeFilterSchema, format: exportFormat, headings }),
    exported,
  ),
  'history.callsText': method(
    'Calls as a file; JSON holds request and reply as well.',
    z.strictObject({ filter: callFilterSchema, format: exportFormat, headings }),
    exported,
  ),
  'history.verify': method(
    'Recomputes the hash chain of the journal’s log from its first entry.',
    nothing,
    z.object({
      entries: z.number().int(),
      /** Sequence number of the first entry that does not fit; null when the chain is whole. */
      brokenAt: z.number().int().nullable(),
      /** Hash of the newest entry: kept elsewhere, it proves later that nothing was cut off the end. */
      head: z.string().nullable(),
    }),
  ),
};

export const historyEvents = {
  'history.pruned': event('Old calls were removed.', z.object({ count: z.number().int() })),
};
