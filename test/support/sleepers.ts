/** Who waits for a clock of a test, until when; what moves its time wakes them. */
interface Sleeper {
  readonly until: number;
  wake(): void;
}

export class Sleepers {
  time: number;
  readonly #waiting = new Set<Sleeper>();

  constructor(start: number) {
    this.time = start;
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) {
        reject(signal.reason);
        return;
      }
      const sleeper = { until: this.time + Math.max(0, ms), wake: resolve };
      this.#waiting.add(sleeper);
      signal?.addEventListener('abort', () => {
        this.#waiting.delete(sleeper);
        reject(signal.reason);
      });
    });
  }

  /** Wakes all whose time has come, those first that waited for less. */
  passTo(time: number): void {
    this.time = time;
    for (const sleeper of this.#inOrder()) {
      if (sleeper.until <= time) this.#wake(sleeper);
    }
  }

  /** Lets time pass to the one that wakes next, and wakes it alone. */
  passToNext(): void {
    const [next] = this.#inOrder();
    if (!next) throw new Error('everybody waits for something that no time brings');
    this.time = next.until;
    this.#wake(next);
  }

  #inOrder(): Sleeper[] {
    return [...this.#waiting].sort((a, b) => a.until - b.until);
  }

  #wake(sleeper: Sleeper): void {
    this.#waiting.delete(sleeper);
    sleeper.wake();
  }
}
