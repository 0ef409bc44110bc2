/** Carries each open row of the journal on from the state it is in, one worker a row over all processes on the data folder. */
import type { AwsAccess } from '../aws/access.ts';
import type { Clock, Logger } from '../ports.ts';
import type { AccountSource } from '../sources.ts';
import { createCalling } from './calling.ts';
import { createFollowing, type Following } from './following.ts';
import { LeaseLostError, type Journal } from './journal.ts';
import type { Kinds } from './kinds.ts';
import { createSending } from './sending.ts';
import { OPEN_STATES, type JournalRow } from './store.ts';
import { createWaitingRoom, type Waiting } from './waiting.ts';

/** A request that is on its way when the core closes may have this long, in real time; after that the next start looks it up. */
const GRACE_MS = 1500;

export interface DriverDependencies {
  readonly journal: Journal;
  readonly aws: AwsAccess;
  readonly accounts: AccountSource;
  readonly kinds: Kinds;
  readonly eulaFiles: { get(sha256: string): Uint8Array };
  readonly clock: Clock;
  readonly logger: Logger;
}

interface DriveOptions {
  /** A person has just asked for it: an intent of long ago is sent as well. */
  readonly mayBeOld: boolean;
}

export interface Driver {
  readonly compare: Following['compare'];
  /** Works on a row whose lease this process holds. */
  drive(id: string, options: DriveOptions): void;
  /** Ends the pause of a row that this process works on. */
  wake(id: string): void;
  /** Takes over open rows that nobody works on. Called at the start and periodically. */
  adopt(): void;
  isDriving(id: string): boolean;
  close(): Promise<void>;
}

export function createDriver(deps: DriverDependencies): Driver {
  const { journal, clock, logger } = deps;
  const closing = new AbortController();
  const cut = new AbortController();
  const room = createWaitingRoom(clock, closing.signal);
  const sending = createSending({ ...deps, cut: cut.signal });
  const following = createFollowing({ ...deps, closing: closing.signal });
  const calling = createCalling({ ...deps, closing: closing.signal });
  const working = new Map<string, Promise<void>>();
  const wanted = new Map<string, DriveOptions>();

  function step(row: JournalRow, waiting: Waiting, mayBeOld: boolean): Promise<JournalRow> {
    const answered = row.intent.form === 'call' ? calling : following;
    switch (row.state) {
      case 'intended':
        return row.documents.length === 0 ? sending.send(row, waiting, mayBeOld) : sending.upload(row, waiting);
      case 'eula-uploaded':
        return sending.send(row, waiting, mayBeOld);
      case 'sending':
        return sending.lookThenSend(row, waiting, mayBeOld);
      case 'sent':
        return answered.follow(row, waiting);
      default:
        return answered.readBack(row, waiting);
    }
  }

  async function work(id: string, mayBeOld: boolean): Promise<void> {
    try {
      // Whoever started this listens to events only after it has returned.
      await clock.sleep(0, closing.signal);
      const waiting = room.enter(id);
      let row = journal.get(id);
      while (isOpen(row) && !row.paused && !closing.signal.aborted) {
        row = await step(row, waiting, mayBeOld);
      }
    } catch (error) {
      if (!(error instanceof LeaseLostError) && !closing.signal.aborted) {
        logger.error('a change stopped unexpectedly; it is taken up again', { changeId: id, error });
      }
    } finally {
      working.delete(id);
      const next = wanted.get(id);
      wanted.delete(id);
      if (next && !closing.signal.aborted) drive(id, next);
      else journal.release(id);
    }
  }

  function drive(id: string, options: DriveOptions): void {
    if (closing.signal.aborted) return;
    // It may be just about to stop: then it goes on once it has.
    if (working.has(id)) wanted.set(id, options);
    else working.set(id, work(id, options.mayBeOld));
  }

  return {
    compare: following.compare,
    drive,
    wake: room.wake,
    isDriving: (id) => working.has(id),
    adopt() {
      for (const { id, paused } of journal.store.findOpen()) {
        if (!paused && !working.has(id) && journal.take(id)) drive(id, { mayBeOld: false });
      }
    },
    async close() {
      closing.abort();
      const waited = new AbortController();
      clock.sleep(GRACE_MS * clock.speed, waited.signal).then(
        () => cut.abort(),
        () => {},
      );
      await Promise.all(working.values());
      waited.abort();
    },
  };
}

function isOpen(row: JournalRow): boolean {
  return OPEN_STATES.some((state) => state === row.state);
}
