import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { createMessaging, type Messaging } from '../../../../src/simulator/messaging.ts';
import {
  createCatalogStage,
  LANTERNFISH,
  QUILLMOOR,
  refusal,
  type CatalogStage,
} from '../../../support/catalog-stage.ts';

type Json = Record<string, unknown>;

let clock: CatalogStage['clock'];
let messaging: Messaging;
let isThere: boolean;

function fresh(): Messaging {
  let counter = 0;
  return createMessaging({
    clock,
    endpoint: () => 'http://127.0.0.1:1',
    randomId: (length) => (++counter).toString(36).padStart(length, '0'),
    onChange: () => {},
  });
}

beforeEach(() => {
  clock = createCatalogStage().clock;
  messaging = fresh();
  isThere = true;
});

const call = (operation: string, input: Json, accountId = LANTERNFISH) =>
  messaging.sqs.handle(operation, input, { accountId, arn: '', accessKeyId: 'AKIA', isThere: () => isThere });

async function queue(name: string, Attributes: Json = {}): Promise<string> {
  return String((await call('CreateQueue', { QueueName: name, Attributes }))['QueueUrl']);
}

interface Received {
  readonly MessageId: string;
  readonly ReceiptHandle: string;
  readonly Body: string;
  readonly MD5OfBody: string;
  readonly Attributes?: Record<string, string>;
}

async function receive(QueueUrl: string, more: Json = {}): Promise<readonly Received[]> {
  const answer = await call('ReceiveMessage', { QueueUrl, MaxNumberOfMessages: 10, ...more });
  return (answer['Messages'] ?? []) as readonly Received[];
}

const send = (QueueUrl: string, MessageBody: string, more: Json = {}) =>
  call('SendMessage', { QueueUrl, MessageBody, ...more });

const arnOf = async (QueueUrl: string) =>
  ((await call('GetQueueAttributes', { QueueUrl, AttributeNames: ['All'] }))['Attributes'] as Json)['QueueArn'];

