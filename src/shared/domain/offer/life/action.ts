/** What can be done with an offer that stands at AWS, as data: one action for a button, a row of a bulk run, or a command. */
import { z } from 'zod';
import type { ChangeKind } from '../../change/kinds.ts';
import { renewalSchema } from '../draft.ts';

export const offerActionSchema = z.discriminatedUnion('kind', [
  /** Another last day: later, earlier, or of an expired offer that is to be accepted again. */
  z.strictObject({
    kind: z.literal('expiry'),
    availabilityEndDate: z.string().max(20),
    /** A longer service in the same change set; null leaves it as it is. */
    agreementDuration: z.string().max(20).nullable().default(null),
  }),
  /** Nobody can accept it any more. */
  z.strictObject({ kind: z.literal('cancel') }),
  z.strictObject({ kind: z.literal('rename'), name: z.string().max(2000), description: z.string().max(4000) }),
  /** Whether it renews a subscription; null clears the answer. Drafts at AWS only. */
  z.strictObject({ kind: z.literal('renewal'), renewal: renewalSchema.nullable() }),
  /** Makes a draft at AWS visible to its buyers. */
  z.strictObject({ kind: z.literal('release') }),
]);
export type OfferAction = z.infer<typeof offerActionSchema>;
export type OfferActionKind = OfferAction['kind'];

export const CHANGE_OF_ACTION: Readonly<Record<OfferActionKind, ChangeKind>> = {
  expiry: 'offer-expiry',
  cancel: 'offer-cancel',
  rename: 'offer-rename',
  renewal: 'offer-renewal',
  release: 'offer-release-existing',
};

/** Change types that an action needs the right to. */
export const CHANGE_TYPES_OF_ACTION: Readonly<Record<OfferActionKind, readonly string[]>> = {
  expiry: ['UpdateAvailability'],
  cancel: ['UpdateAvailability'],
  rename: ['UpdateInformation'],
  renewal: ['UpdateInformation'],
  release: ['ReleaseOffer'],
};
