/** How AWS's front door refuses a request it cannot place: code, status and text by protocol. */
import { ServiceError } from '../types.ts';

export type Protocol = 'rest-json' | 'aws-json' | 'query' | 'rest-xml';

export type RefusalReason =
  | 'missing'
  | 'malformed-header'
  | 'malformed-query'
  | 'wrong-scope'
  | 'unknown-key'
  | 'invalid-token'
  | 'expired-token'
  | 'mismatch'
  | 'too-skewed'
  | 'link-expired'
  | 'link-not-yet-valid'
  | 'unsigned-headers'
  | 'payload-mismatch';

/** Raised before a service is reached; some protocols mark it differently from a service's own errors. */
export class FrontDoorError extends ServiceError {}

type CodeAndStatus = readonly [code: string, httpStatus: number];

const JSON_CODES: Readonly<Record<RefusalReason, string>> = {
  missing: 'MissingAuthenticationTokenException',
  'malformed-header': 'IncompleteSignatureException',
  'malformed-query': 'IncompleteSignatureException',
  'wrong-scope': 'InvalidSignatureException',
  'unknown-key': 'UnrecognizedClientException',
  'invalid-token': 'UnrecognizedClientException',
  'expired-token': 'ExpiredTokenException',
  mismatch: 'InvalidSignatureException',
  'too-skewed': 'InvalidSignatureException',
  'link-expired': 'InvalidSignatureException',
  'link-not-yet-valid': 'InvalidSignatureException',
  'unsigned-headers': 'InvalidSignatureException',
  'payload-mismatch': 'InvalidSignatureException',
};

const QUERY_CODES: Readonly<Record<RefusalReason, CodeAndStatus>> = {
  missing: ['MissingAuthenticationToken', 403],
  'malformed-header': ['IncompleteSignature', 400],
  'malformed-query': ['IncompleteSignature', 400],
  'wrong-scope': ['SignatureDoesNotMatch', 403],
  'unknown-key': ['InvalidClientTokenId', 403],
  'invalid-token': ['InvalidClientTokenId', 403],
  'expired-token': ['ExpiredToken', 403],
  mismatch: ['SignatureDoesNotMatch', 403],
  'too-skewed': ['SignatureDoesNotMatch', 403],
  'link-expired': ['SignatureDoesNotMatch', 403],
  'link-not-yet-valid': ['SignatureDoesNotMatch', 403],
  'unsigned-headers': ['SignatureDoesNotMatch', 403],
  'payload-mismatch': ['SignatureDoesNotMatch', 403],
};

const S3_CODES: Readonly<Record<RefusalReason, CodeAndStatus>> = {
  missing: ['AccessDenied', 403],
  'malformed-header': ['AuthorizationHeaderMalformed', 400],
  'malformed-query': ['AuthorizationQueryParametersError', 400],
  'wrong-scope': ['AuthorizationHeaderMalformed', 400],
  'unknown-key': ['InvalidAccessKeyId', 403],
  'invalid-token': ['InvalidToken', 400],
  'expired-token': ['ExpiredToken', 400],
  mismatch: ['SignatureDoesNotMatch', 403],
  'too-skewed': ['RequestTimeTooSkewed', 403],
  'link-expired': ['AccessDenied', 403],
  'link-not-yet-valid': ['AccessDenied', 403],
  'unsigned-headers': ['AccessDenied', 403],
  'payload-mismatch': ['XAmzContentSHA256Mismatch', 400],
};

const MISMATCH =
  'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.';

const MESSAGES: Readonly<Record<RefusalReason, string>> = {
  missing: 'Missing Authentication Token',
  'malformed-header': 'The authorization header is malformed.',
  'malformed-query': 'The authorization query parameters are malformed.',
  'wrong-scope': 'Credential should be scoped to a valid region and service.',
  'unknown-key': 'The security token included in the request is invalid.',
  'invalid-token': 'The security token included in the request is invalid.',
  'expired-token': 'The security token included in the request is expired',
  mismatch: MISMATCH,
  'too-skewed': 'Signature expired.',
  'link-expired': 'Request has expired',
  'link-not-yet-valid': 'Request is not valid yet',
  'unsigned-headers': MISMATCH,
  'payload-mismatch': MISMATCH,
};

const S3_MESSAGES: Partial<Record<RefusalReason, string>> = {
  missing: 'Access Denied',
  'unknown-key': 'The AWS Access Key Id you provided does not exist in our records.',
  'invalid-token': 'The provided token is malformed or otherwise invalid.',
  'expired-token': 'The provided token has expired.',
  mismatch:
    'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
  'too-skewed': 'The difference between the request time and the current time is too large.',
  'unsigned-headers': 'There were headers present in the request which were not signed',
  'payload-mismatch': "The provided 'x-amz-content-sha256' header does not match what was computed.",
};

export function frontDoorRefusal(
  protocol: Protocol,
  reason: RefusalReason,
  details: { message?: string | undefined; members?: Record<string, unknown> } = {},
): FrontDoorError {
  const [code, status] = codeAndStatus(protocol, reason);
  const standard = protocol === 'rest-xml' ? (S3_MESSAGES[reason] ?? MESSAGES[reason]) : MESSAGES[reason];
  return new FrontDoorError(code, status, details.message ?? standard, details.members);
}

function codeAndStatus(protocol: Protocol, reason: RefusalReason): CodeAndStatus {
  switch (protocol) {
    case 'rest-json':
      return [JSON_CODES[reason], 403];
    case 'aws-json':
      return [JSON_CODES[reason], 400];
    case 'query':
      return QUERY_CODES[reason];
    case 'rest-xml':
      return S3_CODES[reason];
  }
}
