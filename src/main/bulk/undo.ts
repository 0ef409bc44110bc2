/**
 * What takes a run back. AWS never deletes: a published offer can only be ended, an expiry date set to what it was. What was read off
 * the entity before the write tells the date.
 */
import { fail } from '../../shared/errors/app-error.ts';
import type { Database } from '../storage/database.ts';
import type { BulkStore } from './store.ts';
import type { TaskRow } from './task.ts';

export interface Undo {
  rowsOf(runId: string): readonly TaskRow[];
}

interface DoneRow {
  position: number;
  account: string;
  task: string;
  offer_id: string | null;
  before: string | null;
}

export function createUndo({ database, store }: { database: Database; store: BulkStore }): Undo {
  return {
    rowsOf(runId) {
      const run = store.get(runId);
      if (run.state === 'running') fail('still-running', { params: { name: runId } });
      const rows = database.all<DoneRow>(
        `SELECT r.position, r.account, r.task, c.entity_id AS offer_id, c.before FROM bulk_rows r
         JOIN changes c ON c.seq = (SELECT max(seq) FROM changes WHERE bulk_id = r.run_id || ':' || r.position)
         WHERE r.run_id = ? AND r.state = 'done' AND c.entity_type = 'Offer' AND c.entity_id IS NOT NULL
         ORDER BY r.position`,
        runId,
      );
      return rows.map(toTaskRow);
    },
  };
}

function toTaskRow(row: DoneRow): TaskRow {
  const { kind, intent } = JSON.parse(row.task) as { kind: string; intent?: string };
  const base = { account: row.account, subject: { kind: 'offer', id: row.offer_id ?? '' } as const };
  if (kind === 'publish') {
    const task = { kind: 'cancel' } as const;
    // A draft at AWS nobody sees; AWS keeps it for good.
    if (intent === 'draft') return { ...base, task, problem: { messageKey: 'bulk:problem.draftStays', params: {} } };
    return { ...base, task };
  }
  const date = expiryOf(row.before);
  if (date === null) {
    return { ...base, task: { kind: 'cancel' }, problem: { messageKey: 'bulk:problem.dateUnknown', params: {} } };
  }
  return { ...base, task: { kind: 'expiry', date } };
}

/** The first ten characters of the availability rule's end, as DescribeEntity gave it before the write. */
function expiryOf(before: string | null): string | null {
  if (before === null) return null;
  const { Rules = [] } = JSON.parse(before) as { Rules?: { Type?: string; AvailabilityEndDate?: string }[] };
  const end = Rules.find(({ Type }) => Type === 'AvailabilityRule')?.AvailabilityEndDate;
  return end === undefined ? null : end.slice(0, 10);
}
