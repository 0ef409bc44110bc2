/** Backfill: many opportunities read from AWS on a person's word, with what it costs before, progress, pause, and a result for each. */
import { randomUUID } from 'node:crypto';
import type { Backfill, BackfillWish } from '../../../shared/domain/opportunity/backfill.ts';
import { fail } from '../../../shared/errors/app-error.ts';
import type { AwsAccess } from '../../aws/access.ts';
import type { HandlersOf } from '../../handlers.ts';
import { placeOf } from '../places.ts';
import { readGuards, runningSync, type GuardDependencies } from './guards.ts';
import { createRunner, type RunnerDependencies } from './runner.ts';
import { createBackfillStore, type StoredBackfill } from './store.ts';

export interface Backfills {
  readonly handlers: HandlersOf<'opportunities.backfill'>;
  /** Whether one of this account reads now: what is done of itself with opportunities waits until it is over. */
  backfillRunning(account: string): boolean;
  /** Goes on with those that nobody works on. Called periodically. */
  tend(): void;
  close(): void;
}

export type BackfillDependencies = Omit<RunnerDependencies, 'store' | 'jobs' | 'aws'> &
  Pick<GuardDependencies, 'accounts'> & {
    readonly aws: AwsAccess;
    readonly jobs: RunnerDependencies['jobs'] & GuardDependencies['jobs'];
  };

export function createBackfills(deps: BackfillDependencies): Backfills {
  const { database, events, clock, accounts, aws, jobs } = deps;
  const store = createBackfillStore(database);
  const runner = createRunner({ ...deps, store });
  const now = () => new Date(clock.now()).toISOString();
  const changed = ({ account, id }: Pick<StoredBackfill, 'account' | 'id'>) =>
    events.emit('opportunities.backfillChanged', { account, id });

  function toBackfill({ listing: _listing, ...run }: StoredBackfill): Backfill {
    const counts = store.counts(run.id);
    const waits = run.phase === 'reading' && ['running', 'paused', 'held', 'counted'].includes(run.state);
    const remainingMs = waits ? aws.estimate(run.account, 'GetOpportunity', 2 * counts.queued) : null;
    return { ...run, counts, remainingMs };
  }

  async function start(account: string, wish: BackfillWish, countOnly: boolean): Promise<StoredBackfill> {
    const place = placeOf(accounts, account);
    const id = randomUUID();
    const sync = await runningSync(jobs, account);
    database.transaction(() => {
      const open = store.open(account);
      // One that only counted has done its work.
      if (open?.state === 'counted') store.update(open.id, { state: 'cancelled', endedAt: now() });
      else if (open) fail('backfill-open', { params: { name: accounts.getSettings(account).name } });
      store.insert({ id, ...place, wish, countOnly, createdAt: now() });
    });
    // What it has read stays, and it goes on from there another time.
    if (sync !== null) await jobs.handlers['jobs.cancel']({ id: sync }, { signal: new AbortController().signal });
    changed({ account, id });
    runner.tend();
    return store.get(id);
  }

  /** Changes the state where it is one of these; answers what then holds. */
  function move(
    id: string,
    from: readonly StoredBackfill['state'][],
    to: Parameters<typeof store.update>[1],
  ): Backfill {
    const run = store.get(id);
    if (from.includes(run.state)) {
      database.transaction(() => store.update(id, to));
      changed(run);
      runner.tend();
    }
    return toBackfill(store.get(id));
  }

  return {
    tend: runner.tend,
    close: runner.close,
    backfillRunning: (account) => store.open(account)?.state === 'running',
    handlers: {
      'opportunities.backfill.preview': ({ account, wish }) => readGuards({ ...deps, store }, account, wish),
      'opportunities.backfill.start': async ({ account, wish, countOnly }) =>
        toBackfill(await start(account, wish, countOnly)),
      async 'opportunities.backfill.list'({ account, page, pageSize }) {
        const { items, total } = store.list(account, { limit: pageSize, offset: (page - 1) * pageSize });
        return { items: items.map(toBackfill), total };
      },
      'opportunities.backfill.get': async ({ id }) => toBackfill(store.get(id)),
      async 'opportunities.backfill.rows'({ id, states, page, pageSize }) {
        store.get(id);
        return {
          items: store.rows(id, states, { limit: pageSize, offset: (page - 1) * pageSize }),
          total: store.countRows(id, states),
        };
      },
      'opportunities.backfill.pause': async ({ id }) =>
        move(id, ['running', 'held'], { state: 'paused', resumeAt: null }),
      async 'opportunities.backfill.resume'({ id }) {
        // Whoever goes on after the count wants it read.
        const { countOnly, state } = store.get(id);
        return move(id, ['paused', 'held', 'counted'], {
          state: 'running',
          countOnly: countOnly && state !== 'counted',
          error: null,
          resumeAt: null,
        });
      },
      'opportunities.backfill.cancel': async ({ id }) =>
        move(id, ['running', 'paused', 'held', 'counted'], { state: 'cancelled', endedAt: now(), resumeAt: null }),
      async 'opportunities.backfill.retry'({ id }) {
        const run = store.get(id);
        if (!['ended', 'paused', 'held'].includes(run.state)) return toBackfill(run);
        const other = store.open(run.account);
        if (other && other.id !== id)
          fail('backfill-open', { params: { name: accounts.getSettings(run.account).name } });
        database.transaction(() => store.requeueFailed(id));
        return move(id, ['ended', 'paused', 'held'], {
          state: 'running',
          error: null,
          resumeAt: null,
          endedAt: null,
        });
      },
    },
  };
}
