/** Attributes of a queue: which there are, what they may be, what they are when nobody set them. */
import { sqsError } from './errors.ts';

export type QueueAttributes = Readonly<Record<string, string>>;

interface NumberRule {
  readonly min: number;
  readonly max: number;
  readonly otherwise: number;
}

const NUMBERS: Readonly<Record<string, NumberRule>> = {
  DelaySeconds: { min: 0, max: 900, otherwise: 0 },
  MaximumMessageSize: { min: 1024, max: 1_048_576, otherwise: 1_048_576 },
  MessageRetentionPeriod: { min: 60, max: 1_209_600, otherwise: 345_600 },
  ReceiveMessageWaitTimeSeconds: { min: 0, max: 20, otherwise: 0 },
  VisibilityTimeout: { min: 0, max: 43_200, otherwise: 30 },
  KmsDataKeyReusePeriodSeconds: { min: 60, max: 86_400, otherwise: 300 },
};

const TEXTS = new Set(['Policy', 'RedrivePolicy', 'RedriveAllowPolicy', 'KmsMasterKeyId', 'SqsManagedSseEnabled']);

export interface RedrivePolicy {
  readonly deadLetterTargetArn: string;
  readonly maxReceiveCount: number;
}

/** Checked attributes; an empty text takes a policy away. */
export function readAttributes(given: unknown): QueueAttributes {
  const attributes: Record<string, string> = {};
  for (const [name, value] of Object.entries((given ?? {}) as Record<string, string>)) {
    if (name === 'FifoQueue' || name === 'ContentBasedDeduplication') {
      throw sqsError('InvalidAttributeName', `${name}: FIFO queues are not simulated.`);
    }
    const rule = Object.hasOwn(NUMBERS, name) ? NUMBERS[name] : undefined;
    if (!rule && !TEXTS.has(name)) throw sqsError('InvalidAttributeName', `Unknown Attribute ${name}.`);
    const isBad = rule
      ? !/^\d+$/.test(value) || Number(value) < rule.min || Number(value) > rule.max
      : !isGoodText(name, value);
    if (isBad) throw sqsError('InvalidAttributeValue', `Invalid value for the parameter ${name}.`);
    attributes[name] = value;
  }
  return attributes;
}

export function numberOf(attributes: QueueAttributes, name: string): number {
  return Number(attributes[name] ?? NUMBERS[name]?.otherwise ?? 0);
}

/** What GetQueueAttributes shows of a queue that nobody configured. */
export function defaultAttributes(): QueueAttributes {
  const numbers = Object.entries(NUMBERS)
    .filter(([name]) => name !== 'KmsDataKeyReusePeriodSeconds')
    .map(([name, { otherwise }]) => [name, String(otherwise)]);
  return { ...(Object.fromEntries(numbers) as QueueAttributes), SqsManagedSseEnabled: 'true' };
}

export function redrivePolicy(attributes: QueueAttributes): RedrivePolicy | null {
  const text = attributes['RedrivePolicy'];
  if (text === undefined || text === '') return null;
  const { deadLetterTargetArn, maxReceiveCount } = JSON.parse(text) as Record<string, unknown>;
  return { deadLetterTargetArn: String(deadLetterTargetArn), maxReceiveCount: Number(maxReceiveCount) };
}

function isGoodText(name: string, value: string): boolean {
  if (name === 'SqsManagedSseEnabled') return value === 'true' || value === 'false';
  if (name === 'KmsMasterKeyId' || value === '') return true;
  let parsed: unknown;
  try {
    parsed = JSON.parse(value);
  } catch {
    return false;
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return false;
  if (name !== 'RedrivePolicy') return true;
  const { deadLetterTargetArn, maxReceiveCount } = parsed as Record<string, unknown>;
  const count = Number(maxReceiveCount);
  return typeof deadLetterTargetArn === 'string' && Number.isInteger(count) && count >= 1 && count <= 1000;
}
