import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toDurationNumber, toDurationText } from '../../../../../../src/shared/domain/offer/wizard/duration-text.ts';

describe('durations as numbers', () => {
  it('shows years as months', () => {
    expect(toDurationNumber('P1Y6M', 'months')).toBe('18');
    expect(toDurationNumber('P365D', 'days')).toBe('365');
  });

  it('shows what is no duration of this unit as it is', () => {
    expect(toDurationNumber('P30D', 'months')).toBe('P30D');
    expect(toDurationNumber('', 'days')).toBe('');
  });

  it('reads full-width digits', () => {
    expect(toDurationText('１２', 'months')).toBe('P12M');
  });

  it('gives back every text that was typed, unless it is a number spelled otherwise', () => {
    const unit = fc.constantFrom('months' as const, 'days' as const);
    const typed = fc.string({ maxLength: 16 }).filter((text) => !/[\dP]/.test(text.normalize('NFKC')));
    fc.assert(
      fc.property(typed, unit, (text, which) => {
        expect(toDurationNumber(toDurationText(text, which), which)).toBe(text);
      }),
    );
    fc.assert(
      fc.property(fc.nat(99_999), unit, (count, which) => {
        expect(toDurationNumber(toDurationText(String(count), which), which)).toBe(String(count));
      }),
    );
  });
});
