/** The names of queues, rules and topics that an account's policy speaks of. */
import type { QueueConfig } from '../../shared/domain/notification/queue.ts';
import type { EventResources } from '../accounts/policy-events.ts';

export function resourcesOfConfig({ queueName, deadLetterQueueName, rules, topicArns }: QueueConfig): EventResources {
  return {
    queueNames: [queueName, ...(deadLetterQueueName === null ? [] : [deadLetterQueueName])],
    ruleNames: rules.map(({ name }) => name),
    topicArns,
  };
}
