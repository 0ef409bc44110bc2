/** Listens to the queues: one process a queue, long polls, stores before it deletes, says a failure once and tries again. */
import { DeleteMessageCommand, ReceiveMessageCommand, type Message } from '@aws-sdk/client-sqs';
import { readMessage } from '../../shared/domain/notification/incoming.ts';
import type { Notification } from '../../shared/domain/notification/notification.ts';
import { queueUrl } from '../../shared/domain/notification/queue.ts';
import { createAppError, OfferdeckError, type AppError } from '../../shared/errors/app-error.ts';
import type { AwsAccess } from '../aws/access.ts';
import type { EventBus } from '../events.ts';
import { maskText } from '../masking/mask.ts';
import type { Clock, Logger } from '../ports.ts';
import type { AccountSource } from '../sources.ts';
import type { Leases } from '../storage/leases.ts';
import type { QueueStore } from './queue-store.ts';
import type { NewNotification, NotificationStore } from './store.ts';

const MOST_MESSAGES = 10;
const WAIT_SECONDS = 20;
/** Two polls are at least this far apart, should a service not wait as it was asked to. */
const SHORTEST_ROUND_MS = 1000;
const FIRST_PAUSE_MS = 5000;
const LONGEST_PAUSE_MS = 300_000;
const EXCERPT_LENGTH = 200;

export interface Intake {
  /** Starts to listen to queues that nobody listens to, and stops where a queue is no longer to be heard. Called periodically. */
  tend(): void;
  close(): Promise<void>;
}

export interface IntakeDependencies {
  readonly aws: AwsAccess;
  readonly accounts: AccountSource;
  readonly clock: Clock;
  readonly events: EventBus;
  readonly leases: Leases;
  readonly logger: Logger;
  readonly queues: QueueStore;
  readonly store: NotificationStore;
  /** Whether this machine has set the event off. */
  isOwn(account: string, event: NewNotification['event']): boolean;
  /** What has newly come in by one poll. */
  onNew(account: string, notifications: readonly Notification[]): void;
  /** Refreshes what an event is about; never rejects. */
  react(account: string, event: NewNotification['event'], signal: AbortSignal): void;
  /** The first failure after things went well. */
  onTrouble(account: string, error: AppError): void;
  /** Now and then, between two polls. */
  onIdle(account: string, signal: AbortSignal): Promise<void>;
}

export function createIntake(deps: IntakeDependencies): Intake {
  const { clock, events, leases, logger, queues } = deps;
  const running = new Map<string, { abort: AbortController; ended: Promise<void> }>();
  let isClosing = false;

  const isActive = (account: string) => queues.find(account)?.state === 'active';

  async function listen(account: string, signal: AbortSignal): Promise<void> {
    let pause = FIRST_PAUSE_MS;
    while (!signal.aborted && leases.isHeld(leaseName(account)) && isActive(account)) {
      const startedAt = clock.realNow();
      try {
        const found = await poll(deps, account, signal);
        noteSuccess(account, found > 0);
        pause = FIRST_PAUSE_MS;
        await deps.onIdle(account, signal);
        const left = SHORTEST_ROUND_MS - (clock.realNow() - startedAt) * clock.speed;
        if (found === 0 && left > 0) await clock.sleep(left, signal);
      } catch (error) {
        if (signal.aborted) return;
        noteFailure(account, toAppError(error));
        await clock.sleep(pause, signal);
        pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
      }
    }
  }

  function noteSuccess(account: string, receivedAny: boolean): void {
    const hadFailed = (queues.find(account)?.error ?? null) !== null;
    queues.polled(account, receivedAny);
    if (hadFailed || receivedAny) events.emit('notifications.queuesChanged', { account });
  }

  function noteFailure(account: string, error: AppError): void {
    const isNews = queues.failed(account, error);
    if (!isNews) return;
    logger.warn('a queue of events could not be read', { account, code: error.code });
    events.emit('notifications.queuesChanged', { account });
    deps.onTrouble(account, error);
  }

  function start(account: string): void {
    const abort = new AbortController();
    const ended = listen(account, abort.signal)
      .catch((error: unknown) => {
        if (!abort.signal.aborted) logger.error('listening to a queue stopped unexpectedly', { account, error });
      })
      .finally(() => {
        running.delete(account);
        leases.release(leaseName(account));
      });
    running.set(account, { abort, ended });
  }

  return {
    tend() {
      if (isClosing) return;
      const active = new Set(queues.list().flatMap(({ account, state }) => (state === 'active' ? [account] : [])));
      for (const [account, { abort }] of running) if (!active.has(account)) abort.abort();
      for (const account of active) {
        if (!running.has(account) && leases.acquire(leaseName(account))) start(account);
      }
    },
    async close() {
      isClosing = true;
      for (const { abort } of running.values()) abort.abort();
      await Promise.all([...running.values()].map(({ ended }) => ended));
    },
  };
}

/** One long poll; answers how many messages it gave. */
async function poll(deps: IntakeDependencies, account: string, signal: AbortSignal): Promise<number> {
  const { aws, accounts, queues } = deps;
  const { queueName } = queues.find(account)?.config ?? { queueName: '' };
  const url = queueUrl(accounts.getSettings(account).awsAccountId, queueName);
  const { Messages = [] } = await aws.sqs(account).send(
    new ReceiveMessageCommand({
      QueueUrl: url,
      MaxNumberOfMessages: MOST_MESSAGES,
      WaitTimeSeconds: WAIT_SECONDS,
      MessageSystemAttributeNames: ['ApproximateReceiveCount'],
    }),
    // An empty answer every 20 seconds is nothing that a history should remember.
    { priority: 'background', signal, isIdle: (output) => !('Messages' in output) || !output.Messages },
  );
  const news: Notification[] = [];
  for (const message of Messages) {
    const added = take(deps, account, message, signal);
    if (added === 'poison') continue;
    if (added) news.push(added);
    await aws
      .sqs(account)
      .send(new DeleteMessageCommand({ QueueUrl: url, ReceiptHandle: message.ReceiptHandle ?? '' }), {
        priority: 'background',
        signal,
      });
  }
  if (news.length > 0) deps.onNew(account, news);
  return Messages.length;
}

/** Stores one message; null where it was here already. What is no event stays in the queue and is said. */
function take(
  deps: IntakeDependencies,
  account: string,
  message: Message,
  signal: AbortSignal,
): Notification | 'poison' | null {
  const { clock, events, queues, store } = deps;
  const now = new Date(clock.now()).toISOString();
  const deliveries = Number(message.Attributes?.ApproximateReceiveCount ?? '1');
  const event = readMessage(message.Body ?? '', now);
  if (!event) {
    const excerpt = maskText((message.Body ?? '').slice(0, EXCERPT_LENGTH));
    const isNews = queues.noteProblem(account, { messageId: message.MessageId ?? '', deliveries, excerpt });
    if (isNews) events.emit('notifications.queuesChanged', { account });
    return 'poison';
  }
  const added = store.add({ account, event, receivedAt: now, own: deps.isOwn(account, event) });
  // A message that comes back may have lost its process between storing and refreshing.
  if (added || deliveries > 1) deps.react(account, event, signal);
  return added;
}

function toAppError(error: unknown): AppError {
  if (error instanceof OfferdeckError) return error.data;
  return createAppError('internal', { params: { name: 'notifications' } });
}

function leaseName(account: string): string {
  return `events:${account}`;
}
