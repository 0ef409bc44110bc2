/** Who the credentials are, asked of STS each time: what stands before every write. */
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { fail } from '../../shared/errors/app-error.ts';
import type { CallOptions, StsDoor } from './access.ts';

export interface ConfirmedIdentity {
  readonly awsAccountId: string;
  readonly arn: string;
}

export async function confirmIdentity(
  sts: StsDoor,
  expected: { readonly account: string; readonly awsAccountId: string },
  options: CallOptions,
): Promise<ConfirmedIdentity> {
  const { Account, Arn } = await sts.send(new GetCallerIdentityCommand({}), options);
  if (!Account || !Arn) fail('malformed-answer', { retryable: true });
  if (Account !== expected.awsAccountId) {
    fail('wrong-account', {
      params: { expected: expected.awsAccountId, actual: Account, arn: Arn },
      action: { kind: 'open-account', account: expected.account },
    });
  }
  return { awsAccountId: Account, arn: Arn };
}
