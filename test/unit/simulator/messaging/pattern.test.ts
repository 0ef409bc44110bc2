import { describe, expect, test } from 'vitest';
import { readPattern } from '../../../../src/simulator/eventbridge/pattern.ts';

const event = {
  source: 'aws.agreement-marketplace',
  'detail-type': 'Purchase Agreement Created - Proposer',
  resources: ['arn:a', 'arn:b'],
  detail: { agreement: { id: 'agmt-1', intent: 'NEW' }, resaleAuthorization: null, amount: 12.5 },
};

const matches = (pattern: unknown) => readPattern(JSON.stringify(pattern))(event);

describe('a pattern', () => {
  test.each([
    [{ source: ['aws.marketplacecatalog', 'aws.agreement-marketplace'] }, true],
    [{ source: ['aws.marketplacecatalog'] }, false],
    [{ 'detail-type': [{ prefix: 'Purchase Agreement' }] }, true],
    [{ 'detail-type': [{ suffix: '- Proposer' }] }, true],
    [{ 'detail-type': [{ suffix: '- Acceptor' }] }, false],
    [{ 'detail-type': [{ wildcard: 'Purchase*Created - *' }] }, true],
    [{ 'detail-type': [{ 'equals-ignore-case': 'purchase agreement created - proposer' }] }, true],
    [{ detail: { agreement: { intent: [{ 'anything-but': ['RENEW', 'REPLACE'] }] } } }, true],
    [{ detail: { agreement: { intent: [{ 'anything-but': 'NEW' }] } } }, false],
    [{ detail: { agreement: { id: [{ 'anything-but': { prefix: 'agmt' } }] } } }, false],
    [{ detail: { offer: { id: [{ exists: false }] } } }, true],
    [{ detail: { agreement: { id: [{ exists: true }] } } }, true],
    [{ detail: { agreement: { status: [{ 'anything-but': 'ACTIVE' }] } } }, false],
    [{ detail: { resaleAuthorization: [null] } }, true],
    [{ detail: { amount: [{ numeric: ['>', 10, '<=', 12.5] }] } }, true],
    [{ detail: { amount: [{ numeric: ['<', 10] }] } }, false],
    [{ resources: ['arn:b'] }, true],
    [{ resources: ['arn:c'] }, false],
    [{ source: ['x'], $or: [{ source: ['aws.agreement-marketplace'] }, { resources: ['y'] }] }, false],
    [{ $or: [{ source: ['x'] }, { resources: [{ prefix: 'arn' }] }] }, true],
    [{ source: ['aws.agreement-marketplace'], account: ['111122223333'] }, false],
  ])('%j', (pattern, expected) => {
    expect(matches(pattern)).toBe(expected);
  });

  test.each([
    ['{', 'not valid JSON'],
    ['[]', 'not an object'],
    ['{}', 'empty'],
    ['{"source":"aws.x"}', 'must be an object or an array'],
    ['{"source":[]}', 'Empty arrays'],
    ['{"detail":{}}', 'Empty objects'],
    ['{"source":[["a"]]}', 'Nested arrays'],
    ['{"source":[{"begins":"a"}]}', 'Unrecognized match type'],
    ['{"source":[{"prefix":1}]}', 'must be a string'],
    ['{"source":[{"prefix":"a","suffix":"b"}]}', 'one operator'],
    ['{"source":[{"exists":"yes"}]}', 'true or false'],
    ['{"source":[{"numeric":[">"]}]}', 'numeric'],
  ])('that reads %s is refused', (text, reason) => {
    expect(() => readPattern(text)).toThrow(expect.objectContaining({ code: 'InvalidEventPatternException' }) as Error);
    expect(() => readPattern(text)).toThrow(reason);
  });
});
