/** The embedded cloud and the core together, as a first run in practice mode has them. */
import { onTestFinished } from 'vitest';
import { createClock } from '../../src/main/hosts/common/clock.ts';
import type { Ports, PracticeCloud } from '../../src/main/ports.ts';
import { createCatalogService, type CatalogService } from '../../src/simulator/catalog/index.ts';
import { seedAccounts } from '../../src/simulator/seed/accounts.ts';
import { scaleWorld } from '../../src/simulator/seed/scale.ts';
import { createSeedWorld } from '../../src/simulator/seed/world.ts';
import type { Simulator } from '../../src/simulator/server.ts';
import type { SimulatedService } from '../../src/simulator/types.ts';
import { startTestSimulator } from './simulator.ts';
import { startTestCore, type TestCore } from './test-core.ts';

/** Pacing is real, but a thousand times as fast. */
const SPEED = 1000;

export interface PracticeWorld {
  readonly simulator: Simulator;
  readonly catalog: CatalogService;
  readonly cloud: PracticeCloud;
  /** Another core; give a data folder to share one. */
  startCore(changes?: Partial<Ports>): Promise<TestCore>;
  /** Operations that the simulator was asked for since the last `clearRequests`, by an account. */
  operations(accountId: string): string[];
}

export interface PracticeWorldOptions {
  /** This many offers (one public one a product among them) and products instead of the seed world, for the first seller. */
  readonly scale?: { readonly offers: number; readonly products: number };
  /** This many opportunities of the first seller instead of its share of the seed world. */
  readonly opportunities?: number;
  /** Comes between the wire and the catalog. */
  readonly wrap?: (catalog: CatalogService) => SimulatedService;
}

export async function startPracticeWorld({
  scale,
  opportunities,
  wrap,
}: PracticeWorldOptions = {}): Promise<PracticeWorld> {
  let catalog: CatalogService | null = null;
  const simulator = await startTestSimulator({
    speed: SPEED,
    ...(opportunities === undefined ? {} : { opportunities }),
    createCatalog(deps) {
      const nowMs = deps.clock.now();
      const seed = createSeedWorld({ accounts: seedAccounts, nowMs, rehost: deps.rehost });
      const accountId = seedAccounts[0]?.accountId ?? '';
      const entities = scale ? scaleWorld({ accountId, nowMs, ...scale }) : seed.entities;
      catalog = createCatalogService({ ...deps, seed: { ...seed, entities } });
      return wrap ? wrap(catalog) : catalog;
    },
  });
  onTestFinished(() => simulator.stop());
  if (!catalog) throw new Error('the simulator made no catalog');
  const cloud = toCloud(simulator);
  return {
    simulator,
    catalog,
    cloud,
    startCore: (changes = {}) => startTestCore({ practice: cloud, clock: createClock(SPEED), ...changes }),
    operations: (accountId) =>
      simulator.control
        .requests()
        .filter((request) => request.accountId === accountId)
        .map(({ operation }) => operation),
  };
}

function toCloud({ endpoint, region, accounts }: Simulator): PracticeCloud {
  return {
    endpoint,
    region,
    accounts: accounts.map(({ accountId, name, accessKeyId, secretAccessKey, eulaBucket, role }) => ({
      accountId,
      name,
      accessKeyId,
      secretAccessKey,
      eulaBucket,
      role,
    })),
  };
}

/** The key under which the core keeps the seller of this 12-digit id. */
export async function accountKey({ call }: TestCore, awsAccountId: string): Promise<string> {
  const { accounts } = await call('accounts.list', {});
  const account = accounts.find((each) => each.awsAccountId === awsAccountId);
  if (!account) throw new Error(`no account ${awsAccountId}`);
  return account.key;
}

/** Starts a sync and waits for its end. */
export async function syncToEnd(
  core: TestCore,
  feature: 'offers' | 'products' | 'agreements' | 'opportunities' | 'invitations' | 'engagements',
  input: { account: string; full?: boolean },
) {
  const { jobId } = await core.call(`${feature}.sync`, input);
  return core.nextEvent('jobs.changed', (job) => job.id === jobId && job.endedAt !== null);
}
