import {
  AuthorizationErrorException,
  ListSubscriptionsByTopicCommand,
  ListSubscriptionsCommand,
  NotFoundException,
  SubscribeCommand,
  UnsubscribeCommand,
  type SNSClient,
} from '@aws-sdk/client-sns';
import {
  CreateQueueCommand,
  DeleteMessageCommand,
  ReceiveMessageCommand,
  SetQueueAttributesCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { seedId, seedText } from '../../../src/simulator/seed/ids.ts';
import type { Simulator } from '../../../src/simulator/server.ts';
import { accountsOf, snsClient, sqsClient, startTestSimulator } from '../../support/simulator.ts';

const DAY_MS = 86_400_000;

let simulator: Simulator;
let sns: SNSClient;
let sqs: SQSClient;

beforeEach(async () => {
  simulator = await startTestSimulator();
  sns = snsClient(simulator, accountsOf(simulator).isv);
  sqs = sqsClient(simulator, accountsOf(simulator).isv);
});
afterEach(() => simulator.stop());

const topic = (kind: string, product: string) =>
  `arn:aws:sns:us-east-1:287250355862:aws-mp-${kind}-notification-${seedText(`code ${product}`, 25)}`;

async function failure(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => null,
    (error: unknown) => error,
  );
}

/** A queue that the topics of one product may write to. */
async function listen(product: string, Attributes: Record<string, string> = {}) {
  const { QueueUrl = '' } = await sqs.send(new CreateQueueCommand({ QueueName: 'saas' }));
  const Endpoint = `arn:aws:sqs:us-east-1:${accountsOf(simulator).isv.accountId}:saas`;
  const topics = [topic('entitlement', product), topic('subscription', product)];
  const Policy = JSON.stringify({
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Service: 'sns.amazonaws.com' },
        Action: 'sqs:SendMessage',
        Resource: Endpoint,
        Condition: { ArnEquals: { 'aws:SourceArn': topics } },
      },
    ],
  });
  await sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes: { Policy } }));
  for (const TopicArn of topics) {
    await sns.send(new SubscribeCommand({ TopicArn, Protocol: 'sqs', Endpoint, Attributes }));
  }
  return { QueueUrl, topics, Endpoint };
}

async function bodies(QueueUrl: string): Promise<string[]> {
  const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }));
  for (const { ReceiptHandle } of Messages) await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
  return Messages.map(({ Body }) => Body ?? '');
}

const actions = (messages: readonly string[]) =>
  messages.map((text) => (JSON.parse(text) as { action: string }).action);

const accept = (slug: string) =>
  simulator.control.acceptOffer({
    offerId: seedId('offer', slug),
    buyerAccountId: accountsOf(simulator).buyer.accountId,
  });

describe('the topics of a SaaS product', () => {
  it('tell of a contract in the envelope of SNS', async () => {
    const { QueueUrl, topics } = await listen('cells');
    await accept('cells custom eula');
    const messages = (await bodies(QueueUrl)).map((text) => JSON.parse(text) as Record<string, string>);
    expect(messages.map(({ TopicArn }) => TopicArn)).toEqual(topics);
    expect(messages[0]).toMatchObject({ Type: 'Notification', SignatureVersion: '1' });
    expect(JSON.parse(messages[0]?.['Message'] ?? '')).toEqual({
      action: 'entitlement-updated',
      'customer-identifier': expect.stringMatching(/^[0-9a-f]{11}$/),
      'product-code': seedText('code cells', 25),
    });
    expect(JSON.parse(messages[1]?.['Message'] ?? '')).toMatchObject({
      action: 'subscribe-success',
      'offer-identifier': seedId('offer', 'cells custom eula'),
      isFreeTrialTermPresent: 'false',
    });
  });

  it('tell of a subscription that ends: an hour before, and when it is over', async () => {
    const { QueueUrl } = await listen('driftmeter', { RawMessageDelivery: 'true' });
    const agreement = await accept('driftmeter active');
    expect(actions(await bodies(QueueUrl))).toEqual(['subscribe-success']);
    await simulator.control.endAgreement({ agreementId: String(agreement['id']), status: 'CANCELLED' });
    expect(actions(await bodies(QueueUrl))).toEqual(['unsubscribe-pending']);
    simulator.control.advanceClock(3_600_000);
    expect(actions(await bodies(QueueUrl))).toEqual(['unsubscribe-success']);
  });

  it('tell of a future dated agreement when it starts, not when it is signed', async () => {
    const { QueueUrl } = await listen('harbor', { RawMessageDelivery: 'true' });
    const agreement = await accept('harbor future dated');
    expect(await bodies(QueueUrl)).toEqual([]);
    const until = Date.parse(String(agreement['startTime'])) - simulator.control.businessNow();
    simulator.control.advanceClock(until + DAY_MS / 2);
    const told = actions(await bodies(QueueUrl));
    expect(told).toContain('entitlement-updated');
    expect(told).toContain('subscribe-success');
  });

  it('are listed and left', async () => {
    const { topics, QueueUrl, Endpoint } = await listen('driftmeter');
    const [, TopicArn = ''] = topics;
    const { Subscriptions } = await sns.send(new ListSubscriptionsByTopicCommand({ TopicArn }));
    expect(Subscriptions).toMatchObject([{ TopicArn, Protocol: 'sqs', Endpoint }]);
    expect((await sns.send(new ListSubscriptionsCommand({}))).Subscriptions).toHaveLength(2);
    const { SubscriptionArn } = Subscriptions?.[0] ?? {};
    // Subscribing again answers the same subscription.
    const again = await sns.send(new SubscribeCommand({ TopicArn, Protocol: 'sqs', Endpoint }));
    expect(again.SubscriptionArn).toBe(SubscriptionArn);
    await sns.send(new UnsubscribeCommand({ SubscriptionArn }));
    await sns.send(new UnsubscribeCommand({ SubscriptionArn }));
    await accept('driftmeter active');
    expect(await bodies(QueueUrl)).toEqual([]);
  });

  it('are closed to all but the seller of the product', async () => {
    const Endpoint = `arn:aws:sqs:us-east-1:${accountsOf(simulator).isv.accountId}:saas`;
    const subscribe = (TopicArn: string, more = {}) =>
      failure(sns.send(new SubscribeCommand({ TopicArn, Protocol: 'sqs', Endpoint, ...more })));
    expect(await subscribe(topic('subscription', 'heather'))).toBeInstanceOf(AuthorizationErrorException);
    expect(await subscribe(topic('subscription', 'nothing'))).toBeInstanceOf(NotFoundException);
    expect(await subscribe(topic('subscription', 'gatekeeper'))).toBeInstanceOf(NotFoundException);
    expect(await subscribe('nonsense')).toMatchObject({ name: 'InvalidParameterException' });
    expect(
      await subscribe(topic('subscription', 'driftmeter'), { Endpoint: 'arn:aws:sqs:us-east-1:012345678901:q' }),
    ).toMatchObject({
      name: 'InvalidParameterException',
    });
    expect(await subscribe(topic('subscription', 'driftmeter'), { Protocol: 'email' })).toMatchObject({
      name: 'InvalidParameterException',
    });
  });
});
