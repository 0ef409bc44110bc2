/** Reads the records in line and AWS's summaries of them, several at once; what becomes of each is on disk with the record itself. */
import type { BackfillRowState } from '../../../shared/domain/opportunity/backfill.ts';
import { createAppError, OfferdeckError, type AppError } from '../../../shared/errors/app-error.ts';
import { breathe } from '../../entities/breathe.ts';
import type { SyncStore } from '../../entities/sync-store.ts';
import type { Clock } from '../../ports.ts';
import type { Database } from '../../storage/database.ts';
import { isGone, readOpportunity, type OpportunityReading, type OpportunityRecord } from '../reader.ts';
import type { OpportunityStore, Place } from '../store.ts';
import { AT_ONCE, BLAMES_ONE, syncKind } from '../sync.ts';
import type { BackfillStore } from './store.ts';

/** Rows in line that are looked up together. */
const PIECE = 200;
/** So many failures in a row are no matter of single opportunities any more. */
const MOST_IN_A_ROW = 12;

export interface ReadingRun {
  readonly database: Database;
  readonly clock: Clock;
  readonly store: BackfillStore;
  readonly copy: OpportunityStore;
  readonly sync: SyncStore;
  readonly runId: string;
  readonly place: Place;
  readonly reading: OpportunityReading;
  /** Told after each record; false: stop here. */
  readonly goOn: () => boolean;
}

/** True once nothing is in line; false where it was stopped on the way. Throws what concerns more than one opportunity. */
export async function readQueued(run: ReadingRun): Promise<boolean> {
  const queue = eachQueued(run);
  const state = { stopped: false, failures: 0 };
  const broken = new AbortController();
  const work = async (): Promise<void> => {
    for (const id of queue) {
      if (broken.signal.aborted) return;
      if (!run.goOn()) {
        state.stopped = true;
        return;
      }
      try {
        const failure = await readOne(run, id);
        state.failures = failure ? state.failures + 1 : 0;
        if (failure && state.failures >= MOST_IN_A_ROW) throw new OfferdeckError(failure);
      } catch (error) {
        broken.abort();
        throw error;
      }
      await breathe(run.reading.signal);
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: AT_ONCE }, work));
  const first = ends.find((end) => end.status === 'rejected');
  if (first) throw first.reason;
  run.goOn();
  return !state.stopped;
}

/** One line for all who read: each takes the next one. What fails on the way is asked for again by a person, not here. */
function* eachQueued({ store, runId }: ReadingRun): Generator<string, void> {
  for (let after = 0; ;) {
    const piece = store.queued(runId, after, PIECE);
    for (const { position, opportunityId } of piece) {
      after = position;
      yield opportunityId;
    }
    if (piece.length < PIECE) return;
  }
}

/** null: it was read, or is gone. Otherwise what AWS has against this one. */
async function readOne(run: ReadingRun, id: string): Promise<AppError | null> {
  try {
    const record = await readOpportunity(run.reading, id);
    return save(run, id, record);
  } catch (error) {
    if (!(error instanceof OfferdeckError) || run.reading.signal?.aborted) throw error;
    if (isGone(error)) {
      settle(run, id, 'gone', null, () => run.copy.markGone(run.place, id, now(run)));
      return null;
    }
    if (!isOfOne(error.data)) throw error;
    settle(run, id, 'failed', error.data);
    return error.data;
  }
}

/** AWS's refusals of one record, and troubles that another moment may not have. Those of the account stop everything at once. */
function isOfOne({ code, retryable }: AppError): boolean {
  return BLAMES_ONE.includes(code) || (retryable && ['throttled', 'aws-unavailable', 'internal'].includes(code));
}

function save(run: ReadingRun, id: string, record: OpportunityRecord): AppError | null {
  const { copy, place } = run;
  const before = readTexts(run, id);
  const isSame =
    before?.document === JSON.stringify(record.document) &&
    before.summary === (record.summary === null ? null : JSON.stringify(record.summary));
  const state = before === undefined ? 'new' : isSame ? 'unchanged' : 'changed';
  let failure: AppError | null = null;
  run.database.cacheTransaction(() => {
    if (copy.saveRecord(place, record, now(run))) settle(run, id, state, null);
    else settle(run, id, 'failed', (failure = createAppError('malformed-answer', { params: { entityId: id } })));
  });
  return failure;
}

function readTexts({ database, place }: ReadingRun, id: string) {
  return database.get<{ document: string; summary: string | null }>(
    'SELECT document, summary FROM opportunity_documents WHERE account = ? AND catalog = ? AND id = ?',
    place.account,
    place.catalog,
    id,
  );
}

function settle(
  { database, store, sync, runId, place }: ReadingRun,
  id: string,
  state: BackfillRowState,
  error: AppError | null,
  also: () => void = () => {},
): void {
  database.cacheTransaction(() => {
    also();
    store.settle(runId, id, state, error);
    if (error === null) sync.clearProblem(place.account, syncKind(place.catalog), id);
  });
}

function now({ clock }: ReadingRun): string {
  return new Date(clock.now()).toISOString();
}
