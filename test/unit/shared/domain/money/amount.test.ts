import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  canonicalAmount,
  compareAmounts,
  compoundWeights,
  formatAmount,
  isZeroAmount,
  parseAmount,
  runningTotals,
  splitAmount,
  sumAmounts,
} from '../../../../../src/shared/domain/money/amount.ts';
import { decimalsFor, minorUnits } from '../../../../../src/shared/domain/money/currency.ts';

const cents = fc.integer({ min: 0, max: 10_000_000_000 });
const toText = (minor: number, decimals: number) =>
  decimals === 0 ? String(minor) : `${Math.floor(minor / 100)}.${String(minor % 100).padStart(2, '0')}`;

describe('parseAmount', () => {
  it.each([
    ['12', '12'],
    [' 12.50 ', '12.5'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['007', '7'],
    ['１２．５', '12.5'],
    ['0.00000001', '0.00000001'],
    ['-0', '0'],
    ['100000000', '100000000'],
  ])('reads %j as %j', (text, amount) => {
    expect(parseAmount(text, { decimals: 8 })).toEqual({ ok: true, amount });
  });

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['abc', 'not-a-number'],
    ['1,000', 'not-a-number'],
    ['1e5', 'not-a-number'],
    ['0x10', 'not-a-number'],
    ['Infinity', 'not-a-number'],
    ['.', 'not-a-number'],
    ['-1', 'negative'],
    ['100000000.01', 'too-large'],
    ['1.123', 'too-many-decimals'],
  ])('refuses %j as %s', (text, problem) => {
    expect(parseAmount(text, { decimals: 2 })).toEqual({ ok: false, problem });
  });

  it('does not count trailing zeros as decimals', () => {
    expect(parseAmount('1.5000', { decimals: 2 })).toEqual({ ok: true, amount: '1.5' });
  });

  it('takes whole yen only', () => {
    const decimals = decimalsFor('schedule', 'JPY');
    expect(parseAmount('100.5', { decimals })).toEqual({ ok: false, problem: 'too-many-decimals' });
    expect(minorUnits('JPY')).toBe(0);
    expect(decimalsFor('usage', 'USD')).toBe(8);
    expect(decimalsFor('contract', 'EUR')).toBe(3);
    expect(decimalsFor('schedule', 'AUD')).toBe(2);
  });
});

describe('arithmetic', () => {
  it('never uses scientific notation', () => {
    expect(canonicalAmount('0.00000001')).toBe('0.00000001');
    expect(sumAmounts(Array.from({ length: 60 }, () => '99999999999999999999.99'))).toBe('5999999999999999999999.4');
    expect(sumAmounts(['0.1', '0.2'])).toBe('0.3');
  });

  it('compares and formats by value', () => {
    expect(compareAmounts('0.10', '0.1')).toBe(0);
    expect(compareAmounts('2', '10')).toBe(-1);
    expect(compareAmounts('10', '9.99')).toBe(1);
    expect(isZeroAmount('0.000')).toBe(true);
    expect(formatAmount('6000', 2)).toBe('6000.00');
    expect(runningTotals(['1', '2.5', '0.1'])).toEqual(['1', '3.5', '3.6']);
    expect(compoundWeights('5', 3)).toEqual(['1', '1.05', '1.1025']);
  });

  it('puts what cannot be divided on the first or on the last part', () => {
    const split = { total: '100', weights: ['1', '1', '1'], decimals: 2 };
    expect(splitAmount({ ...split, remainder: 'first' })).toEqual(['33.34', '33.33', '33.33']);
    expect(splitAmount({ ...split, remainder: 'last' })).toEqual(['33.33', '33.33', '33.34']);
    expect(splitAmount({ ...split, weights: [], remainder: 'last' })).toEqual([]);
  });

  it('splits every total exactly, each part in whole coins and never negative', () => {
    fc.assert(
      fc.property(
        cents,
        fc.constantFrom(0, 2),
        fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 60 }),
        fc.constantFrom('first' as const, 'last' as const),
        (minor, decimals, weights, remainder) => {
          const total = toText(minor, decimals);
          const parts = splitAmount({ total, weights: weights.map(String), decimals, remainder });
          expect(compareAmounts(sumAmounts(parts), total)).toBe(0);
          for (const part of parts) {
            expect(formatAmount(part, decimals)).toSatisfy((text: string) => compareAmounts(text, part) === 0);
            expect(compareAmounts(part, '0')).toBeGreaterThanOrEqual(0);
          }
        },
      ),
    );
  });
});
