/** Writes and calls as files: CSV for people, JSON (one object a line) for programs. */
import type { CallDetail, CallSummary } from '../../shared/contract/history.ts';
import type { Change } from '../../shared/domain/change/change.ts';
import { toCsv } from '../text/csv.ts';

type Format = 'csv' | 'json';

/** Columns in order; headings come in the person's language under these keys. */
const CHANGE_COLUMNS = {
  createdAt: ({ createdAt }: Change) => createdAt,
  updatedAt: ({ updatedAt }) => updatedAt,
  account: ({ account }) => account,
  awsAccountId: ({ awsAccountId }) => awsAccountId,
  kind: ({ kind }) => kind,
  title: ({ title }) => title,
  state: ({ state }) => state,
  changeSetId: ({ changeSetId }) => changeSetId ?? '',
  offerId: ({ offerId }) => offerId ?? '',
  productId: ({ productId }) => productId ?? '',
  error: ({ error, errors }) => [error?.code, ...errors.map(({ code }) => code)].filter(Boolean).join('; '),
  id: ({ id }) => id,
} satisfies Record<string, (change: Change) => string>;

const CALL_COLUMNS = {
  at: ({ at }: CallSummary) => at,
  account: ({ account }) => account ?? '',
  service: ({ service }) => service,
  operation: ({ operation }) => operation,
  outcome: ({ outcome }) => outcome,
  errorCode: ({ errorCode }) => errorCode ?? '',
  httpStatus: ({ httpStatus }) => httpStatus?.toString() ?? '',
  durationMs: ({ durationMs }) => durationMs?.toString() ?? '',
  attempts: ({ attempts }) => attempts?.toString() ?? '',
  requestId: ({ requestId }) => requestId ?? '',
  changeId: ({ changeId }) => changeId ?? '',
} satisfies Record<string, (call: CallSummary) => string>;

interface Headings {
  readonly [key: string]: string;
}

export function formatChanges(changes: readonly Change[], format: Format, headings: Headings): string {
  return format === 'csv' ? toTable(changes, CHANGE_COLUMNS, headings) : toLines(changes);
}

export function formatCalls(calls: readonly (CallSummary | CallDetail)[], format: Format, headings: Headings): string {
  return format === 'csv' ? toTable(calls, CALL_COLUMNS, headings) : toLines(calls);
}

export function describeFile(name: string, format: Format, today: string) {
  return {
    suggestedName: `${name}-${today}.${format === 'csv' ? 'csv' : 'jsonl'}`,
    mediaType: format === 'csv' ? 'text/csv' : 'application/x-ndjson',
  };
}

function toTable<T>(rows: readonly T[], columns: Record<string, (row: T) => string>, headings: Headings): string {
  const keys = Object.keys(columns);
  return toCsv(
    keys.map((key) => headings[key] ?? key),
    rows.map((row) => keys.map((key) => columns[key]?.(row) ?? '')),
  );
}

function toLines(rows: readonly unknown[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}
