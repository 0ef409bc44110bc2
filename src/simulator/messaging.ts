/** Queues, rules and topics of the local cloud, and the way of an event from the service that tells it to the queue. */
import { createEventBus, type EventBus } from './eventbridge/delivery.ts';
import { Rules, type RulesState } from './eventbridge/rules.ts';
import { createEventsService, type EventsService } from './eventbridge/service.ts';
import { Queues, type QueuesState } from './sqs/queues.ts';
import { createSqsService, type SqsService } from './sqs/service.ts';
import { Topics, type TopicsState } from './sns/topics.ts';
import type { SimulatorClock } from './types.ts';

export interface MessagingState {
  readonly queues: QueuesState;
  readonly rules: RulesState;
  readonly topics: TopicsState;
}

export interface Messaging {
  readonly sqs: SqsService;
  readonly events: EventsService;
  readonly bus: EventBus;
  readonly topics: Topics;
  save(): MessagingState;
  load(state: unknown): void;
  /** Ends long polls. */
  close(): void;
}

interface MessagingDependencies {
  readonly clock: SimulatorClock;
  readonly endpoint: () => string;
  readonly randomId: (length: number) => string;
  readonly onChange: () => void;
}

export function createMessaging(deps: MessagingDependencies): Messaging {
  const queues = new Queues();
  const rules = new Rules();
  const bus = createEventBus({ ...deps, rules, queues });
  const topics = new Topics({ ...deps, queues });
  return {
    sqs: createSqsService({ ...deps, queues }),
    events: createEventsService({ rules, publish: (event) => bus.publish(event) }),
    bus,
    topics,
    save: () => ({ queues: queues.save(), rules: rules.save(), topics: topics.save() }),
    load(state) {
      const saved = state as MessagingState;
      queues.load(saved.queues);
      rules.load(saved.rules);
      topics.load(saved.topics);
    },
    close: () => queues.close(),
  };
}
