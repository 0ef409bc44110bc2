/** A journalled write to AWS and where it stands: a change set of the catalog, or a direct call to another service. */
import { z } from 'zod';
import { appErrorSchema } from '../../errors/app-error.ts';
import { differenceSchema } from '../offer/offer.ts';
import { CHANGE_KIND_NAMES } from './kinds.ts';
import { accountKeySchema, awsAccountIdSchema, instantSchema } from '../primitives.ts';

/**
 * Journal transitions, in order. A process may die between any two; whoever takes the row over continues from the state on disk.
 * - `intended`: on disk, nothing left this machine.
 * - `eula-uploaded`: its documents (a custom EULA, a reseller contract), if any, are in the bucket.
 * - `sending`: the request may have left; the outcome is unknown until looked up.
 * - `sent`: AWS answered, and still has to decide. A direct call whose answer decides goes on at once.
 * - `succeeded` / `failed` / `cancelled`: AWS's final word.
 * - `verified`: read back and compared.
 * - `refused`: AWS (or identity, or preflight in the core) refused, or a person gave it up, before anything was made.
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

export const changeKindSchema = z.enum(CHANGE_KIND_NAMES);

/** An entity that a write concerns: `Offer`, `ResaleAuthorization`, `OfferSet`, `Agreement`, or what else a feature names. */
export const changedEntitySchema = z.object({
  type: z.string(),
  id: z.string(),
});
export type ChangedEntity = z.infer<typeof changedEntitySchema>;

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
  /** Type of the entity that it is about. */
  entityType: z.string(),
  /** null until AWS has named an entity that is being made. */
  entityId: z.string().nullable(),
  /** Everything that it made or changed, in the order of the request; empty before AWS's final word. */
  entities: z.array(changedEntitySchema),
  /** The same as `entityId` where the entity is an offer. */
  offerId: z.string().nullable(),
  /** The bulk run that it belongs to. */
  bulkId: z.string().nullable(),
  /** No person has clicked: sent by auto share. Left out where one has. */
  automatic: z.boolean().optional(),
  /** What a direct call answered, such as the id of a request; null for change sets. */
  resultId: z.string().nullable(),
  /** Stopped on something that a person must mend or confirm: goes on by `changes.resume`, ends by `changes.abandon`. */
  paused: z.boolean(),
  productId: z.string().nullable(),
  errors: z.array(changeErrorSchema),
  error: appErrorSchema.nullable(),
  /** Empty when what AWS holds equals what was meant; null before reading back. */
  differences: z.array(differenceSchema).nullable(),
  createdAt: instantSchema,
  updatedAt: instantSchema,
});
export type Change = z.infer<typeof changeSchema>;
