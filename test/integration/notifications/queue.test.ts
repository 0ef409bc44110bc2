import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  SendMessageCommand,
  SetQueueAttributesCommand,
} from '@aws-sdk/client-sqs';
import { ListSubscriptionsCommand, UnsubscribeCommand } from '@aws-sdk/client-sns';
import { DescribeRuleCommand, PutRuleCommand } from '@aws-sdk/client-eventbridge';
import {
  GetOpportunityCommand,
  ListOpportunitiesCommand,
  UpdateOpportunityCommand,
} from '@aws-sdk/client-partnercentral-selling';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createClock } from '../../../src/main/hosts/common/clock.ts';
import {
  defaultQueueConfig,
  kindsLeftOut,
  letIn,
  type QueueConfig,
} from '../../../src/shared/domain/notification/queue.ts';
import { seedId, seedText } from '../../../src/simulator/seed/ids.ts';
import { accountKey } from '../../support/practice-world.ts';
import {
  accountsOf,
  eventBridgeClient,
  sellingClient,
  snsClient,
  sqsClient,
  startTestSimulator,
} from '../../support/simulator.ts';
import { startTestCore, type TestCore } from '../../support/test-core.ts';

const SPEED = 100;

async function startStage() {
  const simulator = await startTestSimulator({ speed: SPEED });
  onTestFinished(() => simulator.stop());
  const { isv, buyer } = accountsOf(simulator);
  const ports = { practice: simulator, clock: createClock(SPEED) };
  const core = await startTestCore(ports);
  const account = await accountKey(core, isv.accountId);
  return {
    simulator,
    core,
    account,
    isv,
    startAnother: () => startTestCore({ ...ports, clock: createClock(SPEED), dataFolder: core.dataFolder }),
    sqs: sqsClient(simulator, isv),
    events: eventBridgeClient(simulator, isv),
    accept: (slug: string) =>
      simulator.control.acceptOffer({ offerId: seedId('offer', slug), buyerAccountId: buyer.accountId }),
  };
}

type Stage = Awaited<ReturnType<typeof startStage>>;

async function run(core: TestCore, started: Promise<{ jobId: string | null }>) {
  const { jobId } = await started;
  return core.nextEvent('jobs.changed', (job) => job.id === jobId && job.endedAt !== null);
}

function setUp({ core, account, isv }: Stage, config: QueueConfig = defaultQueueConfig()) {
  return run(core, core.call('notifications.setUp', { account, config, confirmedAccountId: isv.accountId }));
}

async function queueOf({ core, account }: Pick<Stage, 'core' | 'account'>) {
  const { queues } = await core.call('notifications.queues', {});
  return queues.find((queue) => queue.account === account);
}

/** Resolves once the queue is as wanted; looks whenever something about queues has changed. */
async function untilQueue(stage: Stage, accept: (queue: Awaited<ReturnType<typeof queueOf>>) => boolean) {
  for (;;) {
    const known = stage.core.eventsOf('notifications.queuesChanged').length;
    if (accept(await queueOf(stage))) return;
    await stage.core.nextEvent(
      'notifications.queuesChanged',
      () => stage.core.eventsOf('notifications.queuesChanged').length > known,
    );
  }
}

/** Resolves with the inbox once every one of these types has come in. */
async function inbox(core: TestCore, ...types: string[]) {
  for (;;) {
    const known = core.eventsOf('notifications.changed').length;
    const { items } = await core.call('notifications.list', { filter: { account: null } });
    if (types.every((type) => items.some(({ detailType }) => detailType === type))) return items;
    await core.nextEvent('notifications.changed', () => core.eventsOf('notifications.changed').length > known);
  }
}

const ACCEPTED = 'Purchase Agreement Created - Proposer';

