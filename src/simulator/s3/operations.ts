/** Which S3 operation a path-style request means, and what a policy would have to allow for it. */
import { ServiceError } from '../types.ts';
import { queryParameters, type WireRequest } from '../wire/http.ts';

export type S3Operation =
  'PutObject' | 'GetObject' | 'HeadObject' | 'DeleteObject' | 'HeadBucket' | 'ListObjectsV2' | 'GetBucketLocation';

export interface S3Target {
  readonly operation: S3Operation;
  readonly bucket: string;
  /** Decoded; empty for operations on the bucket. */
  readonly key: string;
}

/** HEAD and List are allowed by the action of what they reveal, not by one of their own. */
export const S3_ACTIONS: Readonly<Record<S3Operation, string>> = {
  PutObject: 's3:PutObject',
  GetObject: 's3:GetObject',
  HeadObject: 's3:GetObject',
  DeleteObject: 's3:DeleteObject',
  HeadBucket: 's3:ListBucket',
  ListObjectsV2: 's3:ListBucket',
  GetBucketLocation: 's3:GetBucketLocation',
};

const OBJECT_METHODS: Readonly<Record<string, S3Operation>> = {
  PUT: 'PutObject',
  GET: 'GetObject',
  HEAD: 'HeadObject',
  DELETE: 'DeleteObject',
};

/** Sub-resources (`?acl`, `?tagging`, `?uploads`…) are other operations than the plain ones. */
const SUB_RESOURCES = new Set([
  'accelerate',
  'acl',
  'attributes',
  'cors',
  'delete',
  'encryption',
  'legal-hold',
  'lifecycle',
  'logging',
  'notification',
  'object-lock',
  'ownershipControls',
  'partNumber',
  'policy',
  'policyStatus',
  'publicAccessBlock',
  'replication',
  'requestPayment',
  'restore',
  'retention',
  'select',
  'tagging',
  'torrent',
  'uploadId',
  'uploads',
  'versioning',
  'versions',
  'website',
]);

export function readTarget(request: WireRequest): S3Target {
  const [, bucketPart = '', ...keyParts] = request.rawPath.split('/');
  const bucket = decode(bucketPart);
  const key = decode(keyParts.join('/'));
  const query = new Map(queryParameters(request) ?? []);
  const subResource = [...query.keys()].find((name) => SUB_RESOURCES.has(name));
  if (bucket === '' || subResource !== undefined) {
    throw notSimulated(subResource === undefined ? `${request.method} /` : `${request.method} ?${subResource}`);
  }
  const operation = key === '' ? bucketOperation(request.method, query) : OBJECT_METHODS[request.method];
  if (operation === undefined) throw notSimulated(`${request.method} on ${key === '' ? 'a bucket' : 'an object'}`);
  return { operation, bucket, key };
}

function bucketOperation(method: string, query: ReadonlyMap<string, string>): S3Operation | undefined {
  if (method === 'HEAD') return 'HeadBucket';
  if (method !== 'GET') return undefined;
  if (query.has('location')) return 'GetBucketLocation';
  return query.get('list-type') === '2' ? 'ListObjectsV2' : undefined;
}

function notSimulated(what: string): ServiceError {
  return new ServiceError('NotImplemented', 501, `Not simulated yet: S3 ${what}.`);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new ServiceError('InvalidURI', 400, "Couldn't parse the specified URI.");
  }
}
