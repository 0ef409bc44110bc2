/** Many offers in three accounts, by two processes on one data folder, under faults and a kill; then counts what the cloud holds. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createCore } from '../../src/main/core.ts';
import type { PracticeCloud } from '../../src/main/ports.ts';
import { MOST_OFFERS_AT_ONCE, type BulkAction, type BulkRun } from '../../src/shared/domain/bulk/bulk.ts';
import { createCatalogService } from '../../src/simulator/catalog/index.ts';
import { seedAccounts } from '../../src/simulator/seed/accounts.ts';
import { scaleWorld } from '../../src/simulator/seed/scale.ts';
import { createSeedWorld } from '../../src/simulator/seed/world.ts';
import type { ServiceDependencies } from '../../src/simulator/types.ts';
import { startSimulator, type Simulator } from '../../src/simulator/server.ts';
import { listOfferNames } from '../kills/cloud.ts';
import { createPlainPorts } from '../kills/ports.ts';
import { ask, makeReadyDraft } from '../kills/template.ts';
import type { WorkerOrder, WorkerReport } from './worker.ts';

export interface BulkOptions {
  readonly count: number;
  readonly speed: number;
  /** Chance of a fault of each call of a kind. */
  readonly faults: number;
  readonly kill: boolean;
  onProgress?(line: string): void;
}

export interface BulkVerdict {
  readonly run: BulkRun;
  /** Names of offers that the cloud holds, all accounts. */
  readonly names: readonly string[];
  readonly wanted: readonly string[];
  readonly killed: boolean;
  readonly proof: { readonly entries: number; readonly brokenAt: number | null };
  /** Real time times the speed, from the first start to the end. */
  readonly scaledMs: number;
  /** Waves of 20 change sets an account, one after the other. */
  readonly boundMs: number;
  readonly calls: Readonly<Record<string, number>>;
}

const SELLERS = ['111122223333', '012345678901', '444455556666'] as const;
const CHANGE_SET_MS = 60_000;
/** Offers of the campaign among those of the seed world. */
const PREFIX = 'Many ';
const FAULTS = ['drop-after', 'drop-before', 'throttle', 'server-error'] as const;
/** Rows at their end when the process is killed. */
const KILL_AT = 0.3;

