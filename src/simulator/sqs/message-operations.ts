/** Messages: sent, received with a long poll, hidden, deleted; too often received ones go to the dead-letter queue. */
import { numberOf, redrivePolicy } from './attributes.ts';
import { queueOf, type Input, type SqsContext, type SqsOperation } from './context.ts';
import { invalidValue, readNumber, sqsError } from './errors.ts';
import { md5, type Queue, type QueueMessage } from './queue.ts';

const LONGEST_HIDDEN_SECONDS = 43_200;

export const sendMessage: SqsOperation = (input, asker, context) => {
  const queue = queueOf(input, asker, context);
  const body = String(input['MessageBody']);
  if (body === '') throw sqsError('MissingParameter', 'The request must contain the parameter MessageBody.');
  if (Buffer.byteLength(body) > numberOf(queue.attributes, 'MaximumMessageSize')) {
    const limit = numberOf(queue.attributes, 'MaximumMessageSize');
    throw sqsError(
      'InvalidParameterValue',
      `One or more parameters are invalid. Reason: Message must be shorter than ${limit} bytes.`,
    );
  }
  const otherwise = numberOf(queue.attributes, 'DelaySeconds');
  const delaySeconds = readNumber(input, 'DelaySeconds', { min: 0, max: 900, otherwise });
  const id = crypto.randomUUID();
  const attributes = (input['MessageAttributes'] ?? {}) as Record<string, unknown>;
  queue.send({ id, body, senderId: asker.accessKeyId, attributes, delaySeconds }, context.clock.now());
  return { MessageId: id, MD5OfMessageBody: md5(body) };
};

export const receiveMessage: SqsOperation = async (input, asker, context) => {
  const queue = queueOf(input, asker, context);
  const most = readNumber(input, 'MaxNumberOfMessages', { min: 1, max: 10, otherwise: 1 });
  const otherwise = numberOf(queue.attributes, 'VisibilityTimeout');
  const hidden = readNumber(input, 'VisibilityTimeout', { min: 0, max: LONGEST_HIDDEN_SECONDS, otherwise });
  const wait = readNumber(input, 'WaitTimeSeconds', {
    min: 0,
    max: 20,
    otherwise: numberOf(queue.attributes, 'ReceiveMessageWaitTimeSeconds'),
  });
  await somethingVisible(queue, wait * 1000, context);
  // Whoever has hung up must not take a message along.
  if (!asker.isThere()) return {};
  const now = context.clock.now();
  const messages = takeVisible(queue, most, context).map((message) =>
    queue.handOut(message, receiptOf(message, context), { now, hiddenMs: hidden * 1000 }),
  );
  if (messages.length === 0) return {};
  const shown = [
    ...((input['AttributeNames'] ?? []) as string[]),
    ...((input['MessageSystemAttributeNames'] ?? []) as string[]),
  ];
  return { Messages: messages.map((message) => describedMessage(message, shown, input)) };
};

/** Up to so many; those received too often move on instead. */
function takeVisible(queue: Queue, most: number, { clock, queues, onChange }: SqsContext): QueueMessage[] {
  const policy = redrivePolicy(queue.attributes);
  const deadLetters = policy && queues.byArn(policy.deadLetterTargetArn);
  const taken: QueueMessage[] = [];
  for (const message of queue.visible(clock.now())) {
    if (taken.length === most) break;
    if (policy && deadLetters && message.receiveCount >= policy.maxReceiveCount) {
      queue.remove(message.id);
      deadLetters.put({ ...message, receipt: null, visibleAt: clock.now(), deadLetterSourceArn: queue.arn });
      onChange();
    } else taken.push(message);
  }
  return taken;
}

/** Resolves at once when there is something, otherwise when something comes or the wait is over. */
function somethingVisible(queue: Queue, waitMs: number, { clock }: SqsContext): Promise<void> {
  if (waitMs === 0 || queue.visible(clock.now()).length > 0) return Promise.resolve();
  return new Promise((resolve) => {
    let stopLooking = () => {};
    const finish = () => {
      stopWaiting();
      stopLooking();
      stopListening();
      resolve();
    };
    const look = () => {
      stopLooking();
      if (queue.isGone || queue.visible(clock.now()).length > 0) return finish();
      const next = queue.nextVisibleAt();
      if (next !== null) stopLooking = clock.after(Math.max(1, next - clock.now()), look);
    };
    const stopWaiting = clock.after(waitMs, finish);
    const stopListening = queue.onChange(look);
    look();
  });
}

function receiptOf({ id }: QueueMessage, { randomId }: SqsContext): string {
  return Buffer.from(`${id} ${randomId(24)}`).toString('base64');
}

