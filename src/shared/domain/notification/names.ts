/** How the queue, its dead-letter queue and the rule are called unless somebody wants other names. */
export const DEFAULT_QUEUE_NAME = 'offerdeck-marketplace-events';
export const DEFAULT_RULE_NAME = 'offerdeck-marketplace-events';

export function deadLetterName(queueName: string): string {
  return `${queueName.slice(0, 80 - '-failed'.length)}-failed`;
}
