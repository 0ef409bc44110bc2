import {
  DeleteRuleCommand,
  DescribeRuleCommand,
  DisableRuleCommand,
  EnableRuleCommand,
  InvalidEventPatternException,
  ListRuleNamesByTargetCommand,
  ListRulesCommand,
  ListTargetsByRuleCommand,
  PutEventsCommand,
  PutRuleCommand,
  PutTargetsCommand,
  RemoveTargetsCommand,
  ResourceNotFoundException,
  TestEventPatternCommand,
  type EventBridgeClient,
} from '@aws-sdk/client-eventbridge';
import {
  CreateQueueCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  QueueDoesNotExist,
  ReceiveMessageCommand,
  SendMessageCommand,
  SetQueueAttributesCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { seedId } from '../../../src/simulator/seed/ids.ts';
import type { Simulator } from '../../../src/simulator/server.ts';
import { accountsOf, eventBridgeClient, sqsClient, startTestSimulator } from '../../support/simulator.ts';

let simulator: Simulator;
let events: EventBridgeClient;
let sqs: SQSClient;

beforeEach(async () => {
  simulator = await startTestSimulator();
  events = eventBridgeClient(simulator, accountsOf(simulator).isv);
  sqs = sqsClient(simulator, accountsOf(simulator).isv);
});
afterEach(() => simulator.stop());

const EventPattern = JSON.stringify({ source: ['aws.agreement-marketplace'], 'detail-type': [{ suffix: 'Proposer' }] });

async function failure(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => null,
    (error: unknown) => error,
  );
}

async function makeQueue(QueueName = 'mp-events') {
  const { QueueUrl = '' } = await sqs.send(new CreateQueueCommand({ QueueName }));
  const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] }));
  return { QueueUrl, arn: Attributes?.['QueueArn'] ?? '' };
}

/** Rule, queue and target as a seller sets them up; the policy is the test's business. */
async function setUp() {
  const queue = await makeQueue();
  const { RuleArn = '' } = await events.send(new PutRuleCommand({ Name: 'mp-events', EventPattern }));
  const put = await events.send(new PutTargetsCommand({ Rule: 'mp-events', Targets: [{ Id: 'sqs', Arn: queue.arn }] }));
  expect(put.FailedEntryCount).toBe(0);
  return { ...queue, RuleArn };
}

function letIn(QueueUrl: string, queueArn: string, ruleArn: string) {
  const Policy = JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Service: 'events.amazonaws.com' },
        Action: 'sqs:SendMessage',
        Resource: queueArn,
        Condition: { ArnEquals: { 'aws:SourceArn': ruleArn } },
      },
    ],
  });
  return sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes: { Policy } }));
}

const accept = (slug: string) =>
  simulator.control.acceptOffer({
    offerId: seedId('offer', slug),
    buyerAccountId: accountsOf(simulator).buyer.accountId,
  });

async function bodies(QueueUrl: string): Promise<Record<string, unknown>[]> {
  const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }));
  return Messages.map(({ Body }) => JSON.parse(Body ?? '') as Record<string, unknown>);
}

describe('an event', () => {
  it('travels by rule to the queue of the account concerned, in its envelope', async () => {
    const { QueueUrl, arn, RuleArn } = await setUp();
    await letIn(QueueUrl, arn, RuleArn);
    const waiting = sqs.send(
      new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 20, MaxNumberOfMessages: 10, VisibilityTimeout: 0 }),
    );
    const agreement = await accept('krill contract');
    const [message] = (await waiting).Messages ?? [];
    expect(JSON.parse(message?.Body ?? '')).toMatchObject({
      version: '0',
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      'detail-type': 'Purchase Agreement Created - Proposer',
      source: 'aws.agreement-marketplace',
      account: accountsOf(simulator).isv.accountId,
      region: 'us-east-1',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      resources: [`arn:aws:aws-marketplace::aws:agreement:${String(agreement['id'])}`],
      detail: { agreement: { id: agreement['id'], intent: 'NEW' }, requestId: expect.any(String) },
    });
    expect((await bodies(QueueUrl)).length).toBe(1);
  });

  it('stays out of a queue whose policy does not let the rule in, and says so to who asks', async () => {
    const { QueueUrl, arn, RuleArn } = await setUp();
    await accept('krill contract');
    expect(await bodies(QueueUrl)).toEqual([]);
    await letIn(QueueUrl, arn, `${RuleArn}-other`);
    await accept('plankton active');
    expect(await bodies(QueueUrl)).toEqual([]);
    expect(simulator.control.deliveries().map(({ outcome }) => outcome)).toEqual(['not-permitted', 'not-permitted']);
  });

  it('stays out while the rule is disabled, and comes late or twice where that is asked for', async () => {
    const { QueueUrl, arn, RuleArn } = await setUp();
    await letIn(QueueUrl, arn, RuleArn);
    await events.send(new DisableRuleCommand({ Name: 'mp-events' }));
    await accept('krill contract');
    expect(await bodies(QueueUrl)).toEqual([]);
    await events.send(new EnableRuleCommand({ Name: 'mp-events' }));
    simulator.control.setDeliveryHabits({ delayMs: 60_000, duplicates: 1 });
    await accept('plankton active');
    expect(await bodies(QueueUrl)).toEqual([]);
    simulator.control.advanceClock(60_000);
    const twice = await bodies(QueueUrl);
    expect(twice).toHaveLength(2);
    expect(new Set(twice.map(({ id }) => id)).size).toBe(1);
  });

  it('of an account itself can be put in to try the way', async () => {
    const { QueueUrl, arn, RuleArn } = await setUp();
    await letIn(QueueUrl, arn, RuleArn);
    await events.send(new PutRuleCommand({ Name: 'mp-events', EventPattern: '{"source":["offerdeck.test"]}' }));
    const entry = { Source: 'offerdeck.test', DetailType: 'Try', Detail: '{"a":1}' };
    const put = await events.send(
      new PutEventsCommand({ Entries: [entry, { ...entry, Source: 'aws.marketplacecatalog' }] }),
    );
    expect(put.FailedEntryCount).toBe(1);
    expect(put.Entries?.[1]?.ErrorCode).toBe('NotAuthorizedForSourceException');
    expect(await bodies(QueueUrl)).toMatchObject([{ 'detail-type': 'Try', detail: { a: 1 } }]);
  });
});

