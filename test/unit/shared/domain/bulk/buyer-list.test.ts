import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBuyers } from '../../../../../src/main/bulk/clone.ts';

describe('a list of buyers', () => {
  it.each([
    ['a pasted column', '012345678901\n111122223333\n', ['012345678901', '111122223333']],
    ['a CSV with a heading and names', 'Account,Name\n012345678901,Sample buyer', ['012345678901']],
    ['the name first', 'Sample buyer;012345678901', ['012345678901']],
    ['a tab between', '012345678901\tSample buyer', ['012345678901']],
    ['groups of four', '0123-4567-8901\n1111 2222 3333', ['012345678901', '111122223333']],
    ['the formula of a text', '="012345678901"', ['012345678901']],
    ['an apostrophe', "'012345678901", ['012345678901']],
    ['full-width digits', '０１２３４５６７８９０１', ['012345678901']],
    ['a mark of UTF-8 and empty lines', '\uFEFF012345678901\r\n\r\n', ['012345678901']],
  ])('reads %s', (_name, text, ids) => {
    const { buyers, problems } = readBuyers(text);
    expect(buyers.map(({ awsAccountId }) => awsAccountId)).toEqual(ids);
    expect(problems).toEqual([]);
  });

  it('keeps the name beside the id', () => {
    expect(readBuyers('012345678901,"Sample, Inc."').buyers).toEqual([
      { line: 1, awsAccountId: '012345678901', name: 'Sample, Inc.' },
    ]);
  });

  it.each([
    ['12345678901', 'bulk:buyers.shortened'],
    ['1.23457E+11', 'bulk:buyers.scientific'],
    ['1234567890123', 'bulk:buyers.notAnId'],
    ['12', 'bulk:buyers.notAnId'],
  ])('says why %s is no account id, and on which line', (text, messageKey) => {
    const { buyers, problems } = readBuyers(`111122223333\n${text}`);
    expect(buyers).toHaveLength(1);
    expect(problems).toMatchObject([{ line: 2, messageKey }]);
  });

  it('takes a buyer once and names the line where it stood before', () => {
    const { buyers, problems } = readBuyers('111122223333\n012345678901\n1111-2222-3333');
    expect(buyers).toHaveLength(2);
    expect(problems).toMatchObject([{ line: 3, messageKey: 'bulk:buyers.duplicate', params: { line: 1 } }]);
  });

  it('keeps every digit of any list of ids', () => {
    const id = fc.stringMatching(/^\d{12}$/);
    fc.assert(
      fc.property(fc.uniqueArray(id, { minLength: 1, maxLength: 50 }), (ids) => {
        expect(readBuyers(ids.join('\n')).buyers.map(({ awsAccountId }) => awsAccountId)).toEqual(ids);
      }),
    );
  });
});
