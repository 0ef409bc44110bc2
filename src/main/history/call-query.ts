/** Finds recorded calls, one page at a time, without reading past what a list shows. */
import type { CallDetail, CallFilter, CallSummary } from '../../shared/contract/history.ts';
import { fail } from '../../shared/errors/app-error.ts';
import type { Database } from '../storage/database.ts';

const COLUMNS = `seq, account, service, operation, at, duration_ms, attempts, outcome, http_status, request_id, change_id`;

/** The recorder writes `started` before a write leaves; it stays where no answer ever came. */
const UNANSWERED = 'started';

const WHERE = `(?1 IS NULL OR account = ?1)
  AND (?2 = '' OR instr(lower(operation), ?2) > 0 OR instr(lower(coalesce(request_id, '')), ?2) > 0
    OR instr(coalesce(change_id, ''), ?2) > 0 OR instr(outcome, ?2) > 0)
  AND (?3 = '[]' OR service IN (SELECT value FROM json_each(?3)))
  AND (?4 = '[]' OR (CASE outcome WHEN 'ok' THEN 'ok' WHEN '${UNANSWERED}' THEN 'unanswered' ELSE 'failed' END)
    IN (SELECT value FROM json_each(?4)))
  AND (?5 IS NULL OR at >= ?5) AND (?6 IS NULL OR at < ?6)`;
/** Apart, so that the calls of one write come from their own index. */
const OF_CHANGE = 'change_id = ?7 AND';

interface CallRow {
  seq: number;
  account: string | null;
  service: string;
  operation: string;
  at: string;
  duration_ms: number | null;
  attempts: number | null;
  outcome: string;
  http_status: number | null;
  request_id: string | null;
  change_id: string | null;
}

interface Slice {
  readonly limit: number;
  readonly offset: number;
}

export function listCalls(database: Database, filter: CallFilter, { limit, offset }: Slice): CallSummary[] {
  const { where, values } = condition(filter);
  return database
    .all<CallRow>(
      `SELECT ${COLUMNS} FROM calls WHERE ${where} ORDER BY at DESC, seq DESC LIMIT ${limit} OFFSET ${offset}`,
      ...values,
    )
    .map(toSummary);
}

export function countCalls(database: Database, filter: CallFilter): number {
  const { where, values } = condition(filter);
  return database.get<{ total: number }>(`SELECT count(*) AS total FROM calls WHERE ${where}`, ...values)?.total ?? 0;
}

/** Every service that is on record, to choose from. */
export function listServices(database: Database): string[] {
  return database
    .all<{ service: string }>('SELECT DISTINCT service FROM calls ORDER BY service')
    .map(({ service }) => service);
}

export function getCall(database: Database, seq: number): CallDetail {
  const row = database.get<CallRow & { request: string | null; response: string | null }>(
    `SELECT ${COLUMNS}, request, response FROM calls WHERE seq = ?`,
    seq,
  );
  if (!row) fail('not-found', { params: { name: String(seq) } });
  return { ...toSummary(row), request: parseKept(row.request), response: parseKept(row.response) };
}

/** A long text was cut when it was kept and is no JSON any more. */
export function parseKept(text: string | null): unknown {
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function condition(filter: CallFilter): { where: string; values: (string | null)[] } {
  const values = [
    filter.account,
    filter.text.trim().toLowerCase(),
    JSON.stringify(filter.services),
    JSON.stringify(filter.outcomes),
    filter.from,
    filter.to,
  ];
  if (filter.changeId === null) return { where: WHERE, values };
  return { where: `${OF_CHANGE} ${WHERE}`, values: [...values, filter.changeId] };
}

function toSummary(row: CallRow): CallSummary {
  const outcome = row.outcome === 'ok' ? 'ok' : row.outcome === UNANSWERED ? 'unanswered' : 'failed';
  return {
    seq: row.seq,
    account: row.account,
    service: row.service,
    operation: row.operation,
    at: row.at,
    durationMs: row.duration_ms,
    attempts: row.attempts,
    outcome,
    errorCode: outcome === 'failed' ? row.outcome : null,
    httpStatus: row.http_status,
    requestId: row.request_id,
    changeId: row.change_id,
  };
}
