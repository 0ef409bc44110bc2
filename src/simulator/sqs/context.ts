/** What an SQS operation gets to work with, and how it finds the queue that a request names. */
import { ServiceError, type Asker, type Caller, type SimulatorClock } from '../types.ts';
import { noSuchQueue, sqsError } from './errors.ts';
import type { Queue } from './queue.ts';
import type { Queues } from './queues.ts';

export interface SqsContext {
  readonly clock: SimulatorClock;
  readonly queues: Queues;
  readonly endpoint: () => string;
  readonly randomId: (length: number) => string;
  /** Messages were moved or handed out. */
  readonly onChange: () => void;
}

export type Input = Readonly<Record<string, unknown>>;

export type SqsOperation = (
  input: Input,
  asker: Asker,
  context: SqsContext,
) => Record<string, unknown> | Promise<Record<string, unknown>>;

export function queueUrl(queue: Queue, { endpoint }: SqsContext): string {
  return `${endpoint()}/${queue.accountId}/${queue.name}`;
}

/** The host of the address does not matter: it may be that of an earlier run. */
export function queueOf(input: Input, { accountId }: Caller, { queues }: SqsContext): Queue {
  const match = /^[^?]*\/(\d{12})\/([A-Za-z0-9_-]{1,80})$/.exec(String(input['QueueUrl'] ?? ''));
  if (!match) throw sqsError('InvalidAddress', 'The address is not valid for this endpoint.');
  const [, owner = '', name = ''] = match;
  if (owner !== accountId) {
    const message = `Access to the resource ${String(input['QueueUrl'])} is denied.`;
    throw new ServiceError('AccessDeniedException', 403, message);
  }
  const queue = queues.get(owner, name);
  if (!queue) throw noSuchQueue();
  return queue;
}
