/** The numbers of a backfill that screens show together. */
import type { Backfill, BackfillRowState } from '../../../../shared/domain/opportunity/backfill.ts';

const READ: readonly BackfillRowState[] = ['new', 'changed', 'unchanged', 'gone', 'failed'];

export function summarize({ counts }: Pick<Backfill, 'counts'>) {
  const sum = (states: readonly BackfillRowState[]) => states.reduce((total, state) => total + (counts[state] ?? 0), 0);
  const read = sum(READ);
  const queued = counts.queued ?? 0;
  return { listed: sum([...READ, 'queued', 'current', 'left-out']), read, toRead: read + queued, queued };
}
