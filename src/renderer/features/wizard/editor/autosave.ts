/** Saves a document as it is typed: one save at a time, the newest text next, until everything is on disk. */
import type { AppError } from '../../../../shared/errors/app-error.ts';

export type SaveState =
  | { readonly kind: 'saved' }
  /** Typed, but not on disk yet. */
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly error: AppError }
  /** Another window saved a newer revision; saving stops until a person decides. */
  | { readonly kind: 'conflict' };

export type SaveResult =
  { readonly ok: true; readonly revision: number } | { readonly ok: false; readonly error: AppError };

interface Timer {
  set(callback: () => void, delayMs: number): unknown;
  clear(handle: unknown): void;
}

export interface AutosaveOptions<D> {
  readonly revision: number;
  /** Never rejects. */
  save(document: D, revision: number): Promise<SaveResult>;
  onState(state: SaveState): void;
  readonly timer: Timer;
}

export interface Autosave<D> {
  change(document: D): void;
  /** Saves at once; true when nothing is left to save. */
  flush(): Promise<boolean>;
  /** Goes on from a revision that is known to be the newest, after a conflict or when another window saved. */
  adopt(revision: number): void;
  readonly revision: number;
  readonly isDirty: boolean;
  /** Forgets what is waiting: the person chose the other version, or it has been saved elsewhere. */
  discard(): void;
}

/** Collects the keystrokes of an instant; long enough to spare the disk, short enough to lose nothing in a crash. */
const GATHER_MS = 100;
const RETRY_PAUSES_MS = [1000, 2000, 5000, 10_000] as const;

export function createAutosave<D>({ save, onState, timer, ...options }: AutosaveOptions<D>): Autosave<D> {
  let revision = options.revision;
  let waiting: { readonly document: D } | null = null;
  let running: Promise<void> | null = null;
  let pause: unknown = null;
  let failures = 0;
  let conflicted = false;

  function schedule(delayMs: number): void {
    if (pause !== null || running) return;
    pause = timer.set(() => {
      pause = null;
      void send();
    }, delayMs);
  }

  function cancelPause(): void {
    if (pause !== null) timer.clear(pause);
    pause = null;
  }

  async function sendOnce(document: D): Promise<void> {
    const result = await save(document, revision);
    if (result.ok) {
      revision = result.revision;
      failures = 0;
      if (waiting === null) onState({ kind: 'saved' });
      return;
    }
    failures += 1;
    // Unless something newer has been typed meanwhile, this text is still the one to save.
    waiting ??= { document };
    conflicted = result.error.code === 'conflict';
    onState(conflicted ? { kind: 'conflict' } : { kind: 'failed', error: result.error });
  }

  async function send(): Promise<void> {
    if (running) return running;
    if (conflicted || waiting === null) return;
    cancelPause();
    const { document } = waiting;
    waiting = null;
    running = sendOnce(document);
    await running;
    running = null;
    if (waiting !== null && !conflicted) schedule(pauseAfter(failures));
  }

  return {
    change(document) {
      waiting = { document };
      if (conflicted) return;
      onState({ kind: 'saving' });
      // Something new is worth a try before the pause after a failure is over.
      if (failures > 0) cancelPause();
      schedule(GATHER_MS);
    },
    async flush() {
      if (running) await running;
      const before = failures;
      while (waiting !== null && !conflicted && failures <= before) await send();
      return waiting === null;
    },
    adopt(next) {
      revision = next;
      conflicted = false;
      failures = 0;
      if (waiting !== null) schedule(0);
      else onState({ kind: 'saved' });
    },
    discard() {
      waiting = null;
      cancelPause();
    },
    get revision() {
      return revision;
    },
    get isDirty() {
      return waiting !== null || running !== null;
    },
  };
}

function pauseAfter(failures: number): number {
  return failures === 0 ? 0 : (RETRY_PAUSES_MS[Math.min(failures, RETRY_PAUSES_MS.length) - 1] ?? 0);
}
