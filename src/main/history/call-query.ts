/** Finds recorded calls and jobs, one page at a time, without reading past what a list shows. */
import type { CallFilter, CallSummary } from '../../shared/contract/history-calls.ts';
import { APP_SERVICE } from '../../shared/domain/sync/call.ts';
import type { Database } from '../storage/database.ts';

export const CALL_COLUMNS = `seq, account, direction, status, service, operation, variant, at, duration_ms, attempts, outcome, http_status,
  request_id, change_id, run_id, entity_type, entity_id, records, failed_records, throttles, waited_ms`;

/** Beyond this nobody pages: the filter is narrowed, or a file is made. */
const MOST_COUNTED = 10_000;

export interface CallRow {
  seq: number;
  account: string | null;
  direction: CallSummary['direction'];
  status: CallSummary['status'];
  service: string;
  operation: string;
  variant: string | null;
  at: string;
  duration_ms: number | null;
  attempts: number | null;
  outcome: string;
  http_status: number | null;
  request_id: string | null;
  change_id: string | null;
  run_id: string | null;
  entity_type: string | null;
  entity_id: string | null;
  records: number;
  failed_records: number;
  throttles: number;
  waited_ms: number;
}

interface Slice {
  readonly limit: number;
  readonly offset: number;
}

export function listCalls(database: Database, filter: CallFilter, { limit, offset }: Slice): CallSummary[] {
  const { sql, values } = condition(filter);
  return database
    .all<CallRow>(
      `SELECT ${CALL_COLUMNS} FROM calls ${sql} ORDER BY at DESC, seq DESC LIMIT ${limit} OFFSET ${offset}`,
      ...values,
    )
    .map(toCallSummary);
}

/** Counts no further than anybody pages. */
export function countCalls(database: Database, filter: CallFilter, most = MOST_COUNTED): number {
  const { sql, values } = condition(filter);
  const counted = `SELECT count(*) AS total FROM (SELECT 1 FROM calls ${sql} LIMIT ${most})`;
  return database.get<{ total: number }>(counted, ...values)?.total ?? 0;
}

/** Every purpose and service that is on record, to choose from; each found by one step through its index. */
export function listChoices(database: Database): { purposes: string[]; services: string[] } {
  const purposes = database
    .all<{ purpose: string }>(
      `WITH RECURSIVE each(purpose) AS (
         SELECT min(purpose) FROM calls
         UNION ALL SELECT (SELECT min(c.purpose) FROM calls c WHERE c.purpose > each.purpose) FROM each WHERE each.purpose IS NOT NULL
       ) SELECT purpose FROM each WHERE purpose IS NOT NULL`,
    )
    .map(({ purpose }) => purpose);
  return { purposes, services: [...new Set(purposes.map((purpose) => purpose.split(':')[0] ?? ''))] };
}

/** Only the parts that a filter uses: the planner then sees which index serves it. */
function condition(filter: CallFilter): { sql: string; values: string[] } {
  const parts: string[] = [];
  const values: string[] = [];
  const add = (part: string, ...given: string[]) => {
    parts.push(part);
    values.push(...given);
  };
  const among = (column: string, wanted: readonly string[]) => {
    const [only] = wanted;
    if (only === undefined) return;
    if (wanted.length === 1) add(`${column} = ?`, only);
    else add(`${column} IN (SELECT value FROM json_each(?))`, JSON.stringify(wanted));
  };
  if (filter.account !== null) add('account = ?', filter.account);
  among('direction', filter.directions);
  among('status', filter.statuses);
  among('purpose', filter.purposes);
  among('service', filter.services);
  if (filter.changeId !== null) add('change_id = ?', filter.changeId);
  if (filter.runId !== null) add('run_id = ?', filter.runId);
  if (filter.entityId !== null) add(OF_ENTITY, filter.entityId, filter.entityId);
  if (filter.throttled) add('throttles > 0');
  if (filter.level !== 'all') add(`service ${filter.level === 'runs' ? '=' : '<>'} '${APP_SERVICE}'`);
  if (filter.from !== null) add('at >= ?', filter.from);
  if (filter.to !== null) add('at < ?', filter.to);
  addText(filter, add);
  return { sql: parts.length === 0 ? '' : `WHERE ${parts.join(' AND ')}`, values };
}

/** As one of the records of a call, or through the write that made or changed it. */
const OF_ENTITY = `seq IN (
  SELECT r.seq FROM accounts a JOIN call_records r ON r.account = a.key WHERE r.entity_id = ?
  UNION SELECT c.seq FROM changes w JOIN calls c ON c.change_id = w.id
    WHERE w.entity_id = ? AND c.service NOT IN ('sts', 's3'))`;

function addText({ text, textPurposes }: CallFilter, add: (part: string, ...given: string[]) => void): void {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return;
  const columns = ['operation', 'request_id', 'change_id', 'entity_id', 'outcome', 'run_id'];
  const matches = columns.map((column) => `instr(lower(coalesce(${column}, '')), ?) > 0`);
  add(
    `(${matches.join(' OR ')} OR purpose IN (SELECT value FROM json_each(?)))`,
    ...columns.map(() => wanted),
    JSON.stringify(textPurposes),
  );
}

export function toCallSummary(row: CallRow): CallSummary {
  const failed = row.outcome !== 'ok' && row.outcome !== 'started';
  return {
    seq: row.seq,
    account: row.account,
    direction: row.direction,
    status: row.status,
    service: row.service,
    operation: row.operation,
    variant: row.variant,
    at: row.at,
    durationMs: row.duration_ms,
    attempts: row.attempts,
    errorCode: failed ? row.outcome : null,
    httpStatus: row.http_status,
    requestId: row.request_id,
    changeId: row.change_id,
    runId: row.run_id,
    entityType: row.entity_type,
    entityId: row.entity_id,
    records: row.records,
    failedRecords: row.failed_records,
    throttles: row.throttles,
    waitedMs: row.waited_ms,
  };
}
