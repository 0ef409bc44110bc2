/** Invitations of AWS to deals and leads: the local copy, and how they are answered. */
import { z } from 'zod';
import { partnerCatalogSchema } from '../domain/account/account.ts';
import { changeSchema } from '../domain/change/change.ts';
import {
  INVITATION_ANSWERS,
  invitationDetailSchema,
  invitationSummarySchema,
} from '../domain/opportunity/invitation.ts';
import {
  accountKeySchema,
  awsAccountIdSchema,
  instantSchema,
  pageRequestSchema,
  sortDirectionSchema,
} from '../domain/primitives.ts';
import { readProblemSchema } from '../domain/read-problem.ts';
import { event, method } from './define.ts';

export const invitationFilterSchema = z.object({
  /** null = all accounts of one catalog. */
  account: accountKeySchema.nullable(),
  /** Of all accounts: which catalog; null = the real one where any account uses it. One account has its own. */
  catalog: partnerCatalogSchema.nullable().default(null),
  /** Id, customer, project, sender. */
  text: z.string().max(200).default(''),
  statuses: z.array(z.string().max(60)).default([]),
  /** Deals, leads, or both where it is empty. */
  types: z.array(z.string().max(60)).default([]),
});
export type InvitationFilter = z.infer<typeof invitationFilterSchema>;

export const INVITATION_SORT_KEYS = ['expiresAt', 'invitedAt', 'customer', 'title', 'status'] as const;

const oneInvitation = z.strictObject({ account: accountKeySchema, invitationId: z.string().max(300) });
const answerSchema = oneInvitation.extend({
  answer: z.enum(INVITATION_ANSWERS),
  /** Why not: needed to reject, one of AWS's for a deal and any short text for a lead. Nothing else goes along. */
  reason: z.string().max(200).nullable().default(null),
});
/** A request as it would be sent, but for its token. */
export const plannedRequestSchema = z.object({
  catalog: partnerCatalogSchema,
  operation: z.string(),
  json: z.string(),
});

export const invitationMethods = {
  'invitations.list': method(
    'One page of invitations to deals and leads from this machine’s copy, of one catalog.',
    pageRequestSchema.extend({
      filter: invitationFilterSchema,
      sortBy: z.enum(INVITATION_SORT_KEYS).default('expiresAt'),
      direction: sortDirectionSchema.default('descending'),
    }),
    z.object({
      items: z.array(invitationSummarySchema),
      total: z.number().int(),
      catalog: partnerCatalogSchema,
      /** Those that the accounts in question use. */
      catalogs: z.array(partnerCatalogSchema),
      syncedAt: instantSchema.nullable(),
    }),
  ),
  'invitations.get': method(
    'One invitation; `refresh` reads it from AWS first.',
    oneInvitation.extend({ refresh: z.boolean().default(false) }),
    invitationDetailSchema,
  ),
  'invitations.sync': method(
    'Starts reading new and changed invitations; `full` reads the whole list again.',
    z.strictObject({ account: accountKeySchema, full: z.boolean().default(false) }),
    z.object({ jobId: z.string() }),
  ),
  'invitations.syncProblems': method(
    'Invitations that the last sync could not read; null = of all accounts.',
    z.strictObject({ account: accountKeySchema.nullable() }),
    z.object({ problems: z.array(readProblemSchema) }),
  ),
  'invitations.plan': method(
    'The request that an answer would send, as JSON text.',
    answerSchema,
    plannedRequestSchema,
  ),
  'invitations.answer': method(
    'Accepts or rejects through the journal. `confirmedAccountId` is the 12-digit account the user saw.',
    answerSchema.extend({ confirmedAccountId: awsAccountIdSchema }),
    z.object({ change: changeSchema }),
  ),
};

export const invitationEvents = {
  'invitations.changed': event(
    'The copy of an account’s invitations changed.',
    z.object({ account: accountKeySchema }),
  ),
};
