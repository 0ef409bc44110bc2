/** EventBridge on the network: AWS JSON 1.1. */
import {
  DeleteRule$,
  DescribeRule$,
  DisableRule$,
  EnableRule$,
  ListRuleNamesByTarget$,
  ListRules$,
  ListTagsForResource$,
  ListTargetsByRule$,
  PutEvents$,
  PutRule$,
  PutTargets$,
  RemoveTargets$,
  TestEventPattern$,
} from '@aws-sdk/client-eventbridge';
import type { EventsService } from '../eventbridge/service.ts';
import { ServiceError } from '../types.ts';
import { createJsonService } from './json-service.ts';
import { jsonOperations, type ShapeProblem } from './model-codec.ts';
import type { WireService } from './service.ts';

export const EVENTS_TARGET = 'AWSEvents.';

const operations = jsonOperations(
  [
    DeleteRule$,
    DescribeRule$,
    DisableRule$,
    EnableRule$,
    ListRuleNamesByTarget$,
    ListRules$,
    ListTagsForResource$,
    ListTargetsByRule$,
    PutEvents$,
    PutRule$,
    PutTargets$,
    RemoveTargets$,
    TestEventPattern$,
  ],
  refuseShape,
);

const WRITES = new Set([...operations.keys()].filter((name) => !/^(List|Describe|Test)/.test(name)));

export function createEventsWire(current: () => EventsService): WireService {
  return createJsonService({
    name: 'events',
    title: 'Amazon EventBridge',
    signingName: 'events',
    targetPrefix: EVENTS_TARGET,
    contentType: 'application/x-amz-json-1.1',
    operations,
    writes: WRITES,
    action: (operation) => `events:${operation}`,
    resource: (_operation, input, accountId) =>
      `arn:aws:events:us-east-1:${accountId}:rule/${String(input['Rule'] ?? input['Name'] ?? '*')}`,
    errors: { namespace: 'com.amazonaws.eventbridge' },
    handle: (operation, input, caller) => current().handle(operation, input, caller),
  });
}

function refuseShape(problem: ShapeProblem): ServiceError {
  if (problem.kind === 'missing') {
    const member = problem.member.charAt(0).toLowerCase() + problem.member.slice(1);
    const message = `1 validation error detected: Value null at '${member}' failed to satisfy constraint: Member must not be null`;
    return new ServiceError('ValidationException', 400, message);
  }
  const where = problem.kind === 'wrong-type' ? `${problem.path} ` : '';
  return new ServiceError('SerializationException', 400, `${where}${problem.message}`);
}
