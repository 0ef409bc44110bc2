/** How AWS itself reaches documents: fetches an address a seller gave, and keeps its own copies under its own address. */
import type { Principal, Principals } from './identity/principals.ts';
import { createObject, type Buckets } from './s3/buckets.ts';
import { isWithheld, openWithheld } from './state/withheld-links.ts';
import { ServiceError, type DocumentFetcher, type SimulatorClock } from './types.ts';
import { authenticate } from './wire/authenticate.ts';
import type { WireAnswer, WireRequest } from './wire/http.ts';
import { checkPermission } from './wire/permissions.ts';
import { frontDoorRefusal } from './wire/refusals.ts';
import type { WireService } from './wire/service.ts';
import { encodeStrictly } from './wire/sigv4.ts';

/** Bucket of AWS's own: copies of custom EULAs, readable by everybody. */
export const REHOST_BUCKET = 'awsmp-eulas-simulated';

interface FetchDependencies {
  readonly clock: SimulatorClock;
  readonly principals: Principals;
  readonly s3: WireService;
  readonly endpoint: () => string;
}

/** Opens an address as anybody on the network would: its own signature is all it brings. */
export function createDocumentFetcher(deps: FetchDependencies): DocumentFetcher {
  return async (url) => {
    try {
      const answer = await open(url, deps);
      const bytes = typeof answer.body === 'string' ? Buffer.from(answer.body) : answer.body;
      return { ok: true, contentType: answer.headers['content-type'] ?? null, bytes };
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      return { ok: false, reason: `${error.code}: ${error.message}` };
    }
  };
}

export function createRehost(deps: { clock: SimulatorClock; buckets: Buckets; endpoint: () => string }) {
  return (path: string, contentType: string, bytes: Uint8Array): string => {
    deps.buckets.get(REHOST_BUCKET)?.objects.set(
      path,
      createObject({
        bytes,
        headers: { 'content-type': contentType },
        checksums: {},
        modifiedAt: deps.clock.realNow(),
      }),
    );
    return `${deps.endpoint()}/${REHOST_BUCKET}/${path.split('/').map(encodeStrictly).join('/')}`;
  };
}

async function open(url: string, deps: FetchDependencies): Promise<WireAnswer> {
  if (!URL.canParse(url)) throw new ServiceError('InvalidURI', 400, 'This is not an address.');
  const address = new URL(url);
  if (!isOwnAddress(address, deps.endpoint())) {
    const message = `The simulator reaches documents in its own S3 only, not at ${address.host}.`;
    throw new ServiceError('UnknownHost', 400, message);
  }
  const request = getRequest(address);
  const principal = whoSigned(address, request, deps);
  const call = await deps.s3.identify(request);
  if (call.operation !== 'GetObject') throw new ServiceError('InvalidURI', 400, 'The address names no object.');
  if (principal !== null) checkPermission(principal, call, 'rest-xml');
  return deps.s3.handle(call, { request, requestId: 'document-fetch', principal });
}

/** Both names of this machine lead here; which one a client signed is part of its signature. */
function isOwnAddress(address: URL, endpoint: string): boolean {
  const own = new URL(endpoint);
  return (
    address.protocol === own.protocol &&
    address.port === own.port &&
    [own.hostname, 'localhost'].includes(address.hostname)
  );
}

function whoSigned(address: URL, request: WireRequest, deps: FetchDependencies): Principal | null {
  const realNow = deps.clock.realNow();
  if (!isWithheld(address)) return authenticate(request, deps.s3, { principals: deps.principals, realNow });
  const link = openWithheld(address);
  if (link === null) throw frontDoorRefusal('rest-xml', 'mismatch');
  if (realNow > link.until) throw frontDoorRefusal('rest-xml', 'link-expired');
  return deps.principals.recall(link.accessKeyId, link.role);
}

function getRequest(address: URL): WireRequest {
  return {
    method: 'GET',
    rawPath: address.pathname,
    rawQuery: address.search.slice(1),
    headers: new Map([['host', address.host]]),
    body: new Uint8Array(),
  };
}
