/** Services of AWS that this simulator knows by name and does not serve yet: each answers so in its own protocol. */
import { ServiceError } from '../types.ts';
import { bodyText, header, type WireRequest } from './http.ts';
import { frontDoorRefusal, type Protocol } from './refusals.ts';
import type { WireService } from './service.ts';

interface UnservedService {
  readonly name: string;
  readonly title: string;
  readonly signingName: string;
  readonly protocol: Protocol;
  /** What `x-amz-target` starts with, for the JSON protocols. */
  readonly targetPrefix: string | null;
}

const UNSERVED: readonly UnservedService[] = [
  {
    name: 'partner-central-selling',
    title: 'AWS Partner Central Selling',
    signingName: 'partnercentral-selling',
    protocol: 'aws-json',
    targetPrefix: 'AWSPartnerCentralSelling.',
  },
];

export function unservedByTarget(target: string, signedFor: string | null): WireService {
  const known = UNSERVED.find((service) => service.targetPrefix !== null && target.startsWith(service.targetPrefix));
  return unserved(known ?? other(signedFor ?? 'unknown', 'aws-json', target.split('.')[0] ?? target));
}

export function unservedBySigningName(signingName: string, protocol: Protocol): WireService {
  const known = UNSERVED.find((service) => service.signingName === signingName && service.protocol === protocol);
  return unserved(known ?? other(signingName, protocol, signingName));
}

function other(signingName: string, protocol: Protocol, title: string): UnservedService {
  return { name: signingName, title, signingName, protocol, targetPrefix: null };
}

function unserved(service: UnservedService): WireService {
  return {
    name: service.name,
    protocol: service.protocol,
    signingName: service.signingName,
    regions: ['us-east-1'],
    allowsAnonymous: false,
    async identify(request) {
      const operation = operationOf(request);
      return { operation, action: null, resource: () => '*', writes: false, input: {} };
    },
    async handle(call, { principal }) {
      if (principal === null) throw frontDoorRefusal(service.protocol, 'missing');
      throw new ServiceError(
        'NotSimulatedException',
        // 501 would be retried by clients; nothing changes by asking again.
        400,
        `${service.title}: ${call.operation} is not simulated yet.`,
      );
    },
  };
}

function operationOf(request: WireRequest): string {
  const target = header(request, 'x-amz-target');
  if (target !== null) return target.split('.').at(-1) ?? target;
  return new URLSearchParams(bodyText(request)).get('Action') ?? `${request.method} ${request.rawPath}`;
}