describe('a queue set up from the app', () => {
  it('lets in more kinds of events later by its first rule alone', async () => {
    const stage = await startStage();
    const { core, account, events } = stage;
    const [rule] = defaultQueueConfig().rules;
    const old: QueueConfig = { ...defaultQueueConfig(), rules: [{ name: rule?.name ?? '', kinds: ['agreements'] }] };
    await setUp(stage, old);
    const pattern = async () => (await events.send(new DescribeRuleCommand({ Name: rule?.name }))).EventPattern;
    expect(await pattern()).not.toContain('Opportunity ');
    expect(kindsLeftOut(old)).toContain('opportunities');

    const wider = letIn(old, ['opportunities']);
    expect(kindsLeftOut(wider)).not.toContain('opportunities');
    expect((await setUp(stage, wider)).state).toBe('succeeded');
    expect(await pattern()).toContain('Opportunity ');
    expect(await pattern()).toContain('Purchase Agreement Created');
    expect(await queueOf(stage)).toMatchObject({ state: 'active', config: wider });
    const { items } = await core.call('changes.list', { account, states: [], kinds: ['notification-setup'] });
    expect(items.filter(({ title }) => title.startsWith('PutRule'))).toHaveLength(2);
    expect(items.filter(({ title }) => title.startsWith('PutTargets'))).toHaveLength(1);
    // A queue that takes all has nothing left out, and one that others feed is theirs.
    expect(kindsLeftOut(defaultQueueConfig())).toEqual([]);
    expect(kindsLeftOut({ ...old, source: 'existing' })).toEqual([]);
  });

  it('shows its calls first, makes exactly these, and brings in what a buyer does, once', async () => {
    const stage = await startStage();
    const { core, account, isv, simulator } = stage;
    const config = defaultQueueConfig();
    const plan = await core.call('notifications.plan', { account, config });
    expect(plan.awsAccountId).toBe(isv.accountId);
    expect(simulator.control.requests().filter(({ operation }) => operation === 'CreateQueue')).toEqual([]);
    expect((await setUp(stage, config)).state).toBe('succeeded');
    const made = await stage.core.call('changes.list', { account, states: [], kinds: ['notification-setup'] });
    expect(made.items.map(({ title }) => title.split(' ')[0]).reverse()).toEqual(
      plan.calls.map(({ operation }) => operation),
    );
    expect(await queueOf(stage)).toMatchObject({ state: 'active', error: null });

    simulator.control.setDeliveryHabits({ delayMs: 0, duplicates: 1 });
    const agreement = await stage.accept('krill contract');
    const created = (await inbox(core, ACCEPTED)).find(({ detailType }) => detailType === ACCEPTED);
    expect(created).toMatchObject({
      kind: 'agreements',
      own: false,
      readAt: null,
      subjects: expect.arrayContaining([{ type: 'agreement', id: agreement['id'] }]),
    });
    // It refreshes what it is about.
    await core.nextEvent('agreements.changed', (payload) => payload.account === account);
    await core.call('notifications.sendTest', { account, confirmedAccountId: isv.accountId });
    const all = (await inbox(core, ACCEPTED, 'test-message')).map(({ detailType }) => detailType);
    // Every event was delivered twice.
    expect(all).toEqual([...new Set(all)]);
    expect((await core.call('notifications.unread', {})).total).toBeGreaterThanOrEqual(2);
  });

  it('is found in order by the check, which names what somebody has taken away', async () => {
    const stage = await startStage();
    await setUp(stage);
    const check = async () => (await stage.core.call('notifications.check', { account: stage.account })).checks;
    expect((await check()).map(({ check: name, state }) => [name, state])).toEqual([
      ['queue', 'passed'],
      ['redrive', 'passed'],
      ['policy', 'passed'],
      ['rules', 'passed'],
      ['targets', 'passed'],
      ['subscriptions', 'skipped'],
      ['dead-letters', 'passed'],
    ]);
    const { queueName, rules } = defaultQueueConfig();
    await stage.sqs.send(
      new SetQueueAttributesCommand({
        QueueUrl: `https://x/${stage.isv.accountId}/${queueName}`,
        Attributes: { Policy: '' },
      }),
    );
    await stage.events.send(
      new PutRuleCommand({ Name: rules[0]?.name, EventPattern: '{"source":["aws.other"]}', State: 'DISABLED' }),
    );
    const broken = (await check()).filter(({ state }) => state === 'failed').map(({ check: name }) => name);
    expect(broken).toEqual(['policy', 'rules']);
  });

  it('leaves what is no event to the dead-letter queue, and says so', async () => {
    const stage = await startStage();
    await setUp(stage);
    await stage.sqs.send(
      new SendMessageCommand({
        QueueUrl: `https://x/${stage.isv.accountId}/${defaultQueueConfig().queueName}`,
        MessageBody: 'hello',
      }),
    );
    await untilQueue(stage, (queue) => queue?.problems.length === 1);
    expect((await queueOf(stage))?.problems[0]?.excerpt).toBe('hello');
    expect((await stage.core.call('notifications.list', { filter: { account: null } })).total).toBe(0);
  });

  it('is taken down again, with nothing left at AWS but what came in', async () => {
    const stage = await startStage();
    const { core, account, isv } = stage;
    await setUp(stage);
    await stage.accept('krill contract');
    await inbox(core, ACCEPTED);
    const { calls } = await core.call('notifications.planRemoval', { account });
    expect(calls.filter(({ loses }) => loses !== null)).toHaveLength(3);
    const removed = await run(
      core,
      core.call('notifications.tearDown', { account, confirmedAccountId: isv.accountId }),
    );
    expect(removed.state).toBe('succeeded');
    expect(await queueOf(stage)).toBeUndefined();
    const rule = defaultQueueConfig().rules[0]?.name;
    await expect(stage.events.send(new DescribeRuleCommand({ Name: rule }))).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
    const kept = await core.call('notifications.list', { filter: { account } });
    expect(kept.items.map(({ detailType }) => detailType)).toContain(ACCEPTED);
  });
});

