import { Readable } from 'node:stream';
import { AssumeRoleCommand } from '@aws-sdk/client-sts';
import {
  DeleteObjectCommand,
  GetBucketLocationCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListBucketsCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Simulator } from '../../../src/simulator/server.ts';
import type { SeedAccount } from '../../../src/simulator/types.ts';
import { accountsOf, s3Client, startTestSimulator, stsClient } from '../../support/simulator.ts';

let simulator: Simulator;
let isv: SeedAccount;
let otherIsv: SeedAccount;
let s3: S3Client;
let bucket: string;

beforeAll(async () => {
  simulator = await startTestSimulator();
  ({ isv, otherIsv } = accountsOf(simulator));
  s3 = s3Client(simulator, isv);
  bucket = isv.eulaBucket ?? '';
});
afterAll(() => simulator.stop());

async function put(Key: string, Body: string, more: object = {}) {
  return s3.send(new PutObjectCommand({ Bucket: bucket, Key, Body, ...more }));
}

describe('objects', () => {
  it('come back as they went in, with type, etag and metadata', async () => {
    const stored = await put('eulas/a b(1)+ü.pdf', '%PDF-1.7 sample', {
      ContentType: 'application/pdf',
      Metadata: { purpose: 'eula' },
    });
    const Key = 'eulas/a b(1)+ü.pdf';
    const got = await s3.send(new GetObjectCommand({ Bucket: bucket, Key }));
    expect(await got.Body?.transformToString()).toBe('%PDF-1.7 sample');
    expect(got).toMatchObject({ ContentType: 'application/pdf', ETag: stored.ETag, Metadata: { purpose: 'eula' } });
    const head = await s3.send(new HeadObjectCommand({ Bucket: bucket, Key }));
    expect(head.ContentLength).toBe(15);
    await s3.send(new DeleteObjectCommand({ Bucket: bucket, Key }));
    await expect(s3.send(new GetObjectCommand({ Bucket: bucket, Key }))).rejects.toMatchObject({ name: 'NoSuchKey' });
    await expect(s3.send(new HeadObjectCommand({ Bucket: bucket, Key }))).rejects.toMatchObject({ name: 'NotFound' });
  });

  it('come back without the framing of a chunked upload', async () => {
    const text = 'chunk '.repeat(40_000);
    const body = Readable.from([Buffer.from(text)]);
    await s3.send(
      new PutObjectCommand({ Bucket: bucket, Key: 'streamed.pdf', Body: body, ContentLength: text.length }),
    );
    const request = simulator.control.requests().at(-1);
    expect(request).toMatchObject({ operation: 'PutObject', status: 200 });
    const got = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: 'streamed.pdf', ChecksumMode: 'ENABLED' }));
    expect(await got.Body?.transformToString()).toBe(text);
    expect(got.ContentEncoding).toBeUndefined();
    expect(got.ChecksumCRC32).toBeTruthy();
  });

  it('are refused when a checksum does not fit', async () => {
    await expect(put('x.pdf', 'text', { ChecksumCRC32: 'AAAAAA==' })).rejects.toMatchObject({ name: 'BadDigest' });
    await expect(put('x.pdf', 'text', { ContentMD5: 'AAAAAAAAAAAAAAAAAAAAAA==' })).rejects.toMatchObject({
      name: 'BadDigest',
    });
  });

  it('are not overwritten when the client asks for that', async () => {
    await put('once.pdf', 'first', { IfNoneMatch: '*' });
    await expect(put('once.pdf', 'second', { IfNoneMatch: '*' })).rejects.toMatchObject({
      name: 'PreconditionFailed',
      $metadata: { httpStatusCode: 412 },
    });
  });
});

