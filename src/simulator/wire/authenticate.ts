/** Lets a request in only when its signature, its age, its scope and its token are good. */
import { timingSafeEqual } from 'node:crypto';
import type { Principal, Principals } from '../identity/principals.ts';
import { readAuthorization, type Authorization } from './authorization.ts';
import { header, type WireRequest } from './http.ts';
import { frontDoorRefusal, type Protocol } from './refusals.ts';
import { computeSignature, sha256Hex } from './sigv4.ts';

export interface DoorPolicy {
  readonly protocol: Protocol;
  readonly signingName: string;
  /** Regions a credential scope may name at this service's address. */
  readonly regions: readonly string[];
}

const MAX_SKEW_MS = 15 * 60 * 1000;
const PLAIN_HASH = /^[0-9a-f]{64}$/;

/** The principal behind a request; null when it carries no signature at all. Throws the protocol's refusal otherwise. */
export function authenticate(
  request: WireRequest,
  policy: DoorPolicy,
  surroundings: { principals: Principals; realNow: number },
): Principal | null {
  const { protocol } = policy;
  const reading = readAuthorization(request);
  if (reading.kind === 'none') return null;
  if (reading.kind === 'broken') {
    const reason = header(request, 'authorization') === null ? 'malformed-query' : 'malformed-header';
    throw frontDoorRefusal(protocol, reason, { message: reading.message });
  }
  const { authorization } = reading;
  checkScope(authorization, policy);
  checkAge(authorization, protocol, surroundings.realNow);
  const lookup = surroundings.principals.find(
    authorization.accessKeyId,
    authorization.sessionToken,
    surroundings.realNow,
  );
  if (lookup.kind !== 'found') {
    throw frontDoorRefusal(protocol, lookup.kind, { members: { AWSAccessKeyId: authorization.accessKeyId } });
  }
  checkSignature(request, authorization, { protocol, secret: lookup.principal.secretAccessKey });
  return lookup.principal;
}

function checkScope(authorization: Authorization, policy: DoorPolicy): void {
  const { region, service } = authorization.scope;
  if (service !== policy.signingName) {
    throw frontDoorRefusal(policy.protocol, 'wrong-scope', {
      message: `Credential should be scoped to correct service: '${policy.signingName}'.`,
    });
  }
  if (policy.regions.includes(region)) return;
  const [expected = ''] = policy.regions;
  throw frontDoorRefusal(policy.protocol, 'wrong-scope', {
    message:
      policy.protocol === 'rest-xml'
        ? `The authorization header is malformed; the region '${region}' is wrong; expecting '${expected}'`
        : `Credential should be scoped to a valid region, not '${region}'.`,
    members: policy.protocol === 'rest-xml' ? { Region: expected } : {},
  });
}

function checkAge(authorization: Authorization, protocol: Protocol, realNow: number): void {
  const signedAt = parseAmzDate(authorization.amzDate);
  if (authorization.expiresSeconds !== null) {
    if (signedAt - realNow > MAX_SKEW_MS) throw frontDoorRefusal(protocol, 'link-not-yet-valid');
    if (realNow > signedAt + authorization.expiresSeconds * 1000) throw frontDoorRefusal(protocol, 'link-expired');
    return;
  }
  if (Math.abs(realNow - signedAt) <= MAX_SKEW_MS) return;
  if (protocol === 'rest-xml') {
    throw frontDoorRefusal(protocol, 'too-skewed', {
      members: {
        RequestTime: authorization.amzDate,
        ServerTime: new Date(realNow).toISOString(),
        MaxAllowedSkewMilliseconds: String(MAX_SKEW_MS),
      },
    });
  }
  const isLate = signedAt < realNow;
  const limit = formatAmzDate(realNow + (isLate ? -MAX_SKEW_MS : MAX_SKEW_MS));
  const word = isLate ? 'expired' : 'not yet current';
  throw frontDoorRefusal(protocol, 'too-skewed', {
    message: `Signature ${word}: ${authorization.amzDate} is ${isLate ? 'now earlier' : 'still later'} than ${limit} (${formatAmzDate(realNow)} ${isLate ? '-' : '+'} 15 min.)`,
  });
}

function checkSignature(
  request: WireRequest,
  authorization: Authorization,
  door: { protocol: Protocol; secret: string },
): void {
  const isS3 = authorization.scope.service === 's3';
  if (isS3 && authorization.via === 'header') refuseUnsignedHeaders(request, authorization, door.protocol);
  const expected = computeSignature(request, door.secret, {
    signedHeaders: authorization.signedHeaders,
    amzDate: authorization.amzDate,
    scope: authorization.scope,
    payloadHash: payloadHash(request, authorization),
  });
  if (expected === null || !isEqual(expected, authorization.signature)) {
    throw frontDoorRefusal(door.protocol, 'mismatch', {
      members: isS3 ? { AWSAccessKeyId: authorization.accessKeyId, SignatureProvided: authorization.signature } : {},
    });
  }
  // Checked after the signature: only then is the named hash the sender's own.
  const named = header(request, 'x-amz-content-sha256');
  if (isS3 && named !== null && PLAIN_HASH.test(named) && named !== sha256Hex(request.body)) {
    throw frontDoorRefusal(door.protocol, 'payload-mismatch', {
      members: { ClientComputedContentSHA256: named, S3ComputedContentSHA256: sha256Hex(request.body) },
    });
  }
}

/** S3 signs what the header names (a hash, UNSIGNED-PAYLOAD or a STREAMING kind); the others always sign the body itself. */
function payloadHash(request: WireRequest, authorization: Authorization): string {
  if (authorization.scope.service !== 's3') return sha256Hex(request.body);
  const named = header(request, 'x-amz-content-sha256');
  if (authorization.via === 'query') return named ?? 'UNSIGNED-PAYLOAD';
  return named ?? sha256Hex(request.body);
}

function refuseUnsignedHeaders(request: WireRequest, authorization: Authorization, protocol: Protocol): void {
  const unsigned = [...request.headers.keys()].filter(
    (name) => name.startsWith('x-amz-') && !authorization.signedHeaders.includes(name),
  );
  if (unsigned.length > 0) {
    throw frontDoorRefusal(protocol, 'unsigned-headers', { members: { HeadersNotSigned: unsigned.join(', ') } });
  }
}

function isEqual(expected: string, given: string): boolean {
  const left = Buffer.from(expected);
  const right = Buffer.from(given);
  return left.length === right.length && timingSafeEqual(left, right);
}

function parseAmzDate(value: string): number {
  return Date.parse(value.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
}

function formatAmzDate(ms: number): string {
  return new Date(ms).toISOString().replace(/[-:]|\.\d{3}/g, '');
}
