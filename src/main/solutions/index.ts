/** The partner's solutions: the local copy of Partner Central's list, kept in step, so that names are there after a restart and offline. */
import { fail } from '../../shared/errors/app-error.ts';
import type { Solution } from '../../shared/domain/solution.ts';
import type { CallOptions } from '../aws/access.ts';
import { breathe } from '../entities/breathe.ts';
import { claimCopy } from '../entities/sync-job.ts';
import type { Handlers, HandlersOf } from '../handlers.ts';
import type { StartedJob } from '../jobs/index.ts';
import type { OpportunityDependencies } from '../opportunities/index.ts';
import { findOpportunity } from '../opportunities/list-query.ts';
import { placeOf, placesOf, syncedAt, syncProblems } from '../opportunities/places.ts';
import type { Place } from '../opportunities/store.ts';
import { formatSolutions } from './csv.ts';
import { categoriesOf, findCarriers, findSolution, listSolutions } from './list-query.ts';
import { readSolutions } from './reader.ts';
import { createSolutionStore } from './store.ts';

/** Whoever chooses one sees a list that is at most this old, where AWS can be reached. */
const FRESH_MS = 60 * 60 * 1000;
/** A failed reading is not asked for again with every letter that is typed. */
const PATIENCE_MS = 60 * 1000;
const PIECE = 200;

interface Solutions {
  readonly handlers: HandlersOf<'solutions'> & Pick<Handlers, 'opportunities.solutions'>;
  sync(account: string): StartedJob;
}

export function solutionSyncKind(catalog: Place['catalog']): string {
  return `solutions:${catalog}`;
}

export function createSolutions(deps: Omit<OpportunityDependencies, 'backfillRunning'>): Solutions {
  const { database, accounts, clock, events, aws } = deps;
  const store = createSolutionStore(database);
  const reading = new Map<string, Promise<void>>();
  const triedAt = new Map<string, number>();
  const now = () => new Date(clock.now()).toISOString();
  const readAt = ({ account, catalog }: Place) => deps.store.completedAt(account, [solutionSyncKind(catalog)]);

  async function readAll(place: Place, options: CallOptions, onPage?: (done: number) => void): Promise<void> {
    const { account, catalog } = place;
    const { awsAccountId } = accounts.getSettings(account);
    await claimCopy(deps, { account, awsAccountId }, options);
    const found = await readSolutions(aws, place, options, onPage);
    store.replace(place, found, now());
    deps.store.complete(account, solutionSyncKind(catalog), now());
    events.emit('solutions.changed', { account });
  }

  /** One reading for all who ask meanwhile; it is nobody's to cancel. */
  function readOnce(place: Place): Promise<void> {
    const key = `${place.account} ${place.catalog}`;
    const running = reading.get(key);
    if (running) return running;
    triedAt.set(key, clock.realNow());
    const started = readAll(place, { priority: 'user' }).finally(() => reading.delete(key));
    reading.set(key, started);
    return started;
  }

  /** Waits where nothing is here yet or where it is asked for; an old list is answered at once and read again beside it. */
  async function freshen(place: Place, refresh: boolean): Promise<void> {
    const at = readAt(place);
    if (at === null || refresh) return readOnce(place);
    const tried = triedAt.get(`${place.account} ${place.catalog}`) ?? -Infinity;
    if (clock.now() - Date.parse(at) < FRESH_MS || clock.realNow() - tried < PATIENCE_MS) return;
    // What is here is answered with its age.
    readOnce(place).catch(() => {});
  }

  function sync(account: string): StartedJob {
    const place = placeOf(accounts, account);
    return deps.jobs.runJob({
      kind: 'solutions.sync',
      account,
      work: (report, signal) =>
        readAll(place, { priority: 'background', signal }, (done) => report.progress(done, null)),
    });
  }

  const find = (account: string, id: string): Solution =>
    findSolution(database, placeOf(accounts, account), id) ?? fail('not-found', { params: { name: id } });

  return {
    sync,
    handlers: {
      async 'opportunities.solutions'({ account, text, inMarketplace, refresh, pageSize }) {
        const place = placeOf(accounts, account);
        await freshen(place, refresh);
        return { ...store.offered(place, { text, inMarketplace, limit: pageSize }), syncedAt: readAt(place) };
      },
      async 'solutions.list'({ filter, ...paged }) {
        const { catalog, catalogs, places } = placesOf(accounts, filter);
        return {
          ...listSolutions(database, places, filter, paged),
          categories: categoriesOf(database, places),
          catalog,
          catalogs: [...catalogs],
          syncedAt: syncedAt(deps.store, places, (each) => [solutionSyncKind(each)]),
        };
      },
      'solutions.get': async ({ account, solutionId }) => find(account, solutionId),
      async 'solutions.opportunities'({ account, solutionId, ...paged }) {
        const { ids, total } = findCarriers(database, find(account, solutionId), paged);
        const place = placeOf(accounts, account);
        return { items: ids.flatMap((id) => findOpportunity(database, place, id) ?? []), total };
      },
      'solutions.sync': async ({ account }) => ({ jobId: sync(account).id }),
      'solutions.syncProblems': async ({ account }) => syncProblems(deps, account, solutionSyncKind),
      async 'solutions.csv'({ filter, headings }, { signal }) {
        const { places } = placesOf(accounts, filter);
        const found: Solution[] = [];
        for (let page = 1; ; page += 1) {
          const paged = { page, pageSize: PIECE, sortBy: 'id', direction: 'ascending' } as const;
          const { items } = listSolutions(database, places, filter, paged);
          found.push(...items);
          if (items.length < PIECE) break;
          await breathe(signal);
        }
        return {
          text: formatSolutions(found, (account) => accounts.getSettings(account), headings),
          suggestedName: `solutions-${now().slice(0, 10)}.csv`,
          mediaType: 'text/csv',
          count: found.length,
        };
      },
    },
  };
}