export async function runBulkCampaign(options: BulkOptions): Promise<BulkVerdict> {
  const { speed, faults } = options;
  const folder = mkdtempSync(join(tmpdir(), 'offerdeck-bulk-'));
  const simulator = await startSimulator({ speed, createCatalog: createSlowCatalog });
  const cloud = { endpoint: simulator.endpoint, region: simulator.region, accounts: seedAccounts };
  try {
    const { runId, wanted } = await prepare(options, folder, cloud);
    simulator.control.clearRequests();
    const each = faults / FAULTS.length;
    for (const kind of FAULTS) {
      simulator.control.addFault({ kind, status: 503, probability: each } as Parameters<
        Simulator['control']['addFault']
      >[0]);
    }
    const startedAt = performance.now();
    const order = { dataFolder: folder, cloud, speed, runId };
    const { run, killed } = await workWithKill(order, options);
    const scaledMs = (performance.now() - startedAt) * speed;
    simulator.control.clearFaults();
    return await judge({ options, simulator, cloud, folder, run, killed, wanted, scaledMs });
  } finally {
    await simulator.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function createSlowCatalog(deps: ServiceDependencies) {
  const nowMs = deps.clock.now();
  const seed = createSeedWorld({ accounts: seedAccounts, nowMs, rehost: deps.rehost });
  // The channel partner of the seed world sells nothing of its own: here it does.
  const more = scaleWorld({ accountId: SELLERS[2], nowMs, offers: 2, products: 2 });
  const catalog = createCatalogService({ ...deps, seed: { ...seed, entities: [...seed.entities, ...more] } });
  catalog.controls.timing = { prepareMs: CHANGE_SET_MS / 2, applyMs: CHANGE_SET_MS / 2, reviewMs: CHANGE_SET_MS };
  return catalog;
}

/** A draft for each buyer, made from one pattern in each account, and a run that nobody has worked on yet. */
async function prepare({ count, speed }: BulkOptions, folder: string, cloud: PracticeCloud) {
  const core = await createCore(createPlainPorts({ dataFolder: folder, cloud, speed }));
  const draftIds: string[] = [];
  const wanted: string[] = [];
  for (const [index, sellerId] of SELLERS.entries()) {
    const pattern = await makeReadyDraft(core, sellerId, false);
    const share = Math.floor(count / SELLERS.length) + (index < count % SELLERS.length ? 1 : 0);
    const buyers = Array.from({ length: share }, (_, at) => ({
      awsAccountId: String(index + 1).padEnd(6, '0') + String(at).padStart(6, '0'),
      name: '',
    }));
    wanted.push(...buyers.map(({ awsAccountId }) => `${PREFIX}${awsAccountId}`));
    const made = await ask<{ draftIds: string[] }>(core, 'bulk.cloneForBuyers', {
      source: { kind: 'draft', draftId: pattern.id },
      buyers,
      name: `${PREFIX}{buyer}`,
    });
    draftIds.push(...made.draftIds);
  }
  const looked: BulkAction = { kind: 'publish', intent: 'release', draftIds, acknowledgedWarnings: [] };
  const preview = await ask<{
    rows: { problems: unknown[]; warnings: { ruleId: string }[] }[];
    accounts: { account: string; awsAccountId: string }[];
  }>(core, 'bulk.preview', { action: looked });
  const broken = preview.rows.flatMap(({ problems }) => problems);
  if (broken.length > 0) throw new Error(`the drafts are not ready: ${JSON.stringify(broken[0])}`);
  const acknowledgedWarnings = [
    ...new Set(preview.rows.flatMap(({ warnings }) => warnings.map(({ ruleId }) => ruleId))),
  ];
  const run = await ask<BulkRun>(core, 'bulk.start', {
    action: { ...looked, acknowledgedWarnings },
    confirmedAccountIds: Object.fromEntries(
      preview.accounts.map(({ account, awsAccountId }) => [account, awsAccountId]),
    ),
  });
  await core.close();
  return { runId: run.id, wanted };
}

async function workWithKill(order: WorkerOrder, options: BulkOptions): Promise<{ run: BulkRun; killed: boolean }> {
  let killed = false;
  for (;;) {
    const workers = [startWorker(order), startWorker(order)];
    const finals = await Promise.all(
      workers.map(({ reports }) =>
        reports((run) => {
          const ended = (run.counts.done ?? 0) + (run.counts.failed ?? 0);
          options.onProgress?.(`${ended} of ${run.total}`);
          if (!options.kill || killed || ended < run.total * KILL_AT) return;
          killed = true;
          // Both at once: nobody is left to see anything through.
          for (const worker of workers) worker.child.kill('SIGKILL');
        }),
      ),
    );
    const last = finals.findLast((run) => run !== null);
    if (last?.state === 'ended') return { run: last, killed };
  }
}

function startWorker(order: WorkerOrder): {
  child: ChildProcess;
  reports(onRun: (run: BulkRun) => void): Promise<BulkRun | null>;
} {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'worker.ts'), JSON.stringify(order)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  return {
    child,
    reports(onRun) {
      let last: BulkRun | null = null;
      createInterface(child.stdout).on('line', (line) => {
        last = (JSON.parse(line) as WorkerReport).run;
        onRun(last);
      });
      return new Promise((resolve, reject) => {
        child.once('close', (code, signal) => {
          if (code === 0 || signal === 'SIGKILL') resolve(last);
          else reject(new Error(`a worker ended with ${code ?? signal}`));
        });
      });
    },
  };
}

interface End {
  readonly options: BulkOptions;
  readonly simulator: Simulator;
  readonly cloud: PracticeCloud;
  readonly folder: string;
  readonly run: BulkRun;
  readonly killed: boolean;
  readonly wanted: readonly string[];
  readonly scaledMs: number;
}

async function judge({ options, simulator, cloud, folder, ...end }: End): Promise<BulkVerdict> {
  const requests = simulator.control.requests();
  const calls: Record<string, number> = {};
  for (const { operation } of requests) calls[operation] = (calls[operation] ?? 0) + 1;
  const core = await createCore(createPlainPorts({ dataFolder: folder, cloud, speed: options.speed }));
  const proof = await ask<BulkVerdict['proof']>(core, 'history.verify', {});
  await core.close();
  const names = await Promise.all(SELLERS.map((sellerId) => listOfferNames(cloud, sellerId)));
  const perAccount = Math.ceil(options.count / SELLERS.length);
  return {
    run: end.run,
    killed: end.killed,
    wanted: end.wanted,
    scaledMs: end.scaledMs,
    names: names.flat().filter((name) => name.startsWith(PREFIX)),
    proof,
    boundMs: Math.ceil(perAccount / MOST_OFFERS_AT_ONCE) * CHANGE_SET_MS,
    calls,
  };
}
