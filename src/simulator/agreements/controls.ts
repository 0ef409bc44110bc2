/** What tests and training order beforehand: requests that fail their validation. */

export type RequestKind = 'payment' | 'cancellation' | 'adjustment';

export interface RequestFailure {
  readonly accountId: string;
  readonly kind: RequestKind;
  readonly message: string;
}

export class AgreementControls {
  readonly #failures: RequestFailure[] = [];

  scriptFailure(failure: RequestFailure): void {
    this.#failures.push(failure);
  }

  /** The message with which the next such request of an account fails; null = it does not. */
  takeFailure(accountId: string, kind: RequestKind): string | null {
    const index = this.#failures.findIndex((failure) => failure.accountId === accountId && failure.kind === kind);
    return this.#failures.splice(index, index < 0 ? 0 : 1)[0]?.message ?? null;
  }
}