describe('a queue on the older topics of a product', () => {
  const topic = (kind: string) =>
    `arn:aws:sns:us-east-1:287250355862:aws-mp-${kind}-notification-${seedText('code cells', 25)}`;
  const topicArns = ['entitlement', 'subscription'].map(topic);
  const config: QueueConfig = { ...defaultQueueConfig(), source: 'topics', rules: [], topicArns };

  it('is set up by the calls that were shown, brings in what a buyer does, passes its check, and is taken down', async () => {
    const stage = await startStage();
    const { core, account, isv, simulator } = stage;
    const plan = await core.call('notifications.plan', { account, config });
    expect(plan.calls.map(({ operation }) => operation)).toEqual([
      'CreateQueue',
      'CreateQueue',
      'SetQueueAttributes',
      'Subscribe',
      'Subscribe',
    ]);
    expect((await setUp(stage, config)).state).toBe('succeeded');
    const made = await core.call('changes.list', { account, states: [], kinds: ['notification-setup'] });
    expect(made.items.map(({ title }) => title.split(' ')[0]).reverse()).toEqual(
      plan.calls.map(({ operation }) => operation),
    );

    simulator.control.setDeliveryHabits({ delayMs: 0, duplicates: 1 });
    await stage.accept('cells custom eula');
    const items = await inbox(core, 'subscribe-success', 'entitlement-updated');
    expect(items.filter(({ source }) => source === 'sns')).toHaveLength(2);
    expect(items.find(({ detailType }) => detailType === 'subscribe-success')).toMatchObject({
      kind: 'agreements',
      subjects: [{ type: 'offer', id: seedId('offer', 'cells custom eula') }],
    });

    const { checks } = await core.call('notifications.check', { account });
    expect(checks.map(({ check, state }) => [check, state])).toEqual([
      ['queue', 'passed'],
      ['redrive', 'passed'],
      ['policy', 'passed'],
      ['rules', 'skipped'],
      ['targets', 'skipped'],
      ['subscriptions', 'passed'],
      ['dead-letters', 'passed'],
    ]);

    const sns = snsClient(simulator, isv);
    const subscribed = async () => (await sns.send(new ListSubscriptionsCommand({}))).Subscriptions ?? [];
    const [first] = await subscribed();
    await sns.send(new UnsubscribeCommand({ SubscriptionArn: first?.SubscriptionArn }));
    const broken = await core.call('notifications.check', { account });
    expect(broken.checks.find(({ state }) => state === 'failed')?.check).toBe('subscriptions');

    const removal = await core.call('notifications.planRemoval', { account });
    expect(removal.calls.map(({ operation }) => operation)).toEqual(['Unsubscribe', 'DeleteQueue', 'DeleteQueue']);
    const wish = { account, confirmedAccountId: isv.accountId };
    expect((await run(core, core.call('notifications.tearDown', wish))).state).toBe('succeeded');
    expect(await subscribed()).toEqual([]);
    expect(await queueOf(stage)).toBeUndefined();
  });

  it('is refused without a topic, and stops at a topic of another seller', async () => {
    const stage = await startStage();
    const { core, account } = stage;
    const none = await core.failure('notifications.plan', { account, config: { ...config, topicArns: [] } });
    expect(none.fields).toMatchObject([{ path: 'config.topicArns', messageKey: 'inbox:problem.no-topic' }]);
    const theirs = topic('subscription').replace(/-[^-]+$/, `-${seedText('code nobody', 25)}`);
    const job = await setUp(stage, { ...config, topicArns: [theirs] });
    expect(job.state).toBe('failed');
    expect((await queueOf(stage))?.steps.find(({ state }) => state === 'failed')?.operation).toBe('Subscribe');
  });
});

