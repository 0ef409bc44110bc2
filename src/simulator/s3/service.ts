/** S3 over REST-XML, path-style: what custom EULAs need, with the access rules of private buckets. */
import { ServiceError, type SimulatorClock } from '../types.ts';
import { header, queryValue, type WireAnswer, type WireRequest } from '../wire/http.ts';
import { frontDoorRefusal } from '../wire/refusals.ts';
import type { CallContext, WireService } from '../wire/service.ts';
import { formatXml } from '../wire/xml.ts';
import { readUpload, storedEncoding } from './aws-chunked.ts';
import { createObject, type Bucket, type Buckets, type StoredObject } from './buckets.ts';
import { checkUpload } from './checksums.ts';
import { listObjects } from './list-objects.ts';
import { readTarget, S3_ACTIONS, type S3Target } from './operations.ts';

/** Content headers that come back with the object. */
const KEPT_HEADERS = ['cache-control', 'content-disposition', 'content-language', 'content-type', 'expires'];
const READS = new Set(['GetObject', 'HeadObject']);

export function createS3(deps: { clock: SimulatorClock; buckets: Buckets }): WireService {
  return {
    name: 's3',
    protocol: 'rest-xml',
    signingName: 's3',
    // Every seeded bucket lives here.
    regions: ['us-east-1'],
    allowsAnonymous: true,
    async identify(request) {
      const target = readTarget(request);
      const { bucket, key, operation } = target;
      return {
        operation,
        action: S3_ACTIONS[operation],
        resource: () => `arn:aws:s3:::${bucket}${key === '' ? '' : `/${key}`}`,
        writes: operation === 'PutObject' || operation === 'DeleteObject',
        input: { Bucket: bucket, ...(key === '' ? {} : { Key: key }) },
      };
    },
    async handle(_call, context) {
      const target = readTarget(context.request);
      const bucket = reachBucket(deps.buckets, target, context);
      return perform(target, bucket, context.request);
    },
  };

  function perform(target: S3Target, bucket: Bucket, request: WireRequest): WireAnswer {
    switch (target.operation) {
      case 'PutObject':
        return putObject(request, bucket, target.key);
      case 'GetObject':
      case 'HeadObject':
        return getObject(request, bucket, target.key);
      case 'DeleteObject':
        bucket.objects.delete(target.key);
        return { status: 204, headers: {}, body: '' };
      case 'HeadBucket':
        return { status: 200, headers: { 'x-amz-bucket-region': 'us-east-1' }, body: '' };
      case 'ListObjectsV2':
        return xml(listObjects(request, bucket));
      case 'GetBucketLocation':
        // The first region has no name here; S3 kept that from the days when there was but one.
        return xml(formatXml('LocationConstraint', '', 'http://s3.amazonaws.com/doc/2006-03-01/'));
    }
  }

  function putObject(request: WireRequest, bucket: Bucket, key: string): WireAnswer {
    if (header(request, 'x-amz-copy-source') !== null) {
      throw new ServiceError('NotImplemented', 501, 'Not simulated yet: S3 CopyObject.');
    }
    if (header(request, 'if-none-match') === '*' && bucket.objects.has(key)) {
      throw new ServiceError(
        'PreconditionFailed',
        412,
        'At least one of the pre-conditions you specified did not hold',
        { Condition: 'If-None-Match' },
      );
    }
    const upload = readUpload(request);
    checkUpload(request, upload);
    const object = createObject({
      bytes: upload.bytes,
      headers: keptHeaders(request),
      checksums: Object.fromEntries(upload.checksums),
      modifiedAt: deps.clock.realNow(),
    });
    bucket.objects.set(key, object);
    return { status: 200, headers: { etag: object.etag, ...object.checksums }, body: '' };
  }
}

function getObject(request: WireRequest, bucket: Bucket, key: string): WireAnswer {
  const object = bucket.objects.get(key);
  if (!object) throw new ServiceError('NoSuchKey', 404, 'The specified key does not exist.', { Key: key });
  return { status: 200, headers: objectHeaders(request, object), body: object.bytes };
}

function objectHeaders(request: WireRequest, object: StoredObject): Record<string, string> {
  const wantsChecksum =
    (header(request, 'x-amz-checksum-mode') ?? queryValue(request, 'x-amz-checksum-mode')) === 'ENABLED';
  return {
    'content-type': 'binary/octet-stream',
    ...object.headers,
    'content-length': String(object.bytes.length),
    etag: object.etag,
    'last-modified': new Date(object.modifiedAt).toUTCString(),
    'accept-ranges': 'bytes',
    ...(wantsChecksum ? object.checksums : {}),
  };
}

/** Private buckets answer their owner alone; who does not own one learns that it exists, as with S3. */
function reachBucket(buckets: Buckets, target: S3Target, { principal }: CallContext): Bucket {
  const bucket = buckets.get(target.bucket);
  const isPublicRead = (bucket?.isPublic ?? false) && READS.has(target.operation);
  if (principal === null && !isPublicRead) throw frontDoorRefusal('rest-xml', 'missing');
  if (!bucket) {
    throw new ServiceError('NoSuchBucket', 404, 'The specified bucket does not exist', { BucketName: target.bucket });
  }
  if (isPublicRead || principal?.accountId === bucket.ownerAccountId) return bucket;
  throw new ServiceError('AccessDenied', 403, 'Access Denied');
}

function keptHeaders(request: WireRequest): Record<string, string> {
  const encoding = storedEncoding(request);
  return {
    ...Object.fromEntries(
      [...request.headers].filter(([name]) => KEPT_HEADERS.includes(name) || name.startsWith('x-amz-meta-')),
    ),
    ...(encoding === null ? {} : { 'content-encoding': encoding }),
  };
}

function xml(body: string): WireAnswer {
  return { status: 200, headers: { 'content-type': 'application/xml' }, body };
}
