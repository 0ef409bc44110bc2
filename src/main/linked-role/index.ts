/** The service-linked role of an account: whether it is there, and its creation as a direct call of the journal. */
import { CreateServiceLinkedRoleCommand, GetRoleCommand } from '@aws-sdk/client-iam';
import { z } from 'zod';
import { LINKED_ROLE_NAME, LINKED_ROLE_SERVICE, type LinkedRole } from '../../shared/contract/linked-role.ts';
import { OfferdeckError } from '../../shared/errors/app-error.ts';
import type { AwsAccess, CallOptions } from '../aws/access.ts';
import type { CallKind, CallResult } from '../changes/kinds.ts';
import type { Writes } from '../changes/writes.ts';
import type { HandlersOf } from '../handlers.ts';
import type { AccountSource } from '../sources.ts';

const KIND = 'linked-role';
const payloadSchema = z.object({ AWSServiceName: z.literal(LINKED_ROLE_SERVICE) });
type Payload = z.infer<typeof payloadSchema>;
const REQUEST: Payload = { AWSServiceName: LINKED_ROLE_SERVICE };

type IamAccess = Pick<AwsAccess, 'iam'>;

/** null where the account does not have it. */
async function findRole(aws: IamAccess, account: string, options: CallOptions): Promise<CallResult | null> {
  try {
    const { Role } = await aws.iam(account).send(new GetRoleCommand({ RoleName: LINKED_ROLE_NAME }), options);
    return Role?.Arn ? toResult(Role) : null;
  } catch (error) {
    if (error instanceof OfferdeckError && error.data.code === 'resource-not-found') return null;
    throw error;
  }
}

function toResult(role: { Arn?: string | undefined; RoleName?: string | undefined } | undefined): CallResult {
  return { resultId: role?.Arn ?? null, after: { Arn: role?.Arn, RoleName: role?.RoleName } };
}

export function createLinkedRoleCallKind(aws: IamAccess): CallKind<Payload> {
  return {
    kind: KIND,
    payload: payloadSchema,
    async send({ account, payload }, options) {
      const { Role } = await aws.iam(account).send(new CreateServiceLinkedRoleCommand(payload), options);
      return toResult(Role);
    },
    look: ({ account }, options) => findRole(aws, account, options),
  };
}

export function createLinkedRole({
  aws,
  accounts,
  changes,
}: {
  readonly aws: IamAccess;
  readonly accounts: AccountSource;
  readonly changes: Pick<Writes, 'beginCall'>;
}): HandlersOf<'role'> {
  return {
    async 'role.get'({ account }, { signal }): Promise<LinkedRole> {
      accounts.getSettings(account);
      const found = await findRole(aws, account, { priority: 'user', signal });
      return {
        state: found ? 'present' : 'missing',
        roleName: LINKED_ROLE_NAME,
        arn: found?.resultId ?? null,
        request: JSON.stringify({ operation: 'iam:CreateServiceLinkedRole', request: REQUEST }, null, 2),
      };
    },
    async 'role.create'({ account, confirmedAccountId }, { signal }) {
      const change = await changes.beginCall(
        {
          account,
          kind: KIND,
          title: LINKED_ROLE_NAME,
          entityType: 'ServiceLinkedRole',
          entityId: LINKED_ROLE_NAME,
          payload: REQUEST,
        },
        { confirmedAccountId, signal },
      );
      return { change };
    },
  };
}
