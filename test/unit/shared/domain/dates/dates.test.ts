import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDuration,
  compareDurations,
  durationInDays,
  durationInMonths,
  formatDuration,
  isDuration,
  isSameDuration,
  lastDayOf,
  parseDuration,
} from '../../../../../src/shared/domain/dates/duration.ts';
import {
  addBusinessDays,
  addDays,
  addMonths,
  compareDates,
  cutToDate,
  daysBetween,
  isPlainDate,
  isWeekend,
  toBusinessDay,
  utcDateOf,
} from '../../../../../src/shared/domain/dates/plain-date.ts';

const anyDate = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('2000-01-01', days));

describe('plain dates', () => {
  it.each(['2027-02-28', '2028-02-29', '2000-02-29', '2026-12-31'])('knows %s', (date) => {
    expect(isPlainDate(date)).toBe(true);
  });
  it.each(['', '2027-02-29', '2100-02-29', '2027-13-01', '2027-00-10', '2027-04-31', '2027-1-1', '2027-01-01T00:00'])(
    'refuses %j',
    (date) => {
      expect(isPlainDate(date)).toBe(false);
    },
  );

  it('takes the day in UTC whatever the machine’s zone', () => {
    expect(utcDateOf('2026-11-21T23:59:59.999Z')).toBe('2026-11-21');
    expect(utcDateOf('2026-11-22T00:00:00Z')).toBe('2026-11-22');
    expect(utcDateOf('2026-11-22T01:00:00+09:00')).toBe('2026-11-21');
    expect(cutToDate('2027-02-01T00:00:00.000Z')).toBe('2027-02-01');
  });

  it('keeps the end of the month', () => {
    const months = [0, 1, 2, 3, 13].map((count) => addMonths('2027-01-31', count));
    expect(months).toEqual(['2027-01-31', '2027-02-28', '2027-03-31', '2027-04-30', '2028-02-29']);
  });

  it('counts business days without weekends', () => {
    expect(isWeekend('2026-11-21')).toBe(true);
    expect(toBusinessDay('2026-11-21')).toBe('2026-11-23');
    expect(toBusinessDay('2026-11-20')).toBe('2026-11-20');
    expect(addBusinessDays('2026-11-20', 1)).toBe('2026-11-23');
    expect(addBusinessDays('2026-11-20', 5)).toBe('2026-11-27');
    expect(addBusinessDays('2026-11-22', 0)).toBe('2026-11-23');
  });

  it('reaches the same day as walking business day by business day', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 0, max: 400 }), (date, count) => {
        let day = toBusinessDay(date);
        for (let walked = 0; walked < count; walked += 1) day = toBusinessDay(addDays(day, 1));
        expect(addBusinessDays(date, count)).toBe(day);
      }),
      { numRuns: 40 },
    );
  });

  it('adds and counts days both ways', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
        const moved = addDays(date, days);
        expect(daysBetween(date, moved)).toBe(days);
        expect(compareDates(date, moved)).toBe(Math.sign(-days) + 0);
      }),
    );
  });
});

describe('durations', () => {
  it('reads and writes years, months and days', () => {
    expect(parseDuration('P1Y6M10D')).toEqual({ years: 1, months: 6, days: 10 });
    expect(formatDuration({ years: 0, months: 12, days: 0 })).toBe('P12M');
    expect(formatDuration({ years: 0, months: 0, days: 0 })).toBe('P0D');
    expect(durationInMonths('P1Y6M')).toBe(18);
    expect(durationInMonths('P30D')).toBeNull();
    expect(durationInDays('P365D')).toBe(365);
    expect(durationInDays('P1M')).toBeNull();
  });
  it.each(['', 'P', '12M', 'P1W', 'PT1H', 'P-1M', 'P1.5M', 'p12m'])('refuses %j', (text) => {
    expect(isDuration(text)).toBe(false);
  });
  it('places durations in the calendar', () => {
    expect(addDuration('2027-01-31', 'P1M')).toBe('2027-02-28');
    expect(lastDayOf('2027-04-01', 'P12M')).toBe('2028-03-31');
    expect(compareDurations('P12M', 'P365D', '2027-01-01')).toBe(0);
    expect(compareDurations('P12M', 'P365D', '2028-01-01')).toBe(1);
    expect(compareDurations('P30D', 'P1M', '2027-01-01')).toBe(-1);
    expect(isSameDuration('P1Y', 'P12M')).toBe(true);
    expect(isSameDuration('P1M', 'P30D')).toBe(false);
  });
});
