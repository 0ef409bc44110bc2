/** The hash-chained log of transitions: each row's hash covers the row before it, so a row cannot be altered or dropped unnoticed. */
import { createHash } from 'node:crypto';
import type { Notice } from '../../shared/contract/app.ts';
import type { ChangeState } from '../../shared/domain/change/change.ts';
import { breathe } from '../entities/breathe.ts';
import type { Database } from '../storage/database.ts';

/** Rows hashed before others have their turn. */
const SLICE = 500;

export interface LogEntry {
  readonly changeId: string;
  readonly state: ChangeState;
  /** ISO instant. */
  readonly at: string;
  /** JSON text without secrets. */
  readonly details: string;
}

interface LogRow {
  seq: number;
  change_id: string;
  state: ChangeState;
  at: string;
  details: string;
  previous_hash: string;
  hash: string;
}

/** Called inside the transaction that writes the state, so that no other process can append in between. */
export function appendToLog(database: Database, entry: LogEntry): void {
  const last = database.get<{ hash: string }>('SELECT hash FROM change_log ORDER BY seq DESC LIMIT 1');
  const previous = last?.hash ?? '';
  database.run(
    'INSERT INTO change_log (change_id, state, at, details, previous_hash, hash) VALUES (?, ?, ?, ?, ?, ?)',
    entry.changeId,
    entry.state,
    entry.at,
    entry.details,
    previous,
    hashOf(previous, entry),
  );
}

export interface LogProof {
  readonly entries: number;
  /** Sequence number of the first row that does not fit the one before it; null when the chain is whole. */
  readonly brokenAt: number | null;
  /** Hash of the newest row; null while there is none. */
  readonly head: string | null;
}

/** Recomputes the chain from its first row, some rows at a time: the log may be long, and nobody waits for it. */
export async function proveLog(database: Database, signal?: AbortSignal): Promise<LogProof> {
  let previous = '';
  let entries = 0;
  for (let after = 0; ;) {
    const rows = database.all<LogRow>(`SELECT * FROM change_log WHERE seq > ? ORDER BY seq LIMIT ${SLICE}`, after);
    for (const row of rows) {
      const entry = { changeId: row.change_id, state: row.state, at: row.at, details: row.details };
      const fits = row.previous_hash === previous && row.hash === hashOf(previous, entry);
      entries += 1;
      if (!fits) return { entries, brokenAt: row.seq, head: row.hash };
      previous = row.hash;
    }
    after = rows.at(-1)?.seq ?? after;
    if (rows.length < SLICE) return { entries, brokenAt: null, head: previous === '' ? null : previous };
    await breathe(signal);
  }
}

/** What to say about a log that somebody or something has altered. */
export function noticeBrokenLog({ brokenAt }: LogProof): Notice | null {
  if (brokenAt === null) return null;
  const params = { seq: brokenAt };
  return { id: 'journal-altered', kind: 'error', messageKey: 'notices:journal-altered', params, dismissible: true };
}

function hashOf(previous: string, { changeId, state, at, details }: LogEntry): string {
  // JSON keeps the parts apart: no two different rows give the same text.
  return createHash('sha256')
    .update(JSON.stringify([previous, changeId, state, at, details]))
    .digest('hex');
}
