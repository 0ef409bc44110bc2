import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../../../src/shared/domain/dates/plain-date.ts';
import {
  cashFlow,
  formatScheduleCsv,
  parseScheduleText,
} from '../../../../../src/shared/domain/payment-schedule/table.ts';

const headings = { date: 'Date', amount: 'Amount' };

function problems(text: string, currency = 'USD') {
  return parseScheduleText(text, currency).errors.map(({ line, messageKey }) => `${line} ${messageKey.split('.')[1]}`);
}

describe('parseScheduleText', () => {
  it('reads what a spreadsheet copies', () => {
    expect(parseScheduleText('Date\tAmount\n2027-01-31\t1,234.50\r\n\n2027/2/28\t$10\n', 'USD')).toEqual({
      rows: [
        { date: '2027-01-31', amount: '1234.5' },
        { date: '2027-02-28', amount: '10' },
      ],
      errors: [],
    });
  });

  it('reads commas with quotes, semicolons and Japanese dates', () => {
    expect(parseScheduleText('2027-01-31,"1,000"', 'USD').rows).toEqual([{ date: '2027-01-31', amount: '1000' }]);
    expect(parseScheduleText('2027-01-31;1000', 'USD').rows).toEqual([{ date: '2027-01-31', amount: '1000' }]);
    expect(parseScheduleText('２０２７年１月３１日\t１０００円', 'JPY').rows).toEqual([
      { date: '2027-01-31', amount: '1000' },
    ]);
  });

  it('says which line is wrong and why, and keeps the good ones', () => {
    const text = [
      '2027-01-31,100',
      '01/02/2027,5',
      'soon,5',
      '2027-02-30,5',
      '2027-03-01,x',
      '2027-03-01,1.005',
      '2027-03-01',
      '2027-03-01,1,000',
    ];
    expect(problems(text.join('\n'))).toEqual([
      '2 date-ambiguous',
      '3 date-invalid',
      '4 date-invalid',
      '5 amount-not-a-number',
      '6 amount-too-many-decimals',
      '7 columns',
      '8 columns',
    ]);
    expect(parseScheduleText(text.join('\n'), 'USD').rows).toEqual([{ date: '2027-01-31', amount: '100' }]);
    expect(problems('2027-01-31,0.5', 'JPY')).toEqual(['1 amount-too-many-decimals']);
    expect(problems('')).toEqual(['1 nothing-found']);
    expect(problems('Date,Amount\n')).toEqual(['1 nothing-found']);
  });

  it('reads back what was exported', () => {
    const row = fc.record({
      date: fc.integer({ min: 0, max: 9000 }).map((days) => addDays('2026-01-01', days)),
      amount: fc.integer({ min: 0, max: 99_999_999 }).map((whole) => `${whole}.25`),
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 60 }), (rows) => {
        expect(parseScheduleText(formatScheduleCsv(rows, headings), 'USD')).toEqual({ rows, errors: [] });
      }),
    );
  });

  it('defuses cells that a spreadsheet would run', () => {
    const csv = formatScheduleCsv([{ date: '=cmd()', amount: '1,5' }], headings);
    expect(csv).toBe('Date,Amount\r\n\'=cmd(),"1,5"\r\n');
  });
});

describe('cashFlow', () => {
  it('adds up by date and leaves out unfinished rows', () => {
    const rows = [
      { date: '2027-03-01', amount: '0.2' },
      { date: '2027-01-01', amount: '0.1' },
      { date: '', amount: '5' },
      { date: '2027-02-01', amount: '' },
    ];
    expect(cashFlow(rows)).toEqual([
      { date: '2027-01-01', amount: '0.1', total: '0.1' },
      { date: '2027-03-01', amount: '0.2', total: '0.3' },
    ]);
  });
});
