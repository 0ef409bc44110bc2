/** Finds recorded calls and jobs, one page at a time, without reading past what a list shows. */
import type { CallFilter, CallSummary } from '../../shared/contract/history-calls.ts';
import { APP_SERVICE } from '../../shared/domain/sync/call.ts';
import { ERROR_CODES } from '../../shared/errors/codes.ts';
import type { Database } from '../storage/database.ts';

export const CALL_COLUMNS = `seq, account, direction, status, service, operation, variant, at, duration_ms, attempts, outcome, http_status,
  request_id, change_id, run_id, entity_type, entity_id, records, failed_records, throttles, waited_ms`;

/** Beyond this nobody pages: the filter is narrowed, or a file is made. */
const MOST_COUNTED = 5000;
/** A text may match in many ways. */
const MOST_COUNTED_BY_TEXT = 1000;

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

/** Found by an index alone; only the rows of the page are then read. */
export function listCalls(database: Database, filter: CallFilter, { limit, offset }: Slice): CallSummary[] {
  const { sql, values } = search(database, filter, offset + limit);
  const seqs = database.all<{ seq: number }>(
    `${sql} ORDER BY at DESC, seq DESC LIMIT ${limit} OFFSET ${offset}`,
    ...values,
  );
  return database
    .all<CallRow>(
      `SELECT ${CALL_COLUMNS} FROM calls WHERE seq IN (SELECT value FROM json_each(?)) ORDER BY at DESC, seq DESC`,
      JSON.stringify(seqs.map(({ seq }) => seq)),
    )
    .map(toCallSummary);
}

/** Counts no further than anybody pages. */
export function countCalls(
  database: Database,
  filter: CallFilter,
  most = filter.text.trim() === '' ? MOST_COUNTED : MOST_COUNTED_BY_TEXT,
): number {
  const { sql, values } = search(database, filter, most);
  return database.get<{ total: number }>(`SELECT count(*) AS total FROM (${sql} LIMIT ${most})`, ...values)?.total ?? 0;
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

export interface Search {
  readonly sql: string;
  readonly values: readonly string[];
}

/** `seq` and `at` of what a filter finds, the newest `most` at least. Exported for the test of the plans. */
export function search(database: Database, filter: CallFilter, most: number): Search {
  const narrow = conditionsOf(filter);
  if (filter.text.trim() === '') return select(indexOf(filter), narrow);
  // One search for each way to match, each by its own index and in order of time, so that none reads further than the page.
  const ways = textWays(database, filter).map(({ index, condition }) => select(index, [condition, ...narrow]));
  const limited = ways.map(({ sql }) => `SELECT * FROM (${sql} ORDER BY at DESC, seq DESC LIMIT ${most})`);
  return { sql: `SELECT seq, at FROM (${limited.join(' UNION ')})`, values: ways.flatMap(({ values }) => values) };
}

interface Part {
  readonly sql: string;
  readonly values: readonly string[];
}

function select(index: string | null, parts: readonly Part[]): Search {
  const where = parts.length === 0 ? '' : `WHERE ${parts.map(({ sql }) => sql).join(' AND ')}`;
  const from = index === null ? 'calls' : `calls INDEXED BY ${index}`;
  return { sql: `SELECT seq, at FROM ${from} ${where}`, values: parts.flatMap(({ values }) => values) };
}

/** Only the parts that a filter uses. */
function conditionsOf(filter: CallFilter): Part[] {
  const among = (column: string, wanted: readonly string[]): Part[] => {
    const [only] = wanted;
    if (only === undefined) return [];
    if (wanted.length === 1) return [{ sql: `${column} = ?`, values: [only] }];
    return [{ sql: `${column} IN (SELECT value FROM json_each(?))`, values: [JSON.stringify(wanted)] }];
  };
  const one = (sql: string, ...values: (string | null)[]): Part[] =>
    values.includes(null) ? [] : [{ sql, values: values.filter((value) => value !== null) }];
  const [direction, other] = filter.directions;
  return [
    ...one('account = ?', filter.account),
    // Written out, so that the index of writes alone is known to serve.
    ...(direction !== undefined && other === undefined ? one(`direction = '${direction}'`) : []),
    ...among('status', filter.statuses),
    ...among('purpose', filter.purposes),
    ...among('service', filter.level === 'runs' ? [APP_SERVICE] : filter.services),
    ...(filter.level === 'calls' ? one(`service <> '${APP_SERVICE}'`) : []),
    ...one('change_id = ?', filter.changeId),
    ...one('run_id = ?', filter.runId),
    ...one(OF_ENTITY, filter.entityId, filter.entityId),
    ...(filter.throttled ? one('throttles > 0') : []),
    ...one('at >= ?', filter.from),
    ...one('at < ?', filter.to),
  ];
}

/** The planner knows nothing of how rare an error is: most calls succeed, and most purposes are few. */
function indexOf(filter: CallFilter): string | null {
  if (filter.changeId !== null || filter.runId !== null || filter.entityId !== null || filter.throttled) return null;
  if (filter.purposes.length === 1) return 'calls_by_purpose';
  if (filter.statuses.length > 0 && !filter.statuses.includes('success')) return 'calls_by_status';
  if (filter.level === 'runs' || filter.services.length === 1) return 'calls_by_service';
  return filter.directions.join() === 'out' ? 'calls_out' : 'calls_by_time';
}

/** As one of the records of a call, or through the write that made or changed it. */
const OF_ENTITY = `seq IN (
  SELECT seq FROM call_records WHERE entity_id = ?
  UNION SELECT c.seq FROM changes w JOIN calls c ON c.change_id = w.id
    WHERE w.entity_id = ? AND c.service NOT IN ('sts', 's3'))`;

/** Ids by their beginning. */
const OF_ID = `seq IN (
  SELECT seq FROM calls WHERE request_id >= ? AND request_id < ?
  UNION SELECT seq FROM calls WHERE change_id >= ? AND change_id < ?
  UNION SELECT seq FROM calls WHERE run_id >= ? AND run_id < ?
  UNION SELECT seq FROM call_records WHERE entity_id >= ? AND entity_id < ?)`;
/** Shorter beginnings of ids say nothing. */
const SHORTEST_ID = 3;
const AFTER_ALL = '\uffff';
const MOST_PURPOSES = 100;

/** Names of operations and codes of errors wherever they hold the text, since there are few of them; ids by their beginning. */
function textWays(database: Database, { text, textPurposes }: CallFilter) {
  const wanted = text.trim();
  const lower = wanted.toLowerCase();
  const known = listChoices(database).purposes.filter((purpose) => purpose.toLowerCase().includes(lower));
  const outcomes = ERROR_CODES.filter((code) => code.includes(lower));
  const range = wanted.length < SHORTEST_ID ? [AFTER_ALL, AFTER_ALL] : [wanted, `${wanted}${AFTER_ALL}`];
  const ways = [...new Set([...known, ...textPurposes])].slice(0, MOST_PURPOSES).map((purpose) => ({
    index: 'calls_by_purpose' as string | null,
    condition: { sql: 'purpose = ?', values: [purpose] },
  }));
  if (outcomes.length > 0) {
    const sql = `status IN ('error', 'throttled', 'in-doubt', 'stopped') AND outcome IN (SELECT value FROM json_each(?))`;
    ways.push({ index: 'calls_by_status', condition: { sql, values: [JSON.stringify(outcomes)] } });
  }
  return [...ways, { index: null, condition: { sql: OF_ID, values: [...range, ...range, ...range, ...range] } }];
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
