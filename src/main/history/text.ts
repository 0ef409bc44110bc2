/** Writes and calls as files: CSV for people, JSON (one object a line) for programs. */
import type { CallDetail, CallSummary } from '../../shared/contract/history-calls.ts';
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

type CallCell = (call: CallSummary, word: (key: string) => string) => string;

const CALL_COLUMNS: Readonly<Record<string, CallCell>> = {
  at: ({ at }) => at,
  account: ({ account }) => account ?? '',
  direction: ({ direction }, word) => word(`direction.${direction}`),
  purpose: (call, word) => word(`purpose.${purposeOf(call)}`),
  status: ({ status }, word) => word(`status.${status}`),
  records: ({ records }) => String(records),
  processed: ({ records, failedRecords }) => String(records - failedRecords),
  failedRecords: ({ failedRecords }) => String(failedRecords),
  service: ({ service }) => service,
  operation: ({ operation }) => operation,
  entityId: ({ entityId }) => entityId ?? '',
  errorCode: ({ errorCode }) => errorCode ?? '',
  httpStatus: ({ httpStatus }) => httpStatus?.toString() ?? '',
  durationMs: ({ durationMs }) => durationMs?.toString() ?? '',
  attempts: ({ attempts }) => attempts?.toString() ?? '',
  throttles: ({ throttles }) => String(throttles),
  waitedMs: ({ waitedMs }) => String(waitedMs),
  requestId: ({ requestId }) => requestId ?? '',
  changeId: ({ changeId }) => changeId ?? '',
  runId: ({ runId }) => runId ?? '',
};

function purposeOf({ service, operation, variant }: CallSummary): string {
  return [service, operation, ...(variant === null ? [] : [variant])].join(':');
}

interface Headings {
  readonly [key: string]: string;
}

export function formatChanges(changes: readonly Change[], format: Format, headings: Headings): string {
  return format === 'csv' ? toTable(changes, CHANGE_COLUMNS, headings) : toLines(changes);
}

export function formatCalls(calls: readonly (CallSummary | CallDetail)[], format: Format, headings: Headings): string {
  if (format === 'json') return toLines(calls);
  // What has no word in the person's language stays as AWS calls it.
  const word = (key: string) => headings[key] ?? key.slice(key.indexOf('.') + 1);
  const columns = Object.entries(CALL_COLUMNS).map(
    ([key, cell]) => [key, (call: CallSummary) => cell(call, word)] as const,
  );
  return toTable(calls, Object.fromEntries(columns), headings);
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
