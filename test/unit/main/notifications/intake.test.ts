import { DeleteMessageCommand, ReceiveMessageCommand, type Message } from '@aws-sdk/client-sqs';
import { beforeEach, describe, expect, it } from 'vitest';
import { createAccountStore } from '../../../../src/main/accounts/store.ts';
import type { AwsAccess } from '../../../../src/main/aws/access.ts';
import { createEventBus } from '../../../../src/main/events.ts';
import { createIntake, type IntakeDependencies } from '../../../../src/main/notifications/intake.ts';
import { createQueueStore } from '../../../../src/main/notifications/queue-store.ts';
import { createNotificationStore } from '../../../../src/main/notifications/store.ts';
import { createLeases } from '../../../../src/main/storage/leases.ts';
import { openDatabase } from '../../../../src/main/storage/open.ts';
import { defaultQueueConfig } from '../../../../src/shared/domain/notification/queue.ts';
import { createAppError, OfferdeckError } from '../../../../src/shared/errors/app-error.ts';
import { sampleAccount } from '../../../support/samples.ts';
import { silentLogger } from '../../../support/silent-logger.ts';
import { makeTempFolder } from '../../../support/temp-folder.ts';
import { createClock } from '../../../../src/main/hosts/common/clock.ts';

type Answer = Message[] | OfferdeckError;

function message(id: string, body: unknown, deliveries = 1): Message {
  return {
    MessageId: id,
    ReceiptHandle: `receipt-${id}`,
    Body: typeof body === 'string' ? body : JSON.stringify(body),
    Attributes: { ApproximateReceiveCount: String(deliveries) },
  };
}

function offerReleased(requestId: string, eventId = requestId) {
  return {
    id: eventId,
    source: 'aws.marketplacecatalog',
    'detail-type': 'Offer Released',
    time: '2026-11-20T10:00:00Z',
    detail: { requestId, offer: { id: 'offer-1', name: 'Atlas 2027' } },
  };
}

let stage: ReturnType<typeof start>;

/** A queue that gives these answers in order and then nothing; the intake ends when all were given. */
function start(folder = makeTempFolder()) {
  const clock = createClock(100_000);
  const { database } = openDatabase(folder, clock.realNow());
  const accounts = createAccountStore(database);
  if (!accounts.find('acme')) {
    accounts.insert({ key: 'acme', settings: sampleAccount(), createdAt: '2026-01-01T00:00:00Z' });
  }
  const queues = createQueueStore({ database, clock });
  const store = createNotificationStore(database);
  queues.save('acme', 'active', defaultQueueConfig(), []);
  const deleted: string[] = [];
  const reacted: string[] = [];
  const troubles: string[] = [];
  const answers: Answer[] = [];
  const emptied = Promise.withResolvers<void>();
  const send = async (command: object) => {
    if (command instanceof DeleteMessageCommand) {
      // Whatever is deleted must be on disk by now.
      deleted.push(`${command.input.ReceiptHandle}:${store.unread()[0]?.count ?? 0}`);
      return {};
    }
    if (!(command instanceof ReceiveMessageCommand)) throw new Error('unexpected command');
    const answer = answers.shift();
    if (answer === undefined) {
      emptied.resolve();
      return {};
    }
    if (answer instanceof OfferdeckError) throw answer;
    return { Messages: answer };
  };
  const deps: IntakeDependencies = {
    aws: { sqs: () => ({ send }) } as unknown as AwsAccess,
    accounts,
    clock,
    events: createEventBus(),
    leases: createLeases({ database, clock }),
    logger: silentLogger,
    queues,
    store,
    isOwn: () => false,
    onNew: () => {},
    react: (_account, event) => void reacted.push(event.dedupeKey),
    onTrouble: (_account, error) => void troubles.push(error.code),
    onIdle: async () => {},
  };
  const intake = createIntake(deps);
  const run = async (...given: Answer[]) => {
    answers.push(...given);
    intake.tend();
    await emptied.promise;
    await intake.close();
  };
  return { run, intake, deps, queues, store, deleted, reacted, troubles, database };
}

beforeEach(() => {
  stage = start();
});

describe('listening to a queue', () => {
  it('stores before it deletes, and stores two deliveries of one event once', async () => {
    await stage.run(
      [message('m1', offerReleased('r1')), message('m2', offerReleased('r1', 'other'))],
      [message('m3', offerReleased('r2'))],
    );
    expect(stage.deleted).toEqual(['receipt-m1:1', 'receipt-m2:1', 'receipt-m3:2']);
    expect(stage.store.unread()).toEqual([{ account: 'acme', count: 2 }]);
    expect(stage.reacted).toHaveLength(2);
  });

  it('refreshes again when a message comes back: the process may have died in between', async () => {
    await stage.run([message('m1', offerReleased('r1'))], [message('m1', offerReleased('r1'), 2)]);
    expect(stage.reacted).toHaveLength(2);
    expect(stage.store.unread()).toEqual([{ account: 'acme', count: 1 }]);
  });

  it('leaves what is no event in the queue, and says so', async () => {
    await stage.run([message('bad', 'not json', 3), message('m1', offerReleased('r1'))]);
    expect(stage.deleted).toEqual(['receipt-m1:1']);
    expect(stage.queues.find('acme')?.problems).toMatchObject([
      { messageId: 'bad', deliveries: 3, excerpt: 'not json' },
    ]);
  });

  it('says a failure once, and goes on when it is over', async () => {
    const expired = new OfferdeckError(createAppError('credentials-expired'));
    await stage.run(expired, expired, [message('m1', offerReleased('r1'))]);
    expect(stage.troubles).toEqual(['credentials-expired']);
    expect(stage.queues.find('acme')).toMatchObject({ error: null, failingSince: null });
    expect(stage.queues.find('acme')?.receivedAt).not.toBeNull();
  });

  it('is one process’s alone, and stops when the queue is paused', async () => {
    const asked: string[] = [];
    const other = createIntake({
      ...stage.deps,
      leases: createLeases({ database: stage.database, clock: stage.deps.clock }),
      aws: { sqs: () => ({ send: async () => void asked.push('asked') }) } as unknown as AwsAccess,
    });
    stage.intake.tend();
    other.tend();
    await stage.intake.close();
    await other.close();
    expect(asked).toEqual([]);
    stage.queues.setState('acme', 'paused');
    const later = start();
    later.queues.setState('acme', 'paused');
    later.intake.tend();
    await later.intake.close();
    expect(later.queues.find('acme')?.polledAt).toBeNull();
  });
});
