/** The names of queues and rules that an account's policy speaks of. */
import { deadLetterName, DEFAULT_QUEUE_NAME, DEFAULT_RULE_NAME } from '../../shared/domain/notification/names.ts';

export function defaultResources() {
  return {
    queueNames: [DEFAULT_QUEUE_NAME, deadLetterName(DEFAULT_QUEUE_NAME)],
    ruleNames: [DEFAULT_RULE_NAME],
    topicArns: [],
  };
}
