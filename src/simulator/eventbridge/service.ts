/** EventBridge: the rules of each account behind one table of operations. */
import { ServiceError, type Caller } from '../types.ts';
import * as operations from './operations.ts';
import type { EventsContext, EventsOperation } from './operations.ts';

const OPERATIONS: Readonly<Record<string, EventsOperation>> = {
  PutRule: operations.putRule,
  DescribeRule: operations.describeRule,
  ListRules: operations.listRules,
  ListRuleNamesByTarget: operations.listRuleNamesByTarget,
  DeleteRule: operations.deleteRule,
  EnableRule: operations.enableRule,
  DisableRule: operations.disableRule,
  PutTargets: operations.putTargets,
  ListTargetsByRule: operations.listTargetsByRule,
  RemoveTargets: operations.removeTargets,
  TestEventPattern: operations.testEventPattern,
  ListTagsForResource: operations.listTagsForResource,
  PutEvents: operations.putEvents,
};

export interface EventsService {
  handle(operation: string, input: Record<string, unknown>, caller: Caller): Promise<Record<string, unknown>>;
}

export function createEventsService(context: EventsContext): EventsService {
  return {
    async handle(name, input, caller) {
      const operation = Object.hasOwn(OPERATIONS, name) ? OPERATIONS[name] : undefined;
      if (!operation) throw new ServiceError('NotSimulatedException', 400, `EventBridge: ${name} is not simulated.`);
      return operation(input, caller, context);
    },
  };
}