function describedMessage(message: QueueMessage, shown: readonly string[], input: Input): Record<string, unknown> {
  const all: Record<string, string | null> = {
    SenderId: message.senderId,
    SentTimestamp: String(message.sentAt),
    ApproximateReceiveCount: String(message.receiveCount),
    ApproximateFirstReceiveTimestamp: String(message.firstReceivedAt),
    DeadLetterQueueSourceArn: message.deadLetterSourceArn,
  };
  const attributes = Object.entries(all).filter(
    ([name, value]) => value !== null && (shown.includes('All') || shown.includes(name)),
  );
  const wanted = (input['MessageAttributeNames'] ?? []) as string[];
  const own = Object.entries(message.attributes).filter(
    ([name]) => wanted.includes('All') || wanted.includes('.*') || wanted.includes(name),
  );
  return {
    MessageId: message.id,
    ReceiptHandle: message.receipt,
    MD5OfBody: md5(message.body),
    Body: message.body,
    Attributes: attributes.length === 0 ? undefined : Object.fromEntries(attributes),
    MessageAttributes: own.length === 0 ? undefined : Object.fromEntries(own),
  };
}

export const deleteMessage: SqsOperation = (input, asker, context) => {
  const queue = queueOf(input, asker, context);
  deleteByReceipt(queue, input['ReceiptHandle']);
  return {};
};

/** A handle of an earlier receipt is taken and does nothing. */
function deleteByReceipt(queue: Queue, receipt: unknown): void {
  const message = messageOf(queue, receipt);
  if (message?.receipt === receipt) queue.remove(String(message?.id));
}

function messageOf(queue: Queue, receipt: unknown): QueueMessage | undefined {
  const text = Buffer.from(String(receipt ?? ''), 'base64').toString();
  const match = /^([0-9a-f-]{36}) [a-z0-9]{24}$/.exec(text);
  if (!match)
    throw sqsError(
      'ReceiptHandleIsInvalid',
      `The input receipt handle "${String(receipt)}" is not a valid receipt handle.`,
    );
  return queue.message(String(match[1]));
}

export const changeMessageVisibility: SqsOperation = (input, asker, context) => {
  const queue = queueOf(input, asker, context);
  changeVisibility(queue, input, context);
  return {};
};

function changeVisibility(queue: Queue, input: Input, { clock }: SqsContext): void {
  const hidden = readNumber(input, 'VisibilityTimeout', { min: 0, max: LONGEST_HIDDEN_SECONDS, otherwise: 0 });
  const message = messageOf(queue, input['ReceiptHandle']);
  const now = clock.now();
  if (!message || message.receipt !== input['ReceiptHandle']) {
    throw invalidValue(
      'ReceiptHandle',
      input['ReceiptHandle'],
      'Message does not exist or is not available for visibility timeout change.',
    );
  }
  if (message.visibleAt <= now) throw sqsError('MessageNotInflight', "The specified message isn't in flight.");
  queue.put({ ...message, visibleAt: now + hidden * 1000 });
}

type Entry = Readonly<Record<string, unknown>> & { readonly Id: string };

export const deleteMessageBatch: SqsOperation = (input, asker, context) => {
  const queue = queueOf(input, asker, context);
  return eachEntry(input, (entry) => {
    deleteByReceipt(queue, entry['ReceiptHandle']);
    return {};
  });
};

export const changeMessageVisibilityBatch: SqsOperation = (input, asker, context) => {
  const queue = queueOf(input, asker, context);
  return eachEntry(input, (entry) => {
    changeVisibility(queue, entry, context);
    return {};
  });
};

export const sendMessageBatch: SqsOperation = async (input, asker, context) => {
  const { QueueUrl } = input;
  queueOf(input, asker, context);
  return eachEntry(input, (entry) => sendMessage({ ...entry, QueueUrl }, asker, context) as Record<string, unknown>);
};

/** A batch succeeds as a call even where some of its entries do not. */
function eachEntry(input: Input, work: (entry: Entry) => Record<string, unknown>): Record<string, unknown> {
  const Successful: Record<string, unknown>[] = [];
  const Failed: Record<string, unknown>[] = [];
  for (const entry of readEntries(input)) {
    try {
      Successful.push({ Id: entry.Id, ...work(entry) });
    } catch (error) {
      const { code = 'InternalError', message } = error as Error & { code?: string };
      Failed.push({ Id: entry.Id, SenderFault: true, Code: code, Message: message });
    }
  }
  return { Successful, Failed };
}

function readEntries(input: Input): readonly Entry[] {
  const entries = (input['Entries'] ?? []) as readonly Entry[];
  if (entries.length === 0) throw sqsError('EmptyBatchRequest', 'There should be at least one entry in the request.');
  if (entries.length > 10) {
    const message = `Maximum number of entries per request are 10. You have sent ${entries.length}.`;
    throw sqsError('TooManyEntriesInBatchRequest', message);
  }
  const ids = entries.map(({ Id }) => Id);
  if (ids.some((id) => !/^[A-Za-z0-9_-]{1,80}$/.test(String(id)))) {
    const message = 'A batch entry id can only contain alphanumeric characters, hyphens and underscores.';
    throw sqsError('InvalidBatchEntryId', message);
  }
  if (new Set(ids).size < ids.length) {
    throw sqsError('BatchEntryIdsNotDistinct', 'Two or more batch entries in the request have the same Id.');
  }
  return entries;
}
