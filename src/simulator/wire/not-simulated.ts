/** Services of AWS that this simulator does not serve: each is told so in its own protocol. */
import { ServiceError } from '../types.ts';
import { bodyText, header, type WireRequest } from './http.ts';
import { frontDoorRefusal, type Protocol } from './refusals.ts';
import type { WireService } from './service.ts';

interface UnservedService {
  readonly name: string;
  readonly title: string;
  readonly signingName: string;
  readonly protocol: Protocol;
}

export function unservedByTarget(target: string, signedFor: string | null): WireService {
  const name = signedFor ?? 'unknown';
  return unserved({ name, title: target.split('.')[0] ?? target, signingName: name, protocol: 'aws-json' });
}

export function unservedBySigningName(signingName: string, protocol: Protocol): WireService {
  return unserved({ name: signingName, title: signingName, signingName, protocol });
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
