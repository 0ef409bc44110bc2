/** The Catalog API's face to the network: REST-JSON around the service that keeps products and offers. */
import { ServiceError, type SimulatedService } from '../types.ts';
import { catalogOperations, type CatalogOperation } from './catalog-codec.ts';
import type { WireRequest } from './http.ts';
import { frontDoorRefusal } from './refusals.ts';
import type { Call, WireService } from './service.ts';

const WRITES = new Set([
  'StartChangeSet',
  'CancelChangeSet',
  'TagResource',
  'UntagResource',
  'PutResourcePolicy',
  'DeleteResourcePolicy',
]);

/** Actions that allow another operation too. */
const ACTION_OF: Readonly<Record<string, string>> = { BatchDescribeEntities: 'DescribeEntity' };

export function isCatalogPath(request: WireRequest): boolean {
  return catalogOperations.some((operation) => operation.path === request.rawPath);
}

export function createCatalogWire(current: () => SimulatedService): WireService {
  return {
    name: 'catalog',
    protocol: 'rest-json',
    signingName: 'aws-marketplace',
    // The only region in which AWS runs this service.
    regions: ['us-east-1'],
    allowsAnonymous: false,
    identify,
    async handle(call, { principal, requestId }) {
      if (principal === null) throw frontDoorRefusal('rest-json', 'missing');
      const codec = operationNamed(call.operation);
      const { accountId, arn, accessKeyId } = principal;
      const output = await current().handle(codec.name, { ...call.input }, { accountId, arn, accessKeyId });
      return {
        status: 200,
        headers: { 'content-type': 'application/json', 'x-amzn-requestid': requestId },
        body: codec.encode(output),
      };
    },
  };
}

async function identify(request: WireRequest): Promise<Call> {
  const codec = catalogOperations.find(
    (operation) => operation.path === request.rawPath && operation.method === request.method,
  );
  if (!codec) throw new ServiceError('UnknownOperationException', 404, 'The requested operation is not recognized.');
  return {
    operation: codec.name,
    action: `aws-marketplace:${ACTION_OF[codec.name] ?? codec.name}`,
    resource: (accountId) =>
      codec.name === 'StartChangeSet'
        ? `arn:aws:aws-marketplace:us-east-1:${accountId}:AWSMarketplace/ChangeSet/*`
        : '*',
    writes: WRITES.has(codec.name),
    input: await codec.decode(request),
  };
}

function operationNamed(name: string): CatalogOperation {
  const operation = catalogOperations.find((one) => one.name === name);
  if (!operation)
    throw new ServiceError('UnknownOperationException', 404, 'The requested operation is not recognized.');
  return operation;
}
