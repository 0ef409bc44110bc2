/** Proves that an account's EULA bucket serves its purpose: a small object goes in, is readable by its signed address, and is removed. */
import { randomUUID } from 'node:crypto';
import { DeleteObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import type { EulaBucket } from '../../shared/domain/account/account.ts';
import { toEulaKey } from '../../shared/domain/account/eula-key.ts';
import { fail } from '../../shared/errors/app-error.ts';
import type { AwsAccess, CallOptions } from '../aws/access.ts';

export const TEST_OBJECT_PREFIX = 'offerdeck-connection-test-';

export interface BucketTestResult {
  /** Deleting needs a right that publishing does not: without it the object stays, and the user is told its key. */
  readonly leftBehind: string | null;
}

export async function testBucket(
  access: AwsAccess,
  account: string,
  bucket: EulaBucket,
  options: CallOptions,
): Promise<BucketTestResult> {
  const key = toEulaKey(bucket, `${TEST_OBJECT_PREFIX}${randomUUID()}.txt`);
  const text = `Offerdeck connection test ${key}\n`;
  const s3 = access.s3(account);
  const where = { Bucket: bucket.bucket, Key: key };
  await s3.send(new PutObjectCommand({ ...where, Body: Buffer.from(text), ContentType: 'text/plain' }), options);
  const remove = () =>
    s3.send(new DeleteObjectCommand(where), options).then(
      () => null,
      () => key,
    );
  try {
    const { url } = await access.presignEula(account, key, options);
    await readBack(url, text, options);
  } catch (error) {
    await remove();
    throw error;
  }
  return { leftBehind: await remove() };
}

/** As AWS will do it: without any credentials but the address itself. */
async function readBack(url: string, expected: string, options: CallOptions): Promise<void> {
  const response = await fetch(url, options.signal ? { signal: options.signal } : {}).catch((cause: unknown) =>
    fail('network-unreachable', { params: { service: 's3', operation: 'GetObject' }, retryable: true }, cause),
  );
  const body = await response.text();
  if (response.ok && body === expected) return;
  fail('access-denied', {
    params: { service: 's3', operation: 'GetObject', action: 's3:GetObject' },
    aws: {
      service: 's3',
      operation: 'GetObject',
      code: /<Code>([^<]+)<\/Code>/.exec(body)?.[1] ?? 'UnexpectedContent',
      message: /<Message>([^<]+)<\/Message>/.exec(body)?.[1] ?? '',
      httpStatus: response.status,
      requestId: response.headers.get('x-amz-request-id'),
    },
  });
}
