/** Snapshots: what the members of an engagement see of each other's opportunities, and the jobs that keep them fresh. */
import { z } from 'zod';
import type { PartnerCatalog } from '../account/account.ts';
import { instantSchema } from '../primitives.ts';

export const snapshotSummarySchema = z.object({
  /** The opportunity that it shows. */
  opportunityId: z.string(),
  template: z.string(),
  /** The newest. */
  revision: z.number().int(),
  createdBy: z.string(),
  isOwn: z.boolean(),
});
export type SnapshotSummary = z.infer<typeof snapshotSummarySchema>;

export const snapshotSchema = snapshotSummarySchema.extend({
  createdAt: instantSchema.nullable(),
  /** As AWS gave it. */
  payload: z.record(z.string(), z.unknown()),
  /** Accounts that may see it. */
  targets: z.array(z.string()),
});

export const snapshotJobSchema = z.object({
  id: z.string(),
  arn: z.string(),
  status: z.string(),
  opportunityId: z.string(),
  template: z.string(),
  createdAt: instantSchema.nullable(),
  lastSuccess: instantSchema.nullable(),
  /** AWS's words; empty where the last run was none. */
  lastFailure: z.string(),
});
export type SnapshotJob = z.infer<typeof snapshotJobSchema>;

/** AWS's service that runs the jobs: the role must trust it. */
const JOB_SERVICE = 'resource-snapshot-job.partnercentral-selling.amazonaws.com';

/** What the role needs: whom it trusts, and what it may do, in this catalog alone. */
export function snapshotRoleDocuments(catalog: PartnerCatalog): { readonly trust: object; readonly policy: object } {
  const allow = (statement: object) => ({
    Version: '2012-10-17',
    Statement: [statement].flat().map((one) => ({ Effect: 'Allow', ...one })),
  });
  return {
    trust: allow({ Principal: { Service: JOB_SERVICE }, Action: 'sts:AssumeRole' }),
    policy: allow([
      {
        Action: 'partnercentral:CreateResourceSnapshot',
        Resource: `arn:aws:partnercentral:*::catalog/${catalog}/engagement/*`,
      },
      {
        Action: 'partnercentral:GetOpportunity',
        Resource: `arn:aws:partnercentral:*:*:catalog/${catalog}/opportunity/*`,
      },
    ]),
  };
}
