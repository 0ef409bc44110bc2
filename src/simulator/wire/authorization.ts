/** Reads who signed a request, and how, from the Authorization header or from a presigned address. */
import type { WireRequest } from './http.ts';
import { header, queryParameters } from './http.ts';
import type { CredentialScope } from './sigv4.ts';

export interface Authorization {
  readonly via: 'header' | 'query';
  readonly accessKeyId: string;
  readonly scope: CredentialScope;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
  /** `YYYYMMDDTHHMMSSZ` */
  readonly amzDate: string;
  readonly sessionToken: string | null;
  /** Life of a presigned address in seconds. */
  readonly expiresSeconds: number | null;
}

export type AuthorizationReading =
  | { readonly kind: 'none' }
  | { readonly kind: 'broken'; readonly message: string }
  | { readonly kind: 'signed'; readonly authorization: Authorization };

/** AWS accepts no presigned address that lives longer than a week. */
const LONGEST_EXPIRY_SECONDS = 604_800;
const AMZ_DATE = /^\d{8}T\d{6}Z$/;

export function readAuthorization(request: WireRequest): AuthorizationReading {
  const authorization = header(request, 'authorization');
  if (authorization !== null) return readHeader(request, authorization);
  const query = new Map(queryParameters(request) ?? []);
  return query.has('X-Amz-Algorithm') || query.has('X-Amz-Signature') ? readQuery(query) : { kind: 'none' };
}

function readHeader(request: WireRequest, value: string): AuthorizationReading {
  const match = /^AWS4-HMAC-SHA256\s+(.*)$/.exec(value);
  if (!match) return broken('Unsupported Authorization type: only AWS4-HMAC-SHA256 is accepted.');
  const parts = new Map(
    String(match[1])
      .split(',')
      .map((part) => part.trim())
      .map((part) => [part.slice(0, part.indexOf('=')), part.slice(part.indexOf('=') + 1)] as const),
  );
  for (const name of ['Credential', 'SignedHeaders', 'Signature']) {
    if (!parts.get(name)) return broken(`Authorization header requires '${name}' parameter.`);
  }
  const amzDate = header(request, 'x-amz-date');
  if (amzDate === null) {
    return broken("Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
  }
  return assemble({
    via: 'header',
    credential: String(parts.get('Credential')),
    signedHeaders: String(parts.get('SignedHeaders')),
    signature: String(parts.get('Signature')),
    amzDate,
    sessionToken: header(request, 'x-amz-security-token'),
    expiresSeconds: null,
  });
}

function readQuery(query: ReadonlyMap<string, string>): AuthorizationReading {
  const names = ['Algorithm', 'Credential', 'Date', 'Expires', 'SignedHeaders', 'Signature'];
  const missing = names.map((name) => `X-Amz-${name}`).filter((name) => !query.get(name));
  if (missing.length > 0) {
    return broken(
      'Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential, X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters.',
    );
  }
  if (query.get('X-Amz-Algorithm') !== 'AWS4-HMAC-SHA256') {
    return broken('X-Amz-Algorithm only supports "AWS4-HMAC-SHA256"');
  }
  const expires = String(query.get('X-Amz-Expires'));
  if (!/^\d+$/.test(expires)) return broken('X-Amz-Expires should be a number');
  if (Number(expires) > LONGEST_EXPIRY_SECONDS) {
    return broken(
      'X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires must be less than 604800 seconds',
    );
  }
  return assemble({
    via: 'query',
    credential: String(query.get('X-Amz-Credential')),
    signedHeaders: String(query.get('X-Amz-SignedHeaders')),
    signature: String(query.get('X-Amz-Signature')),
    amzDate: String(query.get('X-Amz-Date')),
    sessionToken: query.get('X-Amz-Security-Token') ?? null,
    expiresSeconds: Number(expires),
  });
}

interface RawParts extends Pick<Authorization, 'via' | 'signature' | 'amzDate' | 'sessionToken' | 'expiresSeconds'> {
  readonly credential: string;
  readonly signedHeaders: string;
}

function assemble(raw: RawParts): AuthorizationReading {
  const [accessKeyId, date, region, service, terminator, ...rest] = raw.credential.split('/');
  if (!accessKeyId || !date || !region || !service || terminator !== 'aws4_request' || rest.length > 0) {
    return broken(
      `Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got '${raw.credential}'`,
    );
  }
  if (!AMZ_DATE.test(raw.amzDate)) {
    return broken(
      `Date must be in ISO-8601 'basic format'. Got '${raw.amzDate}'. See http://en.wikipedia.org/wiki/ISO_8601`,
    );
  }
  if (!raw.amzDate.startsWith(date)) {
    return broken(
      `Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '${date}' != '${raw.amzDate.slice(0, 8)}'`,
    );
  }
  const signedHeaders = raw.signedHeaders.toLowerCase().split(';');
  if (!signedHeaders.includes('host')) return broken("'Host' must be a 'SignedHeader' in the AWS Authorization.");
  const { via, signature, amzDate, sessionToken, expiresSeconds } = raw;
  return {
    kind: 'signed',
    authorization: {
      via,
      accessKeyId,
      scope: { date, region, service },
      signedHeaders,
      signature,
      amzDate,
      sessionToken,
      expiresSeconds,
    },
  };
}

function broken(message: string): AuthorizationReading {
  return { kind: 'broken', message };
}
