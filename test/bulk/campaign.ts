/** Many offers in three accounts, by two processes on one data folder, under faults and a kill; then counts what the cloud holds. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MOST_OFFERS_AT_ONCE } from '../../src/shared/domain/bulk/bulk.ts';
import { createCatalogService } from '../../src/simulator/catalog/index.ts';
import { seedAccounts } from '../../src/simulator/seed/accounts.ts';
import { scaleWorld } from '../../src/simulator/seed/scale.ts';
import { createSeedWorld } from '../../src/simulator/seed/world.ts';
import type { ServiceDependencies } from '../../src/simulator/types.ts';
import { startSimulator } from '../../src/simulator/server.ts';
import { listOfferNames } from '../kills/cloud.ts';
import { ask, makeReadyDraft } from '../kills/template.ts';
import {
  lookAndStart,
  proveLog,
  withCore,
  workUnderFaults,
  type BulkOptions,
  type BulkVerdict,
  type Ground,
} from './stage.ts';

const SELLERS = ['111122223333', '012345678901', '444455556666'] as const;
const CHANGE_SET_MS = 60_000;
/** Offers of the campaign among those of the seed world. */
const PREFIX = 'Many ';

export async function runBulkCampaign(options: BulkOptions): Promise<BulkVerdict> {
  const { speed } = options;
  const dataFolder = mkdtempSync(join(tmpdir(), 'offerdeck-bulk-'));
  const simulator = await startSimulator({ speed, createCatalog: createSlowCatalog });
  const cloud = { endpoint: simulator.endpoint, region: simulator.region, accounts: seedAccounts };
  const ground = { dataFolder, cloud, speed };
  try {
    const { runId, wanted } = await prepare(options, ground);
    const worked = await workUnderFaults(simulator, { ...ground, runId }, options);
    const names = await Promise.all(SELLERS.map((sellerId) => listOfferNames(cloud, sellerId)));
    const perAccount = Math.ceil(options.count / SELLERS.length);
    return {
      ...worked,
      words: { held: 'offers', wanted: 'drafts' },
      wanted,
      names: names.flat().filter((name) => name.startsWith(PREFIX)),
      proof: await proveLog(ground),
      // Waves of 20 change sets an account, one after the other.
      boundMs: Math.ceil(perAccount / MOST_OFFERS_AT_ONCE) * CHANGE_SET_MS,
    };
  } finally {
    await simulator.stop();
    rmSync(dataFolder, { recursive: true, force: true });
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
function prepare({ count }: BulkOptions, ground: Ground): Promise<{ runId: string; wanted: string[] }> {
  return withCore(ground, async (core) => {
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
    const run = await lookAndStart(core, { kind: 'publish', intent: 'release', draftIds, acknowledgedWarnings: [] });
    return { runId: run.id, wanted };
  });
}
