/** Whether everything at AWS is as it must be for events to arrive. Reads only; each part says what it saw. */
import type { QueueCheck } from '../../shared/contract/notifications.ts';
import { eventPattern } from '../../shared/domain/notification/kinds.ts';
import { TARGET_ID } from '../../shared/domain/notification/plan.ts';
import { arnsOf, queueUrl, type QueueConfig } from '../../shared/domain/notification/queue.ts';
import { OfferdeckError } from '../../shared/errors/app-error.ts';
import type { CallOptions } from '../aws/access.ts';
import { sameJson, type QueueState } from './calls.ts';

type Name = QueueCheck['check'];
type Seen = Pick<QueueCheck, 'state' | 'messageKey'> & { readonly params?: QueueCheck['params'] };

interface Checked {
  readonly state: QueueState;
  readonly account: string;
  readonly awsAccountId: string;
  readonly config: QueueConfig;
  readonly options: CallOptions;
}

const key = (name: Name, result: string) => `inbox:check.${name}.${result}`;

export async function checkQueue(checked: Checked): Promise<{ checks: QueueCheck[]; deadLetters: number | null }> {
  const { state, account, awsAccountId, config, options } = checked;
  const url = queueUrl(awsAccountId, config.queueName);
  const attributes = await attempt('queue', () => state.attributes(account, url, options));
  const checks: QueueCheck[] = ['seen' in attributes ? attributes.seen : passed('queue', { name: config.queueName })];
  if ('seen' in attributes) return { checks, deadLetters: null };
  const held = attributes.value;
  checks.push(await look('redrive', async () => checkRedrive(config, held)));
  checks.push(await look('policy', async () => checkPolicy(checked, held)));
  checks.push(await look('rules', () => checkRules(checked)));
  checks.push(await look('targets', () => checkTargets(checked)));
  checks.push(await look('subscriptions', () => checkSubscriptions(checked)));
  let deadLetters: number | null = null;
  checks.push(
    await look('dead-letters', async () => {
      deadLetters = await countDeadLetters(checked);
      if (deadLetters === null) return skipped('dead-letters');
      if (deadLetters === 0) return passed('dead-letters', { count: 0 });
      return { state: 'warning', messageKey: key('dead-letters', 'some'), params: { count: deadLetters } };
    }),
  );
  return { checks, deadLetters };
}

export async function countDeadLetters(checked: Checked): Promise<number | null> {
  const { state, account, awsAccountId, config, options } = checked;
  if (config.deadLetterQueueName === null) return null;
  const found = await state.attributes(account, queueUrl(awsAccountId, config.deadLetterQueueName), options);
  return Number(found['ApproximateNumberOfMessages'] ?? '0');
}

function checkRedrive(config: QueueConfig, held: Record<string, string>): Seen {
  const redrive = held['RedrivePolicy'];
  if (redrive) return passed('redrive');
  return config.deadLetterQueueName === null
    ? skipped('redrive')
    : { state: 'warning', messageKey: key('redrive', 'missing') };
}

function checkPolicy({ awsAccountId, config }: Checked, held: Record<string, string>): Seen {
  if (config.source === 'existing') return skipped('policy');
  const sources = config.source === 'rules' ? arnsOf(awsAccountId, config).rules : config.topicArns;
  const policy = held['Policy'] ?? '';
  const missing = sources.find((arn) => !policy.includes(`"${arn}"`));
  return missing
    ? { state: 'failed', messageKey: key('policy', 'missing'), params: { arn: missing } }
    : passed('policy');
}

async function checkRules({ state, account, config, options }: Checked): Promise<Seen> {
  if (config.source !== 'rules') return skipped('rules');
  for (const { name, kinds } of config.rules) {
    const rule = await state.rule(account, name, options);
    if (!rule) return { state: 'failed', messageKey: key('rules', 'missing'), params: { name } };
    if (rule.State !== 'ENABLED') return { state: 'failed', messageKey: key('rules', 'disabled'), params: { name } };
    if (!sameJson(rule.EventPattern, JSON.stringify(eventPattern(kinds)))) {
      return { state: 'warning', messageKey: key('rules', 'other'), params: { name } };
    }
  }
  return passed('rules', { count: config.rules.length });
}

async function checkTargets({ state, account, awsAccountId, config, options }: Checked): Promise<Seen> {
  if (config.source !== 'rules') return skipped('targets');
  const { queue } = arnsOf(awsAccountId, config);
  for (const { name } of config.rules) {
    const targets = await state.targets(account, name, options);
    if (!targets?.some(({ Id, Arn }) => Id === TARGET_ID && Arn === queue)) {
      return { state: 'failed', messageKey: key('targets', 'missing'), params: { name } };
    }
  }
  return passed('targets');
}

async function checkSubscriptions({ state, account, awsAccountId, config, options }: Checked): Promise<Seen> {
  if (config.source !== 'topics') return skipped('subscriptions');
  const { queue } = arnsOf(awsAccountId, config);
  for (const topicArn of config.topicArns) {
    const known = await state.subscriptions(account, topicArn, options);
    const found = known.find(({ endpoint }) => endpoint === queue);
    if (!found) return { state: 'failed', messageKey: key('subscriptions', 'missing'), params: { arn: topicArn } };
    if (found.arn === 'PendingConfirmation') {
      return { state: 'warning', messageKey: key('subscriptions', 'pending'), params: { arn: topicArn } };
    }
  }
  return passed('subscriptions');
}

function passed(name: Name, params: QueueCheck['params'] = {}): QueueCheck {
  return { check: name, state: 'passed', messageKey: key(name, 'passed'), params, error: null };
}

function skipped(name: Name): QueueCheck {
  return { check: name, state: 'skipped', messageKey: key(name, 'skipped'), params: {}, error: null };
}

async function look(name: Name, work: () => Promise<Seen>): Promise<QueueCheck> {
  const tried = await attempt(name, work);
  return 'seen' in tried ? tried.seen : { params: {}, ...tried.value, check: name, error: null };
}

async function attempt<T>(name: Name, work: () => Promise<T>): Promise<{ value: T } | { seen: QueueCheck }> {
  try {
    return { value: await work() };
  } catch (error) {
    if (!(error instanceof OfferdeckError) || error.data.code === 'cancelled') throw error;
    const { data } = error;
    return {
      seen: { check: name, state: 'failed', messageKey: data.messageKey, params: data.params, error: data },
    };
  }
}
