/** Who an opportunity belongs to at the partner. */
import { z } from 'zod';
import { changeSchema } from '../domain/change/change.ts';
import { assigneeSchema } from '../domain/opportunity/assignee.ts';
import { accountKeySchema, awsAccountIdSchema } from '../domain/primitives.ts';
import { method } from './define.ts';
import { plannedRequestSchema } from './invitations.ts';

const assignmentSchema = z.strictObject({
  account: accountKeySchema,
  opportunityId: z.string().max(300),
  assignee: assigneeSchema,
});

export const opportunityAssignmentMethods = {
  'opportunities.planAssignment': method(
    'The request that an assignment would send, as JSON text.',
    assignmentSchema,
    plannedRequestSchema,
  ),
  'opportunities.assign': method(
    'Makes a person owner or account manager of an opportunity, through the journal. An invitation must have been accepted before.',
    assignmentSchema.extend({ confirmedAccountId: awsAccountIdSchema }),
    z.object({ change: changeSchema }),
  ),
};
