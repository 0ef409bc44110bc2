/** What AWS refuses of one record is noted beside the copy, and the rest goes on. */
import { toProblem } from './problem.ts';
import type { SyncStore } from './sync-store.ts';

interface NotedCopy {
  readonly sync: Pick<SyncStore, 'clearProblem' | 'saveProblems'>;
  readonly account: string;
  /** Key of the copy's progress. */
  readonly kind: string;
  readonly blamesOne: readonly string[];
  now(): string;
}

export async function readOrNote(copy: NotedCopy, id: string, read: () => Promise<void>): Promise<void> {
  const { sync, account, kind } = copy;
  try {
    await read();
    sync.clearProblem(account, kind, id);
  } catch (error) {
    const problem = toProblem(id, error, copy.blamesOne);
    if (!problem) throw error;
    sync.saveProblems(account, kind, [problem], copy.now());
  }
}
