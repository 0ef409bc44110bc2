/** The views of what was sent and asked: pages, single records, files, retention, and the proof that nothing was altered. */
import type { historyRepeatMethods } from '../../shared/contract/history-repeat.ts';
import type { CallFilter } from '../../shared/contract/history-calls.ts';
import type { Notice } from '../../shared/contract/app.ts';
import type { Change } from '../../shared/domain/change/change.ts';
import { noticeBrokenLog, proveLog } from '../changes/index.ts';
import { breathe } from '../entities/breathe.ts';
import type { EventBus } from '../events.ts';
import type { HandlersOf } from '../handlers.ts';
import type { Clock, PreferenceStore } from '../ports.ts';
import type { Database } from '../storage/database.ts';
import { getCall } from './call-detail.ts';
import { countCalls, listCalls, listChoices } from './call-query.ts';
import { countChanges, describeChange, findChangeIds } from './change-query.ts';
import { createReports } from './reports.ts';
import { pruneCalls } from './retention.ts';
import { describeFile, formatCalls, formatChanges } from './text.ts';

/** Rows of one file; a spreadsheet takes about a million, a person far fewer. */
const MOST_ROWS = 50_000;
/** With request and reply a row is large. */
const MOST_DETAILS = 5_000;
/** Read at once while a file is made; then others have their turn. */
const SLICE = 500;

type RepeatMethod = keyof typeof historyRepeatMethods;

export interface History {
  readonly handlers: Omit<HandlersOf<'history'>, RepeatMethod>;
  /** Removes calls older than the settings say. Called periodically. */
  prune(): Promise<void>;
  /** Looks through the log in the background and says so where somebody or something has altered it. */
  proveAtStart(): void;
  close(): Promise<void>;
}

export interface HistoryDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly events: EventBus;
  readonly preferences: PreferenceStore;
  /** The journal's own reading of a row. */
  readonly changes: { get(id: string): Change; list(ids: readonly string[]): Change[] };
  addNotice(notice: Notice): void;
}

export function createHistory(deps: HistoryDependencies): History {
  const { database, clock, events, preferences, changes } = deps;
  const closing = new AbortController();
  let proving = Promise.resolve();
  const today = () => new Date(clock.realNow()).toISOString().slice(0, 10);

  async function collect<T>(most: number, total: number, read: (slice: { limit: number; offset: number }) => T[]) {
    const rows: T[] = [];
    for (let offset = 0; offset < Math.min(most, total); offset += SLICE) {
      rows.push(...read({ limit: Math.min(SLICE, most - offset), offset }));
      await breathe(closing.signal);
    }
    return rows;
  }

  const readCalls = (filter: CallFilter, withDetails: boolean) => (slice: { limit: number; offset: number }) => {
    const calls = listCalls(database, filter, slice);
    return withDetails ? calls.map(({ seq }) => getCall(database, seq)) : calls;
  };

  return {
    handlers: {
      ...createReports(deps),
      'history.changes': async ({ filter, page, pageSize }) => ({
        items: changes.list(findChangeIds(database, filter, { limit: pageSize, offset: (page - 1) * pageSize })),
        total: countChanges(database, filter),
      }),
      'history.change': async ({ id }) => describeChange(database, changes.get(id)),
      'history.calls': async ({ filter, page, pageSize }) => ({
        items: listCalls(database, filter, { limit: pageSize, offset: (page - 1) * pageSize }),
        total: countCalls(database, filter),
        ...listChoices(database),
      }),
      'history.call': async ({ seq }) => getCall(database, seq),
      async 'history.changesText'({ filter, format, headings }) {
        const total = countChanges(database, filter);
        const rows = await collect(MOST_ROWS, total, (slice) => changes.list(findChangeIds(database, filter, slice)));
        const text = formatChanges(rows, format, headings);
        return { text, ...describeFile('changes', format, today()), count: rows.length, cut: total > rows.length };
      },
      async 'history.callsText'({ filter, format, headings }) {
        const most = format === 'json' ? MOST_DETAILS : MOST_ROWS;
        const total = countCalls(database, filter, most + 1);
        const rows = await collect(most, total, readCalls(filter, format === 'json'));
        const text = formatCalls(rows, format, headings);
        return { text, ...describeFile('sync-log', format, today()), count: rows.length, cut: total > rows.length };
      },
      'history.verify': (_input, { signal }) => proveLog(database, signal),
    },
    async prune() {
      const { callRetentionDays } = await preferences.get();
      if (callRetentionDays === null) return;
      const count = await pruneCalls(database, callRetentionDays, clock.realNow(), closing.signal);
      if (count > 0) events.emit('history.pruned', { count });
    },
    proveAtStart() {
      proving = proveLog(database, closing.signal).then(
        (proof) => {
          const notice = noticeBrokenLog(proof);
          if (notice) deps.addNotice(notice);
        },
        (error: unknown) => {
          if (!closing.signal.aborted) throw error;
        },
      );
    },
    async close() {
      closing.abort();
      await proving;
    },
  };
}
