/** IAM over the Query protocol, as far as sellers need it: the service-linked role of resale, and what a principal may do. */
import { readParameters, type Parameters } from '../sts/parameters.ts';
import { ServiceError, type SimulatorClock } from '../types.ts';
import type { WireAnswer } from '../wire/http.ts';
import { frontDoorRefusal } from '../wire/refusals.ts';
import type { WireService } from '../wire/service.ts';
import { formatXml, type XmlValue } from '../wire/xml.ts';
import type { IamContext } from './context.ts';
import type { LinkedRoles } from './linked-roles.ts';
import { simulatePrincipalPolicy } from './policy-simulation.ts';
import { createLinkedRole, deleteLinkedRole, deletionStatus, getRole, linkedRolePath } from './roles.ts';

const NAMESPACE = 'https://iam.amazonaws.com/doc/2010-05-08/';
export const IAM_VERSION = '2010-05-08';

type IamOperation = (parameters: Parameters, context: IamContext) => XmlValue;

const OPERATIONS: Readonly<Record<string, IamOperation>> = {
  CreateServiceLinkedRole: createLinkedRole,
  GetRole: getRole,
  DeleteServiceLinkedRole: deleteLinkedRole,
  GetServiceLinkedRoleDeletionStatus: deletionStatus,
  SimulatePrincipalPolicy: simulatePrincipalPolicy,
};

const WRITES = ['CreateServiceLinkedRole', 'DeleteServiceLinkedRole'];

interface IamDependencies {
  readonly clock: SimulatorClock;
  readonly randomId: (length: number) => string;
  readonly roles: () => LinkedRoles;
}

export function createIam({ clock, randomId, roles }: IamDependencies): WireService {
  return {
    name: 'iam',
    protocol: 'query',
    signingName: 'iam',
    // One service for the whole world, signed for the region it runs in.
    regions: ['us-east-1'],
    allowsAnonymous: false,
    async identify(request) {
      const parameters = readParameters(request);
      const operation = parameters.get('Action') ?? '';
      return {
        operation,
        action: `iam:${operation}`,
        resource: (accountId) => resourceOf(parameters, accountId),
        writes: WRITES.includes(operation),
        input: Object.fromEntries(parameters),
      };
    },
    async handle(call, { request, principal, requestId }) {
      if (principal === null) throw frontDoorRefusal('query', 'missing');
      const operation = Object.hasOwn(OPERATIONS, call.operation) ? OPERATIONS[call.operation] : undefined;
      if (!operation) {
        throw new ServiceError('NotSimulatedException', 400, `AWS IAM: ${call.operation} is not simulated yet.`);
      }
      const result = operation(readParameters(request), { principal, roles: roles(), clock, randomId });
      return answer(call.operation, requestId, result);
    },
  };
}

function resourceOf(parameters: Parameters, accountId: string): string {
  const service = parameters.get('AWSServiceName');
  if (service !== undefined) return `arn:aws:iam::${accountId}:role${linkedRolePath(service)}*`;
  const name = parameters.get('RoleName');
  return name === undefined ? (parameters.get('PolicySourceArn') ?? '*') : `arn:aws:iam::${accountId}:role/${name}`;
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
