/** Assumes roles through our own STS client, so that these calls too are paced, recorded and sent to a named endpoint. */
import { AssumeRoleCommand, AssumeRoleWithWebIdentityCommand, type Credentials } from '@aws-sdk/client-sts';
import type { AwsCredentialIdentity } from '@smithy/types';
import { fail, OfferdeckError } from '../../../shared/errors/app-error.ts';
import type { Masker } from '../../masking/masker.ts';
import { createClient, STANDARD_ATTEMPTS } from '../clients.ts';
import type { ServiceAddress } from '../endpoints.ts';
import type { CallOwner, Sender } from '../send.ts';

interface RoleParams {
  readonly RoleArn: string;
  readonly RoleSessionName: string;
  readonly ExternalId?: string;
  readonly DurationSeconds?: number;
  readonly SerialNumber?: string;
  readonly TokenCode?: string;
}

interface WebIdentityParams {
  readonly RoleArn: string;
  readonly RoleSessionName: string;
  readonly WebIdentityToken: string;
}

export interface RoleAssumer {
  withCredentials(source: AwsCredentialIdentity, params: RoleParams): Promise<AwsCredentialIdentity>;
  withWebIdentity(params: WebIdentityParams): Promise<AwsCredentialIdentity>;
}

/** AWS allows no more for a role assumed by a role; direct assumption may last as long as the role says. */
export const CHAINED_ROLE_SECONDS = 3_600;
export const LONGEST_ROLE_SECONDS = 12 * 3_600;

export function createRoleAssumer(deps: {
  sender: Sender;
  masker: Masker;
  address: ServiceAddress;
  owner: CallOwner;
}): RoleAssumer {
  const { sender, masker, address, owner } = deps;
  const clientFor = (source: AwsCredentialIdentity) =>
    createClient('sts', { address, credentials: async () => source, maxAttempts: STANDARD_ATTEMPTS });
  return {
    async withCredentials(source, params) {
      const command = new AssumeRoleCommand({ ...params });
      const output = await sender
        .send(clientFor(source), command, owner, { priority: 'user' })
        .catch((error: unknown) => {
          throw namingTheRole(error, params.RoleArn);
        });
      return toIdentity(output.Credentials, masker);
    },
    async withWebIdentity(params) {
      const unsigned = { accessKeyId: '', secretAccessKey: '' };
      const command = new AssumeRoleWithWebIdentityCommand({
        RoleArn: params.RoleArn,
        RoleSessionName: params.RoleSessionName,
        WebIdentityToken: params.WebIdentityToken,
      });
      const output = await sender.send(clientFor(unsigned), command, owner, { priority: 'user' });
      return toIdentity(output.Credentials, masker);
    },
  };
}

function namingTheRole(error: unknown, roleArn: string): unknown {
  if (!(error instanceof OfferdeckError)) return error;
  return new OfferdeckError({ ...error.data, params: { ...error.data.params, role: roleArn } }, { cause: error.cause });
}

function toIdentity(credentials: Credentials | undefined, masker: Masker): AwsCredentialIdentity {
  const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = credentials ?? {};
  if (!AccessKeyId || !SecretAccessKey || !SessionToken) return fail('malformed-answer', { retryable: true });
  for (const secret of [AccessKeyId, SecretAccessKey, SessionToken]) masker.addSecret(secret);
  return {
    accessKeyId: AccessKeyId,
    secretAccessKey: SecretAccessKey,
    sessionToken: SessionToken,
    ...(Expiration ? { expiration: Expiration } : {}),
  };
}
