/** The Selling API's face to the network: AWS JSON 1.0, where instants are ISO text both ways, so bodies pass as they are. */
import { OPERATIONS } from '../selling/operations/table.ts';
import { ServiceError, type SimulatedService } from '../types.ts';
import { bodyText, type WireRequest } from './http.ts';
import { createJsonService } from './json-service.ts';
import type { JsonOperation } from './model-codec.ts';
import type { WireService } from './service.ts';

export const SELLING_TARGET = 'AWSPartnerCentralSelling.';

const operations: ReadonlyMap<string, JsonOperation> = new Map(
  Object.entries(OPERATIONS).map(([name, { isSilent }]) => [
    name,
    { name, decode, encode: (output) => (isSilent === true ? '' : JSON.stringify(output)) },
  ]),
);

const WRITES = new Set([...operations.keys()].filter((name) => !/^(Get|List)/.test(name)));

export function createSellingWire(current: () => Pick<SimulatedService, 'handle'>): WireService {
  return createJsonService({
    name: 'partner-central-selling',
    title: 'AWS Partner Central Selling',
    signingName: 'partnercentral-selling',
    targetPrefix: SELLING_TARGET,
    contentType: 'application/x-amz-json-1.0',
    operations,
    writes: WRITES,
    action: (operation) => `partnercentral:${operation}`,
    resource: (_operation, input, accountId) =>
      `arn:aws:partnercentral:us-east-1:${accountId}:catalog/${String(input['Catalog'] ?? '*')}/*`,
    errors: { namespace: 'com.amazonaws.partnercentral.selling' },
    isComplete: true,
    handle: (operation, input, caller) => current().handle(operation, input, caller),
  });
}

async function decode(request: WireRequest): Promise<Record<string, unknown>> {
  const text = bodyText(request);
  if (text.trim() === '') return {};
  const refuse = (message: string) => new ServiceError('SerializationException', 400, message);
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw refuse('The request body is not valid JSON.');
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    throw refuse('The request body must be a JSON object.');
  }
  return parsed as Record<string, unknown>;
}
