/** What comes after the answer to a direct call: AWS's decision, where it takes its time, and a look at what it then holds. */
import type { Difference } from '../../shared/domain/offer/offer.ts';
import type { AppError } from '../../shared/errors/app-error.ts';
import type { CallOptions } from '../aws/access.ts';
import type { Clock } from '../ports.ts';
import { toCallRow } from './carriers.ts';
import type { Journal } from './journal.ts';
import { callKindOf, type Kinds } from './kinds.ts';
import { expectFailure } from './outcome.ts';
import type { JournalRow } from './store.ts';
import type { Waiting } from './waiting.ts';

/** Not seen this long after the answer (service time) is a difference, not a list that lags. */
const INDEX_LAG_MS = 60_000;

export interface CallingDependencies {
  readonly journal: Journal;
  readonly kinds: Kinds;
  readonly clock: Clock;
  readonly closing: AbortSignal;
}

export interface Calling {
  follow(row: JournalRow, waiting: Waiting): Promise<JournalRow>;
  readBack(row: JournalRow, waiting: Waiting): Promise<JournalRow>;
}

export function createCalling({ journal, kinds, clock, closing }: CallingDependencies): Calling {
  const options = (row: JournalRow): CallOptions => ({ priority: 'background', changeId: row.id, signal: closing });

  function noteError(row: JournalRow, error: AppError): JournalRow {
    return row.error?.code === error.code ? row : journal.move(row, row.state, { error });
  }

  /** One question; a failure is noted and the question is put again later. */
  async function ask<T>(row: JournalRow, question: () => Promise<T>): Promise<{ answer: T } | { row: JournalRow }> {
    try {
      return { answer: await question() };
    } catch (error) {
      return { row: noteError(row, expectFailure(error, closing)) };
    }
  }

  return {
    async follow(row, waiting) {
      const kind = callKindOf(kinds, row.kind);
      let current = row;
      for (;;) {
        await waiting.pause();
        const asked = await ask(current, async () => kind.follow?.(toCallRow(row, kind), options(row)));
        if ('row' in asked) current = asked.row;
        else if (asked.answer) {
          waiting.reset();
          const { state, after } = asked.answer;
          const error = asked.answer.state === 'failed' ? asked.answer.error : null;
          return journal.move(current, state, { error, ...(after === undefined ? {} : { after }) });
        }
      }
    },
    async readBack(row, waiting) {
      const kind = callKindOf(kinds, row.kind);
      const missingFrom = clock.now() + INDEX_LAG_MS;
      let current = row;
      for (;;) {
        const asked = await ask(current, () => kind.look(toCallRow(row, kind), options(row)));
        if ('row' in asked) current = asked.row;
        else if (asked.answer) {
          return journal.move(current, 'verified', { differences: [], after: asked.answer.after, error: null });
        } else if (clock.now() >= missingFrom) {
          const missing: Difference = { path: 'result', meant: row.resultId, found: null };
          return journal.move(current, 'verified', { differences: [missing], error: null });
        }
        await waiting.pause();
      }
    },
  };
}
