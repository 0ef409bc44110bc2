/** Looks at what a write has made of a record: one after the other for each record, in the background, until the service ends. */
import { OfferdeckError } from '../../shared/errors/app-error.ts';
import type { Logger } from '../ports.ts';

export interface Looks {
  /** What fails is left to the next sync, and noted in the log. */
  again(account: string, id: string, look: (signal: AbortSignal) => Promise<void>): void;
  close(): Promise<void>;
}

/** `failed` is what the log says. */
export function createLooks(logger: Logger, failed: string): Looks {
  const closing = new AbortController();
  const looking = new Map<string, Promise<void>>();
  return {
    again(account, id, look) {
      const key = `${account} ${id}`;
      const { signal } = closing;
      const work = (looking.get(key) ?? Promise.resolve())
        .then(() => (signal.aborted ? undefined : look(signal)))
        .catch((error: unknown) => {
          const code = error instanceof OfferdeckError ? error.data.code : 'internal';
          if (!signal.aborted) logger.warn(failed, { account, id, code });
        })
        .finally(() => {
          if (looking.get(key) === work) looking.delete(key);
        });
      looking.set(key, work);
    },
    async close() {
      closing.abort();
      await Promise.allSettled(looking.values());
    },
  };
}