describe('messages', () => {
  test('carry a true MD5, are hidden once received, and show again', async () => {
    const url = await queue('plain');
    await send(url, 'hällo');
    const [message] = await receive(url, { MessageSystemAttributeNames: ['All'] });
    expect(message).toMatchObject({ Body: 'hällo', MD5OfBody: createHash('md5').update('hällo').digest('hex') });
    expect(message?.Attributes).toMatchObject({ ApproximateReceiveCount: '1' });
    expect(await receive(url)).toEqual([]);
    await clock.advance(30_000);
    const [again] = await receive(url, { AttributeNames: ['ApproximateReceiveCount'] });
    expect(again?.MessageId).toBe(message?.MessageId);
    expect(again?.Attributes).toEqual({ ApproximateReceiveCount: '2' });
    // The handle of the first receipt no longer deletes.
    await call('DeleteMessage', { QueueUrl: url, ReceiptHandle: message?.ReceiptHandle });
    await clock.advance(30_000);
    const [third] = await receive(url);
    await call('DeleteMessage', { QueueUrl: url, ReceiptHandle: third?.ReceiptHandle });
    await clock.advance(60_000);
    expect(await receive(url)).toEqual([]);
  });

  test('wait for a long poll, and a long poll for them', async () => {
    const url = await queue('poll');
    const waiting = receive(url, { WaitTimeSeconds: 20 });
    await send(url, 'now');
    expect((await waiting).map(({ Body }) => Body)).toEqual(['now']);
    const inVain = receive(url, { WaitTimeSeconds: 5 });
    await clock.advance(5_000);
    expect(await inVain).toEqual([]);
  });

  test('that were hidden end a long poll when they show', async () => {
    const url = await queue('shows');
    await send(url, 'hidden');
    await receive(url, { VisibilityTimeout: 10 });
    const waiting = receive(url, { WaitTimeSeconds: 20 });
    await clock.advance(10_000);
    expect(await waiting).toHaveLength(1);
  });

  test('are not lost to somebody who has hung up', async () => {
    const url = await queue('gone');
    const waiting = receive(url, { WaitTimeSeconds: 20 });
    isThere = false;
    await send(url, 'keep me');
    expect(await waiting).toEqual([]);
    isThere = true;
    expect(await receive(url)).toHaveLength(1);
  });

  test('can be hidden longer, shown at once, and delayed', async () => {
    const url = await queue('visibility');
    await send(url, 'a');
    const [first] = await receive(url);
    const change = (VisibilityTimeout: number) =>
      call('ChangeMessageVisibility', { QueueUrl: url, ReceiptHandle: first?.ReceiptHandle, VisibilityTimeout });
    await change(100);
    await clock.advance(60_000);
    expect(await receive(url)).toEqual([]);
    await change(0);
    expect(await receive(url)).toHaveLength(1);
    await call('PurgeQueue', { QueueUrl: url });
    await send(url, 'later', { DelaySeconds: 60 });
    expect(await receive(url)).toEqual([]);
    await clock.advance(60_000);
    expect(await receive(url)).toHaveLength(1);
  });

  test('received too often go to the dead-letter queue', async () => {
    const dead = await queue('dead');
    const RedrivePolicy = JSON.stringify({ deadLetterTargetArn: await arnOf(dead), maxReceiveCount: 2 });
    const url = await queue('main', { RedrivePolicy, VisibilityTimeout: '0' });
    await send(url, 'poison');
    expect(await receive(url)).toHaveLength(1);
    expect(await receive(url)).toHaveLength(1);
    expect(await receive(url)).toEqual([]);
    const [letter] = await receive(dead, { AttributeNames: ['All'] });
    expect(letter).toMatchObject({ Body: 'poison', Attributes: { DeadLetterQueueSourceArn: await arnOf(url) } });
    const sources = await call('ListDeadLetterSourceQueues', { QueueUrl: dead });
    expect(sources['queueUrls']).toEqual([url]);
  });

  test('older than the retention period are gone', async () => {
    const url = await queue('short', { MessageRetentionPeriod: '60' });
    await send(url, 'old');
    await clock.advance(61_000);
    expect(await receive(url)).toEqual([]);
  });

  test('go by batches, each entry for itself', async () => {
    const url = await queue('batch');
    const Entries = [
      { Id: 'a', MessageBody: 'one' },
      { Id: 'b', MessageBody: 'two', DelaySeconds: 5000 },
    ];
    expect(await call('SendMessageBatch', { QueueUrl: url, Entries })).toMatchObject({
      Successful: [{ Id: 'a' }],
      Failed: [{ Id: 'b', Code: 'InvalidParameterValue', SenderFault: true }],
    });
    const [message] = await receive(url);
    const deleted = await call('DeleteMessageBatch', {
      QueueUrl: url,
      Entries: [
        { Id: '1', ReceiptHandle: message?.ReceiptHandle },
        { Id: '2', ReceiptHandle: 'made up' },
      ],
    });
    expect(deleted).toMatchObject({ Successful: [{ Id: '1' }], Failed: [{ Id: '2', Code: 'ReceiptHandleIsInvalid' }] });
    const empty = refusal(call('DeleteMessageBatch', { QueueUrl: url, Entries: [] }));
    expect((await empty).code).toBe('EmptyBatchRequest');
    const twice = [Entries[0], Entries[0]];
    expect((await refusal(call('SendMessageBatch', { QueueUrl: url, Entries: twice }))).code).toBe(
      'BatchEntryIdsNotDistinct',
    );
    const many = Array.from({ length: 11 }, (_, index) => ({ Id: String(index), MessageBody: 'x' }));
    expect((await refusal(call('SendMessageBatch', { QueueUrl: url, Entries: many }))).code).toBe(
      'TooManyEntriesInBatchRequest',
    );
  });
});