describe('rules', () => {
  it('are described, listed, and taken away target first', async () => {
    const { arn, RuleArn } = await setUp();
    expect(await events.send(new DescribeRuleCommand({ Name: 'mp-events' }))).toMatchObject({
      Arn: RuleArn,
      EventPattern,
      State: 'ENABLED',
    });
    const listed = await events.send(new ListRulesCommand({ NamePrefix: 'mp-' }));
    expect(listed.Rules?.map(({ Name }) => Name)).toEqual(['mp-events']);
    const { Targets } = await events.send(new ListTargetsByRuleCommand({ Rule: 'mp-events' }));
    expect(Targets).toEqual([{ Id: 'sqs', Arn: arn }]);
    const names = await events.send(new ListRuleNamesByTargetCommand({ TargetArn: arn }));
    expect(names.RuleNames).toEqual(['mp-events']);

    const early = await failure(events.send(new DeleteRuleCommand({ Name: 'mp-events' })));
    expect(early).toMatchObject({
      name: 'ValidationException',
      message: "Rule can't be deleted since it has targets.",
    });
    await events.send(new RemoveTargetsCommand({ Rule: 'mp-events', Ids: ['sqs'] }));
    await events.send(new DeleteRuleCommand({ Name: 'mp-events' }));
    // Once more is no mistake.
    await events.send(new DeleteRuleCommand({ Name: 'mp-events' }));
    const gone = await failure(events.send(new DescribeRuleCommand({ Name: 'mp-events' })));
    expect(gone).toBeInstanceOf(ResourceNotFoundException);
    expect((await events.send(new ListRulesCommand({}))).Rules).toEqual([]);
  });

  it('belong to one account', async () => {
    await setUp();
    const other = eventBridgeClient(simulator, accountsOf(simulator).otherIsv);
    expect((await other.send(new ListRulesCommand({}))).Rules).toEqual([]);
    expect(await failure(other.send(new DescribeRuleCommand({ Name: 'mp-events' })))).toBeInstanceOf(
      ResourceNotFoundException,
    );
  });

  it('are refused where EventBridge refuses them', async () => {
    const put = (input: ConstructorParameters<typeof PutRuleCommand>[0]) =>
      failure(events.send(new PutRuleCommand(input)));
    const invalid = await put({ Name: 'a', EventPattern: '{"source":"x"}' });
    expect(invalid).toBeInstanceOf(InvalidEventPatternException);
    expect(await put({ Name: 'a' })).toMatchObject({ name: 'ValidationException' });
    expect(await put({ Name: 'a b', EventPattern })).toMatchObject({ name: 'ValidationException' });
    expect(await put({ Name: 'a', EventPattern, EventBusName: 'own' })).toBeInstanceOf(ResourceNotFoundException);
    const targets = (Rule: string, Arns: string[]) =>
      failure(events.send(new PutTargetsCommand({ Rule, Targets: Arns.map((Arn, i) => ({ Id: String(i), Arn })) })));
    expect(await targets('nobody', ['arn:aws:sqs:us-east-1:111122223333:q'])).toBeInstanceOf(ResourceNotFoundException);
    await events.send(new PutRuleCommand({ Name: 'full', EventPattern }));
    expect(await targets('full', ['not an arn'])).toMatchObject({ name: 'ValidationException' });
    const six = Array.from({ length: 6 }, (_, index) => `arn:aws:sqs:us-east-1:111122223333:q${index}`);
    expect(await targets('full', six)).toMatchObject({ name: 'LimitExceededException' });
  });

  it('can be tried against an event', async () => {
    const Event = JSON.stringify({ source: 'aws.agreement-marketplace', 'detail-type': 'X - Proposer' });
    const tried = await events.send(new TestEventPatternCommand({ EventPattern, Event }));
    expect(tried.Result).toBe(true);
  });
});

describe('queues over the real protocol', () => {
  it('send, receive and delete with checksums the client verifies', async () => {
    const { QueueUrl } = await makeQueue();
    await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'grüße' }));
    const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 1 }));
    expect(Messages[0]?.Body).toBe('grüße');
    await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: Messages[0]?.ReceiptHandle }));
    const again = await sqs.send(new ReceiveMessageCommand({ QueueUrl }));
    expect(again.Messages).toBeUndefined();
  });

  it('refuse with the class of the client', async () => {
    const unknown = await failure(sqs.send(new GetQueueUrlCommand({ QueueName: 'nobody' })));
    expect(unknown).toBeInstanceOf(QueueDoesNotExist);
    expect(unknown).toMatchObject({ $metadata: { httpStatusCode: 400 } });
  });
});
