/** One action over many drafts, offers, invitations or opportunities: what was chosen, each row with its own end, and what AWS lets one take back. */
import { z } from 'zod';
import { appErrorSchema, messageParamsSchema } from '../../errors/app-error.ts';
import { assigneeSchema } from '../opportunity/assignee.ts';
import { accountKeySchema, awsAccountIdSchema, instantSchema, plainDateSchema } from '../primitives.ts';

/** Rows of one run: beyond that a person can hardly have looked at each. */
export const MOST_BULK_ROWS = 5000;
/** Offers that AWS lets an account create or change at the same time (service quotas of the Catalog API). */
export const MOST_OFFERS_AT_ONCE = 20;

const offerRef = z.strictObject({ account: accountKeySchema, offerId: z.string().min(1) });
const rows = <T extends z.ZodType>(row: T) => z.array(row).min(1).max(MOST_BULK_ROWS);

export const bulkActionSchema = z.discriminatedUnion('kind', [
  /** Drafts of this machine, each as a change set of its own. */
  z.strictObject({
    kind: z.literal('publish'),
    intent: z.enum(['release', 'draft']),
    draftIds: rows(z.string()),
    /** Rule ids of warnings that were read in the preview. */
    acknowledgedWarnings: z.array(z.string()).default([]),
  }),
  /** Another expiry date; a row's own date wins over the common one. */
  z.strictObject({
    kind: z.literal('expiry'),
    date: plainDateSchema.nullable(),
    offers: rows(offerRef.extend({ date: plainDateSchema.nullable().default(null) })),
    acknowledgedWarnings: z.array(z.string()).default([]),
  }),
  z.strictObject({
    kind: z.literal('cancel'),
    offers: rows(offerRef),
    acknowledgedWarnings: z.array(z.string()).default([]),
  }),
  /** Accepts invitations of AWS's to deals. */
  z.strictObject({
    kind: z.literal('accept'),
    invitations: rows(z.strictObject({ account: accountKeySchema, invitationId: z.string().min(1).max(300) })),
    acknowledgedWarnings: z.array(z.string()).default([]),
  }),
  /** Makes one person owner or account manager of opportunities; an accepted invitation stands for the opportunity it has made. */
  z.strictObject({
    kind: z.literal('assign'),
    assignee: assigneeSchema,
    deals: rows(
      z.strictObject({
        account: accountKeySchema,
        kind: z.enum(['opportunity', 'invitation']),
        id: z.string().min(1).max(300),
      }),
    ),
    acknowledgedWarnings: z.array(z.string()).default([]),
  }),
  /** Takes back what the rows of an earlier run have done, as far as AWS allows. */
  z.strictObject({
    kind: z.literal('undo'),
    runId: z.string(),
    acknowledgedWarnings: z.array(z.string()).default([]),
  }),
]);
export type BulkAction = z.infer<typeof bulkActionSchema>;
export type BulkActionKind = BulkAction['kind'];

export const bulkMessageSchema = z.object({ messageKey: z.string(), params: messageParamsSchema });
export type BulkMessage = z.infer<typeof bulkMessageSchema>;

/** What a row is about. */
export const bulkSubjectSchema = z.object({
  kind: z.enum(['draft', 'offer', 'invitation', 'opportunity']),
  id: z.string(),
});
export type BulkSubject = z.infer<typeof bulkSubjectSchema>;

export const bulkPlanRowSchema = z.object({
  position: z.number().int(),
  account: accountKeySchema,
  subject: bulkSubjectSchema,
  /** What a person calls it. */
  label: z.string(),
  buyers: z.array(z.string()),
  /** The expiry date as it is (of an invitation: until when AWS waits for an answer) and as it will be; null where there is none. */
  before: plainDateSchema.nullable(),
  after: plainDateSchema.nullable(),
  /** The customer of a deal, and who owns it now. */
  customer: z.string().optional(),
  owner: z.string().optional(),
  /** Why this row will not be sent; empty = it will. */
  problems: z.array(bulkMessageSchema),
  /** What a buyer may notice: to be read before sending. */
  warnings: z.array(bulkMessageSchema.extend({ ruleId: z.string() })),
  /** How it can be taken back afterwards. */
  undo: z.enum(['whole', 'partly', 'none']),
});
export type BulkPlanRow = z.infer<typeof bulkPlanRowSchema>;

export const BULK_ROW_STATES = ['queued', 'under-way', 'done', 'failed', 'left-out'] as const;
export const bulkRowStateSchema = z.enum(BULK_ROW_STATES);
export type BulkRowState = z.infer<typeof bulkRowStateSchema>;

export const bulkRowSchema = z.object({
  position: z.number().int(),
  account: accountKeySchema,
  subject: bulkSubjectSchema,
  label: z.string(),
  state: bulkRowStateSchema,
  /** The journal's row, once there is one. */
  changeId: z.string().nullable(),
  /** The offer or opportunity that was made or changed, once AWS has named it. */
  result: z.object({ kind: z.enum(['offer', 'opportunity']), id: z.string() }).nullable(),
  error: appErrorSchema.nullable(),
  startedAt: instantSchema.nullable(),
  endedAt: instantSchema.nullable(),
});
export type BulkRow = z.infer<typeof bulkRowSchema>;

/**
 * - `running`: rows are sent and followed, here or in another process on this data folder.
 * - `held`: something a person must mend; rows under way go on, no new one is begun.
 * - `stopped`: by a person; rows under way go on, the rest waits.
 * - `ended`: no row is left to send.
 */
export const bulkRunStateSchema = z.enum(['running', 'held', 'stopped', 'ended']);
export type BulkRunState = z.infer<typeof bulkRunStateSchema>;

export const bulkRunSchema = z.object({
  id: z.string(),
  kind: z.enum(['publish', 'expiry', 'cancel', 'accept', 'assign', 'undo']),
  state: bulkRunStateSchema,
  accounts: z.array(z.object({ account: accountKeySchema, awsAccountId: awsAccountIdSchema, rows: z.number().int() })),
  counts: z.record(bulkRowStateSchema, z.number().int()),
  total: z.number().int(),
  /** Why it is held. */
  error: appErrorSchema.nullable(),
  /** The run that this one takes back. */
  undoes: z.string().nullable(),
  /** Real time until the last row ends, by the pace so far; null while nothing has ended. */
  remainingMs: z.number().nullable(),
  createdAt: instantSchema,
  endedAt: instantSchema.nullable(),
});
export type BulkRun = z.infer<typeof bulkRunSchema>;

/** The link between a row and its write: the journal keeps it with the write itself. */
export function bulkIdOf(runId: string, position: number): string {
  return `${runId}:${position}`;
}
