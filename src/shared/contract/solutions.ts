/** Solutions of the partner at Partner Central: the local copy, its list, and the opportunities that carry one. */
import { z } from 'zod';
import { partnerCatalogSchema } from '../domain/account/account.ts';
import { opportunitySummarySchema } from '../domain/opportunity/opportunity.ts';
import { accountKeySchema, instantSchema, pageRequestSchema, sortDirectionSchema } from '../domain/primitives.ts';
import { readProblemSchema } from '../domain/read-problem.ts';
import { solutionSchema } from '../domain/solution.ts';
import { event, method } from './define.ts';

export const solutionFilterSchema = z.object({
  /** null = all accounts of one catalog. */
  account: accountKeySchema.nullable(),
  /** Of all accounts: which catalog; null = the real one where any account uses it. One account has its own. */
  catalog: partnerCatalogSchema.nullable().default(null),
  /** Name, id, category, id in AWS Marketplace. */
  text: z.string().max(200).default(''),
  statuses: z.array(z.string().max(60)).default([]),
  categories: z.array(z.string().max(200)).default([]),
  /** Those that AWS does not list any more, instead of those that it lists. */
  gone: z.boolean().default(false),
});
export type SolutionFilter = z.infer<typeof solutionFilterSchema>;

export const SOLUTION_SORT_KEYS = ['name', 'status', 'category', 'createdAt', 'id'] as const;

const ref = { account: accountKeySchema, solutionId: z.string().max(100) };

export const solutionMethods = {
  'solutions.list': method(
    'One page of solutions from this machine’s copy, of one catalog.',
    pageRequestSchema.extend({
      filter: solutionFilterSchema,
      sortBy: z.enum(SOLUTION_SORT_KEYS).default('name'),
      direction: sortDirectionSchema.default('ascending'),
    }),
    z.object({
      items: z.array(solutionSchema),
      total: z.number().int(),
      catalog: partnerCatalogSchema,
      /** Those that the accounts in question use. */
      catalogs: z.array(partnerCatalogSchema),
      /** Categories that occur. */
      categories: z.array(z.string()),
      syncedAt: instantSchema.nullable(),
    }),
  ),
  'solutions.get': method('One solution from this machine’s copy.', z.strictObject(ref), solutionSchema),
  'solutions.opportunities': method(
    'One page of the opportunities that carry a solution, itself or as AWS Marketplace knows it; newest change first.',
    pageRequestSchema.extend(ref),
    z.object({ items: z.array(opportunitySummarySchema), total: z.number().int() }),
  ),
  'solutions.sync': method(
    'Starts reading the list of solutions to its end; AWS tells no changes apart, so `full` is the same.',
    z.strictObject({ account: accountKeySchema, full: z.boolean().default(false) }),
    z.object({ jobId: z.string() }),
  ),
  'solutions.syncProblems': method(
    'What could not be read at the last sync.',
    z.strictObject({ account: accountKeySchema.nullable() }),
    z.object({ problems: z.array(readProblemSchema) }),
  ),
  'solutions.csv': method(
    'Everything that the filter finds, as a table for spreadsheets; the headings are given by the caller.',
    z.strictObject({ filter: solutionFilterSchema, headings: z.record(z.string(), z.string()) }),
    z.object({
      text: z.string(),
      suggestedName: z.string(),
      mediaType: z.string(),
      count: z.number().int(),
    }),
  ),
};

export const solutionEvents = {
  'solutions.changed': event('Solutions of an account came, went or changed.', z.object({ account: accountKeySchema })),
};