describe('queues', () => {
  test('made again as they are answer themselves, otherwise they are refused', async () => {
    const url = await queue('same', { VisibilityTimeout: '60' });
    expect(await queue('same', { VisibilityTimeout: '60' })).toBe(url);
    expect(await queue('same')).toBe(url);
    expect((await refusal(queue('same', { VisibilityTimeout: '61' }))).code).toBe('QueueNameExists');
    expect((await call('GetQueueUrl', { QueueName: 'same' }))['QueueUrl']).toBe(url);
  });

  test('tell their attributes, set and counted', async () => {
    const url = await queue('told');
    const Policy = JSON.stringify({ Version: '2012-10-17', Statement: [] });
    await call('SetQueueAttributes', { QueueUrl: url, Attributes: { Policy, VisibilityTimeout: '120' } });
    await send(url, 'a');
    const { Attributes } = await call('GetQueueAttributes', { QueueUrl: url, AttributeNames: ['All'] });
    expect(Attributes).toMatchObject({
      QueueArn: `arn:aws:sqs:us-east-1:${LANTERNFISH}:told`,
      VisibilityTimeout: '120',
      Policy,
      ApproximateNumberOfMessages: '1',
    });
    expect(await call('GetQueueAttributes', { QueueUrl: url })).toEqual({});
    // An empty text takes the policy away.
    await call('SetQueueAttributes', { QueueUrl: url, Attributes: { Policy: '' } });
    expect(await call('GetQueueAttributes', { QueueUrl: url, AttributeNames: ['Policy'] })).toEqual({});
  });

  test('are listed by prefix and page', async () => {
    for (const name of ['b-2', 'b-1', 'a-1']) await queue(name);
    const first = await call('ListQueues', { QueueNamePrefix: 'b', MaxResults: 1 });
    expect(first['QueueUrls']).toEqual([`http://127.0.0.1:1/${LANTERNFISH}/b-1`]);
    const second = await call('ListQueues', { QueueNamePrefix: 'b', MaxResults: 1, NextToken: first['NextToken'] });
    expect(second).toEqual({ QueueUrls: [`http://127.0.0.1:1/${LANTERNFISH}/b-2`], NextToken: undefined });
  });

  test('leave their name blocked for a minute', async () => {
    const url = await queue('brief');
    await call('DeleteQueue', { QueueUrl: url });
    expect((await refusal(receive(url))).code).toBe('QueueDoesNotExist');
    expect((await refusal(queue('brief'))).code).toBe('QueueDeletedRecently');
    await clock.advance(60_000);
    await expect(queue('brief')).resolves.toBe(url);
  });

  test('end a long poll when they are deleted', async () => {
    const url = await queue('ends');
    const waiting = receive(url, { WaitTimeSeconds: 20 });
    await call('DeleteQueue', { QueueUrl: url });
    expect(await waiting).toEqual([]);
  });

  test('let long polls go when the world ends', async () => {
    const url = await queue('world');
    const waiting = receive(url, { WaitTimeSeconds: 20 });
    messaging.close();
    expect(await waiting).toEqual([]);
  });

  test('survive being saved', async () => {
    const url = await queue('kept', { VisibilityTimeout: '77' });
    await send(url, 'still here');
    const saved = JSON.parse(JSON.stringify(messaging.save())) as unknown;
    messaging = fresh();
    messaging.load(saved);
    expect((await receive(url)).map(({ Body }) => Body)).toEqual(['still here']);
    const { Attributes } = await call('GetQueueAttributes', { QueueUrl: url, AttributeNames: ['VisibilityTimeout'] });
    expect(Attributes).toEqual({ VisibilityTimeout: '77' });
  });

  test.each([
    ['an odd name', 'CreateQueue', { QueueName: 'a b' }, 'InvalidParameterValue'],
    ['a FIFO queue', 'CreateQueue', { QueueName: 'a', Attributes: { FifoQueue: 'true' } }, 'InvalidAttributeName'],
    ['an unknown attribute', 'CreateQueue', { QueueName: 'a', Attributes: { Colour: '1' } }, 'InvalidAttributeName'],
    [
      'a value out of bounds',
      'CreateQueue',
      { QueueName: 'a', Attributes: { VisibilityTimeout: '43201' } },
      'InvalidAttributeValue',
    ],
    [
      'a policy that is no JSON',
      'CreateQueue',
      { QueueName: 'a', Attributes: { Policy: '{' } },
      'InvalidAttributeValue',
    ],
    [
      'a dead-letter queue that is not there',
      'CreateQueue',
      {
        QueueName: 'a',
        Attributes: {
          RedrivePolicy: JSON.stringify({
            deadLetterTargetArn: 'arn:aws:sqs:us-east-1:111122223333:x',
            maxReceiveCount: 3,
          }),
        },
      },
      'InvalidParameterValue',
    ],
    ['an unknown queue', 'GetQueueUrl', { QueueName: 'nobody' }, 'QueueDoesNotExist'],
    ['an address that is none', 'PurgeQueue', { QueueUrl: 'nonsense' }, 'InvalidAddress'],
    [
      'too many messages at once',
      'ReceiveMessage',
      { QueueUrl: 'URL', MaxNumberOfMessages: 11 },
      'InvalidParameterValue',
    ],
    ['too long a wait', 'ReceiveMessage', { QueueUrl: 'URL', WaitTimeSeconds: 21 }, 'InvalidParameterValue'],
    [
      'an unknown attribute to read',
      'GetQueueAttributes',
      { QueueUrl: 'URL', AttributeNames: ['Colour'] },
      'InvalidAttributeName',
    ],
  ])('refuse %s', async (_what, operation, input, code) => {
    const url = await queue('there');
    const named = 'QueueUrl' in input && input.QueueUrl === 'URL' ? { ...input, QueueUrl: url } : input;
    expect((await refusal(call(operation, named))).code).toBe(code);
  });

  test('are closed to other accounts', async () => {
    const url = await queue('mine');
    const { code, httpStatus } = await refusal(call('ReceiveMessage', { QueueUrl: url }, QUILLMOOR));
    expect([code, httpStatus]).toEqual(['AccessDeniedException', 403]);
    expect((await call('ListQueues', {}, QUILLMOOR))['QueueUrls']).toEqual([]);
  });

  test('are purged once a minute', async () => {
    const url = await queue('purged');
    await send(url, 'a');
    await call('PurgeQueue', { QueueUrl: url });
    expect(await receive(url)).toEqual([]);
    expect((await refusal(call('PurgeQueue', { QueueUrl: url }))).code).toBe('PurgeQueueInProgress');
  });
});
