/** Whether this machine has set an event off: its journal knows the change set, or has just sent something about the offer. */
import type { IncomingEvent } from '../../shared/domain/notification/incoming.ts';
import type { Database } from '../storage/database.ts';

/** A release is announced by AWS within minutes of its change set. */
const RECENT_MS = 3_600_000;

export function createOwnership(database: Database) {
  return (account: string, event: IncomingEvent): boolean => {
    const since = new Date(Date.parse(event.time) - RECENT_MS).toISOString();
    return event.subjects.some(({ type, id }) => {
      if (type === 'change-set') return hasChangeSet(database, account, id);
      if (type !== 'offer' || event.kind !== 'offers') return false;
      return (
        database.get(
          'SELECT 1 FROM changes WHERE account = ? AND entity_id = ? AND updated_at >= ?',
          account,
          id,
          since,
        ) !== undefined
      );
    });
  };
}

function hasChangeSet(database: Database, account: string, changeSetId: string): boolean {
  return (
    database.get('SELECT 1 FROM changes WHERE account = ? AND change_set_id = ?', account, changeSetId) !== undefined
  );
}
