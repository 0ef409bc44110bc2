/** Keeps the world of one run on disk, and gives the next run what it kept. */
import { loadObjects, saveObjects, sweepObjects } from './object-files.ts';
import { formatWorld, moveWorld, parseWorld, type SavedWorld } from './saved-world.ts';
import { createStateFile, readState, setAside } from './state-file.ts';
import type { World } from '../world.ts';

export interface Keeper {
  /** Puts the world where the last run left it; what cannot be used is set aside and the seed world stays. */
  restore(saved: SavedWorld): Promise<void>;
  /** The world has changed; it is kept soon, or at once when somebody waits for it. */
  touch(): void;
  /** Resolves once every change up to now is on disk. */
  kept(): Promise<void>;
  close(): Promise<void>;
}

export function loadWorld(path: string): Promise<SavedWorld | null> {
  return readState(path, parseWorld);
}

export function createKeeper(path: string | null, world: World, endpoint: string): Keeper {
  if (path === null) {
    const nothing = async () => {};
    return { restore: nothing, touch: () => {}, kept: nothing, close: nothing };
  }
  let hasChanged = false;
  const folder = `${path}.objects`;
  const snapshot = async () => {
    hasChanged = false;
    const clockOffsetMs = world.clock.offsetMs;
    const catalog = structuredClone(world.catalog().save());
    const agreements = world.agreements().save();
    const messaging = world.messaging().save();
    const selling = world.savedSelling();
    // Objects come last: what the catalog names is among them.
    const objects = [...(await saveObjects(folder, world.buckets))];
    return formatWorld({ version: 1, endpoint, clockOffsetMs, catalog, agreements, messaging, selling, objects });
  };
  const file = createStateFile(path, snapshot);
  return {
    touch() {
      hasChanged = true;
      file.flushSoon();
    },
    kept: () => (hasChanged ? file.flush() : file.settled()),
    close: () => file.close(),
    async restore(saved) {
      const moved = moveWorld(saved, endpoint);
      try {
        world.buckets.clear();
        await loadObjects(folder, moved.objects, world.buckets);
        world.clock.restore(moved.clockOffsetMs);
        world.catalog().load(moved.catalog);
        if (moved.agreements !== undefined) world.agreements().load(moved.agreements);
        if (moved.messaging !== undefined) world.messaging().load(moved.messaging);
        if (moved.selling !== undefined) world.selling().load(moved.selling);
        await sweepObjects(folder, moved.objects);
      } catch (error) {
        await setAside(path, error);
        world.reset();
      }
    },
  };
}
