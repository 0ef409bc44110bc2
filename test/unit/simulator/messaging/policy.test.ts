import { describe, expect, test } from 'vitest';
import { allowsSending } from '../../../../src/simulator/sqs/policy.ts';

const queue = 'arn:aws:sqs:us-east-1:111122223333:mp-events';
const rule = 'arn:aws:events:us-east-1:111122223333:rule/mp-events';
const sender = { service: 'events.amazonaws.com', sourceArn: rule, sourceAccount: '111122223333' };

const good = {
  Effect: 'Allow',
  Principal: { Service: 'events.amazonaws.com' },
  Action: 'sqs:SendMessage',
  Resource: queue,
  Condition: { ArnEquals: { 'aws:SourceArn': rule } },
};

const asks = (...statements: object[]) =>
  allowsSending(JSON.stringify({ Version: '2012-10-17', Statement: statements }), queue, sender);

describe('a queue lets a rule in', () => {
  test.each([
    ['as AWS documents it', good],
    ['with several rules', { ...good, Condition: { ArnEquals: { 'aws:SourceArn': ['arn:aws:x', rule] } } }],
    [
      'with a wildcard',
      { ...good, Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:events:*:111122223333:rule/*' } } },
    ],
    ['by account', { ...good, Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' } } }],
    ['without any condition', { ...good, Condition: undefined }],
    ['by every action', { ...good, Action: ['sqs:*'], Resource: '*' }],
  ])('%s', (_what, statement) => {
    expect(asks(statement)).toBe(true);
  });

  test.each([
    ['for another rule', { ...good, Condition: { ArnEquals: { 'aws:SourceArn': `${rule}-other` } } }],
    ['for another service', { ...good, Principal: { Service: 'sns.amazonaws.com' } }],
    ['for another queue', { ...good, Resource: `${queue}-dlq` }],
    ['for another action', { ...good, Action: 'sqs:ReceiveMessage' }],
    ['on a condition that cannot be judged', { ...good, Condition: { DateLessThan: { 'aws:CurrentTime': '2030' } } }],
    ['where it denies', { ...good, Effect: 'Deny' }],
  ])('but not %s', (_what, statement) => {
    expect(asks(statement)).toBe(false);
  });

  test('but not past a deny, nor without a policy', () => {
    expect(asks(good, { ...good, Effect: 'Deny', Principal: '*' })).toBe(false);
    expect(allowsSending(undefined, queue, sender)).toBe(false);
    expect(allowsSending('', queue, sender)).toBe(false);
  });
});
