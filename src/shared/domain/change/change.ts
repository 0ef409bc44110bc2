/** A journalled write to AWS Marketplace and where it stands. */
import { z } from 'zod';
import { appErrorSchema } from '../../errors/app-error.ts';
import { differenceSchema } from '../offer/offer.ts';
import { accountKeySchema, awsAccountIdSchema, instantSchema } from '../primitives.ts';

/**
 * Journal transitions, in order. A process may die between any two; whoever takes the row over continues from the state on disk.
 * - `intended`: on disk, nothing left this machine.
 * - `eula-uploaded`: the custom EULA (if any) is in the bucket.
 * - `sending`: StartChangeSet may have left; the outcome is unknown until looked up.
 * - `sent`: AWS answered with a change set id.
 * - `succeeded` / `failed` / `cancelled`: AWS's final word.
 * - `verified`: read back and compared.
 * - `refused`: AWS (or identity, or preflight in the core) refused before a change set existed; nothing was made.
 */
export const CHANGE_STATES = [
  'intended',
  'eula-uploaded',
  'sending',
  'sent',
  'succeeded',
  'verified',
  'failed',
  'cancelled',
  'refused',
] as const;
export const changeStateSchema = z.enum(CHANGE_STATES);
export type ChangeState = z.infer<typeof changeStateSchema>;

export const changeKindSchema = z.enum(['offer-release', 'offer-draft', 'offer-release-existing']);
export type ChangeKind = z.infer<typeof changeKindSchema>;

/** An AWS error of one change in the set, mapped to a field of the draft where possible. */
export const changeErrorSchema = z.object({
  changeType: z.string(),
  code: z.string(),
  message: z.string(),
  path: z.string().nullable(),
});

export const changeSchema = z.object({
  id: z.string(),
  account: accountKeySchema,
  awsAccountId: awsAccountIdSchema,
  kind: changeKindSchema,
  state: changeStateSchema,
  draftId: z.string().nullable(),
  title: z.string(),
  changeSetId: z.string().nullable(),
  /** AWS's own status word, e.g. PREPARING; null before the first answer. */
  awsStatus: z.string().nullable(),
  offerId: z.string().nullable(),
  productId: z.string().nullable(),
  errors: z.array(changeErrorSchema),
  error: appErrorSchema.nullable(),
  /** Empty when what AWS holds equals what was meant; null before reading back. */
  differences: z.array(differenceSchema).nullable(),
  createdAt: instantSchema,
  updatedAt: instantSchema,
});
export type Change = z.infer<typeof changeSchema>;
