/** Follows tasks of AWS's: who asks within the same half second is answered from one page of its list, ten tasks a question. */
import { OfferdeckError } from '../../shared/errors/app-error.ts';
import type { AwsAccess, CallOptions } from '../aws/access.ts';
import { textAt } from '../opportunities/readings.ts';
import type { Place } from '../opportunities/store.ts';
import type { Clock } from '../ports.ts';
import { listAcceptances, MOST_IDS } from './reader.ts';

/** Service time. */
const GATHER_MS = 500;

/** The task as AWS's list has it; undefined where it is not on it. */
export type TaskReader = (place: Place, taskId: string, options: CallOptions) => Promise<unknown>;

interface Question {
  readonly taskId: string;
  readonly options: CallOptions;
  readonly answer: PromiseWithResolvers<unknown>;
  isGivenUp: boolean;
}

export function createTaskReader(deps: {
  readonly aws: Pick<AwsAccess, 'selling'>;
  readonly clock: Clock;
}): TaskReader {
  const { aws, clock } = deps;
  const gathered = new Map<string, Question[]>();

  async function askTogether(place: Place, questions: readonly Question[]): Promise<void> {
    const [first] = questions;
    if (!first) return;
    const nobody = new AbortController();
    const endIfNobody = () => questions.every(({ isGivenUp }) => isGivenUp) && nobody.abort();
    for (const { options } of questions) options.signal?.addEventListener('abort', endIfNobody, { once: true });
    // A call for several writes stands with none of them.
    const { changeId: _one, ...shared } = first.options;
    const options = { ...(questions.length === 1 ? first.options : shared), signal: nobody.signal };
    const ids = [...new Set(questions.map(({ taskId }) => taskId))];
    try {
      const reading = { door: aws.selling(place.account), catalog: place.catalog, ...options };
      const tasks = await listAcceptances(reading, { TaskIdentifier: ids });
      for (const { taskId, answer } of questions)
        answer.resolve(tasks.find((task) => textAt(task, 'TaskId') === taskId));
    } catch (error) {
      // AWS may blame one of them: then each is asked about by itself.
      const isBlame = error instanceof OfferdeckError && !error.data.retryable && !nobody.signal.aborted;
      if (isBlame && questions.length > 1) for (const each of questions) void askTogether(place, [each]);
      else for (const { answer } of questions) answer.reject(error);
    } finally {
      for (const each of questions) each.options.signal?.removeEventListener('abort', endIfNobody);
    }
  }

  async function gather(key: string, place: Place): Promise<void> {
    await clock.sleep(GATHER_MS);
    const waiting = (gathered.get(key) ?? []).filter(({ isGivenUp }) => !isGivenUp);
    gathered.delete(key);
    for (let start = 0; start < waiting.length; start += MOST_IDS) {
      void askTogether(place, waiting.slice(start, start + MOST_IDS));
    }
  }

  return (place, taskId, options) => {
    const question: Question = { taskId, options, answer: Promise.withResolvers<unknown>(), isGivenUp: false };
    const onAbort = () => {
      question.isGivenUp = true;
      question.answer.reject(options.signal?.reason);
    };
    if (options.signal?.aborted) onAbort();
    else options.signal?.addEventListener('abort', onAbort, { once: true });
    const key = `${place.account} ${place.catalog}`;
    const waiting = gathered.get(key);
    if (waiting) waiting.push(question);
    else {
      gathered.set(key, [question]);
      void gather(key, place);
    }
    return question.answer.promise.finally(() => options.signal?.removeEventListener('abort', onAbort));
  };
}
