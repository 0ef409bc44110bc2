/** Engagements with AWS and partners, leads among them: the local copy, and what is done about them. */
import { z } from 'zod';
import { partnerCatalogSchema } from '../domain/account/account.ts';
import { changeSchema } from '../domain/change/change.ts';
import { deedSchema, tagSchema } from '../domain/engagement/deed.ts';
import { engagementDetailSchema, engagementSummarySchema } from '../domain/engagement/engagement.ts';
import { snapshotJobSchema, snapshotSchema, snapshotSummarySchema } from '../domain/engagement/snapshot.ts';
import {
  accountKeySchema,
  awsAccountIdSchema,
  instantSchema,
  pageRequestSchema,
  sortDirectionSchema,
} from '../domain/primitives.ts';
import { readProblemSchema } from '../domain/read-problem.ts';
import { event, method } from './define.ts';
import { plannedRequestSchema } from './invitations.ts';

export const engagementFilterSchema = z.object({
  /** null = all accounts of one catalog. */
  account: accountKeySchema.nullable(),
  /** Of all accounts: which catalog; null = the real one where any account uses it. One account has its own. */
  catalog: partnerCatalogSchema.nullable().default(null),
  /** Id, title, customer. */
  text: z.string().max(200).default(''),
  /** Leads, deals, or both for null. */
  about: z.enum(['lead', 'deal']).nullable().default(null),
  /** Of leads: how far they have got. */
  qualifications: z.array(z.string().max(255)).default([]),
});
export type EngagementFilter = z.infer<typeof engagementFilterSchema>;

export const ENGAGEMENT_SORT_KEYS = ['createdAt', 'modifiedAt', 'title', 'customer', 'qualification'] as const;

const oneEngagement = z.strictObject({ account: accountKeySchema, engagementId: z.string().max(300) });
const deedInput = z.strictObject({ account: accountKeySchema, deed: deedSchema });

export const engagementMethods = {
  'engagements.list': method(
    'One page of engagements from this machine’s copy, of one catalog.',
    pageRequestSchema.extend({
      filter: engagementFilterSchema,
      sortBy: z.enum(ENGAGEMENT_SORT_KEYS).default('createdAt'),
      direction: sortDirectionSchema.default('descending'),
    }),
    z.object({
      items: z.array(engagementSummarySchema),
      total: z.number().int(),
      catalog: partnerCatalogSchema,
      /** Those that the accounts in question use. */
      catalogs: z.array(partnerCatalogSchema),
      syncedAt: instantSchema.nullable(),
    }),
  ),
  'engagements.get': method(
    'One engagement; `refresh` reads it from AWS first.',
    oneEngagement.extend({ refresh: z.boolean().default(false) }),
    engagementDetailSchema,
  ),
  'engagements.ofOpportunity': method(
    'The engagements that an opportunity belongs to and the invitation that it came from, as far as the copy knows them.',
    z.strictObject({ account: accountKeySchema, opportunityId: z.string().max(300) }),
    z.object({
      engagements: z.array(z.object({ id: z.string(), title: z.string() })),
      invitations: z.array(z.object({ id: z.string(), title: z.string() })),
    }),
  ),
  'engagements.sync': method(
    'Starts reading new and changed engagements; `full` reads the whole list again.',
    z.strictObject({ account: accountKeySchema, full: z.boolean().default(false) }),
    z.object({ jobId: z.string() }),
  ),
  'engagements.syncProblems': method(
    'Engagements that the last sync could not read; null = of all accounts.',
    z.strictObject({ account: accountKeySchema.nullable() }),
    z.object({ problems: z.array(readProblemSchema) }),
  ),
  'engagements.snapshots': method(
    'Snapshots in an engagement and the jobs that keep them fresh, read from AWS.',
    oneEngagement,
    z.object({ snapshots: z.array(snapshotSummarySchema), jobs: z.array(snapshotJobSchema) }),
  ),
  'engagements.snapshot': method(
    'One snapshot, read from AWS; `revision` null = the newest.',
    oneEngagement.extend({
      opportunityId: z.string().max(40),
      template: z.string().max(80),
      revision: z.number().int().min(1).nullable().default(null),
    }),
    snapshotSchema,
  ),
  'engagements.settings': method(
    'The role under which snapshot jobs of an account run, read from AWS.',
    z.strictObject({ account: accountKeySchema }),
    z.object({ catalog: partnerCatalogSchema, roleArn: z.string().nullable() }),
  ),
  'engagements.tags': method(
    'The tags of an opportunity or a snapshot job, read from AWS.',
    z.strictObject({ account: accountKeySchema, arn: z.string().max(1000) }),
    z.object({ tags: z.array(tagSchema) }),
  ),
  'engagements.plan': method('The request that a deed would send, as JSON text.', deedInput, plannedRequestSchema),
  'engagements.write': method(
    'Does it through the journal. `confirmedAccountId` is the 12-digit account the user saw.',
    deedInput.extend({ confirmedAccountId: awsAccountIdSchema }),
    z.object({ change: changeSchema }),
  ),
};

export const engagementEvents = {
  'engagements.changed': event(
    'The copy of an account’s engagements changed.',
    z.object({ account: accountKeySchema }),
  ),
};
