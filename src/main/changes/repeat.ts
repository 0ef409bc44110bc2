/** Repeats a failed call with another payload: looked for once more at AWS, then a new row that names the failed one. */
import type { Change } from '../../shared/domain/change/change.ts';
import { fail } from '../../shared/errors/app-error.ts';
import type { Database } from '../storage/database.ts';
import { toCallRow } from './carriers.ts';
import type { Journal } from './journal.ts';
import { callKindOf, type Kinds } from './kinds.ts';
import type { BeginOptions, Writes } from './writes.ts';

interface RepeatDependencies {
  readonly database: Database;
  readonly journal: Journal;
  readonly kinds: Kinds;
  readonly writes: Pick<Writes, 'beginCall'>;
}

export function createRepeat({ database, journal, kinds, writes }: RepeatDependencies) {
  function refuseRepeated(id: string, name: string): void {
    const other = database.get<{ id: string }>(
      `SELECT id FROM changes WHERE repeats = ? AND state NOT IN ('failed', 'cancelled', 'refused')`,
      id,
    );
    if (other) fail('already-under-way', { params: { changeId: other.id, name } });
  }

  return async (id: string, payload: unknown, options: BeginOptions): Promise<Change> => {
    const row = journal.get(id);
    const kind = callKindOf(kinds, row.kind);
    refuseRepeated(id, row.title);
    // AWS's own final word needs no second look; a refusal may have met an earlier send that had worked.
    if (row.state === 'refused' && row.attempts > 0) {
      const found = await kind.look(toCallRow(row, kind), { priority: 'user', signal: options.signal });
      if (found) fail('already-published', { params: { name: row.title, offerId: found.resultId ?? '' } });
    }
    return writes.beginCall(
      {
        account: row.account,
        kind: row.kind,
        title: row.title,
        entityType: row.entityType,
        entityId: row.entityId,
        repeats: row.id,
        payload,
      },
      { ...options, check: () => refuseRepeated(id, row.title) },
    );
  };
}
