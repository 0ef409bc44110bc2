/** The journal: every write to AWS, from the intent on disk to what AWS was seen to hold. */
import type { Change, ChangedEntity } from '../../shared/domain/change/change.ts';
import { createAppError, fail } from '../../shared/errors/app-error.ts';
import type { Handlers } from '../handlers.ts';
import { createDriver, type DriverDependencies } from './driver.ts';
import { createJournal, type JournalDependencies } from './journal.ts';
import { createPublishing, type PublishDependencies, type Publishing } from './publish.ts';
import { createChangeStore, LIVE_STATES, OPEN_STATES, toChange, type JournalRow } from './store.ts';
import { createRepeat } from './repeat.ts';
import { createWrites, isGivenUpEasily, type BeginOptions, type WriteDependencies, type Writes } from './writes.ts';

export { noticeBrokenLog, proveLog } from './log.ts';

type ChangeMethod =
  | 'offers.publish'
  | 'offers.compare'
  | 'drafts.request'
  | 'changes.list'
  | 'changes.get'
  | 'changes.resume'
  | 'changes.abandon';

export interface Changes extends Pick<Writes, 'begin' | 'beginCall' | 'preview'> {
  readonly handlers: Pick<Handlers, ChangeMethod>;
  /** One write as the contract shows it; throws `not-found`. */
  get(id: string): Change;
  /** Those of a page, newest first, without reading past their documents. */
  list(ids: readonly string[]): Change[];
  /** Whether AWS's final word about a write to this entity is still to come. */
  isUnderWay(account: string, entity: ChangedEntity): boolean;
  readonly publish: Publishing['publish'];
  /**
   * Begins a call anew that has failed, with another payload; refuses where AWS turns out to have taken the first one after all, and
   * where it has been repeated already.
   */
  repeat(id: string, payload: unknown, options: BeginOptions): Promise<Change>;
  /** Goes on with a write that was stopped; does nothing where it has ended. */
  resume(id: string): void;
  /** Takes over what nobody works on, and tells what other processes on the data folder have done. Called periodically. */
  tend(): void;
  close(): Promise<void>;
}

export type ChangeDependencies = Omit<JournalDependencies, 'store'> &
  Omit<DriverDependencies, 'journal'> &
  Omit<PublishDependencies, 'journal' | 'writes'> &
  Omit<WriteDependencies, 'journal' | 'driver' | 'eulaFiles'> & {
    readonly eulaFiles: WriteDependencies['eulaFiles'] & DriverDependencies['eulaFiles'];
  };

export function createChanges(deps: ChangeDependencies): Changes {
  const store = createChangeStore(deps);
  const journal = createJournal({ ...deps, store });
  const driver = createDriver({ ...deps, journal });
  const writes = createWrites({ ...deps, journal, driver });
  const publishing = createPublishing({ ...deps, journal, writes });
  let position = store.logPosition();

  /** A person has mended what stopped it, or does not want to wait for the next look. */
  function resume(id: string): JournalRow {
    const row = journal.get(id);
    if (!OPEN_STATES.some((state) => state === row.state)) return row;
    if (driver.isDriving(id) && !row.paused) {
      driver.wake(id);
      return row;
    }
    if (!journal.take(id)) return row;
    const resumed = row.paused ? journal.move(row, row.state, { paused: false, error: null }) : row;
    driver.drive(id, { mayBeOld: true });
    return resumed;
  }

  /** Only what certainly made nothing: an unknown outcome is looked up first, and what AWS has taken is followed to its end. */
  function abandon(id: string): JournalRow {
    const refuse = (): never => fail('cannot-abandon', { params: { name: journal.get(id).title } });
    if (!isGivenUpEasily(journal.get(id)) || !journal.take(id)) refuse();
    // Looked at again under the lease: another process may have gone on with it.
    const row = journal.get(id);
    if (!isGivenUpEasily(row)) refuse();
    const ended = journal.move(row, 'refused', { paused: false, error: createAppError('abandoned') });
    if (!driver.isDriving(id)) journal.release(id);
    return ended;
  }

  return {
    get: (id) => toChange(journal.get(id)),
    list: store.findListed,
    isUnderWay: (account, entity) => store.findOfEntity(account, entity, LIVE_STATES).length > 0,
    begin: writes.begin,
    beginCall: writes.beginCall,
    publish: publishing.publish,
    repeat: createRepeat({ ...deps, journal, writes }),
    resume: (id) => void resume(id),
    preview: writes.preview,
    handlers: {
      'offers.publish': async (input, { signal }) => ({ change: await publishing.publish(input, signal) }),
      'drafts.request': async (input, { signal }) => ({ json: await publishing.preview(input, signal) }),
      async 'offers.compare'({ changeId }, { signal }) {
        const row = journal.get(changeId);
        if (row.offerId === null) fail('not-found', { params: { name: row.title } });
        return { differences: (await driver.compare(row, signal)).differences };
      },
      'changes.list': async (filter) => store.list(filter),
      'changes.get': async ({ id }) => toChange(journal.get(id)),
      'changes.resume': async ({ id }) => toChange(resume(id)),
      'changes.abandon': async ({ id }) => toChange(abandon(id)),
    },
    tend() {
      driver.adopt();
      const moved = store.movedSince(position);
      position = store.logPosition();
      for (const id of moved) {
        if (!driver.isDriving(id)) journal.announceNews(id);
      }
    },
    close: driver.close,
  };
}
