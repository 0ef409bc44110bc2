/** SQS on the network: AWS JSON 1.0, with the error header of its former Query protocol. */
import {
  ChangeMessageVisibility$,
  ChangeMessageVisibilityBatch$,
  CreateQueue$,
  DeleteMessage$,
  DeleteMessageBatch$,
  DeleteQueue$,
  GetQueueAttributes$,
  GetQueueUrl$,
  ListDeadLetterSourceQueues$,
  ListQueues$,
  ListQueueTags$,
  PurgeQueue$,
  ReceiveMessage$,
  SendMessage$,
  SendMessageBatch$,
  SetQueueAttributes$,
  TagQueue$,
} from '@aws-sdk/client-sqs';
import { queryError } from '../sqs/errors.ts';
import type { SqsService } from '../sqs/service.ts';
import { ServiceError } from '../types.ts';
import { createJsonService } from './json-service.ts';
import { jsonOperations, type ShapeProblem } from './model-codec.ts';
import type { WireService } from './service.ts';

export const SQS_TARGET = 'AmazonSQS.';

const operations = jsonOperations(
  [
    ChangeMessageVisibility$,
    ChangeMessageVisibilityBatch$,
    CreateQueue$,
    DeleteMessage$,
    DeleteMessageBatch$,
    DeleteQueue$,
    GetQueueAttributes$,
    GetQueueUrl$,
    ListDeadLetterSourceQueues$,
    ListQueues$,
    ListQueueTags$,
    PurgeQueue$,
    ReceiveMessage$,
    SendMessage$,
    SendMessageBatch$,
    SetQueueAttributes$,
    TagQueue$,
  ],
  refuseShape,
);

/** Handing messages out changes nothing that a restart may not forget: they show again. */
const WRITES = new Set([...operations.keys()].filter((name) => !/^(Get|List|Receive|ChangeMessage)/.test(name)));

/** Batches are allowed by the permission of the single call. */
const ACTION_OF = (operation: string) => `sqs:${operation.replace(/Batch$/, '')}`;

export function createSqsWire(current: () => SqsService): WireService {
  return createJsonService({
    name: 'sqs',
    title: 'Amazon SQS',
    signingName: 'sqs',
    targetPrefix: SQS_TARGET,
    contentType: 'application/x-amz-json-1.0',
    operations,
    writes: WRITES,
    action: ACTION_OF,
    resource: (_operation, input, accountId) =>
      `arn:aws:sqs:us-east-1:${accountId}:${String(input['QueueName'] ?? input['QueueUrl'] ?? '')
        .split('/')
        .at(-1)}`,
    errors: { namespace: 'com.amazonaws.sqs', queryError },
    handle: (operation, input, { isThere, ...caller }) => current().handle(operation, input, { ...caller, isThere }),
  });
}

function refuseShape(problem: ShapeProblem): ServiceError {
  if (problem.kind === 'missing') {
    return new ServiceError('MissingParameter', 400, `The request must contain the parameter ${problem.member}.`);
  }
  const where = problem.kind === 'wrong-type' ? `${problem.path} ` : '';
  return new ServiceError('SerializationException', 400, `${where}${problem.message}`);
}
