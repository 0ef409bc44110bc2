/** What a person can do about an engagement: one shape a deed, named like the kind of write that it becomes. */
import { z } from 'zod';
import { isEmail, isWebsite } from '../opportunity/lint/customer-rules.ts';

const filled = (max: number) => z.string().trim().min(1).max(max);
const engagementId = z.string().regex(/^eng-[0-9a-z]{14}$/);

const PHONE = /^\+[1-9]\d{1,14}$/;

/** Empty where it is not said. */
const optional = (isRight: (text: string) => boolean) =>
  z
    .string()
    .trim()
    .max(255)
    .refine((text) => text === '' || isRight(text));

/** AWS's words for the size of a customer. */
export const MARKET_SEGMENTS = ['Enterprise', 'Large', 'Medium', 'Small', 'Micro'] as const;

export const leadInteractionSchema = z.strictObject({
  firstName: filled(80),
  lastName: filled(80),
  businessTitle: filled(80),
  email: z.string().trim().refine(isEmail),
  phone: optional((text) => PHONE.test(text)),
  /** The day on which it was. */
  date: z.iso.date(),
  sourceType: z.string().trim().max(255),
  sourceName: z.string().trim().max(255),
  useCase: z.string().trim().max(255),
  customerAction: z.string().trim().max(255),
  businessProblem: z.string().trim().max(2000),
});
export type LeadInteraction = z.infer<typeof leadInteractionSchema>;

const leadUpdateSchema = z.strictObject({
  kind: z.literal('lead-update'),
  engagementId,
  contextId: filled(36),
  /** The state that the person has seen: another one at AWS refuses. */
  modifiedAt: z.string().max(60),
  qualification: filled(255),
  /** Takes the place of what AWS holds. */
  customer: z.strictObject({
    companyName: filled(120),
    website: optional(isWebsite),
    awsMaturity: z.string().trim().max(255),
    marketSegment: z.string().max(60),
  }),
  /** One an update; AWS keeps those that there are. */
  interaction: leadInteractionSchema.nullable(),
});

const leadOpportunitySchema = z.strictObject({
  kind: z.literal('lead-opportunity'),
  engagementId,
  contextId: filled(3),
});

const leadProspectingSchema = z.strictObject({
  kind: z.literal('lead-prospecting'),
  engagementIds: z.array(engagementId).min(1).max(100),
  taskName: filled(128),
});

export const customerProjectSchema = z.strictObject({
  companyName: filled(120),
  industry: filled(120),
  website: z.string().trim().max(255).refine(isWebsite),
  /** Two letters. */
  country: z.string().regex(/^[A-Z]{2}$/),
  title: filled(255),
  businessProblem: z.string().trim().min(20).max(2000),
  targetDate: z.iso.date(),
});
export type CustomerProject = z.infer<typeof customerProjectSchema>;

const engagementCreateSchema = z.strictObject({
  kind: z.literal('engagement-create'),
  title: filled(40),
  description: z.string().trim().max(255),
  /** What it is about; can be added later. */
  project: customerProjectSchema.nullable(),
});

const contextCreateSchema = z.strictObject({
  kind: z.literal('context-create'),
  engagementId,
  project: customerProjectSchema,
});

/** What the receiver is to do, in AWS's words. */
export const RESPONSIBILITIES = [
  'Distributor',
  'Reseller',
  'Hardware Partner',
  'Managed Service Provider',
  'Software Partner',
  'Services Partner',
  'Training Partner',
  'Co-Sell Facilitator',
  'Facilitator',
] as const;

const engagementInviteSchema = z.strictObject({
  kind: z.literal('engagement-invite'),
  engagementId,
  /** The partner's 12 digits: a partner connection must stand between the two. */
  receiverId: z.string().regex(/^\d{12}$/),
  alias: z.string().trim().max(80),
  message: filled(255),
  /** Of a deal; empty for a lead. */
  responsibilities: z.array(z.enum(RESPONSIBILITIES)),
  /** Whom the receiver may ask; left out where the email is empty. */
  sender: z.strictObject({
    firstName: z.string().trim().max(80),
    lastName: z.string().trim().max(80),
    businessTitle: z.string().trim().max(80),
    email: optional(isEmail),
  }),
});

export const SNAPSHOT_TEMPLATES = ['OpportunitySummaryView', 'AwsOpportunitySummaryFullView'] as const;

const snapshotOf = {
  engagementId,
  opportunityId: z.string().regex(/^O\d{1,19}$/),
  template: z.string().regex(/^[a-zA-Z0-9]{3,80}$/),
};
const jobOf = { engagementId, jobId: z.string().regex(/^job-[0-9a-z]{13}$/) };

const snapshotCreateSchema = z.strictObject({ kind: z.literal('snapshot-create'), ...snapshotOf });
const snapshotJobCreateSchema = z.strictObject({ kind: z.literal('snapshot-job-create'), ...snapshotOf });
const snapshotJobStartSchema = z.strictObject({ kind: z.literal('snapshot-job-start'), ...jobOf });
const snapshotJobStopSchema = z.strictObject({ kind: z.literal('snapshot-job-stop'), ...jobOf });
const snapshotJobDeleteSchema = z.strictObject({ kind: z.literal('snapshot-job-delete'), ...jobOf });

/** Name or ARN of a role, as AWS takes it. */
const ROLE = /^(arn:aws:iam::\d{12}:role\/([-+=,.@_a-zA-Z0-9]+\/)*)?[-+=,.@_a-zA-Z0-9]{1,64}$/;

const snapshotRoleSchema = z.strictObject({
  kind: z.literal('snapshot-role'),
  role: z.string().trim().max(2048).regex(ROLE),
});

const TAG_TEXT = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;
const tagArn = z
  .string()
  .max(1000)
  .regex(/^arn:[\w-]+:partnercentral:[\w-]*:\d{12}:catalog\/\w+\/[\w-]+\/[\w-]+$/);
const tagKey = z.string().min(1).max(128).regex(TAG_TEXT);

export const tagSchema = z.strictObject({ key: tagKey, value: z.string().max(256).regex(TAG_TEXT) });

const tagPutSchema = z.strictObject({
  kind: z.literal('tag-put'),
  arn: tagArn,
  tags: z.array(tagSchema).min(1).max(200),
});
const tagDropSchema = z.strictObject({
  kind: z.literal('tag-drop'),
  arn: tagArn,
  keys: z.array(tagKey).min(1).max(50),
});

export const deedSchema = z.discriminatedUnion('kind', [
  leadUpdateSchema,
  leadOpportunitySchema,
  leadProspectingSchema,
  engagementCreateSchema,
  contextCreateSchema,
  engagementInviteSchema,
  snapshotCreateSchema,
  snapshotJobCreateSchema,
  snapshotJobStartSchema,
  snapshotJobStopSchema,
  snapshotJobDeleteSchema,
  snapshotRoleSchema,
  tagPutSchema,
  tagDropSchema,
]);
export type Deed = z.infer<typeof deedSchema>;
export type DeedKindName = Deed['kind'];
export type DeedOf<K extends DeedKindName> = Extract<Deed, { readonly kind: K }>;
