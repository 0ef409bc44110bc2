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

export const deedSchema = z.discriminatedUnion('kind', [
  leadUpdateSchema,
  leadOpportunitySchema,
  leadProspectingSchema,
]);
export type Deed = z.infer<typeof deedSchema>;
export type DeedKindName = Deed['kind'];
export type DeedOf<K extends DeedKindName> = Extract<Deed, { readonly kind: K }>;
