/** An invitation of AWS's to a deal or a lead: what lists show of it, everything for its page, and the answers that it takes. */
import { z } from 'zod';
import { partnerCatalogSchema } from '../account/account.ts';
import { changeSchema } from '../change/change.ts';
import { accountKeySchema, instantSchema } from '../primitives.ts';

export const INVITATION_STATUSES = ['PENDING', 'ACCEPTED', 'REJECTED', 'EXPIRED'] as const;

/** What one can be invited to. A deal becomes an opportunity by being accepted; a lead has to be qualified first. */
export const INVITATION_TYPES = ['OpportunityInvitation', 'LeadInvitation'] as const;

/** The reasons that AWS documents for not taking a deal, in its own words. */
export const REJECTION_REASONS = [
  'Customer problem unclear',
  'Next steps unclear',
  'Unable to support',
  'Duplicate of partner referral',
  'Other',
] as const;

/** What AWS takes as the reason of a rejection: for a lead, any short text. */
const REJECTION_TEXT = /^[\u0020-\u007E\u00A0-\uD7FF\uE000-\uFFFD]{1,80}$/;

export function isRejectionReason(payloadType: string, reason: string): boolean {
  if (payloadType === 'LeadInvitation') return REJECTION_TEXT.test(reason) && reason.trim() !== '';
  return REJECTION_REASONS.some((known) => known === reason);
}

export const INVITATION_ANSWERS = ['accept', 'reject'] as const;
export type InvitationAnswer = (typeof INVITATION_ANSWERS)[number];

/** Members of the opportunity that AWS shows only once the invitation was accepted. */
export const MASKED_MEMBERS = [
  'address',
  'contacts',
  'awsAccountId',
  'otherSolutionDescription',
  'associations',
] as const;

/** What lists show. Words of AWS are text: a new one is shown as it is. */
export const invitationSummarySchema = z.object({
  account: accountKeySchema,
  catalog: partnerCatalogSchema,
  /** `engi-` and letters. */
  id: z.string(),
  engagementId: z.string(),
  payloadType: z.string(),
  status: z.string(),
  /** The engagement's title until the invitation was read, then the project's. */
  title: z.string(),
  /** Empty until the invitation was read. */
  customer: z.string(),
  country: z.string(),
  industry: z.string(),
  sender: z.string(),
  invitedAt: instantSchema,
  expiresAt: instantSchema.nullable(),
  /** Whole days that are left to answer; null where it waits for no answer, or AWS names no deadline. Negative once it has passed. */
  daysLeft: z.number().int().nullable(),
  /** The opportunity that accepting has made; null before, and where AWS does not name it. */
  opportunityId: z.string().nullable(),
});
export type InvitationSummary = z.infer<typeof invitationSummarySchema>;

export const invitationDetailSchema = invitationSummarySchema.extend({
  /** As AWS gave it; null until it was read by itself, or where AWS shows it no more. */
  document: z.record(z.string(), z.unknown()).nullable(),
  readAt: instantSchema.nullable(),
  /** The last answer that was given here, and where it stands. */
  change: changeSchema.nullable(),
});
export type InvitationDetail = z.infer<typeof invitationDetailSchema>;

const DAY_MS = 86_400_000;

export function daysLeft(expiresAt: string, now: number): number {
  return Math.floor((Date.parse(expiresAt) - now) / DAY_MS);
}
