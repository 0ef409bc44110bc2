/** All queues of all accounts. */
import { Queue, type QueueRecord } from './queue.ts';

export interface QueuesState {
  readonly queues: readonly QueueRecord[];
  /** When a queue of that ARN was deleted. */
  readonly deleted: Readonly<Record<string, number>>;
}

export class Queues {
  readonly #byArn = new Map<string, Queue>();
  readonly deletedAt = new Map<string, number>();

  byArn(arn: string): Queue | undefined {
    return this.#byArn.get(arn);
  }

  get(accountId: string, name: string): Queue | undefined {
    return this.#byArn.get(queueArn(accountId, name));
  }

  of(accountId: string): Queue[] {
    return [...this.#byArn.values()]
      .filter((queue) => queue.accountId === accountId)
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  add(record: QueueRecord): Queue {
    const queue = new Queue(record);
    this.#byArn.set(queue.arn, queue);
    return queue;
  }

  remove(queue: Queue, now: number): void {
    this.#byArn.delete(queue.arn);
    queue.close();
    this.deletedAt.set(queue.arn, now);
  }

  /** The world ends: nobody waits any longer. */
  close(): void {
    for (const queue of this.#byArn.values()) queue.close();
  }

  save(): QueuesState {
    return {
      queues: [...this.#byArn.values()].map((queue) => queue.save()),
      deleted: Object.fromEntries(this.deletedAt),
    };
  }

  load(state: QueuesState): void {
    this.#byArn.clear();
    this.deletedAt.clear();
    for (const record of state.queues) this.add(record);
    for (const [arn, at] of Object.entries(state.deleted)) this.deletedAt.set(arn, at);
  }
}

export function queueArn(accountId: string, name: string): string {
  return `arn:aws:sqs:us-east-1:${accountId}:${name}`;
}
