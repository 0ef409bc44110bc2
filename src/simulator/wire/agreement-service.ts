/** The Agreement API's face to the network: AWS JSON 1.0 around the service that keeps agreements. */
import type { SimulatedService } from '../types.ts';
import { agreementOperations } from './agreement-codec.ts';
import { createJsonService } from './json-service.ts';
import type { WireService } from './service.ts';

const WRITES = new Set([...agreementOperations.keys()].filter((name) => !/^(Get|List|Describe|Search)/.test(name)));

export const AGREEMENT_TARGET = 'AWSMPCommerceService_v20200301.';

export function createAgreementWire(current: () => Pick<SimulatedService, 'handle'>): WireService {
  return createJsonService({
    name: 'agreement',
    title: 'AWS Marketplace Agreement',
    signingName: 'aws-marketplace',
    targetPrefix: AGREEMENT_TARGET,
    contentType: 'application/x-amz-json-1.0',
    operations: agreementOperations,
    writes: WRITES,
    action: (operation) => `aws-marketplace:${operation}`,
    resource: () => '*',
    errors: { namespace: 'com.amazonaws.marketplaceagreement' },
    handle: (operation, input, caller) => current().handle(operation, input, caller),
  });
}
