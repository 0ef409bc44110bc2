/** What can stand beside an opportunity, found by its friendly name; and the way back from an offer to its opportunities. */
import { z } from 'zod';
import { opportunitySummarySchema } from '../domain/opportunity/opportunity.ts';
import { accountKeySchema } from '../domain/primitives.ts';
import { method } from './define.ts';

const solutionSchema = z.object({
  /** `S-` and digits. */
  id: z.string(),
  name: z.string(),
  category: z.string(),
  /** The same solution as AWS Marketplace knows it; null where it has none. */
  marketplaceArn: z.string().nullable(),
});
export type Solution = z.infer<typeof solutionSchema>;

export const opportunityOfferingMethods = {
  'opportunities.ofOffer': method(
    'Opportunities of the account’s catalog that stand beside an offer, from this machine’s copy.',
    z.strictObject({ account: accountKeySchema, offerId: z.string().max(100) }),
    z.object({ opportunities: z.array(opportunitySummarySchema) }),
  ),
  'opportunities.solutions': method(
    'Active solutions of the account whose name, id or category holds the text. All of them are read from AWS at the first question and kept for an hour; `refresh` reads them again.',
    z.strictObject({
      account: accountKeySchema,
      text: z.string().max(200).default(''),
      /** Only those that AWS Marketplace knows as well. */
      inMarketplace: z.boolean().default(false),
      refresh: z.boolean().default(false),
      pageSize: z.number().int().min(1).max(100).default(30),
    }),
    z.object({
      items: z.array(solutionSchema),
      total: z.number().int(),
      /** How many there are without the text. */
      known: z.number().int(),
    }),
  ),
};
