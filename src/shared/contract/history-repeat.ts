/** A failed write, corrected and sent again as a new one; a record that could not be kept, read again by itself. */
import { z } from 'zod';
import { changeSchema } from '../domain/change/change.ts';
import { accountKeySchema, awsAccountIdSchema } from '../domain/primitives.ts';
import { messageParamsSchema } from '../errors/app-error.ts';
import { method } from './define.ts';

export const READ_AGAIN_TYPES = ['Offer', 'ResaleAuthorization', 'OfferSet', 'Agreement', 'Opportunity'] as const;

/** Longer than any request that AWS takes. */
const payloadText = z.string().max(500_000);

const findingSchema = z.object({
  /** In the text; null where it concerns no line. */
  line: z.number().int().nullable(),
  path: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  messageKey: z.string(),
  params: messageParamsSchema,
});
export type PayloadFinding = z.infer<typeof findingSchema>;

export const historyRepeatMethods = {
  'history.repeatPlan': method(
    'How a failed write can be corrected: in the editor of its draft, as JSON, or not here.',
    z.strictObject({ changeId: z.string().max(64) }),
    z.object({
      change: changeSchema,
      /** `done`: it has been sent again already. */
      mode: z.enum(['editor', 'json', 'unfit', 'done']),
      /** The write that repeats it. */
      repeatedBy: z.string().nullable(),
      /** The failed write that this one repeats. */
      repeats: z.string().nullable(),
      awsAccountId: awsAccountIdSchema,
      /** The payload as it failed, and as it was last edited here. */
      sent: z.string(),
      text: z.string(),
    }),
  ),
  'history.repeatCheck': method(
    'Keeps the text as it is being edited, and says what the rules of the operation say about it.',
    z.strictObject({ changeId: z.string().max(64), text: payloadText }),
    z.object({ findings: z.array(findingSchema) }),
  ),
  'history.repeatSend': method(
    'Sends the corrected payload as a new write that names the failed one, after asking AWS whether that has not happened after all.',
    z.strictObject({
      changeId: z.string().max(64),
      text: payloadText,
      /** The 12-digit account that the user saw. */
      confirmedAccountId: awsAccountIdSchema,
      /** Warnings were read. */
      warningsRead: z.boolean(),
    }),
    z.object({ change: changeSchema }),
  ),
  'history.readAgain': method(
    'Reads one record from AWS again.',
    z.strictObject({
      account: accountKeySchema,
      entityType: z.enum(READ_AGAIN_TYPES),
      entityId: z.string().max(200),
    }),
    z.object({}),
  ),
};
