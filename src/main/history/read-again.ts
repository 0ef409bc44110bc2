/** Reads single records again that a sync could not understand or keep; on record like a job of its own. */
import { randomUUID } from 'node:crypto';
import type { READ_AGAIN_TYPES } from '../../shared/contract/history-repeat.ts';
import type { Handlers } from '../handlers.ts';
import type { Database } from '../storage/database.ts';
import { withinJob } from '../run-context.ts';

type EntityType = (typeof READ_AGAIN_TYPES)[number];
export type Readers = Readonly<
  Record<EntityType, (account: string, id: string, signal: AbortSignal) => Promise<unknown>>
>;

export function createReadAgain(database: Database, readers: Readers): Pick<Handlers, 'history.readAgain'> {
  return {
    async 'history.readAgain'({ account, entityType, entityId }, { signal }) {
      await withinJob(randomUUID(), () => readers[entityType](account, entityId, signal));
      // It is here now: what a sync has said about it is over.
      database.run('DELETE FROM sync_problems WHERE account = ? AND entity_id = ?', account, entityId);
      return {};
    },
  };
}
