/** The practice cloud that another process on this data folder runs: asked for at the address which that process has noted down. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { PracticeCloud } from '../../ports.ts';

const ANSWERS_WITHIN_MS = 1500;

const addressSchema = z.object({ endpoint: z.url() });
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

interface RunningPractice {
  readonly cloud: PracticeCloud;
  readonly clockOffsetMs: number;
}

/** null where nobody answers, or somebody else. */
export async function findPractice(addressFile: string): Promise<RunningPractice | null> {
  try {
    const { endpoint } = addressSchema.parse(JSON.parse(await readFile(addressFile, 'utf8')));
    const { hostname } = new URL(endpoint);
    if (hostname !== '127.0.0.1' && hostname !== 'localhost') return null;
    return await askPractice(endpoint);
  } catch {
    return null;
  }
}

export async function askPractice(endpoint: string): Promise<RunningPractice | null> {
  try {
    const signal = AbortSignal.timeout(ANSWERS_WITHIN_MS);
    const answer = await fetch(new URL('/_simulator/world', endpoint), { signal });
    const { businessTime, accounts, ...world } = worldSchema.parse(await answer.json());
    if (world.endpoint !== endpoint) return null;
    const cloud = {
      ...world,
      accounts: accounts.map(({ role, ...account }) => (role ? { ...account, role } : account)),
    };
    return { cloud, clockOffsetMs: Date.parse(businessTime) - Date.now() };
  } catch {
    return null;
  }
}
