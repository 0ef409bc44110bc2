/** Carries events to the targets of matching rules, once each, unless somebody asked for delays or duplicates. */
import { toInstant } from '../catalog/instants.ts';
import { allowsSending } from '../sqs/policy.ts';
import type { Queues } from '../sqs/queues.ts';
import type { SimulatedEvent, SimulatorClock } from '../types.ts';
import { ruleArn, type RuleRecord, type Rules, type Target } from './rules.ts';

export interface Delivery {
  readonly eventId: string;
  readonly detailType: string;
  readonly ruleArn: string;
  readonly targetArn: string;
  readonly outcome: 'delivered' | 'no-such-queue' | 'not-permitted' | 'not-simulated';
}

/** How delivery strays from once and at once; EventBridge promises neither. */
export interface DeliveryHabits {
  readonly delayMs: number;
  /** How many more times each event comes. */
  readonly duplicates: number;
}

export interface EventBus {
  publish(event: SimulatedEvent): string;
  setHabits(habits: DeliveryHabits): void;
  deliveries(): readonly Delivery[];
}

interface BusDependencies {
  readonly clock: SimulatorClock;
  readonly rules: Rules;
  readonly queues: Queues;
  readonly onChange: () => void;
}

const SERVICE = 'events.amazonaws.com';
const REMEMBERED = 1000;

export function createEventBus(deps: BusDependencies): EventBus {
  const deliveries: Delivery[] = [];
  let habits: DeliveryHabits = { delayMs: 0, duplicates: 0 };

  function deliver(envelope: Envelope): void {
    for (const rule of deps.rules.matching(envelope.account, envelope)) {
      for (const target of rule.targets) {
        const outcome = send(envelope, rule, target, deps);
        const { id, 'detail-type': detailType } = envelope;
        deliveries.push({ eventId: id, detailType, ruleArn: ruleArn(rule), targetArn: target.Arn, outcome });
      }
    }
    deliveries.splice(0, Math.max(0, deliveries.length - REMEMBERED));
  }

  return {
    publish(event) {
      const envelope = envelopeOf(event, deps.clock);
      for (let copy = 0; copy <= habits.duplicates; copy += 1) {
        if (habits.delayMs === 0) deliver(envelope);
        else {
          deps.clock.after(habits.delayMs, () => {
            deliver(envelope);
            deps.onChange();
          });
        }
      }
      return envelope.id;
    },
    setHabits(next) {
      habits = next;
    },
    deliveries: () => [...deliveries],
  };
}

type Envelope = ReturnType<typeof envelopeOf>;

function envelopeOf(event: SimulatedEvent, clock: SimulatorClock) {
  return {
    version: event.version ?? '0',
    id: crypto.randomUUID(),
    'detail-type': event.detailType,
    source: event.source,
    account: event.accountId,
    time: event.time ?? toInstant(clock.now()),
    region: 'us-east-1',
    resources: event.resources,
    detail: event.detail,
  };
}

function send(
  envelope: Envelope,
  rule: RuleRecord,
  target: Target,
  { queues, clock }: BusDependencies,
): Delivery['outcome'] {
  if (!target.Arn.startsWith('arn:aws:sqs:')) return 'not-simulated';
  const queue = queues.byArn(target.Arn);
  if (!queue) return 'no-such-queue';
  const sender = { service: SERVICE, sourceArn: ruleArn(rule), sourceAccount: rule.accountId };
  if (!allowsSending(queue.attributes['Policy'], queue.arn, sender)) return 'not-permitted';
  const body = target.Input ?? JSON.stringify(envelope);
  queue.send({ id: crypto.randomUUID(), body, senderId: 'AIDAEVENTBRIDGE00000' }, clock.now());
  return 'delivered';
}