describe('buckets', () => {
  it('are found, located and listed by their owner', async () => {
    await expect(s3.send(new HeadBucketCommand({ Bucket: bucket }))).resolves.toMatchObject({
      BucketRegion: 'us-east-1',
    });
    const location = await s3.send(new GetBucketLocationCommand({ Bucket: bucket }));
    expect(location.LocationConstraint ?? '').toBe('');
  });

  it('are listed by page, prefix and folder', async () => {
    for (const key of ['list/a.pdf', 'list/b&c.pdf', 'list/sub/d.pdf', 'list/sub/e.pdf', 'list/z.pdf'])
      await put(key, 'x');
    const keys: string[] = [];
    const prefixes: string[] = [];
    let token: string | undefined;
    do {
      const page = await s3.send(
        new ListObjectsV2Command({
          Bucket: bucket,
          Prefix: 'list/',
          Delimiter: '/',
          MaxKeys: 2,
          ContinuationToken: token,
        }),
      );
      keys.push(...(page.Contents ?? []).map((object) => object.Key ?? ''));
      prefixes.push(...(page.CommonPrefixes ?? []).map((common) => common.Prefix ?? ''));
      token = page.NextContinuationToken;
    } while (token !== undefined);
    expect(keys).toEqual(['list/a.pdf', 'list/b&c.pdf', 'list/z.pdf']);
    expect(prefixes).toEqual(['list/sub/']);
  });

  it('that do not exist are told apart from those of another account', async () => {
    await expect(
      s3.send(new PutObjectCommand({ Bucket: 'no-such-bucket-sample', Key: 'a', Body: 'x' })),
    ).rejects.toMatchObject({ name: 'NoSuchBucket', $metadata: { httpStatusCode: 404 } });
    const foreign = otherIsv.eulaBucket ?? '';
    await expect(s3.send(new ListObjectsV2Command({ Bucket: foreign }))).rejects.toMatchObject({
      name: 'AccessDenied',
      $metadata: { httpStatusCode: 403 },
    });
    await expect(s3.send(new HeadBucketCommand({ Bucket: foreign }))).rejects.toMatchObject({
      $metadata: { httpStatusCode: 403 },
    });
    await expect(s3.send(new HeadBucketCommand({ Bucket: 'no-such-bucket-sample' }))).rejects.toMatchObject({
      name: 'NotFound',
    });
  });

  it('say plainly what is not simulated', async () => {
    await expect(s3.send(new ListBucketsCommand({}))).rejects.toMatchObject({
      name: 'NotImplemented',
      message: expect.stringContaining('Not simulated yet'),
    });
  });
});

describe('presigned addresses', () => {
  const signed = (options: { expiresIn?: number; signingDate?: Date } = {}) =>
    getSignedUrl(s3, new GetObjectCommand({ Bucket: bucket, Key: 'signed.pdf' }), options);

  beforeAll(async () => {
    await put('signed.pdf', 'terms', { ContentType: 'application/pdf' });
  });

  it('open the object without further credentials', async () => {
    const answer = await fetch(await signed());
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(await answer.text()).toBe('terms');
  });

  it('end with their time, counted in real time whatever the business clock says', async () => {
    const good = await signed({ expiresIn: 600 });
    simulator.control.advanceClock(48 * 3600 * 1000);
    expect((await fetch(good)).status).toBe(200);
    const old = await fetch(await signed({ expiresIn: 60, signingDate: new Date(Date.now() - 61_000) }));
    expect(old.status).toBe(403);
    expect(await old.text()).toContain('Request has expired');
  });

  it('are not valid before their time', async () => {
    const early = await fetch(await signed({ signingDate: new Date(Date.now() + 20 * 60_000) }));
    expect(early.status).toBe(403);
  });

  it('open nothing else, and nothing when changed', async () => {
    const url = await signed();
    const changes = [
      url.replace('signed.pdf', 'once.pdf'),
      url.replace(/X-Amz-Expires=\d+/, 'X-Amz-Expires=86400'),
      url.replace(/X-Amz-Signature=(.)/, (_, first: string) => `X-Amz-Signature=${first === 'a' ? 'b' : 'a'}`),
    ];
    for (const changed of changes) {
      const answer = await fetch(changed);
      expect(answer.status).toBe(403);
      expect(await answer.text()).toContain('<Code>SignatureDoesNotMatch</Code>');
    }
    const tooLong = await fetch(url.replace(/X-Amz-Expires=\d+/, 'X-Amz-Expires=604801'));
    expect(tooLong.status).toBe(400);
    expect(await tooLong.text()).toContain('<Code>AuthorizationQueryParametersError</Code>');
    const unsigned = await fetch(url.split('?')[0] ?? '');
    expect(unsigned.status).toBe(403);
    expect(await unsigned.text()).toContain('<Code>AccessDenied</Code>');
  });

  it('may be signed by the presign role, and not by a role without that right', async () => {
    const by = async (name: string) => {
      const { Credentials: issued } = await stsClient(simulator, isv).send(
        new AssumeRoleCommand({ RoleArn: `arn:aws:iam::${isv.accountId}:role/${name}`, RoleSessionName: 'presign' }),
      );
      const client = s3Client(simulator, {
        accessKeyId: issued?.AccessKeyId ?? '',
        secretAccessKey: issued?.SecretAccessKey ?? '',
        sessionToken: issued?.SessionToken ?? '',
      });
      return fetch(await getSignedUrl(client, new GetObjectCommand({ Bucket: bucket, Key: 'signed.pdf' })));
    };
    expect(await (await by('EulaPresign')).text()).toBe('terms');
    const refused = await by('CatalogReadOnly');
    expect(refused.status).toBe(403);
    expect(await refused.text()).toContain('not authorized to perform: s3:GetObject on resource');
  });
});
