/** How an account's events come in: which queue, fed by which rules or topics, called how. */
import { z } from 'zod';
import { EVENT_KINDS, type EventKind } from './kinds.ts';
import { deadLetterName, DEFAULT_QUEUE_NAME, DEFAULT_RULE_NAME } from './names.ts';

export const queueNameSchema = z.string().regex(/^[A-Za-z0-9_-]{1,80}$/);
const ruleNameSchema = z.string().regex(/^[.\-_A-Za-z0-9]{1,64}$/);
/** Topics of AWS, given per product; another account's or one's own relay may feed the queue as well. */
export const topicArnSchema = z.string().regex(/^arn:aws:sns:us-east-1:\d{12}:[A-Za-z0-9_-]{1,256}$/);

export const ruleSchema = z.object({ name: ruleNameSchema, kinds: z.array(z.enum(EVENT_KINDS)).min(1) });

export const queueConfigSchema = z.object({
  /**
   * `rules`: EventBridge, what AWS offers today. `topics`: the older SNS topics of a SaaS product. `existing`: a queue that is fed already, set
   * up by a template or by somebody else.
   */
  source: z.enum(['rules', 'topics', 'existing']),
  queueName: queueNameSchema,
  deadLetterQueueName: queueNameSchema.nullable(),
  rules: z.array(ruleSchema).max(EVENT_KINDS.length),
  topicArns: z.array(topicArnSchema).max(20),
});
export type QueueConfig = z.infer<typeof queueConfigSchema>;

export function defaultQueueConfig(): QueueConfig {
  return {
    source: 'rules',
    queueName: DEFAULT_QUEUE_NAME,
    deadLetterQueueName: deadLetterName(DEFAULT_QUEUE_NAME),
    rules: [{ name: DEFAULT_RULE_NAME, kinds: [...EVENT_KINDS] }],
    topicArns: [],
  };
}

/** The kinds that no rule lets in: left out by choice, or unknown to the version that the queue was set up with. */
export function kindsLeftOut(config: QueueConfig): EventKind[] {
  if (config.source !== 'rules') return [];
  return EVENT_KINDS.filter((kind) => !config.rules.some(({ kinds }) => kinds.includes(kind)));
}

/** The same queue with these kinds let in by its first rule, so that no rule, target or policy has to be made anew. */
export function letIn(config: QueueConfig, added: readonly EventKind[]): QueueConfig {
  const rules = config.rules.map((rule, index) =>
    index === 0
      ? { ...rule, kinds: EVENT_KINDS.filter((kind) => rule.kinds.includes(kind) || added.includes(kind)) }
      : rule,
  );
  return { ...config, rules };
}

/** EventBridge delivers Marketplace events in this region alone. */
export const EVENT_REGION = 'us-east-1';

export interface QueueArns {
  readonly queue: string;
  readonly deadLetters: string | null;
  readonly rules: readonly string[];
}

export function arnsOf(account: string, config: QueueConfig): QueueArns {
  const sqs = (name: string) => `arn:aws:sqs:${EVENT_REGION}:${account}:${name}`;
  return {
    queue: sqs(config.queueName),
    deadLetters: config.deadLetterQueueName === null ? null : sqs(config.deadLetterQueueName),
    rules: config.rules.map(({ name }) => `arn:aws:events:${EVENT_REGION}:${account}:rule/${name}`),
  };
}

export function queueUrl(account: string, name: string): string {
  return `https://sqs.${EVENT_REGION}.amazonaws.com/${account}/${name}`;
}

/** The name and owner of a queue from its address or its ARN; null for anything else. */
export function parseQueue(text: string): { account: string; name: string } | null {
  const trimmed = text.trim();
  const match =
    /^arn:aws:sqs:us-east-1:(\d{12}):([A-Za-z0-9_-]{1,80})$/.exec(trimmed) ??
    /^https:\/\/(?:sqs\.us-east-1\.amazonaws\.com|queue\.amazonaws\.com)\/(\d{12})\/([A-Za-z0-9_-]{1,80})$/.exec(
      trimmed,
    );
  return match?.[1] && match[2] ? { account: match[1], name: match[2] } : null;
}

export type ConfigProblem = 'same-queue-names' | 'duplicate-rule' | 'no-rule' | 'no-topic';

/** What a schema cannot see. */
export function findConfigProblems(config: QueueConfig): { path: string; problem: ConfigProblem }[] {
  const names = config.rules.map(({ name }) => name);
  const problems: { path: string; problem: ConfigProblem }[] = [];
  if (config.queueName === config.deadLetterQueueName) {
    problems.push({ path: 'deadLetterQueueName', problem: 'same-queue-names' });
  }
  if (config.source === 'rules' && names.length === 0) problems.push({ path: 'rules', problem: 'no-rule' });
  if (new Set(names).size !== names.length) problems.push({ path: 'rules', problem: 'duplicate-rule' });
  if (config.source === 'topics' && config.topicArns.length === 0)
    problems.push({ path: 'topicArns', problem: 'no-topic' });
  return problems;
}
