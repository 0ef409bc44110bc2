/** Takes something away that stands beside an opportunity, without a draft. */
import { z } from 'zod';
import { changeSchema } from '../domain/change/change.ts';
import { ASSOCIATION_TYPES } from '../domain/opportunity/picklists.ts';
import { accountKeySchema, awsAccountIdSchema } from '../domain/primitives.ts';
import { method } from './define.ts';
import { plannedRequestSchema } from './invitations.ts';

const disassociationSchema = z.strictObject({
  account: accountKeySchema,
  opportunityId: z.string().max(300),
  type: z.enum(ASSOCIATION_TYPES),
  /** As AWS names it: an ARN, or the id of a solution or product. */
  entityId: z.string().min(1).max(255),
});

export const opportunityLinkMethods = {
  'opportunities.planDisassociation': method(
    'The request that would take it away, as JSON text.',
    disassociationSchema,
    plannedRequestSchema,
  ),
  'opportunities.disassociate': method(
    'Takes a solution, product or offer away from an opportunity, through the journal, after the opportunity was read anew. What does not stand there any more fails as `nothing-to-send`.',
    disassociationSchema.extend({ confirmedAccountId: awsAccountIdSchema }),
    z.object({ change: changeSchema }),
  ),
};
