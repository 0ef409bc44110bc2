import { describe, expect, it } from 'vitest';
import { toTemplate } from '../../../../../src/shared/domain/notification/cloudformation.ts';
import { planRemoval, planSetup } from '../../../../../src/shared/domain/notification/plan.ts';
import {
  defaultQueueConfig,
  findConfigProblems,
  parseQueue,
  type QueueConfig,
} from '../../../../../src/shared/domain/notification/queue.ts';

const ACCOUNT = '012345678901';
const twoRules: QueueConfig = {
  source: 'rules',
  queueName: 'mp-events',
  deadLetterQueueName: 'mp-events-failed',
  rules: [
    { name: 'mp-offers', kinds: ['offers'] },
    { name: 'mp-agreements', kinds: ['agreements', 'requests'] },
  ],
  topicArns: [],
};
const topics: QueueConfig = {
  ...twoRules,
  source: 'topics',
  rules: [],
  topicArns: ['arn:aws:sns:us-east-1:287250355862:aws-mp-subscription-notification-abc'],
};
const operations = (config: QueueConfig) => planSetup(ACCOUNT, config).map(({ operation }) => operation);

describe('the plan of a set-up', () => {
  it('makes the queue for what cannot be delivered before the queue that refers to it, and rules before targets', () => {
    expect(operations(twoRules)).toEqual([
      'CreateQueue',
      'CreateQueue',
      'PutRule',
      'PutRule',
      'SetQueueAttributes',
      'SetQueueAttributes',
      'PutTargets',
      'PutTargets',
    ]);
    const [, queue] = planSetup(ACCOUNT, twoRules);
    const { RedrivePolicy, SqsManagedSseEnabled } = queue?.request['Attributes'] as Record<string, string>;
    expect(JSON.parse(RedrivePolicy ?? '')).toEqual({
      deadLetterTargetArn: 'arn:aws:sqs:us-east-1:012345678901:mp-events-failed',
      maxReceiveCount: '5',
    });
    expect(SqsManagedSseEnabled).toBe('true');
  });

  it('lets in exactly the rules of the account, one or several', () => {
    const sourcesOf = (config: QueueConfig) => {
      const call = planSetup(ACCOUNT, config).find(({ id }) => id === 'queue-policy');
      const { Policy } = call?.request['Attributes'] as { Policy: string };
      const [statement] = (JSON.parse(Policy) as { Statement: Record<string, unknown>[] }).Statement;
      return statement;
    };
    expect(sourcesOf(twoRules)).toMatchObject({
      Principal: { Service: 'events.amazonaws.com' },
      Condition: {
        ArnEquals: {
          'aws:SourceArn': [
            'arn:aws:events:us-east-1:012345678901:rule/mp-offers',
            'arn:aws:events:us-east-1:012345678901:rule/mp-agreements',
          ],
        },
      },
    });
    expect(sourcesOf(defaultQueueConfig())).toMatchObject({
      Condition: { ArnEquals: { 'aws:SourceArn': expect.stringContaining(':rule/') } },
    });
    expect(sourcesOf(topics)).toMatchObject({ Principal: { Service: 'sns.amazonaws.com' } });
  });

  it('subscribes to topics, does without a dead-letter queue, and makes nothing for a queue that is there', () => {
    expect(operations({ ...topics, deadLetterQueueName: null })).toEqual([
      'CreateQueue',
      'SetQueueAttributes',
      'Subscribe',
    ]);
    expect(operations({ ...twoRules, source: 'existing' })).toEqual([]);
  });

  it('is taken down from the flow to the queues, and says what is lost', () => {
    expect(planRemoval(ACCOUNT, twoRules).map(({ operation, loses }) => [operation, loses])).toEqual([
      ['RemoveTargets', 'flow'],
      ['DeleteRule', null],
      ['RemoveTargets', 'flow'],
      ['DeleteRule', null],
      ['DeleteQueue', 'messages'],
      ['DeleteQueue', 'deadLetters'],
    ]);
    expect(planRemoval(ACCOUNT, topics, ['arn:sub'])[0]).toMatchObject({ operation: 'Unsubscribe' });
  });
});

describe('the template', () => {
  it('holds every part of the plan', () => {
    const text = toTemplate(twoRules);
    for (const part of [
      'AWS::SQS::Queue',
      'AWS::SQS::QueuePolicy',
      "QueueName: 'mp-events'",
      "Name: 'mp-agreements'",
      '!GetAtt EventRule1.Arn',
      '!GetAtt EventRule2.Arn',
      'deadLetterTargetArn: !GetAtt DeadLetterQueue.Arn',
      'SqsManagedSseEnabled: true',
    ]) {
      expect(text).toContain(part);
    }
    expect(text).not.toContain('AWS::IAM');
    expect(toTemplate(topics)).toContain(`TopicArn: '${topics.topicArns[0]}'`);
  });
});

describe('a configuration', () => {
  it('is refused where names collide or nothing feeds the queue', () => {
    const problems = (changes: Partial<QueueConfig>) =>
      findConfigProblems({ ...twoRules, ...changes }).map(({ problem }) => problem);
    expect(problems({})).toEqual([]);
    expect(problems({ deadLetterQueueName: 'mp-events' })).toEqual(['same-queue-names']);
    expect(problems({ rules: [] })).toEqual(['no-rule']);
    expect(problems({ rules: [...twoRules.rules, { name: 'mp-offers', kinds: ['licenses'] }] })).toEqual([
      'duplicate-rule',
    ]);
    expect(problems({ source: 'topics' })).toEqual(['no-topic']);
  });

  it('takes a queue by address or ARN, leading zeros kept', () => {
    const found = { account: ACCOUNT, name: 'mp-events' };
    expect(parseQueue(`arn:aws:sqs:us-east-1:${ACCOUNT}:mp-events`)).toEqual(found);
    expect(parseQueue(` https://sqs.us-east-1.amazonaws.com/${ACCOUNT}/mp-events `)).toEqual(found);
    expect(parseQueue(`arn:aws:sqs:eu-west-1:${ACCOUNT}:mp-events`)).toBeNull();
    expect(parseQueue('mp-events')).toBeNull();
  });
});
