/** STS over the Query protocol: who am I, and may I act as that role. */
import type { Principal } from '../identity/principals.ts';
import { ServiceError, type SimulatorClock } from '../types.ts';
import type { WireAnswer } from '../wire/http.ts';
import { frontDoorRefusal } from '../wire/refusals.ts';
import type { WireService } from '../wire/service.ts';
import { formatXml, type XmlValue } from '../wire/xml.ts';
import { assumeRole } from './assume-role.ts';
import { readParameters } from './parameters.ts';

const NAMESPACE = 'https://sts.amazonaws.com/doc/2011-06-15/';
export const STS_VERSION = '2011-06-15';

/** STS has an address in each commercial region; this one stands for all of them. */
const REGIONS = [
  'us-east-1',
  'us-east-2',
  'us-west-1',
  'us-west-2',
  'ca-central-1',
  'sa-east-1',
  'eu-west-1',
  'eu-west-2',
  'eu-west-3',
  'eu-central-1',
  'eu-north-1',
  'eu-south-1',
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-northeast-3',
  'ap-east-1',
  'ap-east-2',
  'ap-south-1',
  'ap-southeast-1',
  'ap-southeast-2',
];

export function createSts(deps: { clock: SimulatorClock; randomId: (length: number) => string }): WireService {
  return {
    name: 'sts',
    protocol: 'query',
    signingName: 'sts',
    regions: REGIONS,
    allowsAnonymous: false,
    async identify(request) {
      const parameters = readParameters(request);
      const operation = parameters.get('Action') ?? '';
      return {
        operation,
        // Even an explicit deny leaves GetCallerIdentity working.
        action: operation === 'GetCallerIdentity' ? null : `sts:${operation}`,
        resource: () => parameters.get('RoleArn') ?? '*',
        writes: false,
        input: withoutCodes(parameters),
      };
    },
    async handle(call, { request, principal, requestId }) {
      if (principal === null) throw frontDoorRefusal('query', 'missing');
      switch (call.operation) {
        case 'GetCallerIdentity':
          return answer(call.operation, requestId, identityOf(principal));
        case 'AssumeRole': {
          const surroundings = { realNow: deps.clock.realNow(), nonce: deps.randomId(32) };
          const assumed = assumeRole(readParameters(request), principal, surroundings);
          return answer(call.operation, requestId, {
            Credentials: {
              AccessKeyId: assumed.credentials.accessKeyId,
              SecretAccessKey: assumed.credentials.secretAccessKey,
              SessionToken: assumed.credentials.sessionToken,
              Expiration: new Date(assumed.expiresAt).toISOString().replace(/\.\d{3}/, ''),
            },
            AssumedRoleUser: { AssumedRoleId: assumed.assumedRoleId, Arn: assumed.arn },
          });
        }
        default:
          throw new ServiceError(
            'InvalidAction',
            400,
            `Could not find operation ${call.operation} for version ${STS_VERSION}`,
          );
      }
    },
  };
}

function identityOf(principal: Principal): XmlValue {
  return { Arn: principal.arn, UserId: principal.userId, Account: principal.accountId };
}

function answer(operation: string, requestId: string, result: XmlValue): WireAnswer {
  return {
    status: 200,
    headers: { 'content-type': 'text/xml', 'x-amzn-requestid': requestId },
    body: formatXml(
      `${operation}Response`,
      { [`${operation}Result`]: result, ResponseMetadata: { RequestId: requestId } },
      NAMESPACE,
    ),
  };
}

function withoutCodes(parameters: ReadonlyMap<string, string>): Record<string, string> {
  return Object.fromEntries([...parameters].filter(([name]) => name !== 'TokenCode'));
}
