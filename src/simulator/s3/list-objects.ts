/** ListObjectsV2: prefix, delimiter, pages. */
import { ServiceError } from '../types.ts';
import { queryParameters, type WireRequest } from '../wire/http.ts';
import { encodeStrictly } from '../wire/sigv4.ts';
import { formatXml } from '../wire/xml.ts';
import type { Bucket } from './buckets.ts';

const LARGEST_PAGE = 1000;

interface Page {
  readonly keys: readonly string[];
  readonly commonPrefixes: readonly string[];
  readonly nextToken: string | null;
}

export function listObjects(request: WireRequest, bucket: Bucket): string {
  const query = new Map(queryParameters(request) ?? []);
  const prefix = query.get('prefix') ?? '';
  const delimiter = query.get('delimiter') ?? '';
  const maxKeys = readMaxKeys(query.get('max-keys'));
  const after = readStart(query);
  const encode = query.get('encoding-type') === 'url' ? encodeKey : (key: string) => key;
  const page = takePage([...bucket.objects.keys()].sort(byUtf8), { prefix, delimiter, maxKeys, after });
  return formatXml(
    'ListBucketResult',
    {
      Name: bucket.name,
      Prefix: encode(prefix),
      ...(delimiter === '' ? {} : { Delimiter: encode(delimiter) }),
      ...(query.get('encoding-type') === 'url' ? { EncodingType: 'url' } : {}),
      KeyCount: String(page.keys.length + page.commonPrefixes.length),
      MaxKeys: String(maxKeys),
      IsTruncated: String(page.nextToken !== null),
      ...(page.nextToken === null ? {} : { NextContinuationToken: page.nextToken }),
      Contents: page.keys.map((key) => contents(bucket, key, encode)),
      CommonPrefixes: page.commonPrefixes.map((common) => ({ Prefix: encode(common) })),
    },
    'http://s3.amazonaws.com/doc/2006-03-01/',
  );
}

function takePage(
  keys: readonly string[],
  options: { prefix: string; delimiter: string; maxKeys: number; after: string },
): Page {
  const found: string[] = [];
  const prefixes = new Set<string>();
  let last = '';
  for (const key of keys) {
    if (!key.startsWith(options.prefix) || byUtf8(key, options.after) <= 0) continue;
    const common = commonPrefix(key, options.prefix, options.delimiter);
    if (common !== null && (prefixes.has(common) || options.after.startsWith(common))) {
      last = key;
      continue;
    }
    if (found.length + prefixes.size === options.maxKeys) {
      return { keys: found, commonPrefixes: [...prefixes], nextToken: Buffer.from(last).toString('base64url') };
    }
    if (common === null) found.push(key);
    else prefixes.add(common);
    last = key;
  }
  return { keys: found, commonPrefixes: [...prefixes], nextToken: null };
}

function commonPrefix(key: string, prefix: string, delimiter: string): string | null {
  const at = delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length);
  return at < 0 ? null : key.slice(0, at + delimiter.length);
}

function contents(bucket: Bucket, key: string, encode: (key: string) => string): Record<string, string> {
  const object = bucket.objects.get(key);
  return {
    Key: encode(key),
    LastModified: new Date(object?.modifiedAt ?? 0).toISOString(),
    ETag: object?.etag ?? '',
    Size: String(object?.bytes.length ?? 0),
    StorageClass: 'STANDARD',
  };
}

function readMaxKeys(value: string | undefined): number {
  if (value === undefined) return LARGEST_PAGE;
  if (!/^\d+$/.test(value)) {
    throw new ServiceError('InvalidArgument', 400, 'Provided max-keys not an integer or within integer range', {
      ArgumentName: 'max-keys',
      ArgumentValue: value,
    });
  }
  return Math.min(Number(value), LARGEST_PAGE);
}

function readStart(query: ReadonlyMap<string, string>): string {
  const token = query.get('continuation-token');
  return token === undefined ? (query.get('start-after') ?? '') : Buffer.from(token, 'base64url').toString('utf8');
}

/** S3 orders keys by their UTF-8 bytes. */
function byUtf8(left: string, right: string): number {
  return Buffer.compare(Buffer.from(left), Buffer.from(right));
}

function encodeKey(key: string): string {
  return key.split('/').map(encodeStrictly).join('/');
}
