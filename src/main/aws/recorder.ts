/** Keeps every request and reply in the table `calls`, masked. History and reports are views of it. */
import type { Database } from '../storage/database.ts';
import type { Masker } from '../masking/masker.ts';
import { directionOf } from '../../shared/domain/sync/call.ts';
import type { AppError } from '../../shared/errors/app-error.ts';
import type { Clock } from '../ports.ts';
import { currentJob } from '../run-context.ts';
import { findRecords, variantOf, type CalledRecords } from './call-records.ts';
import { hidePeople } from './personal-data.ts';

/** A longer text is cut: lists are kept elsewhere, and a record is read by people. */
const LONGEST_TEXT = 256_000;
const SECRET_MEMBERS = new Set(['Credentials', 'SecretAccessKey', 'SessionToken', 'TokenCode', 'WebIdentityToken']);

interface CallToRecord {
  readonly account: string | null;
  readonly service: string;
  readonly operation: string;
  readonly changeId: string | null;
  readonly input: unknown;
}

interface CallEnd {
  readonly outcome: string;
  readonly attempts: number;
  readonly httpStatus: number | null;
  readonly requestId: string | null;
  readonly response: unknown;
  /** The failure in whole; its words are masked. */
  readonly error?: AppError | null;
  /** Attempts that AWS throttled, and how long it waited for its turns. */
  readonly throttles?: number;
  readonly waitedMs?: number;
  /** A read that gave nothing and is asked again all day. */
  readonly idle?: boolean;
}

export interface Recorder {
  begin(call: CallToRecord): { end(end: CallEnd): void };
}

/** A record is one line of its call; a page or batch has no more than this. */
const MOST_RECORDS = 500;

export function createRecorder(deps: { database: Database; clock: Clock; masker: Masker }): Recorder {
  const { database, clock, masker } = deps;
  const shownOf = (service: string, value: unknown) => (service === 'selling' ? hidePeople(value) : value);
  const toText = (service: string, value: unknown): string => {
    const shown = shownOf(service, value);
    const text = masker.text(JSON.stringify(withoutDocuments(shown) ?? null, leaveOut));
    return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)} … (${text.length} characters)` : text;
  };
  const insert = (call: CallToRecord, startedAt: number): number => {
    database.run(
      `INSERT INTO calls (account, service, operation, at, outcome, change_id, direction, variant, run_id, request)
       VALUES (?, ?, ?, ?, 'started', ?, ?, ?, ?, ?)`,
      call.account,
      call.service,
      call.operation,
      new Date(startedAt).toISOString(),
      call.changeId,
      directionOf(call.operation),
      variantOf(call.input),
      currentJob(),
      toText(call.service, call.input),
    );
    return database.get<{ seq: number }>('SELECT last_insert_rowid() AS seq')?.seq ?? 0;
  };
  const keepRecords = (seq: number, { account, service }: CallToRecord, { all }: CalledRecords): void => {
    for (const { id, type, failed, code, message } of all.slice(0, MOST_RECORDS)) {
      database.run(
        'INSERT OR REPLACE INTO call_records (seq, entity_id, account, entity_type, failed, code, message) VALUES (?, ?, ?, ?, ?, ?, ?)',
        seq,
        id,
        account ?? '',
        type,
        Number(failed),
        code,
        message === null ? null : masker.text(String(shownOf(service, message))),
      );
    }
  };
  const finish = (seq: number, call: CallToRecord, end: CallEnd, durationMs: number): void => {
    const failure = end.outcome === 'ok' ? null : { code: end.outcome, message: end.error?.aws?.message ?? '' };
    const records = findRecords(call.input, end.response, failure);
    database.run(
      `UPDATE calls SET duration_ms = ?, attempts = ?, outcome = ?, http_status = ?, request_id = ?, response = ?, error = ?,
         entity_type = ?, entity_id = ?, records = ?, failed_records = ?, throttles = ?, waited_ms = ? WHERE seq = ?`,
      durationMs,
      end.attempts,
      end.outcome,
      end.httpStatus,
      end.requestId,
      toText(call.service, end.response),
      end.error ? masker.text(JSON.stringify(shownOf(call.service, end.error))) : null,
      records.main?.type ?? null,
      records.main?.id ?? null,
      records.count,
      failure ? records.count : records.all.filter(({ failed }) => failed).length,
      end.throttles ?? 0,
      Math.round(end.waitedMs ?? 0),
      seq,
    );
    keepRecords(seq, call, records);
  };
  return {
    begin(call) {
      const startedAt = clock.realNow();
      // Reads that were cut off left nothing behind; a write whose answer never came must be on record.
      const row = directionOf(call.operation) === 'in' ? null : insert(call, startedAt);
      return {
        end(end) {
          if (end.idle && row === null) return;
          const durationMs = clock.realNow() - startedAt;
          // One transaction: one wait for the disk, and none for a read.
          const write = row === null ? database.cacheTransaction : database.transaction;
          write(() => finish(row ?? insert(call, startedAt), call, end, durationMs));
        },
      };
    },
  };
}

/** Leaves out secrets by name; the masker then looks at every remaining text. */
function leaveOut(key: string, value: unknown): unknown {
  if (SECRET_MEMBERS.has(key)) return '(left out)';
  return key === '$metadata' ? undefined : value;
}

/** Documents are recorded by their size. Only the top level of a request or reply holds any. */
function withoutDocuments(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => {
      if (member instanceof Uint8Array) return [key, `(${member.byteLength} bytes)`];
      return [key, key === 'Body' && typeof member === 'object' ? '(stream)' : member];
    }),
  );
}
