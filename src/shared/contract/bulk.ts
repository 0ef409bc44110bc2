/** One action over many entities and accounts: preview, run, what became of each row, and taking back. */
import { z } from 'zod';
import {
  bulkActionSchema,
  bulkPlanRowSchema,
  bulkRowSchema,
  bulkRowStateSchema,
  bulkRunSchema,
  MOST_BULK_ROWS,
} from '../domain/bulk/bulk.ts';
import { accountKeySchema, awsAccountIdSchema, pageRequestSchema } from '../domain/primitives.ts';
import { messageParamsSchema } from '../errors/app-error.ts';
import { event, method } from './define.ts';

const oneRun = z.strictObject({ runId: z.string() });

export const bulkMethods = {
  'bulk.preview': method(
    'What would be sent, row by row, with what the rules say; nothing is written.',
    z.strictObject({ action: bulkActionSchema }),
    z.object({
      rows: z.array(bulkPlanRowSchema),
      accounts: z.array(
        z.object({
          account: accountKeySchema,
          awsAccountId: awsAccountIdSchema,
          rows: z.number().int(),
          /** Writes of this kind that AWS still grants within 24 hours; null where it counts none. */
          leftToday: z.number().int().nullable(),
        }),
      ),
      /** Real time it will take, by how long such writes took before; null while none has been seen. */
      estimateMs: z.number().nullable(),
    }),
  ),
  'bulk.start': method(
    'Starts a run of the rows that the preview found nothing against. `confirmedAccountIds`: 12 digits by account, as the user saw them; `leaveOut`: positions of rows that are not wanted.',
    z.strictObject({
      action: bulkActionSchema,
      confirmedAccountIds: z.record(accountKeySchema, awsAccountIdSchema),
      leaveOut: z.array(z.number().int()).max(MOST_BULK_ROWS).default([]),
    }),
    bulkRunSchema,
  ),
  'bulk.list': method(
    'Runs, newest first.',
    pageRequestSchema,
    z.object({ items: z.array(bulkRunSchema), total: z.number().int() }),
  ),
  'bulk.get': method('One run.', oneRun, bulkRunSchema),
  'bulk.rows': method(
    'Rows of a run in their order.',
    pageRequestSchema.extend({ runId: z.string(), states: z.array(bulkRowStateSchema).default([]) }),
    z.object({ items: z.array(bulkRowSchema), total: z.number().int() }),
  ),
  'bulk.stop': method('Begins no further row; those under way go on.', oneRun, bulkRunSchema),
  'bulk.resume': method('Goes on with a run that was stopped or held.', oneRun, bulkRunSchema),
  'bulk.retry': method('Puts the failed rows in line again.', oneRun, bulkRunSchema),
  'bulk.text': method(
    'What became of each row as CSV; headings in the user’s language.',
    z.strictObject({ runId: z.string(), headings: z.record(z.string(), z.string()) }),
    z.object({ text: z.string(), suggestedName: z.string(), mediaType: z.string() }),
  ),
  'bulk.readBuyers': method(
    'Reads a pasted or loaded list of buyers; says line by line what is no account id.',
    z.strictObject({ text: z.string().max(2_000_000) }),
    z.object({
      buyers: z.array(z.object({ line: z.number().int(), awsAccountId: awsAccountIdSchema, name: z.string() })),
      problems: z.array(
        z.object({ line: z.number().int(), text: z.string(), messageKey: z.string(), params: messageParamsSchema }),
      ),
    }),
  ),
  'bulk.cloneForBuyers': method(
    'Makes a draft for each buyer from one offer or draft; nothing is sent. `name` may hold {offer}, {name} and {buyer}.',
    z.strictObject({
      source: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('offer'), account: accountKeySchema, offerId: z.string() }),
        z.strictObject({ kind: z.literal('draft'), draftId: z.string() }),
      ]),
      buyers: z
        .array(z.strictObject({ awsAccountId: awsAccountIdSchema, name: z.string().max(200) }))
        .min(1)
        .max(MOST_BULK_ROWS),
      name: z.string().max(300),
    }),
    z.object({ draftIds: z.array(z.string()) }),
  ),
};

export const bulkEvents = {
  'bulk.changed': event('A run moved on.', z.object({ runId: z.string() })),
};
