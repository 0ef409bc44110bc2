import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, isWeekend } from '../../../../../src/shared/domain/dates/plain-date.ts';
import { compareAmounts, formatAmount, sumAmounts } from '../../../../../src/shared/domain/money/amount.ts';
import { minorUnits } from '../../../../../src/shared/domain/money/currency.ts';
import { generateSchedule } from '../../../../../src/shared/domain/payment-schedule/generate.ts';
import type { ScheduleFrequency, ScheduleRequest } from '../../../../../src/shared/domain/payment-schedule/request.ts';

const request: ScheduleRequest = {
  total: '1000',
  currency: 'USD',
  firstDate: '2027-01-31',
  frequency: { kind: 'monthly' },
  until: { kind: 'installments', installments: '3' },
  remainder: 'backload',
  yearlyIncreasePercent: '',
};

function scheduleOf(changes: Partial<ScheduleRequest>) {
  const generated = generateSchedule({ ...request, ...changes });
  if (!generated.ok) throw new Error(JSON.stringify(generated.errors));
  return generated.schedule;
}

function errorsOf(changes: Partial<ScheduleRequest>) {
  const generated = generateSchedule({ ...request, ...changes });
  return generated.ok ? [] : generated.errors.map(({ path, messageKey }) => `${path} ${messageKey.split('.')[1]}`);
}

