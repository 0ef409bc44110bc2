/** A backfill by a process of its own that is killed on the way and started again; what AWS was asked for is counted at the local cloud. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { PracticeCloud } from '../../src/main/ports.ts';
import { seedAccounts } from '../../src/simulator/seed/accounts.ts';
import { startSimulator, type Simulator } from '../../src/simulator/server.ts';
import type { ReaderOrder, ReaderReport } from './reader.ts';

export interface BackfillOptions {
  readonly count: number;
  readonly speed: number;
  /** Where in the work the process is killed: after so many pages, or so many reads. */
  readonly kills: readonly { readonly operation: string; readonly at: number }[];
  onProgress?(line: string): void;
}

export interface Asked {
  /** Requests by operation. */
  readonly calls: Readonly<Record<string, number>>;
  /** Requests that ask for what an earlier one has asked for already, by operation. */
  readonly again: Readonly<Record<string, number>>;
}

export interface BackfillCampaign extends Asked, ReaderReport {
  readonly kills: number;
  readonly seconds: number;
  /** The data folder and the cloud as they are afterwards, for what is looked at next. */
  readonly dataFolder: string;
  readonly cloud: PracticeCloud;
  readonly simulator: Simulator;
  readonly sellerId: string;
  /** What was asked for since the last time. */
  countSince(): Asked;
}

const LOOK_EVERY_MS = 20;

/** Gives the world to `look` before it is taken down. */
export async function withBackfill<T>(
  options: BackfillOptions,
  look: (campaign: BackfillCampaign) => Promise<T>,
): Promise<T> {
  const { count, speed } = options;
  const dataFolder = mkdtempSync(join(tmpdir(), 'offerdeck-backfill-'));
  const simulator = await startSimulator({ speed, opportunities: count });
  const cloud = { endpoint: simulator.endpoint, region: simulator.region, accounts: seedAccounts };
  const sellerId = seedAccounts[0]?.accountId ?? '';
  try {
    const counter = createCounter(simulator, sellerId);
    const startedAt = performance.now();
    const { kills, report } = await readWithKills({ dataFolder, cloud, speed, sellerId }, options, counter);
    const seconds = (performance.now() - startedAt) / 1000;
    const asked = counter.take();
    const rest = { dataFolder, cloud, simulator, sellerId, countSince: counter.take };
    return await look({ ...asked, ...report, kills, seconds, ...rest });
  } finally {
    await simulator.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

async function readWithKills(
  order: ReaderOrder,
  { kills: planned, count, onProgress }: BackfillOptions,
  counter: Counter,
): Promise<{ kills: number; report: ReaderReport }> {
  let kills = 0;
  for (;;) {
    const next = planned[kills];
    const child = spawn(process.execPath, [join(import.meta.dirname, 'reader.ts'), JSON.stringify(order)], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    let report: ReaderReport | null = null;
    createInterface(child.stdout).on('line', (line) => (report = JSON.parse(line) as ReaderReport));
    const watch = setInterval(() => {
      const { calls } = counter.look();
      onProgress?.(`${calls['GetOpportunity'] ?? 0} of ${count}`);
      if (next && (calls[next.operation] ?? 0) >= next.at) child.kill('SIGKILL');
    }, LOOK_EVERY_MS);
    const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
    clearInterval(watch);
    if (report) return { kills, report };
    if (signal !== 'SIGKILL') throw new Error(`the backfill's process ended with ${code}`);
    kills += 1;
  }
}

interface Counter {
  /** So far, since the last `take`. */
  look(): Asked;
  take(): Asked;
}

/** The cloud keeps the newest requests only: looked at often, none is missed, and none is counted twice. */
function createCounter({ control }: Simulator, sellerId: string): Counter {
  let seen = 0;
  let calls: Record<string, number> = {};
  let again: Record<string, number> = {};
  const asked = new Set<string>();
  const look = () => {
    const all = control.requests();
    const fresh = all.slice(all.findLastIndex(({ sequence }) => sequence <= seen) + 1);
    for (const { sequence, operation, accountId, service, input } of fresh) {
      seen = sequence;
      if (accountId !== sellerId || service === 'sts') continue;
      calls[operation] = (calls[operation] ?? 0) + 1;
      const what = `${operation} ${JSON.stringify(input)}`;
      if (asked.has(what)) again[operation] = (again[operation] ?? 0) + 1;
      asked.add(what);
    }
    return { calls, again };
  };
  return {
    look,
    take() {
      const taken = look();
      calls = {};
      again = {};
      asked.clear();
      return taken;
    },
  };
}
