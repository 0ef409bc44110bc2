/** Moves rows of the journal: lease checked, state and log written in one transaction, then told to whoever listens. */
import type { ChangeState } from '../../shared/domain/change/change.ts';
import { fail } from '../../shared/errors/app-error.ts';
import type { EventBus } from '../events.ts';
import type { JournalPoint } from '../ports.ts';
import type { Database } from '../storage/database.ts';
import type { Leases } from '../storage/leases.ts';
import { toChange, type ChangePatch, type ChangeStore, type JournalRow, type NewChange } from './store.ts';

/** Another process has taken the row over; whoever meets this stops without a word. */
export class LeaseLostError extends Error {}

export interface Journal {
  readonly store: ChangeStore;
  get(id: string): JournalRow;
  /** Writes a new row and takes its lease; `check` runs in the same transaction. */
  begin(change: NewChange, check: () => void): JournalRow;
  /** Takes the row's lease; false while another process works on it. */
  take(id: string): boolean;
  release(id: string): void;
  /** To another state, or on in the same state with something learnt. */
  move(row: JournalRow, state: ChangeState, patch: ChangePatch): JournalRow;
  /** An instant between two states. */
  reach(point: JournalPoint, id: string): void;
  /** Tells about a row that another process has moved; what was told here already is not told again. */
  announceNews(id: string): void;
}

export interface JournalDependencies {
  readonly database: Database;
  readonly events: EventBus;
  readonly leases: Leases;
  readonly store: ChangeStore;
  readonly onJournalPoint?: (point: JournalPoint, changeId: string) => void;
}

/** States at which the tests may kill: those that a publication passes when all goes well. */
const POINT_STATES: Partial<Record<ChangeState, JournalPoint>> = {
  intended: 'intended',
  'eula-uploaded': 'eula-uploaded',
  sending: 'sending',
  sent: 'sent',
  succeeded: 'succeeded',
  verified: 'verified',
};

const NOTHING_CAME_OF_IT: readonly ChangeState[] = ['failed', 'cancelled', 'refused'];

export function createJournal(deps: JournalDependencies): Journal {
  const { database, events, leases, store, onJournalPoint } = deps;

  function get(id: string): JournalRow {
    return store.find(id) ?? fail('not-found', { params: { name: id } });
  }

  /** As a row was last told of here, until somebody asks whether another process has moved it. */
  const told = new Map<string, string>();
  const standOf = ({ state, updatedAt, paused }: JournalRow) => `${state} ${updatedAt} ${paused}`;

  function tell(row: JournalRow): void {
    told.set(row.id, standOf(row));
    events.emit('changes.changed', toChange(row));
    // A draft's record names the change that publishes it: there from the first state on, gone when nothing came of it.
    const concernsDraft = row.state === 'intended' || NOTHING_CAME_OF_IT.includes(row.state);
    if (row.draftId !== null && concernsDraft) {
      events.emit('drafts.changed', { id: row.draftId, account: row.account });
    }
  }

  function moved(row: JournalRow): JournalRow {
    tell(row);
    const point = POINT_STATES[row.state];
    if (point) onJournalPoint?.(point, row.id);
    return row;
  }

  return {
    store,
    get,
    begin(change, check) {
      const row = database.transaction(() => {
        check();
        store.insert(change);
        leases.acquire(leaseName(change.id));
        return get(change.id);
      });
      return moved(row);
    },
    take: (id) => leases.acquire(leaseName(id)),
    release: (id) => leases.release(leaseName(id)),
    move(row, state, patch) {
      const next = database.transaction(() => {
        if (!leases.isHeld(leaseName(row.id))) throw new LeaseLostError(row.id);
        // Extends the lease: what follows may take as long as a request.
        leases.acquire(leaseName(row.id));
        store.update(row.id, state, patch);
        return get(row.id);
      });
      // Each send is an instant of its own, also the second one.
      if (state !== row.state || patch.attempts !== undefined) return moved(next);
      tell(next);
      return next;
    },
    reach: (point, id) => onJournalPoint?.(point, id),
    announceNews(id) {
      const row = get(id);
      if (told.get(id) !== standOf(row)) tell(row);
      told.delete(id);
    },
  };
}

function leaseName(changeId: string): string {
  return `change:${changeId}`;
}
