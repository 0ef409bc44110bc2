/** One queue: messages that are handed out, hidden for a while, and gone only when they are deleted. */
import { createHash } from 'node:crypto';
import { numberOf, type QueueAttributes } from './attributes.ts';

export interface QueueMessage {
  readonly id: string;
  readonly body: string;
  readonly senderId: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly sentAt: number;
  readonly visibleAt: number;
  readonly receiveCount: number;
  readonly firstReceivedAt: number | null;
  /** Good for deleting until the message is received again. */
  readonly receipt: string | null;
  readonly deadLetterSourceArn: string | null;
}

export interface QueueRecord {
  readonly accountId: string;
  readonly name: string;
  readonly attributes: QueueAttributes;
  readonly tags: Readonly<Record<string, string>>;
  readonly createdAt: number;
  readonly modifiedAt: number;
  readonly messages: readonly QueueMessage[];
}

export interface NewMessage {
  readonly id: string;
  readonly body: string;
  readonly senderId: string;
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly delaySeconds?: number;
}

export class Queue {
  readonly accountId: string;
  readonly name: string;
  readonly createdAt: number;
  modifiedAt: number;
  attributes: QueueAttributes;
  tags: Readonly<Record<string, string>>;
  purgedAt = Number.NEGATIVE_INFINITY;
  /** Deleted: whoever waits goes home. */
  isGone = false;
  readonly #messages = new Map<string, QueueMessage>();
  /** Long polls that wait for something to come. */
  readonly #waiting = new Set<() => void>();

  constructor({ accountId, name, attributes, tags, createdAt, modifiedAt, messages }: QueueRecord) {
    this.accountId = accountId;
    this.name = name;
    this.attributes = attributes;
    this.tags = tags;
    this.createdAt = createdAt;
    this.modifiedAt = modifiedAt;
    for (const message of messages) this.#messages.set(message.id, message);
  }

  get arn(): string {
    return `arn:aws:sqs:us-east-1:${this.accountId}:${this.name}`;
  }

  send({ delaySeconds, ...message }: NewMessage, now: number): void {
    const delay = delaySeconds ?? numberOf(this.attributes, 'DelaySeconds');
    this.put({
      attributes: {},
      ...message,
      sentAt: now,
      visibleAt: now + delay * 1000,
      receiveCount: 0,
      firstReceivedAt: null,
      receipt: null,
      deadLetterSourceArn: null,
    });
  }

  /** Puts a message in, or in place of what it was. */
  put(message: QueueMessage): void {
    this.#messages.set(message.id, message);
    this.#wake();
  }

  close(): void {
    this.isGone = true;
    this.#wake();
  }

  #wake(): void {
    for (const wake of [...this.#waiting]) wake();
  }

  /** Messages that may be handed out, oldest first; what has outlived the retention period is gone. */
  visible(now: number): QueueMessage[] {
    const oldest = now - numberOf(this.attributes, 'MessageRetentionPeriod') * 1000;
    const visible: QueueMessage[] = [];
    for (const message of this.#messages.values()) {
      if (message.sentAt < oldest) this.#messages.delete(message.id);
      else if (message.visibleAt <= now) visible.push(message);
    }
    return visible;
  }

  /** When the next hidden message shows again; null = none is hidden. */
  nextVisibleAt(): number | null {
    let next: number | null = null;
    for (const { visibleAt } of this.#messages.values()) {
      if (next === null || visibleAt < next) next = visibleAt;
    }
    return next;
  }

  handOut(message: QueueMessage, receipt: string, times: { now: number; hiddenMs: number }): QueueMessage {
    const handed: QueueMessage = {
      ...message,
      receipt,
      receiveCount: message.receiveCount + 1,
      firstReceivedAt: message.firstReceivedAt ?? times.now,
      visibleAt: times.now + times.hiddenMs,
    };
    this.#messages.set(handed.id, handed);
    return handed;
  }

  message(id: string): QueueMessage | undefined {
    return this.#messages.get(id);
  }

  remove(id: string): void {
    this.#messages.delete(id);
  }

  clear(): void {
    this.#messages.clear();
  }

  counts(now: number): { visible: number; hidden: number; delayed: number } {
    const visible = this.visible(now).length;
    const delayed = [...this.#messages.values()].filter(
      ({ visibleAt, receiveCount }) => visibleAt > now && receiveCount === 0,
    ).length;
    return { visible, delayed, hidden: this.#messages.size - visible - delayed };
  }

  /** Calls back at the next change; returns how to stop waiting. */
  onChange(wake: () => void): () => void {
    this.#waiting.add(wake);
    return () => this.#waiting.delete(wake);
  }

  save(): QueueRecord {
    const { accountId, name, attributes, tags, createdAt, modifiedAt } = this;
    return { accountId, name, attributes, tags, createdAt, modifiedAt, messages: [...this.#messages.values()] };
  }
}

export function md5(text: string): string {
  return createHash('md5').update(text, 'utf8').digest('hex');
}
