/** Knobs for tests and training: timing, forced outcomes, forgotten tokens. Nothing here exists at AWS. */
import type { ForcedFailure } from '../types.ts';
import type { ForcedOutcome } from './change-sets/record.ts';

/** Applies to the next change set of the account (or of anyone), then is used up. */
export interface ScriptedChangeSet {
  readonly accountId?: string;
  readonly prepareMs?: number;
  readonly applyMs?: number;
  readonly outcome?: ForcedOutcome;
}

export interface ChangeSetTiming {
  /** Service time in PREPARING. */
  readonly prepareMs: number;
  /** Service time in APPLYING. */
  readonly applyMs: number;
  /** Service time in APPLYING where AWS's staff looks first (a product going Public). */
  readonly reviewMs: number;
}

const DEFAULT_TIMING: ChangeSetTiming = { prepareMs: 1_500, applyMs: 2_500, reviewMs: 60_000 };

export class CatalogControls {
  timing: ChangeSetTiming = DEFAULT_TIMING;
  /** When true a repeated token starts a second change set, as a service with a short memory would. */
  tokensForgotten = false;
  readonly #scripts: ScriptedChangeSet[] = [];

  script(next: ScriptedChangeSet): void {
    this.#scripts.push(next);
  }

  scriptFailure({ accountId, failureCode, changeType, errorCode, message }: ForcedFailure): void {
    const errors = [{ ErrorCode: errorCode ?? 'INVALID_UPDATE_REQUEST', ErrorMessage: message }];
    this.script({
      accountId,
      outcome:
        changeType === undefined
          ? { kind: 'described', failureCode, description: message }
          : { kind: 'blamed', failureCode, changeType, errors },
    });
  }

  /** The oldest script that fits, removed from the queue. */
  takeScript(accountId: string): ScriptedChangeSet | null {
    const index = this.#scripts.findIndex((script) => (script.accountId ?? accountId) === accountId);
    return index < 0 ? null : (this.#scripts.splice(index, 1)[0] ?? null);
  }
}
