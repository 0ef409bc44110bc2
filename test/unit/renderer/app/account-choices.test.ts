/** What the account switcher offers, and where the window goes afterwards. */
import { describe, expect, it } from 'vitest';
import { findChoices, toPathAfterSwitch } from '../../../../src/renderer/app/account-choices.ts';

const fern = {
  key: 'a',
  name: 'Fernhollow Labs',
  prefix: 'Fern',
  awsAccountId: '012345678901',
  colour: 'blue' as const,
};
const quill = {
  key: 'b',
  name: 'Quillmoor Data',
  prefix: 'Quill',
  awsAccountId: '111122223333',
  colour: 'red' as const,
};

describe('choices', () => {
  it('are all accounts and each one while nothing is typed', () => {
    expect(findChoices([fern, quill], ' ')).toEqual([null, fern, quill]);
  });

  it('are found by every word, in name, prefix or id', () => {
    expect(findChoices([fern, quill], 'LABS fern')).toEqual([fern]);
    expect(findChoices([fern, quill], '2222')).toEqual([quill]);
    expect(findChoices([fern, quill], 'labs quill')).toEqual([]);
  });
});

describe('after a switch', () => {
  it.each([
    ['/offers', '/offers'],
    ['/offers/a/offer-1', '/offers'],
    ['/drafts/d1', '/drafts'],
    ['/accounts/a/edit', '/accounts/a/edit'],
    ['/settings', '/settings'],
  ])('%s becomes %s', (from, to) => expect(toPathAfterSwitch(from)).toBe(to));
});
