/** Co-sell opportunities of Partner Central: the local copy, its list and pages. */
import { z } from 'zod';
import { partnerCatalogSchema } from '../domain/account/account.ts';
import { opportunityDetailSchema, opportunitySummarySchema } from '../domain/opportunity/opportunity.ts';
import {
  accountKeySchema,
  instantSchema,
  pageRequestSchema,
  plainDateSchema,
  sortDirectionSchema,
} from '../domain/primitives.ts';
import { readProblemSchema } from '../domain/read-problem.ts';
import { event, method } from './define.ts';

/** In a filter: what is not named. */
export const NOT_NAMED = 'none';

export const opportunityFilterSchema = z.object({
  /** null = all accounts of one catalog. */
  account: accountKeySchema.nullable(),
  /** Of all accounts: which catalog; null = the real one where any account uses it. One account has its own. */
  catalog: partnerCatalogSchema.nullable().default(null),
  /** Id, the partner's id, title, customer, owner. */
  text: z.string().max(200).default(''),
  stages: z.array(z.string().max(60)).default([]),
  reviewStatuses: z.array(z.string().max(60)).default([]),
  origins: z.array(z.string().max(60)).default([]),
  closeFrom: plainDateSchema.nullable().default(null),
  closeTo: plainDateSchema.nullable().default(null),
  /** Those that name no date to close, instead of a range. */
  withoutClose: z.boolean().default(false),
  /** Currencies of the expected monthly AWS revenue; `none` = no amount is named. */
  currencies: z.array(z.string().max(10)).default([]),
  /** Reasons of Closed Lost; `none` = none is named. */
  lostReasons: z.array(z.string().max(200)).default([]),
  /** Those that AWS does not show any more, instead of those that it shows. */
  gone: z.boolean().default(false),
});
export type OpportunityFilter = z.infer<typeof opportunityFilterSchema>;

export const opportunityRefSchema = z.object({ account: accountKeySchema, opportunityId: z.string().max(40) });
export type OpportunityRef = z.infer<typeof opportunityRefSchema>;

export const OPPORTUNITY_SORT_KEYS = [
  'modifiedAt',
  'createdAt',
  'targetCloseDate',
  'customer',
  'title',
  'stage',
  'reviewStatus',
  'amount',
  'id',
] as const;

export const opportunityMethods = {
  'opportunities.list': method(
    'One page of opportunities from this machine’s copy, of one catalog: real and trial opportunities never stand in one list.',
    pageRequestSchema.extend({
      filter: opportunityFilterSchema,
      sortBy: z.enum(OPPORTUNITY_SORT_KEYS).default('modifiedAt'),
      direction: sortDirectionSchema.default('descending'),
    }),
    z.object({
      items: z.array(opportunitySummarySchema),
      total: z.number().int(),
      /** The catalog that the list is of. */
      catalog: partnerCatalogSchema,
      /** Those that the accounts in question use. */
      catalogs: z.array(partnerCatalogSchema),
      syncedAt: instantSchema.nullable(),
    }),
  ),
  'opportunities.get': method(
    'One opportunity with AWS’s view of it; `refresh` reads both from AWS first. One that was never read is read.',
    opportunityRefSchema.extend({ refresh: z.boolean().default(false) }).strict(),
    opportunityDetailSchema,
  ),
  'opportunities.sync': method(
    'Starts reading what changed since the last time; `full` reads every opportunity again.',
    z.strictObject({ account: accountKeySchema, full: z.boolean().default(false) }),
    z.object({ jobId: z.string() }),
  ),
  'opportunities.syncProblems': method(
    'Opportunities that the last sync could not read; null = of all accounts.',
    z.strictObject({ account: accountKeySchema.nullable() }),
    z.object({ problems: z.array(readProblemSchema) }),
  ),
  'opportunities.csv': method(
    'Everything the filter finds as CSV.',
    z.strictObject({
      filter: opportunityFilterSchema,
      /** Column headings and AWS’s words in the user’s language. */
      headings: z.record(z.string(), z.string()),
    }),
    z.object({ text: z.string(), suggestedName: z.string(), mediaType: z.string(), count: z.number().int() }),
  ),
};

export const opportunityEvents = {
  'opportunities.changed': event(
    'The copy of an account’s opportunities changed.',
    z.object({ account: accountKeySchema }),
  ),
};
