/** An engagement: what AWS and partners work on together. What lists show of it, and everything for its page. */
import { z } from 'zod';
import { partnerCatalogSchema } from '../account/account.ts';
import { changeSchema } from '../change/change.ts';
import { accountKeySchema, instantSchema } from '../primitives.ts';

/** What an engagement can be about. Words of AWS are text: a new one is shown as it is. */
export const CONTEXT_TYPES = ['Lead', 'CustomerProject', 'ProspectingResult'] as const;

/** How far a lead has got. AWS takes any other text as well. */
export const QUALIFICATIONS = ['Unqualified', 'Qualified', 'Disqualified'] as const;

export const engagementSummarySchema = z.object({
  account: accountKeySchema,
  catalog: partnerCatalogSchema,
  /** `eng-` and letters. */
  id: z.string(),
  title: z.string(),
  /** Empty until the engagement was read by itself. */
  customer: z.string(),
  /** Of a lead, once it was read; empty otherwise. */
  qualification: z.string(),
  isLead: z.boolean(),
  contextTypes: z.array(z.string()),
  memberCount: z.number().int(),
  createdAt: instantSchema,
  /** 12 digits, or `aws`. */
  createdBy: z.string(),
  /** As AWS writes it: an update names it. */
  modifiedAt: z.string(),
});
export type EngagementSummary = z.infer<typeof engagementSummarySchema>;

export const engagementMemberSchema = z.object({ accountId: z.string(), companyName: z.string(), website: z.string() });
export type EngagementMember = z.infer<typeof engagementMemberSchema>;

export const engagementResourceSchema = z.object({
  /** The opportunity that belongs to it. */
  id: z.string(),
  /** Account of the member whose it is. */
  createdBy: z.string(),
  isOwn: z.boolean(),
  /** From the copy of our opportunities; empty for those of others. */
  title: z.string(),
});

export const sentInvitationSchema = z.object({
  id: z.string(),
  status: z.string(),
  receiverId: z.string(),
  receiverAlias: z.string(),
  payloadType: z.string(),
  invitedAt: instantSchema.nullable(),
  expiresAt: instantSchema.nullable(),
});
export type SentInvitation = z.infer<typeof sentInvitationSchema>;

export const engagementDetailSchema = engagementSummarySchema.extend({
  /** As AWS gave it; null until it was read by itself. */
  document: z.record(z.string(), z.unknown()).nullable(),
  readAt: instantSchema.nullable(),
  members: z.array(engagementMemberSchema),
  resources: z.array(engagementResourceSchema),
  /** Those that this account has sent. */
  invitations: z.array(sentInvitationSchema),
  /** The invitation by which this account came in; null where it came otherwise. */
  invitationId: z.string().nullable(),
  /** The last write about it from here, and where that stands. */
  change: changeSchema.nullable(),
});
export type EngagementDetail = z.infer<typeof engagementDetailSchema>;
