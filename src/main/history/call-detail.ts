/** One recorded call: its payloads, its records, the call before it, the write that it belongs to, and the limit that it spent. */
import type { CallDetail, CallQuota, CallRecord, CallSummary } from '../../shared/contract/history-calls.ts';
import type { Change } from '../../shared/domain/change/change.ts';
import { APP_SERVICE } from '../../shared/domain/sync/call.ts';
import { appErrorSchema } from '../../shared/errors/app-error.ts';
import { fail } from '../../shared/errors/app-error.ts';
import { describeQuota } from '../aws/quotas.ts';
import type { Database } from '../storage/database.ts';
import { CALL_COLUMNS, toCallSummary, type CallRow } from './call-query.ts';

const MOST_ENTRIES = 500;

interface PayloadRow {
  request: string | null;
  response: string | null;
}

export function getCall(database: Database, seq: number): CallDetail {
  const row = database.get<CallRow & PayloadRow & { error: string | null }>(
    `SELECT ${CALL_COLUMNS}, request, response, error FROM calls WHERE seq = ?`,
    seq,
  );
  if (!row) fail('not-found', { params: { name: String(seq) } });
  const call = toCallSummary(row);
  return {
    ...call,
    request: parseKept(row.request),
    response: parseKept(row.response),
    error: row.error === null ? null : (appErrorSchema.safeParse(parseKept(row.error)).data ?? null),
    entries: entriesOf(database, call),
    previous: previousOf(database, call),
    held: heldOf(database, call),
    change: changeOf(database, call.changeId),
    quota: quotaOf(call.service, call.operation),
  };
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

export function quotaOf(service: string, operation: string): CallQuota | null {
  const quota = describeQuota(service, operation);
  return quota && { ...quota, perDay: quota.perDay ?? null };
}

interface EntryRow {
  entity_id: string;
  entity_type: string | null;
  failed: number;
  code: string | null;
  message: string | null;
}

/** Of a job each record once, as its last call found it; those that failed come first. */
function entriesOf(database: Database, { seq, service, runId }: CallSummary): CallRecord[] {
  const ofRun = service === APP_SERVICE && runId !== null;
  const rows = ofRun
    ? database.all<EntryRow>(
        `SELECT r.entity_id, r.entity_type, r.failed, r.code, r.message, max(r.seq) FROM calls c JOIN call_records r ON r.seq = c.seq
         WHERE c.run_id = ? GROUP BY r.entity_id ORDER BY r.failed DESC, r.entity_id LIMIT ${MOST_ENTRIES}`,
        runId,
      )
    : database.all<EntryRow>(
        `SELECT entity_id, entity_type, failed, code, message FROM call_records WHERE seq = ?
         ORDER BY failed DESC, entity_id LIMIT ${MOST_ENTRIES}`,
        seq,
      );
  return rows.map((row) => ({
    entityId: row.entity_id,
    entityType: row.entity_type,
    failed: row.failed === 1,
    code: row.code,
    message: row.message,
  }));
}

function previousOf(database: Database, call: CallSummary): CallDetail['previous'] {
  if (call.account === null || call.entityId === null) return null;
  const row = database.get<PayloadRow & { seq: number; at: string }>(
    `SELECT c.seq, c.at, c.request, c.response FROM call_records r JOIN calls c ON c.seq = r.seq
     WHERE r.account = ? AND r.entity_id = ? AND r.seq < ? AND c.entity_id = r.entity_id AND c.service = ? AND c.operation = ?
     ORDER BY r.seq DESC LIMIT 1`,
    call.account,
    call.entityId,
    call.seq,
    call.service,
    call.operation,
  );
  return row ? { seq: row.seq, at: row.at, request: parseKept(row.request), response: parseKept(row.response) } : null;
}

/** Only a record that is written as a whole can be laid beside what is read of it. */
function heldOf(database: Database, { account, service, operation, seq, entityId }: CallSummary): CallDetail['held'] {
  if (account === null || entityId === null || service !== 'selling' || !/^(Create|Update)/.test(operation))
    return null;
  const row = database.get<{ seq: number; at: string; response: string | null }>(
    `SELECT c.seq, c.at, c.response FROM call_records r JOIN calls c ON c.seq = r.seq
     WHERE r.account = ? AND r.entity_id = ? AND r.seq > ? AND c.entity_id = r.entity_id AND c.service = ? AND c.outcome = 'ok'
       AND c.operation = 'Get' || substr(?, 7) ORDER BY r.seq LIMIT 1`,
    account,
    entityId,
    seq,
    service,
    operation,
  );
  return row ? { seq: row.seq, at: row.at, value: parseKept(row.response) } : null;
}

function changeOf(database: Database, id: string | null): CallDetail['change'] {
  if (id === null) return null;
  const row = database.get<Pick<Change, 'title' | 'kind' | 'state'>>(
    'SELECT title, kind, state FROM changes WHERE id = ?',
    id,
  );
  return row ? { id, ...row } : null;
}
