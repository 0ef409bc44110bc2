/** An offer as AWS holds it, in readable form. */
import { z } from 'zod';
import { accountKeySchema, instantSchema, plainDateSchema } from '../primitives.ts';

/** `active` and `expired` are both Released at AWS; which one is a matter of today's date (UTC). */
export const offerStateSchema = z.enum(['draft', 'active', 'expired']);
export type OfferState = z.infer<typeof offerStateSchema>;

export const offerSummarySchema = z.object({
  account: accountKeySchema,
  id: z.string(),
  name: z.string(),
  state: offerStateSchema,
  productId: z.string(),
  productTitle: z.string().nullable(),
  buyers: z.array(z.string()),
  targeting: z.array(z.string()),
  availabilityEndDate: plainDateSchema.nullable(),
  releasedAt: instantSchema.nullable(),
  lastModifiedAt: instantSchema,
  resaleAuthorizationId: z.string().nullable(),
  offerSetId: z.string().nullable(),
  createdBySource: z.string().nullable(),
  /** True when this machine's journal made it. */
  madeHere: z.boolean(),
  /** True for an offer that everybody may buy. */
  isPublic: z.boolean().optional(),
  /** True when it was hidden on this machine. */
  hidden: z.boolean().optional(),
});
export type OfferSummary = z.infer<typeof offerSummarySchema>;

/** One line of an offer's terms for people: a label key and values already split for formatting. */
export const readableTermSchema = z.object({
  /** AWS's term type, e.g. `PaymentScheduleTerm`. */
  type: z.string(),
  known: z.boolean(),
  /** The term exactly as AWS returned it, signed addresses masked. */
  raw: z.unknown(),
});

export const offerDetailSchema = z.object({
  summary: offerSummarySchema,
  description: z.string(),
  revision: z.string().nullable(),
  currency: z.string().nullable(),
  /** Sum of the scheduled charges where there is a schedule; decimal text. */
  totalContractValue: z.string().nullable(),
  terms: z.array(readableTermSchema),
  rules: z.array(z.unknown()),
  /** The whole document as AWS returned it, signed addresses masked. */
  document: z.unknown(),
  syncedAt: instantSchema,
});
export type OfferDetail = z.infer<typeof offerDetailSchema>;

/** One difference between what was meant and what AWS holds. */
export const differenceSchema = z.object({ path: z.string(), meant: z.unknown(), found: z.unknown() });
export type Difference = z.infer<typeof differenceSchema>;
