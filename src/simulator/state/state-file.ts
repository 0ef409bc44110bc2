/** Keeps the world in a file: whole and atomically replaced, so that a kill at any instant leaves the old or the new one. */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

export interface StateFile {
  /** Resolves once the world as it is now is on disk. Calls that wait at the same time share one write. */
  flush(): Promise<void>;
  /** Flushes soon: for changes nobody waits for. */
  flushSoon(): void;
  /** Resolves when no write is under way. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

const QUIET_MS = 200;

/** What an earlier run kept; null when there is nothing, or nothing usable: that is set aside and said. */
export async function readState<T>(path: string, parse: (text: string) => T): Promise<T | null> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  try {
    return parse(text);
  } catch (error) {
    await setAside(path, error);
    return null;
  }
}

export async function setAside(path: string, cause: unknown): Promise<void> {
  const aside = `${path}.damaged-${Date.now()}`;
  await rename(path, aside);
  const reason = cause instanceof Error ? cause.message : String(cause);
  process.stderr.write(`simulator: could not use the saved state (${reason}); it was moved to ${aside}\n`);
}

export function createStateFile(path: string, snapshot: () => Promise<string>): StateFile {
  let writing: Promise<void> | null = null;
  let queued: Promise<void> | null = null;
  let timer: NodeJS.Timeout | undefined;

  async function write(): Promise<void> {
    await mkdir(dirname(path), { recursive: true });
    const temporary = `${path}.${process.pid}.tmp`;
    await writeFile(temporary, await snapshot(), { mode: 0o600 });
    await rename(temporary, path);
  }

  function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    if (writing === null) {
      writing = write().finally(() => {
        writing = null;
      });
      return writing;
    }
    // The write under way may have missed the latest change: one more follows it, for all who wait.
    queued ??= writing
      .catch(() => {})
      .then(() => {
        queued = null;
        return flush();
      });
    return queued;
  }

  return {
    flush,
    flushSoon() {
      timer ??= setTimeout(() => {
        timer = undefined;
        flush().catch((error: unknown) => {
          process.stderr.write(`simulator: could not keep the state: ${String(error)}\n`);
        });
      }, QUIET_MS);
      timer.unref();
    },
    settled: () => queued ?? writing ?? Promise.resolve(),
    async close() {
      await flush();
      clearTimeout(timer);
    },
  };
}
