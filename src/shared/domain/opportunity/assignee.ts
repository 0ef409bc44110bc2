/** Who is to own an opportunity at the partner, or to accompany it: as AWS takes a contact. */
import { z } from 'zod';
import { isEmail, isPhone } from './lint/customer-rules.ts';

/** An owner must be an active user of Partner Central; an account manager can be anybody. */
export const ASSIGNEE_TITLES = ['OpportunityOwner', 'PartnerAccountManager'] as const;
export type AssigneeTitle = (typeof ASSIGNEE_TITLES)[number];

const name = z.string().trim().min(1).max(80);

export const assigneeSchema = z.strictObject({
  title: z.enum(ASSIGNEE_TITLES),
  firstName: name,
  lastName: name,
  /** AWS takes small letters only. */
  email: z.string().trim().refine(isEmail),
  /** With its country code; empty where none is given. AWS keeps none of an owner's. */
  phone: z
    .string()
    .trim()
    .refine((text) => text === '' || isPhone(text))
    .default(''),
});
export type Assignee = z.infer<typeof assigneeSchema>;
