/** Signature Version 4 as AWS computes it: canonical request, string to sign, derived key. */
import { createHash, createHmac } from 'node:crypto';
import type { WireRequest } from './http.ts';
import { queryParameters } from './http.ts';

export interface CredentialScope {
  readonly date: string;
  readonly region: string;
  readonly service: string;
}

export interface SigningInput {
  readonly signedHeaders: readonly string[];
  readonly amzDate: string;
  readonly scope: CredentialScope;
  readonly payloadHash: string;
}

const ALGORITHM = 'AWS4-HMAC-SHA256';

/** The signature that the holder of `secret` would have put on this request; null when the query cannot be decoded. */
export function computeSignature(request: WireRequest, secret: string, input: SigningInput): string | null {
  const canonical = canonicalRequest(request, input);
  if (canonical === null) return null;
  const { date, region, service } = input.scope;
  const toSign = [ALGORITHM, input.amzDate, `${date}/${region}/${service}/aws4_request`, sha256Hex(canonical)].join(
    '\n',
  );
  let key = hmac(`AWS4${secret}`, date);
  for (const part of [region, service, 'aws4_request']) key = hmac(key, part);
  return hmac(key, toSign).toString('hex');
}

export function sha256Hex(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

/** RFC 3986: everything but letters, digits and `-_.~`. */
export function encodeStrictly(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function canonicalRequest(request: WireRequest, input: SigningInput): string | null {
  const path = canonicalPath(request.rawPath, input.scope.service);
  const query = canonicalQuery(request);
  if (path === null || query === null) return null;
  const names = [...input.signedHeaders].sort();
  const headers = names.map((name) => `${name}:${canonicalHeader(request.headers.get(name) ?? '')}\n`).join('');
  return [request.method, path, query, headers, names.join(';'), input.payloadHash].join('\n');
}

/** S3 signs the path encoded once and as it is; every other service normalizes it and encodes it again. */
function canonicalPath(rawPath: string, service: string): string | null {
  if (service === 's3') {
    try {
      return rawPath
        .split('/')
        .map((segment) => encodeStrictly(decodeURIComponent(segment)))
        .join('/');
    } catch {
      return null;
    }
  }
  const kept: string[] = [];
  for (const segment of rawPath.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment === '..') kept.pop();
    else kept.push(encodeStrictly(segment));
  }
  const trailing = kept.length > 0 && rawPath.endsWith('/') ? '/' : '';
  return `/${kept.join('/')}${trailing}`;
}

function canonicalQuery(request: WireRequest): string | null {
  const parameters = queryParameters(request);
  if (parameters === null) return null;
  return parameters
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => [encodeStrictly(name), encodeStrictly(value)] as const)
    .sort(byCodePoint)
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

function byCodePoint(left: readonly [string, string], right: readonly [string, string]): number {
  const [a, b] = left[0] === right[0] ? [left[1], right[1]] : [left[0], right[0]];
  return a < b ? -1 : a > b ? 1 : 0;
}

function canonicalHeader(value: string): string {
  return value.trim().replace(/[ \t]+/g, ' ');
}

function hmac(key: string | Buffer, data: string): Buffer {
  return createHmac('sha256', key).update(data, 'utf8').digest();
}