describe('generateSchedule', () => {
  it('puts the remainder on the last payment (backload) or on the first (frontload)', () => {
    expect(scheduleOf({}).map(({ amount }) => amount)).toEqual(['333.33', '333.33', '333.34']);
    expect(scheduleOf({ remainder: 'frontload' }).map(({ amount }) => amount)).toEqual(['333.34', '333.33', '333.33']);
  });

  it('keeps the end of the month', () => {
    expect(scheduleOf({}).map(({ date }) => date)).toEqual(['2027-01-31', '2027-02-28', '2027-03-31']);
    expect(scheduleOf({ frequency: { kind: 'quarterly' } }).map(({ date }) => date)).toEqual([
      '2027-01-31',
      '2027-04-30',
      '2027-07-31',
    ]);
    const yearly = scheduleOf({ frequency: { kind: 'yearly' }, firstDate: '2028-02-29' });
    expect(yearly.map(({ date }) => date)).toEqual(['2028-02-29', '2029-02-28', '2030-02-28']);
  });

  it.each([15, 30, 90, 365])('goes every %i calendar days until the approximate end date', (days) => {
    const schedule = scheduleOf({
      frequency: { kind: 'days', days, count: 'calendar-days' },
      until: { kind: 'last-date', lastDate: addDays('2027-01-31', days * 3 + 7) },
    });
    expect(schedule.map(({ date }) => date)).toEqual([0, 1, 2, 3].map((n) => addDays('2027-01-31', n * days)));
  });

  it('counts business days and starts on one', () => {
    const schedule = scheduleOf({ frequency: { kind: 'days', days: 15, count: 'business-days' } });
    expect(schedule.map(({ date }) => date)).toEqual(['2027-02-01', '2027-02-22', '2027-03-15']);
  });

  it('lets each year cost more than the one before', () => {
    const schedule = scheduleOf({
      total: '3152.5',
      frequency: { kind: 'yearly' },
      yearlyIncreasePercent: '5',
    });
    expect(schedule.map(({ amount }) => amount)).toEqual(['1000.00', '1050.00', '1102.50']);
    const monthly = scheduleOf({
      total: '25200',
      until: { kind: 'installments', installments: '24' },
      yearlyIncreasePercent: '10',
    }).map(({ amount }) => amount);
    expect([monthly[0], monthly[11], monthly[12], monthly[23]]).toEqual(['1000.00', '1000.00', '1100.00', '1100.00']);
  });

  it('sends whole yen', () => {
    const schedule = scheduleOf({ total: '1000', currency: 'JPY' });
    expect(schedule.map(({ amount }) => amount)).toEqual(['333', '333', '334']);
  });

  it.each<[string, Partial<ScheduleRequest>, string[]]>([
    ['no total', { total: '' }, ['total total-empty']],
    ['half a cent', { total: '10.005' }, ['total total-too-many-decimals']],
    ['half a yen', { total: '10.5', currency: 'JPY' }, ['total total-too-many-decimals']],
    ['negative total', { total: '-5' }, ['total total-negative']],
    ['no first date', { firstDate: '2027-02-30' }, ['firstDate date-invalid']],
    ['end before start', { until: { kind: 'last-date', lastDate: '2027-01-30' } }, ['until.lastDate end-before-start']],
    ['no end', { until: { kind: 'last-date', lastDate: '' } }, ['until.lastDate date-invalid']],
    [
      'too many by date',
      { until: { kind: 'last-date', lastDate: '2040-01-31' } },
      ['until.lastDate installments-too-many'],
    ],
    [
      'too many by number',
      { until: { kind: 'installments', installments: '61' } },
      ['until.installments installments-too-many'],
    ],
    [
      'no installments',
      { until: { kind: 'installments', installments: '0' } },
      ['until.installments installments-invalid'],
    ],
    [
      'half an installment',
      { until: { kind: 'installments', installments: '2.5' } },
      ['until.installments installments-invalid'],
    ],
    ['beyond the calendar', { firstDate: '9999-11-30' }, ['until.installments too-far-ahead']],
    ['no step', { frequency: { kind: 'days', days: 0, count: 'calendar-days' } }, ['frequency frequency-invalid']],
    ['falling prices', { yearlyIncreasePercent: '-3' }, ['yearlyIncreasePercent increase-invalid']],
    [
      'weekend start past the end date in business days',
      {
        frequency: { kind: 'days', days: 15, count: 'business-days' },
        until: { kind: 'last-date', lastDate: '2027-01-31' },
      },
      ['until.lastDate end-before-start'],
    ],
    ['all at once', { total: 'x', firstDate: '' }, ['total total-not-a-number', 'firstDate date-invalid']],
  ])('refuses %s at its field', (_name, changes, errors) => {
    expect(errorsOf(changes)).toEqual(errors);
  });

  const frequency = fc.oneof(
    fc.record({
      kind: fc.constant('days' as const),
      days: fc.constantFrom(15, 30, 90, 365, 1, 7),
      count: fc.constantFrom('calendar-days' as const, 'business-days' as const),
    }),
    fc.record({ kind: fc.constantFrom('monthly' as const, 'quarterly' as const, 'yearly' as const) }),
  );

  it('adds up to the total to the last coin, on rising dates, for every input', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000_000 }),
        fc.constantFrom('USD', 'EUR', 'GBP', 'AUD', 'JPY'),
        fc.integer({ min: 0, max: 20_000 }),
        frequency,
        fc.integer({ min: 1, max: 60 }),
        fc.constantFrom('frontload' as const, 'backload' as const),
        fc.constantFrom('', '0', '3', '7.25', '100'),
        (minor, currency, start, every: ScheduleFrequency, installments, remainder, yearlyIncreasePercent) => {
          const decimals = minorUnits(currency);
          const total =
            decimals === 0 ? String(minor) : `${Math.floor(minor / 100)}.${String(minor % 100).padStart(2, '0')}`;
          const schedule = scheduleOf({
            total,
            currency,
            firstDate: addDays('2025-01-01', start),
            frequency: every,
            until: { kind: 'installments', installments: String(installments) },
            remainder,
            yearlyIncreasePercent,
          });
          expect(schedule).toHaveLength(installments);
          expect(compareAmounts(sumAmounts(schedule.map(({ amount }) => amount)), total)).toBe(0);
          schedule.forEach(({ date, amount }, index) => {
            expect(formatAmount(amount, decimals)).toBe(amount);
            expect(date > (schedule[index - 1]?.date ?? '')).toBe(true);
            if (every.kind === 'days' && every.count === 'business-days') expect(isWeekend(date)).toBe(false);
          });
        },
      ),
    );
  });
});
