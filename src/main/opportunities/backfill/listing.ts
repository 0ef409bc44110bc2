/** The list of a backfill: read page by page, each on disk with where the next one begins, so that a stopped one goes on there. */
import { createAppError } from '../../../shared/errors/app-error.ts';
import { breathe } from '../../entities/breathe.ts';
import type { Database } from '../../storage/database.ts';
import { listPage, type ListPage, type ListWish, type OpportunityReading } from '../reader.ts';
import { at, readListed, textAt, toInstantText } from '../readings.ts';
import type { Place } from '../store.ts';
import { isBrokenOff, later } from '../sync.ts';
import { below, decide, toQuestions, type Held } from './selection.ts';
import type { BackfillStore, Listing, NewRow, StoredBackfill } from './store.ts';

/** How often a list that AWS breaks off is taken up again from where it was. */
const RESTARTS = 3;

export interface ListingRun {
  readonly database: Database;
  readonly store: BackfillStore;
  readonly runId: string;
  readonly place: Place;
  readonly reading: OpportunityReading;
  /** Told after each page; false: stop here. */
  readonly goOn: () => boolean;
}

/** True once all is listed; false where it was stopped on the way. */
export async function readList(run: ListingRun): Promise<boolean> {
  const { store, runId } = run;
  const questions = toQuestions(store.get(runId).wish);
  let restarts = 0;
  for (;;) {
    const backfill = store.get(runId);
    const { listing } = backfill;
    const question = questions[listing.question];
    if (!question) return true;
    if (!run.goOn()) return false;
    try {
      takePage(run, backfill, await askFor(run, question, listing));
    } catch (error) {
      // A token that AWS does not take any more: the rest of the list is asked for anew, below what was seen.
      if (!isBrokenOff(error) || listing.token === null || restarts >= RESTARTS) throw error;
      restarts += 1;
      store.update(runId, { listing: { ...listing, token: null } });
    }
    await breathe(run.reading.signal);
  }
}

function askFor({ reading }: ListingRun, question: ListWish, { token, floor }: Listing): Promise<ListPage> {
  return listPage(reading, token === null && floor !== null ? below(question, floor) : question, token);
}

function takePage({ database, store, runId, place }: ListingRun, backfill: StoredBackfill, page: ListPage): void {
  const listing = advance(backfill.listing, page);
  database.cacheTransaction(() => {
    // Cancelled meanwhile, or the account is another one now.
    if (!store.find(runId)) return;
    store.addRows(runId, toRows(database, place, backfill, page.entries));
    store.update(runId, { pages: backfill.pages + 1, listing });
  });
}

export function toRows(
  database: Database,
  place: Place,
  { wish }: Pick<StoredBackfill, 'wish'>,
  entries: readonly unknown[],
): NewRow[] {
  const held = readHeld(
    database,
    place,
    entries.map((entry) => textAt(entry, 'Id')),
  );
  return entries.map((entry): NewRow => {
    const id = textAt(entry, 'Id');
    const listed = readListed(entry);
    const row = { opportunityId: id, customer: listed?.customer ?? '', stage: listed?.stage ?? '', error: null };
    if (listed) return { ...row, modifiedAt: listed.modifiedAt, state: decide(wish, listed, held.get(id)) };
    if (id === '') return { ...row, modifiedAt: null, state: 'failed', error: createAppError('malformed-answer') };
    // An entry that makes no sense may stand for a record that does.
    return { ...row, modifiedAt: null, state: wish.mode === 'held' && !held.has(id) ? 'left-out' : 'queued' };
  });
}

function readHeld(database: Database, { account, catalog }: Place, ids: readonly string[]): Map<string, Held> {
  const rows = database.all<{ id: string; modified: string | null; doubtful: number }>(
    `SELECT o.id, json_extract(d.document, '$.LastModifiedDate') AS modified, o.stale = 1 OR o.gone_at IS NOT NULL AS doubtful
     FROM json_each(?3) wanted JOIN opportunities o ON o.account = ?1 AND o.catalog = ?2 AND o.id = wanted.value
     LEFT JOIN opportunity_documents d ON d.account = ?1 AND d.catalog = ?2 AND d.id = o.id`,
    account,
    catalog,
    JSON.stringify(ids),
  );
  return new Map(
    rows.map(({ id, modified, doubtful }) => [
      id,
      { modifiedAt: toInstantText(modified), isDoubtful: doubtful === 1 } satisfies Held,
    ]),
  );
}

function advance(listing: Listing, { entries, next }: ListPage): Listing {
  const dates = entries.flatMap((entry) => toInstantText(at(entry, 'LastModifiedDate')) ?? []).sort();
  const ceiling = later(listing.ceiling, dates.at(-1) ?? null);
  if (next === null) return { ...listing, question: listing.question + 1, token: null, floor: null, ceiling };
  const [oldest] = dates;
  const floor = oldest !== undefined && (listing.floor === null || oldest < listing.floor) ? oldest : listing.floor;
  return { ...listing, token: next, floor, ceiling };
}
