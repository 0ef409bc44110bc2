/** Keeps the world of one run on disk, and gives the next run what it kept. */
import { loadObjects, saveObjects, sweepObjects } from './object-files.ts';
import { formatWorld, moveWorld, parseWorld, type SavedWorld } from './saved-world.ts';
import { createStateFile, readState, setAside } from './state-file.ts';
import type { World } from '../world.ts';

export interface Keeper {
  /** Puts the world where the last run left it; what cannot be used is set aside and the seed world stays. */
  restore(saved: SavedWorld): Promise<void>;
  flush(): Promise<void>;
  flushSoon(): void;
  close(): Promise<void>;
}

export function loadWorld(path: string): Promise<SavedWorld | null> {
  return readState(path, parseWorld);
}

export function createKeeper(path: string | null, world: World, endpoint: string): Keeper {
  if (path === null) {
    const nothing = async () => {};
    return { restore: nothing, flush: nothing, flushSoon: () => {}, close: nothing };
  }
  const folder = `${path}.objects`;
  const snapshot = async () =>
    formatWorld({
      version: 1,
      endpoint,
      clockOffsetMs: world.clock.offsetMs,
      catalog: world.catalog().save(),
      objects: [...(await saveObjects(folder, world.buckets))],
    });
  const file = createStateFile(path, snapshot);
  return {
    ...file,
    async restore(saved) {
      const moved = moveWorld(saved, endpoint);
      try {
        world.buckets.clear();
        await loadObjects(folder, moved.objects, world.buckets);
        world.clock.restore(moved.clockOffsetMs);
        world.catalog().load(moved.catalog);
        await sweepObjects(folder, moved.objects);
      } catch (error) {
        await setAside(path, error);
        world.reset();
      }
    },
  };
}
