/** The practice cloud of an app that runs on the same data folder: one world, however many look at it. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { PracticeHandle } from '../common/practice.ts';

const ANSWERS_WITHIN_MS = 1500;

const savedSchema = z.object({ endpoint: z.url() });
const worldSchema = z.object({
  endpoint: z.string(),
  region: z.string(),
  businessTime: z.string(),
  accounts: z.array(
    z.object({
      accountId: z.string(),
      name: z.string(),
      accessKeyId: z.string(),
      secretAccessKey: z.string(),
      eulaBucket: z.string().nullable(),
      role: z.enum(['isv', 'channel-partner', 'buyer']).optional(),
    }),
  ),
});

/** null where none runs: then the caller starts one of its own. */
export async function joinPractice(
  stateFile: string,
  onClock: (offsetMs: number) => void,
): Promise<PracticeHandle | null> {
  try {
    const saved = savedSchema.parse(JSON.parse(await readFile(stateFile, 'utf8')));
    const { hostname } = new URL(saved.endpoint);
    if (hostname !== '127.0.0.1' && hostname !== 'localhost') return null;
    const answer = await fetch(new URL('/_simulator/world', saved.endpoint), {
      signal: AbortSignal.timeout(ANSWERS_WITHIN_MS),
    });
    const { businessTime, accounts, ...world } = worldSchema.parse(await answer.json());
    if (world.endpoint !== saved.endpoint) return null;
    onClock(Date.parse(businessTime) - Date.now());
    const cloud = {
      ...world,
      accounts: accounts.map(({ role, ...account }) => (role ? { ...account, role } : account)),
    };
    // It belongs to the app that started it.
    return { cloud, stop: async () => {} };
  } catch {
    // No file yet, nobody at that address, or somebody else: nothing to join.
    return null;
  }
}
