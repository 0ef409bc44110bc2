/** One practice world for all who look at a data folder: the second joins the first, and goes on with it when that ends. */
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { askPractice } from '../../../src/main/hosts/common/join-practice.ts';
import { startPracticeWorker } from '../../../src/main/hosts/common/practice.ts';
import { PracticeInUse, sharePractice } from '../../../src/main/hosts/common/share-practice.ts';
import { createProcessLock } from '../../../src/main/storage/folder-lock.ts';
import { makeTempFolder } from '../../support/temp-folder.ts';

const ENTRY = new URL('../../../src/simulator/worker.ts', import.meta.url);
const DAY_MS = 86_400_000;

function place() {
  const folder = makeTempFolder();
  const started: number[] = [];
  const open = async (onClock: (offsetMs: number) => void = () => {}, patienceMs?: number) => {
    const data = { speed: 1, stateFile: join(folder, 'simulator.json') };
    const handle = await sharePractice(
      data,
      onClock,
      (own, onMove) => {
        started.push(own.port ?? 0);
        return startPracticeWorker(ENTRY, own, onMove);
      },
      patienceMs,
    );
    let stopped: Promise<void> | null = null;
    const stop = () => (stopped ??= handle.stop());
    onTestFinished(stop);
    return { ...handle, stop };
  };
  return { folder, started, open };
}

const advance = (endpoint: string, ms: number) =>
  fetch(new URL('/_simulator/clock', endpoint), { method: 'POST', body: JSON.stringify({ advanceMs: ms }) });

it('is run by one, joined by the others, and taken over at the same address with all that happened in it', async () => {
  const { started, open } = place();
  const first = await open();
  const offsets: number[] = [];
  const [second, third] = await Promise.all([open((ms) => offsets.push(ms)), open()]);
  const { endpoint } = first.cloud;
  expect([second.cloud.endpoint, third.cloud.endpoint]).toEqual([endpoint, endpoint]);
  expect(second.cloud.accounts).toEqual(first.cloud.accounts);
  expect(started).toHaveLength(1);

  expect((await advance(endpoint, 3 * DAY_MS)).ok).toBe(true);
  await expect.poll(() => offsets.at(-1) ?? 0, { timeout: 5000 }).toBeGreaterThan(2 * DAY_MS);

  await first.stop();
  await expect.poll(() => askPractice(endpoint), { timeout: 10_000 }).not.toBeNull();
  expect((await askPractice(endpoint))?.clockOffsetMs).toBeGreaterThan(2 * DAY_MS);
  expect(started).toEqual([0, Number(new URL(endpoint).port)]);
}, 30_000);

it('two that start at once share one', async () => {
  const { started, open } = place();
  const [one, other] = await Promise.all([open(), open()]);
  expect(one.cloud.endpoint).toBe(other.cloud.endpoint);
  expect(started).toHaveLength(1);
}, 30_000);

it('is refused by name where its holder does not answer', async () => {
  const { folder, started, open } = place();
  const holder = createProcessLock(join(folder, 'practice.lock'));
  holder.take();
  onTestFinished(() => holder.close());
  await expect(open(undefined, 300)).rejects.toThrow(PracticeInUse);
  await expect(open(undefined, 300)).rejects.toThrow(folder);
  expect(started).toEqual([]);
});
