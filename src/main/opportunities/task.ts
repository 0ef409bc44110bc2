/** Tasks of Partner Central: what one that was found says of the write that started it. */
import { createAppError } from '../../shared/errors/app-error.ts';
import type { CallDecision } from '../changes/kinds.ts';
import { textAt } from './readings.ts';

/** What may go better by itself a little later: a new attempt has a token of its own. */
const PASSES = /^(RequestThrottled|InternalError|ServiceQuotaExceeded|.*Conflict)$/;

/** For a look: null where there is none. */
export function toFoundTask(task: unknown) {
  return task ? { resultId: textAt(task, 'TaskId'), after: task } : null;
}

/** null while it is under way. `passes`: whether a failure that may pass by itself can be tried again. */
export function decideByTask(task: unknown, started: { operation: string; passes: boolean }): CallDecision | null {
  switch (textAt(task, 'TaskStatus')) {
    case 'COMPLETE':
      return { state: 'succeeded', after: task };
    case 'FAILED':
      return { state: 'failed', error: toTaskError(task, started), after: task };
    default:
      return null;
  }
}

function toTaskError(task: unknown, { operation, passes }: { operation: string; passes: boolean }) {
  const code = textAt(task, 'ReasonCode');
  return createAppError('validation-refused', {
    params: { reason: code },
    ...(passes && { retryable: PASSES.test(code) }),
    aws: { service: 'selling', operation, code, message: textAt(task, 'Message'), httpStatus: null, requestId: null },
  });
}
