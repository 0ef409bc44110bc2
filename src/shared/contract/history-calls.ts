/** The sync log: what was read from AWS and written to it, call by call and job by job. */
import { z } from 'zod';
import { changeKindSchema, changeStateSchema } from '../domain/change/change.ts';
import { accountKeySchema, instantSchema, pageRequestSchema } from '../domain/primitives.ts';
import { CALL_DIRECTIONS, CALL_STATUSES } from '../domain/sync/call.ts';
import { appErrorSchema } from '../errors/app-error.ts';
import { method } from './define.ts';

export const callFilterSchema = z.strictObject({
  /** null = all accounts, and calls that belong to none. */
  account: accountKeySchema.nullable(),
  /** Found anywhere in the operation or the error code, and at the beginning of the ids of request, write, job and record. */
  text: z.string().max(200).default(''),
  /** Purposes whose words hold the text, in the language of the screen. */
  textPurposes: z.array(z.string().max(120)).max(300).default([]),
  /** From AWS, to AWS. */
  directions: z.array(z.enum(CALL_DIRECTIONS)).default([]),
  statuses: z.array(z.enum(CALL_STATUSES)).default([]),
  /** `service:Operation` or `service:Operation:variant`. */
  purposes: z.array(z.string().max(120)).default([]),
  services: z.array(z.string().max(40)).default([]),
  /** Calls of this write alone. */
  changeId: z.string().max(64).nullable().default(null),
  /** Calls of this job alone. */
  runId: z.string().max(64).nullable().default(null),
  /** Calls that asked for, brought or changed this record, also as one of many. */
  entityId: z.string().max(200).nullable().default(null),
  /** Only calls of which AWS throttled an attempt, however they ended. */
  throttled: z.boolean().default(false),
  /** `runs`: whole jobs alone. `calls`: single calls alone. */
  level: z.enum(['all', 'runs', 'calls']).default('all'),
  from: instantSchema.nullable().default(null),
  to: instantSchema.nullable().default(null),
});
export type CallFilter = z.infer<typeof callFilterSchema>;

export const callSummarySchema = z.object({
  seq: z.number().int(),
  account: accountKeySchema.nullable(),
  direction: z.enum(CALL_DIRECTIONS),
  status: z.enum(CALL_STATUSES),
  service: z.string(),
  operation: z.string(),
  /** What of the operation, where it does several things. */
  variant: z.string().nullable(),
  /** When it was sent, in real time. */
  at: instantSchema,
  durationMs: z.number().nullable(),
  /** How often it was sent: the SDK repeats what was throttled or broken. */
  attempts: z.number().int().nullable(),
  /** Our error code where it failed. */
  errorCode: z.string().nullable(),
  httpStatus: z.number().int().nullable(),
  requestId: z.string().nullable(),
  changeId: z.string().nullable(),
  runId: z.string().nullable(),
  /** The record that it was about. */
  entityType: z.string().nullable(),
  entityId: z.string().nullable(),
  /** Records in the payload, and those of them that failed. */
  records: z.number().int(),
  failedRecords: z.number().int(),
  /** Attempts that AWS throttled, and how long it was held back in all. */
  throttles: z.number().int(),
  waitedMs: z.number(),
});
export type CallSummary = z.infer<typeof callSummarySchema>;

const callRecordSchema = z.object({
  entityId: z.string(),
  entityType: z.string().nullable(),
  failed: z.boolean(),
  /** AWS's code or ours, and the words with it. */
  code: z.string().nullable(),
  message: z.string().nullable(),
});
export type CallRecord = z.infer<typeof callRecordSchema>;

export const quotaSchema = z.object({
  perSecond: z.number(),
  perDay: z.number().nullable(),
  per: z.enum(['request', 'entity']),
  /** Operations that share the limit. */
  operations: z.array(z.string()),
  source: z.string(),
  asOf: z.string(),
});
export type CallQuota = z.infer<typeof quotaSchema>;

const payloads = {
  /** Masked; parsed JSON, or the text as it is kept where it was cut. */
  request: z.unknown(),
  response: z.unknown(),
};

export const callDetailSchema = callSummarySchema.extend({
  ...payloads,
  /** The failure in whole, with the fields that AWS named. */
  error: appErrorSchema.nullable(),
  /** Its records, at most 500; of a job those of all its calls. */
  entries: z.array(callRecordSchema),
  /** The call before it with the same purpose about the same record. */
  previous: z.object({ seq: z.number().int(), at: instantSchema, ...payloads }).nullable(),
  /** The write that it belongs to, and how that stands. */
  change: z
    .object({
      id: z.string(),
      title: z.string(),
      kind: changeKindSchema,
      state: changeStateSchema,
    })
    .nullable(),
  /** The first reading of the record after it was written. */
  held: z.object({ seq: z.number().int(), at: instantSchema, value: z.unknown() }).nullable(),
  /** The published limit that it spent; null for what is none of AWS's. */
  quota: quotaSchema.nullable(),
});
export type CallDetail = z.infer<typeof callDetailSchema>;

const exported = z.object({
  text: z.string(),
  suggestedName: z.string(),
  mediaType: z.string(),
  count: z.number().int(),
  /** More rows matched than one file takes; narrow the filter for the rest. */
  cut: z.boolean(),
});

export const historyCallMethods = {
  'history.calls': method(
    'One page of the sync log, newest first.',
    pageRequestSchema.extend({ filter: callFilterSchema }),
    z.object({
      items: z.array(callSummarySchema),
      /** Counted up to 5,000. */
      total: z.number().int(),
      /** Every purpose and service that is on record, to choose from. */
      purposes: z.array(z.string()),
      services: z.array(z.string()),
    }),
  ),
  'history.call': method(
    'One call with its masked request and reply, its records, and what to compare it with.',
    z.strictObject({ seq: z.number().int() }),
    callDetailSchema,
  ),
  'history.callsText': method(
    'The sync log as a file; JSON holds request and reply as well.',
    z.strictObject({
      filter: callFilterSchema,
      format: z.enum(['csv', 'json']),
      /** Words in the user’s language: of columns, and of `direction.…`, `status.…` and `purpose.…` values. */
      headings: z.record(z.string(), z.string()),
    }),
    exported,
  ),
};
