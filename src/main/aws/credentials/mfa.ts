/** Asks the user for an MFA code: announces the request, waits for the answer, gives up in the end. */
import { randomUUID } from 'node:crypto';
import { fail } from '../../../shared/errors/app-error.ts';
import type { EventBus } from '../../events.ts';
import type { Clock } from '../../ports.ts';

/** A person needs time to find the device; a window that was closed must not block for ever. */
const PATIENCE_MS = 5 * 60_000;

export interface MfaPrompter {
  ask(account: string, serial: string): Promise<string>;
  /** Announces pending questions again, for a window that came later. */
  remind(account: string): void;
  answer(requestId: string, code: string | null): void;
}

interface Question {
  readonly account: string;
  readonly serial: string;
  readonly settle: (code: string | null) => void;
}

export function createMfaPrompter(deps: { events: EventBus; clock: Clock }): MfaPrompter {
  const { events, clock } = deps;
  const questions = new Map<string, Question>();
  const announce = (requestId: string, { account, serial }: Question) =>
    events.emit('accounts.mfaRequested', { requestId, account, serial });

  return {
    async ask(account, serial) {
      const requestId = randomUUID();
      const patience = new AbortController();
      const code = await new Promise<string | null>((resolve) => {
        const question: Question = { account, serial, settle: resolve };
        questions.set(requestId, question);
        announce(requestId, question);
        // A person is not sped up by --speed.
        clock.sleep(PATIENCE_MS * clock.speed, patience.signal).then(
          () => resolve(null),
          () => {},
        );
      });
      patience.abort();
      questions.delete(requestId);
      return code ?? fail('mfa-needed', { params: { serial }, retryable: true, action: { kind: 'retry' } });
    },
    remind(account) {
      for (const [requestId, question] of questions) if (question.account === account) announce(requestId, question);
    },
    answer(requestId, code) {
      const question = questions.get(requestId) ?? fail('not-found', { params: { name: 'accounts.answerMfa' } });
      question.settle(code);
    },
  };
}
