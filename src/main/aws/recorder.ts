/** Keeps every request and reply in the table `calls`, masked. History and reports are views of it. */
import type { Database } from '../storage/database.ts';
import type { Masker } from '../masking/masker.ts';
import type { Clock } from '../ports.ts';
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
  /** A read that gave nothing and is asked again all day. */
  readonly idle?: boolean;
}

export interface Recorder {
  begin(call: CallToRecord): { end(end: CallEnd): void };
}

/** Reads that were cut off left nothing behind; a write whose answer never came must be on record. */
const READ = /^(List|Describe|BatchDescribe|Get|Head|Receive|AssumeRole)/;

export function createRecorder(deps: { database: Database; clock: Clock; masker: Masker }): Recorder {
  const { database, clock, masker } = deps;
  const toText = (service: string, value: unknown): string => {
    const shown = service === 'selling' ? hidePeople(value) : value;
    const text = masker.text(JSON.stringify(withoutDocuments(shown) ?? null, leaveOut));
    return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)} … (${text.length} characters)` : text;
  };
  const insert = (call: CallToRecord, startedAt: number): number => {
    database.run(
      `INSERT INTO calls (account, service, operation, at, outcome, change_id, request) VALUES (?, ?, ?, ?, 'started', ?, ?)`,
      call.account,
      call.service,
      call.operation,
      new Date(startedAt).toISOString(),
      call.changeId,
      toText(call.service, call.input),
    );
    return database.get<{ seq: number }>('SELECT last_insert_rowid() AS seq')?.seq ?? 0;
  };
  return {
    begin(call) {
      const startedAt = clock.realNow();
      const row = READ.test(call.operation) ? null : insert(call, startedAt);
      return {
        end(end) {
          if (end.idle && row === null) return;
          const durationMs = clock.realNow() - startedAt;
          // One transaction: one wait for the disk, and none for a read.
          const write = row === null ? database.cacheTransaction : database.transaction;
          write(() => {
            database.run(
              'UPDATE calls SET duration_ms = ?, attempts = ?, outcome = ?, http_status = ?, request_id = ?, response = ? WHERE seq = ?',
              durationMs,
              end.attempts,
              end.outcome,
              end.httpStatus,
              end.requestId,
              toText(call.service, end.response),
              row ?? insert(call, startedAt),
            );
          });
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
