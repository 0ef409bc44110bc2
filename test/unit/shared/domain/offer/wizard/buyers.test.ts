import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAccountIds } from '../../../../../../src/shared/domain/offer/wizard/buyers.ts';

describe('parseAccountIds', () => {
  it('keeps leading zeros', () => {
    expect(parseAccountIds('012345678901')).toEqual({ ids: ['012345678901'], rejected: [] });
  });

  it('reads every usual arrangement', () => {
    const text = '1111-2222-3333, "444455556666"\n\'012345678901;１２３４５６７８９０１２、111122223333';
    expect(parseAccountIds(text)).toEqual({
      ids: ['111122223333', '444455556666', '012345678901', '123456789012'],
      rejected: [],
    });
  });

  it('says what is no account id instead of dropping it', () => {
    expect(parseAccountIds('11112222333 1.23457E+11 Example')).toEqual({
      ids: [],
      rejected: ['11112222333', '1.23457E+11', 'Example'],
    });
  });

  it('finds every id of any list, in order', () => {
    const id = fc.stringMatching(/^\d{12}$/);
    const separator = fc.constantFrom(',', '\n', '\t', ' ', '; ', '、');
    fc.assert(
      fc.property(fc.uniqueArray(id, { maxLength: 30 }), separator, (ids, between) => {
        expect(parseAccountIds(ids.join(between))).toEqual({ ids, rejected: [] });
      }),
    );
  });
});
