/** The service-linked role by which AWS Marketplace shares authorizations between a seller and its channel partner. */
import { z } from 'zod';
import { changeSchema } from '../domain/change/change.ts';
import { accountKeySchema, awsAccountIdSchema } from '../domain/primitives.ts';
import { method } from './define.ts';

export const LINKED_ROLE_SERVICE = 'resale-authorization.marketplace.amazonaws.com';
export const LINKED_ROLE_NAME = 'AWSServiceRoleForMarketplaceResaleAuthorization';

const linkedRoleSchema = z.object({
  state: z.enum(['present', 'missing']),
  roleName: z.string(),
  /** null while it is missing. */
  arn: z.string().nullable(),
  /** The call that creates it, as JSON text. */
  request: z.string(),
});
export type LinkedRole = z.infer<typeof linkedRoleSchema>;

export const linkedRoleMethods = {
  'role.get': method(
    'Whether the account has the service-linked role by which AWS shares authorizations, asked of IAM; with the exact call that would create it.',
    z.strictObject({ account: accountKeySchema }),
    linkedRoleSchema,
  ),
  'role.create': method(
    'Creates the service-linked role, through the journal. `confirmedAccountId` is the 12-digit account the user saw.',
    z.strictObject({ account: accountKeySchema, confirmedAccountId: awsAccountIdSchema }),
    z.object({ change: changeSchema }),
  ),
};
