/** The hash-chained log of transitions: each row's hash covers the row before it, so a row cannot be altered or dropped unnoticed. */
import { createHash } from 'node:crypto';
import type { Notice } from '../../shared/contract/app.ts';
import type { ChangeState } from '../../shared/domain/change/change.ts';
import type { Database } from '../storage/database.ts';

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

/** The sequence number of the first row that does not fit the one before it; null when the chain is whole. */
export function findBrokenLink(database: Database): number | null {
  let previous = '';
  for (const row of database.all<LogRow>('SELECT * FROM change_log ORDER BY seq')) {
    const entry = { changeId: row.change_id, state: row.state, at: row.at, details: row.details };
    if (row.previous_hash !== previous || row.hash !== hashOf(previous, entry)) return row.seq;
    previous = row.hash;
  }
  return null;
}

/** What to say at the start about a log that somebody or something has altered. */
export function noticeBrokenLog(database: Database): Notice[] {
  const seq = findBrokenLink(database);
  if (seq === null) return [];
  return [
    { id: 'journal-altered', kind: 'error', messageKey: 'notices:journal-altered', params: { seq }, dismissible: true },
  ];
}

function hashOf(previous: string, { changeId, state, at, details }: LogEntry): string {
  // JSON keeps the parts apart: no two different rows give the same text.
  return createHash('sha256')
    .update(JSON.stringify([previous, changeId, state, at, details]))
    .digest('hex');
}
