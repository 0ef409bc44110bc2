/** What was sent and asked, by whom and when: views of the tables `changes` and `calls`. They outlive AWS's own history. */
import { z } from 'zod';
import { changeKindSchema, changeSchema, changeStateSchema } from '../domain/change/change.ts';
import { accountKeySchema, awsAccountIdSchema, instantSchema, pageRequestSchema } from '../domain/primitives.ts';
import { event, method, nothing } from './define.ts';
import { historyCallMethods } from './history-calls.ts';
import { historyRepeatMethods } from './history-repeat.ts';
import { historyReportMethods } from './history-reports.ts';

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
  ...historyCallMethods,
  ...historyReportMethods,
  ...historyRepeatMethods,
  'history.changesText': method(
    'Writes as a file; headings in the user’s language.',
    z.strictObject({ filter: changeFilterSchema, format: exportFormat, headings }),
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
