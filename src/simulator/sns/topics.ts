/** The two topics that AWS keeps for every SaaS product, and who has subscribed to them. */
import { createHash } from 'node:crypto';
import { toInstant } from '../catalog/instants.ts';
import type { AgreementRecord, ProductEntity } from '../catalog/model.ts';
import { allowsSending } from '../sqs/policy.ts';
import type { Queues } from '../sqs/queues.ts';
import type { SimulatorClock } from '../types.ts';

export type TopicKind = 'entitlement' | 'subscription';

export interface Subscription {
  readonly arn: string;
  readonly topicArn: string;
  readonly accountId: string;
  /** ARN of a queue. */
  readonly endpoint: string;
  /** The message alone, without the envelope. */
  readonly isRaw: boolean;
}

export interface TopicsState {
  readonly subscriptions: readonly Subscription[];
}

/** The account of AWS that owns the topics. */
const OWNER = '287250355862';
const TOPIC = /^arn:aws:sns:us-east-1:287250355862:aws-mp-(entitlement|subscription)-notification-([a-z0-9]+)$/;
/** Between the warning and the end of a subscription: the seller's last chance to send usage. */
const METERING_MS = 3_600_000;

function topicArn(kind: TopicKind, productCode: string): string {
  return `arn:aws:sns:us-east-1:${OWNER}:aws-mp-${kind}-notification-${productCode}`;
}

export function productCodeOf(arn: string): string | null {
  return TOPIC.exec(arn)?.[2] ?? null;
}

interface TopicsDependencies {
  readonly clock: SimulatorClock;
  readonly queues: Queues;
  readonly onChange: () => void;
}

export class Topics {
  readonly #deps: TopicsDependencies;
  readonly #byArn = new Map<string, Subscription>();

  constructor(deps: TopicsDependencies) {
    this.#deps = deps;
  }

  of(accountId: string): Subscription[] {
    return [...this.#byArn.values()].filter((subscription) => subscription.accountId === accountId);
  }

  get(arn: string): Subscription | undefined {
    return this.#byArn.get(arn);
  }

  put(subscription: Subscription): void {
    this.#byArn.set(subscription.arn, subscription);
  }

  remove(arn: string): void {
    this.#byArn.delete(arn);
  }

  /** An agreement has come into force; for a replacement the same is told again with its offer. */
  started(agreement: AgreementRecord, product: ProductEntity | undefined): void {
    if (product?.type !== 'SaaSProduct') return;
    if (isContract(agreement)) this.#publish('entitlement', product, base(agreement, product, 'entitlement-updated'));
    this.#publish('subscription', product, {
      ...base(agreement, product, 'subscribe-success'),
      'offer-identifier': agreement.offerId,
      isFreeTrialTermPresent: String(hasTrial(agreement)),
    });
  }

  ended(agreement: AgreementRecord, product: ProductEntity | undefined): void {
    if (product?.type !== 'SaaSProduct') return;
    if (isContract(agreement)) this.#publish('entitlement', product, base(agreement, product, 'entitlement-updated'));
    // What continues in another agreement is not left.
    if (agreement.status === 'RENEWED' || agreement.status === 'REPLACED') return;
    this.#publish('subscription', product, base(agreement, product, 'unsubscribe-pending'));
    this.#deps.clock.after(METERING_MS, () => {
      this.#publish('subscription', product, base(agreement, product, 'unsubscribe-success'));
      this.#deps.onChange();
    });
  }

  #publish(kind: TopicKind, product: ProductEntity, message: Readonly<Record<string, string>>): void {
    const arn = topicArn(kind, product.productCode);
    const { queues, clock } = this.#deps;
    for (const subscription of this.#byArn.values()) {
      const queue = subscription.topicArn === arn ? queues.byArn(subscription.endpoint) : undefined;
      const sender = { service: 'sns.amazonaws.com', sourceArn: arn, sourceAccount: OWNER };
      if (!queue || !allowsSending(queue.attributes['Policy'], queue.arn, sender)) continue;
      const text = JSON.stringify(message);
      const body = subscription.isRaw ? text : envelope(arn, subscription, { text, time: clock.now() });
      queue.send({ id: crypto.randomUUID(), body, senderId: 'AIDASNSNOTIFICATION0' }, clock.now());
    }
  }

  save(): TopicsState {
    return { subscriptions: [...this.#byArn.values()] };
  }

  load(state: TopicsState): void {
    this.#byArn.clear();
    for (const subscription of state.subscriptions) this.put(subscription);
  }
}

function base(agreement: AgreementRecord, product: ProductEntity, action: string): Record<string, string> {
  const customer = createHash('sha256').update(`${agreement.acceptor} ${product.id}`).digest('hex');
  return { action, 'customer-identifier': customer.slice(0, 11), 'product-code': product.productCode };
}

function isContract({ terms }: AgreementRecord): boolean {
  return terms.pricing.some(
    ({ Type }) => Type === 'ConfigurableUpfrontPricingTerm' || Type === 'FixedUpfrontPricingTerm',
  );
}

function hasTrial({ terms }: AgreementRecord): boolean {
  return terms.pricing.some(({ Type }) => Type === 'FreeTrialPricingTerm');
}

function envelope(arn: string, subscription: Subscription, { text, time }: { text: string; time: number }): string {
  const host = 'https://sns.us-east-1.amazonaws.com/';
  return JSON.stringify({
    Type: 'Notification',
    MessageId: crypto.randomUUID(),
    TopicArn: arn,
    Message: text,
    Timestamp: toInstant(time).replace('Z', '.000Z'),
    SignatureVersion: '1',
    // No key of AWS is here to sign with.
    Signature: createHash('sha256').update(`${arn} ${text}`).digest('base64'),
    SigningCertURL: `${host}SimpleNotificationService-simulated.pem`,
    UnsubscribeURL: `${host}?Action=Unsubscribe&SubscriptionArn=${subscription.arn}`,
  });
}
