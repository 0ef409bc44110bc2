/** Finds the service a request is for: by its protocol first, by the name it was signed for where that says nothing. */
import { IAM_VERSION } from '../iam/service.ts';
import { SNS_VERSION } from '../sns/service.ts';
import { readParameters } from '../sts/parameters.ts';
import { STS_VERSION } from '../sts/service.ts';
import { AGREEMENT_TARGET } from './agreement-service.ts';
import { readAuthorization } from './authorization.ts';
import { isCatalogPath } from './catalog-service.ts';
import { EVENTS_TARGET } from './events-service.ts';
import { header, type WireRequest } from './http.ts';
import { unservedBySigningName, unservedByTarget } from './not-simulated.ts';
import { SELLING_TARGET } from './selling-service.ts';
import type { WireService } from './service.ts';
import { SQS_TARGET } from './sqs-service.ts';

export interface ServedServices {
  readonly sts: WireService;
  readonly s3: WireService;
  readonly catalog: WireService;
  readonly iam: WireService;
  readonly agreement: WireService;
  readonly sqs: WireService;
  readonly events: WireService;
  readonly sns: WireService;
  readonly selling: WireService;
}

export function route(request: WireRequest, served: ServedServices): WireService {
  const target = header(request, 'x-amz-target');
  const signedFor = signingName(request);
  if (target?.startsWith(AGREEMENT_TARGET)) return served.agreement;
  if (target?.startsWith(SELLING_TARGET)) return served.selling;
  if (target?.startsWith(SQS_TARGET)) return served.sqs;
  if (target?.startsWith(EVENTS_TARGET)) return served.events;
  if (target !== null) return unservedByTarget(target, signedFor);
  // Bucket names are lower case, operation names are not: a Catalog path is never a bucket.
  if (isCatalogPath(request)) return served.catalog;
  if (isQueryProtocol(request)) {
    const version = readParameters(request).get('Version');
    if (version === IAM_VERSION) return served.iam;
    if (version === SNS_VERSION) return served.sns;
    if (version === STS_VERSION || version === undefined) return served.sts;
    return unservedBySigningName(signedFor ?? 'unknown', 'query');
  }
  if (signedFor === null || signedFor === 's3') return served.s3;
  if (signedFor === 'sts') return served.sts;
  if (signedFor === 'aws-marketplace') return served.catalog;
  return unservedBySigningName(signedFor, 'rest-json');
}

function signingName(request: WireRequest): string | null {
  const reading = readAuthorization(request);
  return reading.kind === 'signed' ? reading.authorization.scope.service : null;
}

function isQueryProtocol(request: WireRequest): boolean {
  if (request.rawPath !== '/') return false;
  return readParameters(request).has('Action');
}
