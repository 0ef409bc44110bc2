/** Offer sets: private offers on several products that a buyer takes together, in one step. */
import { z } from 'zod';
import { accountKeySchema, instantSchema } from '../primitives.ts';

/** AWS knows Draft and Released; a set has expired when its earliest offer has. */
export const OFFER_SET_STATES = ['draft', 'released', 'expired'] as const;
export const offerSetStateSchema = z.enum(OFFER_SET_STATES);
export type OfferSetState = z.infer<typeof offerSetStateSchema>;

export const FEWEST_OFFERS = 2;
export const MOST_OFFERS = 7;

export const offerSetSummarySchema = z.object({
  account: accountKeySchema,
  id: z.string(),
  name: z.string(),
  state: offerSetStateSchema,
  offerCount: z.number().int(),
  /** Of the first offer in it that this machine knows: all offers of a released set have the same. */
  buyers: z.array(z.string()),
  /** Last day on which it can be taken (UTC): that of its earliest offer; null while none of them is known. */
  availabilityEndDate: z.string().nullable(),
  /** Agreements that came from it, as far as they were read. */
  agreementCount: z.number().int(),
  solutionId: z.string().nullable(),
  releasedAt: instantSchema.nullable(),
  lastModifiedAt: instantSchema,
  madeHere: z.boolean(),
});
export type OfferSetSummary = z.infer<typeof offerSetSummarySchema>;

/** An offer of the account, or a draft on this machine, as far as a set asks about it. */
export const setMemberSchema = z.object({
  kind: z.enum(['offer', 'draft']),
  id: z.string(),
  name: z.string(),
  productId: z.string().nullable(),
  productTitle: z.string().nullable(),
  /** `unknown`: not in this machine's copy. A draft on this machine is a `draft`. */
  state: z.enum(['draft', 'active', 'expired', 'unknown']),
  buyers: z.array(z.string()),
  currency: z.string().nullable(),
  availabilityEndDate: z.string().nullable(),
  /** The set that it was made for, or is meant for. */
  offerSetId: z.string().nullable(),
  /** Why AWS could not make it for a set; null where it could. */
  obstacle: z.enum(['at-aws', 'replacement', 'gone']).nullable(),
  /** For buyers; null for a draft. */
  url: z.string().nullable(),
});
export type SetMember = z.infer<typeof setMemberSchema>;

export const offerSetDetailSchema = z.object({
  summary: offerSetSummarySchema,
  buyerNotes: z.string(),
  revision: z.string().nullable(),
  /** In AWS's order. */
  offers: z.array(setMemberSchema),
  /** Made for it at AWS, and not put into it (yet). */
  candidates: z.array(setMemberSchema),
  /** Drafts on this machine that are to be made for it. */
  drafts: z.array(setMemberSchema),
  agreements: z.array(
    z.object({
      id: z.string(),
      offerId: z.string(),
      acceptor: z.string(),
      status: z.string(),
      at: z.string().nullable(),
    }),
  ),
  document: z.unknown(),
  syncedAt: instantSchema,
});
export type OfferSetDetail = z.infer<typeof offerSetDetailSchema>;

export function toOfferSetState(awsState: string, availabilityEndDate: string | null, today: string): OfferSetState {
  if (awsState !== 'Released') return 'draft';
  return availabilityEndDate !== null && availabilityEndDate < today ? 'expired' : 'released';
}
