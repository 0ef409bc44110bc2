/**
 * Removes old calls, some at a time. Calls of a write stay as long as the write does: they are its proof. What nobody has answered
 * stays as well.
 */
import type { Database } from '../storage/database.ts';
import { breathe } from '../entities/breathe.ts';

const BATCH = 500;
const DAY_MS = 86_400_000;

/** Answers how many were removed. `days` counts back from `nowMs`, real time as the calls are dated by. */
export async function pruneCalls(
  database: Database,
  days: number,
  nowMs: number,
  signal: AbortSignal,
): Promise<number> {
  const before = new Date(nowMs - days * DAY_MS).toISOString();
  let removed = 0;
  for (;;) {
    const { changes } = database.cacheTransaction(() =>
      database.run(
        `DELETE FROM calls WHERE seq IN (
           SELECT seq FROM calls WHERE at < ? AND change_id IS NULL AND outcome <> 'started' ORDER BY at LIMIT ${BATCH})`,
        before,
      ),
    );
    removed += changes;
    if (changes < BATCH) return removed;
    await breathe(signal);
  }
}
