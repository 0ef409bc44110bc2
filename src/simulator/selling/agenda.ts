/** What happens by itself: tasks end, reviews move on, invitations expire. Kept with the world, so that a restart goes on. */
import type { SimulatorClock } from '../types.ts';
import { errandKey, type CollaborationStore } from './collaboration-store.ts';
import type { Errand } from './model-engagement.ts';

type Run = (id: string) => void;

export class Agenda {
  readonly #clock: SimulatorClock;
  readonly #store: CollaborationStore;
  readonly #runs: Readonly<Record<Errand['kind'], Run>>;
  readonly #waiting = new Map<string, () => void>();

  constructor(clock: SimulatorClock, store: CollaborationStore, runs: Readonly<Record<Errand['kind'], Run>>) {
    this.#clock = clock;
    this.#store = store;
    this.#runs = runs;
  }

  /** After so much time, instead of an earlier errand of the same name. */
  put({ kind, id }: Pick<Errand, 'kind' | 'id'>, afterMs: number): void {
    const errand = { kind, id, at: this.#clock.now() + afterMs };
    this.#store.errands.set(errandKey(errand), errand);
    this.#wait(errand, afterMs);
  }

  drop(errand: Pick<Errand, 'kind' | 'id'>): void {
    const key = errandKey(errand);
    this.#store.errands.delete(key);
    this.#waiting.get(key)?.();
    this.#waiting.delete(key);
  }

  /** Does what has fallen due meanwhile, in order, and waits anew for the rest. */
  resume(): void {
    this.stop();
    const errands = [...this.#store.errands.values()].sort((a, b) => a.at - b.at);
    const now = this.#clock.now();
    for (const errand of errands) {
      if (errand.at <= now) this.#run(errand);
      else this.#wait(errand, errand.at - now);
    }
  }

  stop(): void {
    for (const cancel of this.#waiting.values()) cancel();
    this.#waiting.clear();
  }

  #wait(errand: Errand, ms: number): void {
    const key = errandKey(errand);
    this.#waiting.get(key)?.();
    const cancel = this.#clock.after(Math.max(0, ms), () => {
      const early = errand.at - this.#clock.now();
      // A date on the calendar holds however fast the service's own time runs.
      if (errand.kind === 'expiry' && early > 0) return this.#wait(errand, early);
      this.#run(errand);
    });
    this.#waiting.set(key, cancel);
  }

  #run(errand: Errand): void {
    const key = errandKey(errand);
    this.#waiting.delete(key);
    this.#store.errands.delete(key);
    this.#runs[errand.kind](errand.id);
  }
}
