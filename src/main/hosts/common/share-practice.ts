/**
 * One practice world a data folder, however many processes look at it: one of them runs the local cloud, the others join it, and
 * when it ends one of these goes on with the same world at the same address.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createProcessLock, type ProcessLock } from '../../storage/folder-lock.ts';
import { askPractice, findPractice } from './join-practice.ts';
import type { PracticeHandle, PracticeWorkerData } from './practice.ts';

/** How soon the end of the process that runs the cloud is seen, and a clock that was moved. */
const LOOK_EVERY_MS = 1000;
/** A process that holds the world is given so long to have it ready. */
const PATIENCE_MS = 20_000;
const RETRY_MS = 200;
/** What the way there and back makes of a clock that nobody has moved. */
const CLOCK_NOISE_MS = 2000;

export type StartPractice = (data: PracticeWorkerData, onClock: (offsetMs: number) => void) => Promise<PracticeHandle>;

export class PracticeInUse extends Error {
  readonly folder: string;

  constructor(folder: string) {
    super(
      `The practice world in ${folder} is held by another process that does not answer. End that process and start again.`,
    );
    this.folder = folder;
  }
}

export async function sharePractice(
  data: PracticeWorkerData,
  onClock: (offsetMs: number) => void,
  startOwn: StartPractice,
  patienceMs = PATIENCE_MS,
): Promise<PracticeHandle> {
  const folder = dirname(data.stateFile);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const place: Place = {
    data,
    onClock,
    startOwn,
    lock: createProcessLock(join(folder, 'practice.lock')),
    addressFile: join(folder, 'practice-address.json'),
  };
  const until = Date.now() + patienceMs;
  for (;;) {
    if (place.lock.take()) return runHere(place, 0);
    const found = await findPractice(place.addressFile);
    if (found) {
      onClock(found.clockOffsetMs);
      return follow(place, found.cloud, found.clockOffsetMs);
    }
    if (Date.now() > until) {
      place.lock.close();
      throw new PracticeInUse(folder);
    }
    await wait(RETRY_MS);
  }
}

interface Place {
  readonly data: PracticeWorkerData;
  readonly onClock: (offsetMs: number) => void;
  readonly startOwn: StartPractice;
  readonly lock: ProcessLock;
  readonly addressFile: string;
}

/** Under the lock. `port`: of the address that others have been given; 0 = any. */
async function runHere(place: Place, port: number): Promise<PracticeHandle> {
  try {
    const own = await place.startOwn({ ...place.data, ...(port === 0 ? {} : { port }) }, place.onClock);
    writeFileSync(place.addressFile, JSON.stringify({ endpoint: own.cloud.endpoint }), { mode: 0o600 });
    return {
      cloud: own.cloud,
      async stop() {
        await own.stop();
        rmSync(place.addressFile, { force: true });
        place.lock.close();
      },
    };
  } catch (error) {
    place.lock.release();
    throw error;
  }
}

/** Follows the clock of a cloud that runs elsewhere, and takes it over when nobody runs it any more. */
function follow(place: Place, cloud: PracticeHandle['cloud'], offsetMs: number): PracticeHandle {
  const port = Number(new URL(cloud.endpoint).port);
  const closing = new AbortController();
  let own: PracticeHandle | null = null;
  let known = offsetMs;

  async function look(): Promise<void> {
    const found = await askPractice(cloud.endpoint);
    if (closing.signal.aborted) return;
    if (found) {
      if (Math.abs(found.clockOffsetMs - known) > CLOCK_NOISE_MS) place.onClock((known = found.clockOffsetMs));
      return;
    }
    if (place.lock.take()) own = await runHere(place, port);
  }

  async function watch(): Promise<void> {
    while (!closing.signal.aborted && own === null) {
      // A failed start leaves the world to the next look, here or in another process.
      await look().catch(() => {});
      await wait(LOOK_EVERY_MS, undefined, { signal: closing.signal, ref: false }).catch(() => {});
    }
  }

  const watching = watch();
  return {
    cloud,
    async stop() {
      closing.abort();
      await watching;
      if (own) await own.stop();
      else place.lock.close();
    },
  };
}
