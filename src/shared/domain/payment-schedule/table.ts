/** Payment schedules as text: paste from a spreadsheet or CSV, export, and the cash flow for a chart. */
import { compareDates, isPlainDate } from '../dates/plain-date.ts';
import { decimalsFor } from '../money/currency.ts';
import { isAmount, parseAmount, runningTotals, type AmountProblem } from '../money/amount.ts';
import type { Installment } from '../offer/draft.ts';

export interface ScheduleLineError {
  /** As a person counts: the first line is 1. */
  readonly line: number;
  readonly messageKey: string;
  readonly params: Readonly<Record<string, string>>;
}

export interface ParsedScheduleText {
  readonly rows: Installment[];
  /** Never empty together with `rows`: text without a single row is an error as well. */
  readonly errors: ScheduleLineError[];
}

const YEAR_FIRST = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/;
const DAY_OR_MONTH_FIRST = /^\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}$/;

/**
 * Reads lines of date and amount, separated by tab, semicolon or comma. A first line without a date is a heading. Dates are year
 * first; `01/02/2027` is refused, since nobody can tell which month it means.
 */
export function parseScheduleText(text: string, currency: string): ParsedScheduleText {
  const rows: Installment[] = [];
  const errors: ScheduleLineError[] = [];
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  const delimiter = ['\t', ';', ','].find((candidate) => lines.some((line) => line.includes(candidate))) ?? ',';
  let first = true;
  lines.forEach((source, index) => {
    if (source.trim() === '') return;
    const cells = splitLine(source, delimiter).map((cell) => cell.normalize('NFKC').trim());
    const isHeading = first && !/\d/.test(cells.join(''));
    first = false;
    if (isHeading) return;
    const read = readRow(cells, currency);
    if ('problem' in read) errors.push(lineError(index + 1, read.problem, read.value));
    else rows.push(read);
  });
  if (rows.length === 0 && errors.length === 0) errors.push(lineError(1, 'nothing-found', ''));
  return { rows, errors };
}

/** `date,amount` lines that every spreadsheet opens. */
export function formatScheduleCsv(rows: readonly Installment[], headings: { date: string; amount: string }): string {
  const lines = [[headings.date, headings.amount], ...rows.map(({ date, amount }) => [date, amount])];
  return lines.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');
}

export interface CashFlowPoint {
  readonly date: string;
  readonly amount: string;
  readonly total: string;
}

/** Complete rows by date with their running total; rows still being typed are left out. */
export function cashFlow(rows: readonly Installment[]): CashFlowPoint[] {
  const complete = rows
    .filter(({ date, amount }) => isPlainDate(date) && isAmount(amount))
    .toSorted((a, b) => compareDates(a.date, b.date));
  const totals = runningTotals(complete.map(({ amount }) => amount));
  return complete.map(({ date, amount }, index) => ({ date, amount, total: totals[index] ?? amount }));
}

type LineProblem = 'columns' | 'date-ambiguous' | 'date-invalid' | 'nothing-found' | `amount-${AmountProblem}`;

function lineError(line: number, problem: LineProblem, value: string): ScheduleLineError {
  return { line, messageKey: `payment-schedule:lines.${problem}`, params: { line: String(line), value } };
}

function readRow(cells: readonly string[], currency: string): Installment | { problem: LineProblem; value: string } {
  const filled = cells.findLastIndex((cell) => cell !== '') + 1;
  const [dateCell = '', amountCell = ''] = cells;
  if (filled !== 2) return { problem: 'columns', value: String(filled) };
  const date = readDate(dateCell);
  if (date === null) {
    return { problem: DAY_OR_MONTH_FIRST.test(dateCell) ? 'date-ambiguous' : 'date-invalid', value: dateCell };
  }
  const amount = parseAmount(removeGrouping(amountCell), { decimals: decimalsFor('schedule', currency) });
  return amount.ok ? { date, amount: amount.amount } : { problem: `amount-${amount.problem}`, value: amountCell };
}

function readDate(cell: string): string | null {
  const match = YEAR_FIRST.exec(cell);
  if (!match) return null;
  const [, year = '', month = '', day = ''] = match;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isPlainDate(date) ? date : null;
}

/** `$1,234.50` becomes `1234.50`; commas only where they stand between groups of three digits. */
function removeGrouping(cell: string): string {
  const bare = cell.replace(/^(?:USD|EUR|GBP|AUD|JPY|A?\$|€|£|¥)\s*|\s*(?:USD|EUR|GBP|AUD|JPY|€|円)$/gi, '');
  return /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(bare) ? bare.replaceAll(',', '') : bare;
}

function splitLine(line: string, delimiter: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let index = 0; index < line.length; index += 1) {
    const character = line[index];
    if (quoted && character === '"' && line[index + 1] === '"') {
      cell += '"';
      index += 1;
    } else if (character === '"') quoted = !quoted;
    else if (character === delimiter && !quoted) {
      cells.push(cell);
      cell = '';
    } else cell += character;
  }
  return [...cells, cell];
}

function csvCell(value: string): string {
  // A spreadsheet would run a cell that starts like a formula.
  const safe = /^[=+\-@\t]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
