/** The journal: every write to AWS Marketplace, from the intent on disk to what AWS was seen to hold. */
import type { Change } from '../../shared/domain/change/change.ts';
import { fail } from '../../shared/errors/app-error.ts';
import type { Handlers } from '../handlers.ts';
import type { Clock } from '../ports.ts';
import { createDriver, type DriverDependencies } from './driver.ts';
import { createJournal, type JournalDependencies } from './journal.ts';
import { createPublishing, type PublishDependencies } from './publish.ts';
import { createChangeStore, OPEN_STATES, toChange, type JournalRow } from './store.ts';

export { noticeBrokenLog, proveLog } from './log.ts';

type ChangeMethod =
  | 'offers.publish'
  | 'offers.releaseExisting'
  | 'offers.compare'
  | 'drafts.request'
  | 'changes.list'
  | 'changes.get'
  | 'changes.resume';

export interface Changes {
  readonly handlers: Pick<Handlers, ChangeMethod>;
  /** One write as the contract shows it; throws `not-found`. */
  get(id: string): Change;
  /** Takes over what nobody works on, and tells what other processes on the data folder have done. Called periodically. */
  tend(): void;
  close(): Promise<void>;
}

export type ChangeDependencies = Omit<JournalDependencies, 'store'> &
  Omit<PublishDependencies, 'journal'> &
  Omit<DriverDependencies, 'journal'> & { readonly clock: Clock };

export function createChanges(deps: ChangeDependencies): Changes {
  const store = createChangeStore(deps);
  const journal = createJournal({ ...deps, store });
  const driver = createDriver({ ...deps, journal });
  const publishing = createPublishing({ ...deps, journal });
  let position = store.logPosition();

  function begin(row: JournalRow) {
    driver.drive(row.id, { mayBeOld: false });
    return { change: toChange(row) };
  }

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

  return {
    get: (id) => toChange(journal.get(id)),
    handlers: {
      'offers.publish': async (input, { signal }) => begin(await publishing.publish(input, signal)),
      'offers.releaseExisting': async (input, { signal }) => begin(await publishing.releaseExisting(input, signal)),
      'drafts.request': async (input, { signal }) => ({ json: await publishing.preview(input, signal) }),
      async 'offers.compare'({ changeId }, { signal }) {
        const row = journal.get(changeId);
        if (row.offerId === null) fail('not-found', { params: { name: row.title } });
        return { differences: (await driver.compare(row, signal)).differences };
      },
      'changes.list': async (filter) => store.list(filter),
      'changes.get': async ({ id }) => toChange(journal.get(id)),
      'changes.resume': async ({ id }) => toChange(resume(id)),
    },
    tend() {
      driver.adopt();
      const moved = store.movedSince(position);
      position = store.logPosition();
      for (const id of moved) {
        if (!driver.isDriving(id)) journal.announce(id);
      }
    },
    close: driver.close,
  };
}
