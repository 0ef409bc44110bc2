/** Presigned GET addresses for EULA documents; `expiresAt` is when the address really stops working. */
import { GetObjectCommand } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { AwsCredentialIdentity } from '@smithy/types';
import { createClient } from './clients.ts';
import type { ServiceAddress } from './endpoints.ts';

/** The longest that SigV4 allows. */
const LONGEST_SIGNATURE_SECONDS = 7 * 24 * 3_600;

export interface PresignRequest {
  readonly address: ServiceAddress;
  readonly credentials: AwsCredentialIdentity;
  readonly bucket: string;
  readonly key: string;
  readonly now: number;
}

export async function presignGet(request: PresignRequest): Promise<{ url: string; expiresAt: number }> {
  const { address, credentials, bucket, key, now } = request;
  const client = createClient('s3', { address, credentials: async () => credentials, maxAttempts: 1 });
  // An address signed with temporary credentials dies with them, whatever it says.
  const credentialsEnd = credentials.expiration?.getTime() ?? Number.POSITIVE_INFINITY;
  const remaining = Math.floor((credentialsEnd - now) / 1_000);
  const expiresIn = Math.max(1, Math.min(LONGEST_SIGNATURE_SECONDS, remaining));
  const url = await getSignedUrl(client, new GetObjectCommand({ Bucket: bucket, Key: key }), { expiresIn });
  client.destroy();
  return { url, expiresAt: Math.min(now + expiresIn * 1_000, credentialsEnd) };
}
