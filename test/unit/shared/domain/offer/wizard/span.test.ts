import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lastDayOf } from '../../../../../../src/shared/domain/dates/duration.ts';
import { addDays } from '../../../../../../src/shared/domain/dates/plain-date.ts';
import { durationOfSpan } from '../../../../../../src/shared/domain/offer/wizard/span.ts';

describe('durationOfSpan', () => {
  it.each([
    ['2027-04-01', '2028-03-31', 'P12M'],
    ['2027-01-31', '2027-02-27', 'P1M'],
    ['2027-04-01', '2027-04-01', 'P1D'],
    ['2027-04-01', '2027-05-15', 'P45D'],
    ['2028-02-29', '2029-02-27', 'P12M'],
  ])('%s to %s is %s', (start, end, duration) => {
    expect(durationOfSpan(start, end)).toBe(duration);
  });

  it('has no answer for a service that ends before it starts', () => {
    expect(durationOfSpan('2027-04-01', '2027-03-31')).toBeNull();
  });

  it('always leads back to the last day', () => {
    const start = fc.integer({ min: 0, max: 4000 }).map((days) => addDays('2026-01-01', days));
    fc.assert(
      fc.property(start, fc.integer({ min: 0, max: 2000 }), (from, days) => {
        const end = addDays(from, days);
        expect(lastDayOf(from, durationOfSpan(from, end) ?? '')).toBe(end);
      }),
    );
  });
});
