/** Reports over the sync log by day: one table each, the same on screen and in a file. */
import { addDays } from '../dates/plain-date.ts';
import type { CallDirection, CallStatus } from './call.ts';

export const SYNC_REPORTS = ['summary', 'in-error', 'in-success', 'out-error', 'out-success', 'throttling'] as const;
export type SyncReport = (typeof SYNC_REPORTS)[number];
/** Those that count calls of one direction and end. */
export type DayReport = Exclude<SyncReport, 'summary' | 'throttling'>;
export const DAY_REPORTS: readonly DayReport[] = ['in-error', 'in-success', 'out-error', 'out-success'];

/** What is counted of a day for each way of ending. */
export interface DaySum {
  readonly day: string;
  readonly direction: CallDirection;
  readonly status: CallStatus;
  /** Whole jobs, or single calls. */
  readonly level: 'runs' | 'calls';
  readonly calls: number;
  readonly records: number;
  readonly failedRecords: number;
}

interface DayReportFacts {
  readonly direction: CallDirection;
  readonly statuses: readonly CallStatus[];
}

export const REPORT_FACTS: Readonly<Record<DayReport, DayReportFacts>> = {
  'in-error': { direction: 'in', statuses: ['error', 'partial', 'throttled'] },
  'in-success': { direction: 'in', statuses: ['success'] },
  'out-error': { direction: 'out', statuses: ['error', 'partial', 'throttled', 'in-doubt'] },
  'out-success': { direction: 'out', statuses: ['success'] },
};

export interface DayRow {
  readonly day: string;
  readonly calls: number;
  /** Those that went well in a report of successes, those that did not in one of errors. */
  readonly records: number;
}

/** One row for each day of the period, also where nothing was counted. */
export function toDayRows(sums: readonly DaySum[], report: DayReport, days: readonly string[]): DayRow[] {
  const { direction, statuses } = REPORT_FACTS[report];
  const isError = report.endsWith('error');
  return days.map((day) => {
    const counted = sums.filter(
      (sum) => sum.day === day && sum.level === 'calls' && sum.direction === direction && statuses.includes(sum.status),
    );
    return {
      day,
      calls: total(counted, ({ calls }) => calls),
      records: total(counted, ({ records, failedRecords }) => (isError ? failedRecords : records - failedRecords)),
    };
  });
}

export interface SummaryRow {
  readonly day: string;
  readonly runs: number;
  readonly inSuccess: number;
  readonly inError: number;
  readonly outSuccess: number;
  readonly outError: number;
}

export function toSummaryRows(sums: readonly DaySum[], days: readonly string[]): SummaryRow[] {
  const of = Object.fromEntries(DAY_REPORTS.map((report) => [report, toDayRows(sums, report, days)]));
  const callsOf = (report: DayReport, index: number) => of[report]?.[index]?.calls ?? 0;
  return days.map((day, index) => ({
    day,
    runs: total(
      sums.filter((sum) => sum.day === day && sum.level === 'runs'),
      ({ calls }) => calls,
    ),
    inSuccess: callsOf('in-success', index),
    inError: callsOf('in-error', index),
    outSuccess: callsOf('out-success', index),
    outError: callsOf('out-error', index),
  }));
}

/** Every day from the first to the last, both inside. */
export function daysOf(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

function total<T>(items: readonly T[], count: (item: T) => number): number {
  return items.reduce((sum, item) => sum + count(item), 0);
}
