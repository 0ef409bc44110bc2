/** A service of the AWS JSON protocols: the operation stands in `x-amz-target`, input and output are JSON bodies. */
import { ServiceError, type Asker } from '../types.ts';
import { header, type WireRequest } from './http.ts';
import type { JsonOperation } from './model-codec.ts';
import { frontDoorRefusal } from './refusals.ts';
import type { Call, ErrorDialect, WireService } from './service.ts';

export interface JsonServiceSpec {
  readonly name: string;
  readonly title: string;
  readonly signingName: string;
  readonly targetPrefix: string;
  readonly contentType: 'application/x-amz-json-1.0' | 'application/x-amz-json-1.1';
  readonly operations: ReadonlyMap<string, JsonOperation>;
  /** Operations after which the world may differ. */
  readonly writes: ReadonlySet<string>;
  /** What a policy would have to name. */
  readonly action: (operation: string) => string;
  readonly resource: (operation: string, input: Readonly<Record<string, unknown>>, accountId: string) => string;
  readonly errors: Omit<ErrorDialect, 'contentType'>;
  /** Every operation of the service is simulated: another name is one that AWS does not know either. */
  readonly isComplete?: boolean;
  handle(operation: string, input: Record<string, unknown>, asker: Asker): Promise<Record<string, unknown>>;
}

export function createJsonService(spec: JsonServiceSpec): WireService {
  return {
    name: spec.name,
    protocol: 'aws-json',
    signingName: spec.signingName,
    // The only region whose address this simulator is.
    regions: ['us-east-1'],
    allowsAnonymous: false,
    errors: { ...spec.errors, contentType: spec.contentType },
    identify: (request) => identify(request, spec),
    async handle(call, { principal, requestId, request }) {
      if (principal === null) throw frontDoorRefusal('aws-json', 'missing');
      const codec = spec.operations.get(call.operation);
      if (!codec) throw notServed(spec, call.operation);
      const { accountId, arn, accessKeyId } = principal;
      const asker = { accountId, arn, accessKeyId, isThere: request.isOpen ?? (() => true) };
      const output = await spec.handle(call.operation, { ...call.input }, asker);
      return {
        status: 200,
        headers: { 'content-type': spec.contentType, 'x-amzn-requestid': requestId },
        body: codec.encode(output),
      };
    },
  };
}

async function identify(request: WireRequest, spec: JsonServiceSpec): Promise<Call> {
  const target = header(request, 'x-amz-target') ?? '';
  const operation = target.startsWith(spec.targetPrefix) ? target.slice(spec.targetPrefix.length) : target;
  const codec = spec.operations.get(operation);
  const input = codec ? await codec.decode(request) : {};
  return {
    operation,
    action: spec.action(operation),
    resource: (accountId) => spec.resource(operation, input, accountId),
    writes: spec.writes.has(operation),
    input,
  };
}

function notServed(spec: JsonServiceSpec, operation: string): ServiceError {
  if (spec.isComplete === true) return new ServiceError('UnknownOperationException', 404, '');
  // 501 would be retried by clients; nothing changes by asking again.
  return new ServiceError('NotSimulatedException', 400, `${spec.title}: ${operation} is not simulated.`);
}
