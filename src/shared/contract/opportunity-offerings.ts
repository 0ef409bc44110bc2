/** What can stand beside an opportunity, found by its friendly name; and the way back from an offer to its opportunities. */
import { z } from 'zod';
import { opportunitySummarySchema } from '../domain/opportunity/opportunity.ts';
import { accountKeySchema, instantSchema } from '../domain/primitives.ts';
import { method } from './define.ts';

const offeredSolutionSchema = z.object({
  /** `S-` and digits. */
  id: z.string(),
  name: z.string(),
  category: z.string(),
  /** The same solution as AWS Marketplace knows it; null where it has none. */
  marketplaceArn: z.string().nullable(),
});
export type OfferedSolution = z.infer<typeof offeredSolutionSchema>;

const relatedEntitySchema = z.object({
  /** As AWS names the kind: `Solutions`, `AwsProducts`, … */
  type: z.string(),
  id: z.string(),
  /** null where this machine knows none. */
  name: z.string().nullable(),
  /** Of a solution: as AWS says it, `Gone` where AWS does not show it any more; null of anything else. */
  status: z.string().nullable(),
});
export type RelatedEntity = z.infer<typeof relatedEntitySchema>;

export const opportunityOfferingMethods = {
  'opportunities.related': method(
    'Friendly names of what stands beside an opportunity, in the order that was asked, from this machine’s copies.',
    z.strictObject({
      account: accountKeySchema,
      entities: z.array(z.strictObject({ type: z.string().max(100), id: z.string().max(2048) })).max(500),
    }),
    z.object({ entities: z.array(relatedEntitySchema) }),
  ),
  'opportunities.ofOffer': method(
    'Opportunities of the account’s catalog that stand beside an offer, from this machine’s copy.',
    z.strictObject({ account: accountKeySchema, offerId: z.string().max(100) }),
    z.object({ opportunities: z.array(opportunitySummarySchema) }),
  ),
  'opportunities.solutions': method(
    'Active solutions of the account whose name, id or category holds the text. Answered from this machine’s copy, which is read from AWS at the first question and, where it is older than an hour, again beside the answer; `refresh` waits for that.',
    z.strictObject({
      account: accountKeySchema,
      text: z.string().max(200).default(''),
      /** Only those that AWS Marketplace knows as well. */
      inMarketplace: z.boolean().default(false),
      refresh: z.boolean().default(false),
      pageSize: z.number().int().min(1).max(100).default(30),
    }),
    z.object({
      items: z.array(offeredSolutionSchema),
      total: z.number().int(),
      /** How many there are without the text. */
      known: z.number().int(),
      /** How old the answer is; null only where AWS was never read. */
      syncedAt: instantSchema.nullable(),
    }),
  ),
};
