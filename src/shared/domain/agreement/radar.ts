/** What comes up in the next days: ends, renewals, deadlines, payments, offers that expire, requests that decide themselves. */
import { z } from 'zod';
import { accountKeySchema, plainDateSchema } from '../primitives.ts';
import { MILESTONE_KINDS } from './milestones.ts';

export const RADAR_KINDS = [...MILESTONE_KINDS, 'offer-expires', 'request-decides'] as const;
export const radarKindSchema = z.enum(RADAR_KINDS);
export type RadarKind = z.infer<typeof radarKindSchema>;

export const radarEntrySchema = z.object({
  account: accountKeySchema,
  kind: radarKindSchema,
  /** A calendar day (UTC). */
  date: plainDateSchema,
  /** The agreement, the offer or the request that it is about. */
  id: z.string(),
  agreementId: z.string().nullable(),
  offerId: z.string().nullable(),
  /** Tells several of one kind and one subject apart, and stays when the day moves. */
  position: z.number().int(),
  productTitle: z.string().nullable(),
  /** Name of the offer or of the request. */
  title: z.string(),
  buyer: z.string(),
  amount: z.string().nullable(),
  currency: z.string().nullable(),
  /** False for what will not happen any more: its agreement has ended before. */
  inForce: z.boolean(),
  updatedAt: z.string().nullable(),
});
export type RadarEntry = z.infer<typeof radarEntrySchema>;
