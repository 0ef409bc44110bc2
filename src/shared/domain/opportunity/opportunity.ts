/** An opportunity as this machine knows it: what lists show, and everything for its page. */
import { z } from 'zod';
import { partnerCatalogSchema } from '../account/account.ts';
import { accountKeySchema, instantSchema } from '../primitives.ts';

export const OPPORTUNITY_STAGES = [
  'Prospect',
  'Qualified',
  'Technical Validation',
  'Business Validation',
  'Committed',
  'Launched',
  'Closed Lost',
] as const;

export const REVIEW_STATUSES = [
  'Pending Submission',
  'Submitted',
  'In review',
  'Approved',
  'Rejected',
  'Action Required',
] as const;

export const OPPORTUNITY_ORIGINS = ['Partner Referral', 'AWS Referral'] as const;

/** What lists show. Words of AWS are text: a new one is shown as it is. */
export const opportunitySummarySchema = z.object({
  account: accountKeySchema,
  catalog: partnerCatalogSchema,
  /** `O` and digits. */
  id: z.string(),
  /** The partner's own name for it; empty where there is none. */
  partnerId: z.string(),
  /** null until it was read once: lists of AWS carry no title. */
  title: z.string().nullable(),
  customer: z.string(),
  country: z.string(),
  industry: z.string(),
  stage: z.string(),
  reviewStatus: z.string(),
  /** null until AWS's summary was read. */
  origin: z.string().nullable(),
  opportunityType: z.string(),
  /** `YYYY-MM-DD`; null where there is none. */
  targetCloseDate: z.string().nullable(),
  /** Decimal text a month; null where there is none. */
  amount: z.string().nullable(),
  currency: z.string().nullable(),
  nextSteps: z.string(),
  closedLostReason: z.string(),
  /** Name or address of the opportunity's owner; empty where none is known. */
  owner: z.string(),
  /** AWS's view, of its summary; empty where it says nothing. */
  engagementScore: z.string(),
  involvement: z.string(),
  awsStage: z.string(),
  createdAt: instantSchema.nullable(),
  modifiedAt: instantSchema,
  /** When AWS was seen not to show it any more; null while it does. */
  goneAt: instantSchema.nullable(),
  /** What stands beside it by its friendly names, the id where none is known; lists only. */
  related: z
    .object({
      /** Solutions and products of the partner, in Partner Central and in AWS Marketplace. */
      solutions: z.array(z.string()),
      awsProducts: z.array(z.string()),
      /** Offers and offer sets. */
      offers: z.array(z.string()),
    })
    .optional(),
});
export type OpportunitySummary = z.infer<typeof opportunitySummarySchema>;

/** One of the next steps that either side wrote down; kept here for good, while AWS forgets those beyond the fiftieth. */
export const nextStepSchema = z.object({ side: z.enum(['partner', 'aws']), at: z.string(), text: z.string() });
export type NextStep = z.infer<typeof nextStepSchema>;

/** An offer of ours, or a set of offers, that the opportunity is linked to. */
export const linkedOfferSchema = z.object({
  kind: z.enum(['offer', 'offer-set']),
  id: z.string(),
  arn: z.string(),
  /** null where the copy does not know it. */
  name: z.string().nullable(),
});

export const opportunityDetailSchema = opportunitySummarySchema.extend({
  /** The record as AWS gave it, unknown members included; null until it was read. */
  document: z.record(z.string(), z.unknown()).nullable(),
  readAt: instantSchema.nullable(),
  /** AWS's summary; null where there is none (yet). */
  awsSummary: z.record(z.string(), z.unknown()).nullable(),
  nextStepsHistory: z.array(nextStepSchema),
  linkedOffers: z.array(linkedOfferSchema),
});
export type OpportunityDetail = z.infer<typeof opportunityDetailSchema>;

/** Columns of the table for spreadsheets, in order; their headings are given under these keys. */
export const OPPORTUNITY_CSV_COLUMNS = [
  'id',
  'partnerId',
  'title',
  'customer',
  'country',
  'industry',
  'stage',
  'reviewStatus',
  'origin',
  'type',
  'targetCloseDate',
  'amount',
  'currency',
  'owner',
  'nextSteps',
  'solutions',
  'awsProducts',
  'offers',
  'closedLostReason',
  'engagementScore',
  'involvement',
  'account',
  'awsAccountId',
  'catalog',
  'created',
  'modified',
] as const;