describe('a set-up that meets something', () => {
  it('sends nothing to another account than the one that was shown', async () => {
    const stage = await startStage();
    const { core, account } = stage;
    const job = await run(
      core,
      core.call('notifications.setUp', {
        account,
        config: defaultQueueConfig(),
        confirmedAccountId: '999999999999',
      }),
    );
    expect(job.error?.code).toBe('wrong-account');
    const operations = stage.simulator.control.requests().map(({ operation }) => operation);
    expect(operations).not.toContain('CreateQueue');
  });

  it('does not overwrite a policy or a rule of somebody else', async () => {
    const stage = await startStage();
    const { queueName } = defaultQueueConfig();
    const QueueUrl = `https://x/${stage.isv.accountId}/${queueName}`;
    const Policy = JSON.stringify({ Version: '2012-10-17', Statement: [{ Sid: 'Theirs', Effect: 'Deny' }] });
    await stage.sqs.send(new CreateQueueCommand({ QueueName: queueName, Attributes: { Policy } }));
    const job = await setUp(stage);
    expect(job.error).toMatchObject({ code: 'name-in-use', params: { name: queueName } });
    const { Attributes } = await stage.sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }));
    expect(Attributes?.['Policy']).toBe(Policy);
    const steps = (await queueOf(stage))?.steps ?? [];
    expect(steps.find(({ state }) => state === 'failed')?.operation).toBe('SetQueueAttributes');
  });

  it('goes on after a refusal where it stood, and after a crash makes nothing twice', async () => {
    const stage = await startStage();
    const { core, account, isv, simulator } = stage;
    simulator.control.addFault({ kind: 'access-denied', operation: 'PutTargets', times: 1 });
    const refused = await setUp(stage);
    expect(refused.error?.code).toBe('access-denied');
    // The answer to the next call is lost, and with it the process that waited for it.
    simulator.control.addFault({ kind: 'drop-after', operation: 'PutTargets', times: 1 });
    await core.call('notifications.setUp', {
      account,
      config: defaultQueueConfig(),
      confirmedAccountId: isv.accountId,
    });
    await core.nextEvent(
      'changes.changed',
      (change) => change.title.startsWith('PutTargets') && change.state === 'sending',
    );
    await core.core.close();
    const next = await stage.startAnother();
    const done = await run(
      next,
      next.call('notifications.setUp', { account, config: defaultQueueConfig(), confirmedAccountId: isv.accountId }),
    );
    expect(done.state).toBe('succeeded');
    const sent = simulator.control.requests().map(({ operation }) => operation);
    const count = (name: string) => sent.filter((operation) => operation === name).length;
    expect([count('CreateQueue'), count('PutRule'), count('SetQueueAttributes')]).toEqual([2, 1, 2]);
    expect(count('PutTargets')).toBeLessThanOrEqual(3);
    expect((await queueOf({ core: next, account }))?.state).toBe('active');
  });
});

describe('an event of Partner Central', () => {
  it('comes in by the same queue, and what it is about is read again', async () => {
    const stage = await startStage();
    const { core, account, simulator, isv } = stage;
    await setUp(stage);
    const client = sellingClient(simulator, isv);
    const { OpportunitySummaries } = await client.send(
      new ListOpportunitiesCommand({ Catalog: 'AWS', LifeCycleReviewStatus: ['Pending Submission'], MaxResults: 1 }),
    );
    const id = OpportunitySummaries?.[0]?.Id ?? '';
    const held = await client.send(new GetOpportunityCommand({ Catalog: 'AWS', Identifier: id }));
    await client.send(
      new UpdateOpportunityCommand({
        ...held,
        Catalog: 'AWS',
        Identifier: id,
        LastModifiedDate: held.LastModifiedDate,
        Project: { ...held.Project, Title: 'Told by an event' },
      }),
    );
    const [told] = (await inbox(core, 'Opportunity Updated')).filter((each) => each.kind === 'opportunities');
    expect(told).toMatchObject({ subjects: [{ type: 'opportunity', id }], status: null });
    await core.nextEvent('opportunities.changed', (changed) => changed.account === account);
    const { items } = await core.call('opportunities.list', { filter: { account } });
    // Exactly what the event is about, not the whole list.
    expect(items.map((each) => [each.id, each.title])).toEqual([[id, 'Told by an event']]);

    const [referral] = await simulator.control.selling.refer({ accountId: isv.accountId });
    await core.nextEvent('invitations.changed', (changed) => changed.account === account);
    const invitations = await core.call('invitations.list', { filter: { account } });
    expect(invitations.items.map((each) => [each.id, each.status])).toEqual([[referral?.id, 'PENDING']]);
  });
});
