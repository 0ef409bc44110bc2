/** Starts the local cloud: builds its world, opens its door, keeps it between runs. */
import { createControl, type SimulatorControl } from './control/control.ts';
import { isControlRequest, serveControl } from './control/routes.ts';
import { createFaults } from './faults.ts';
import { listen } from './listener.ts';
import { createQuotas } from './quotas.ts';
import { createRandomness } from './random.ts';
import { createRequestJournal } from './request-journal.ts';
import { seedAccounts } from './seed/accounts.ts';
import { createKeeper, loadWorld } from './state/keeper.ts';
import { seededCatalog } from './seeded-catalog.ts';
import type { SeedAccount } from './types.ts';
import type { WireRequest } from './wire/http.ts';
import { serve, type Outcome } from './wire/pipeline.ts';
import { createWorld, type CatalogFactory } from './world.ts';

export interface SimulatorOptions {
  /** 0 = any free port, the one of the saved state by preference. */
  readonly port: number;
  /** Divides delays, multiplies quotas. */
  readonly speed: number;
  /** Where the world is kept between runs; null = in memory only. */
  readonly stateFile: string | null;
  /** Makes ids and chances repeatable; null = unpredictable. */
  readonly randomSeed: string | null;
  readonly enforceQuotas: boolean;
  readonly createCatalog: CatalogFactory;
  /** Opportunities of the first seller in all; null = as many as the seed world has. */
  readonly opportunities: number | null;
  /** Told whenever business time is moved. */
  readonly onClock: (offsetMs: number) => void;
}

const DEFAULTS: SimulatorOptions = {
  port: 0,
  speed: 1,
  stateFile: null,
  randomSeed: null,
  enforceQuotas: false,
  createCatalog: seededCatalog({ scale: false }),
  opportunities: null,
  onClock: () => {},
};

export interface Simulator {
  readonly endpoint: string;
  readonly region: string;
  readonly accounts: readonly SeedAccount[];
  readonly control: SimulatorControl;
  readonly clockOffsetMs: number;
  /** Keeps the world and closes the door. */
  stop(): Promise<void>;
}

const REGION = 'us-east-1';

export async function startSimulator(given: Partial<SimulatorOptions> = {}): Promise<Simulator> {
  const options = { ...DEFAULTS, ...given };
  const { speed, stateFile } = options;
  const saved = stateFile === null ? null : await loadWorld(stateFile);
  let answer: ((request: WireRequest) => Promise<Outcome>) | null = null;
  const listener = await listen(portsToTry(options.port, saved?.endpoint ?? null), async (request) =>
    answer === null ? { kind: 'dropped' } : answer(request),
  );
  const { endpoint } = listener;

  const randomness = createRandomness(options.randomSeed);
  const world = createWorld({
    speed,
    randomness,
    endpoint: () => endpoint,
    createCatalog: options.createCatalog,
    opportunities: options.opportunities,
    onClock: options.onClock,
    onChange: () => keeper.touch(),
  });
  const keeper = createKeeper(stateFile, world, endpoint);
  if (stateFile !== null && saved !== null) await keeper.restore(saved);

  const faults = createFaults(randomness.chance);
  const journal = createRequestJournal();
  const quotas = createQuotas({ enforced: options.enforceQuotas, speed, realNow: world.clock.realNow });
  const keep = () => {
    keeper.touch();
    return keeper.kept();
  };
  const control = createControl({ world, faults, quotas, journal, keep });
  const pipeline = {
    clock: world.clock,
    speed,
    principals: world.principals,
    services: world.services,
    quotas,
    faults,
    journal,
    newRequestId: () => crypto.randomUUID(),
    forgetTokens: control.forgetTokens,
    touch: keeper.touch,
    kept: keeper.kept,
  };
  const description = { endpoint, region: REGION, accounts: seedAccounts };
  answer = async (request) =>
    isControlRequest(request)
      ? { kind: 'answer', answer: await serveControl(request, control, description) }
      : serve(request, pipeline);

  return {
    ...description,
    control,
    get clockOffsetMs() {
      return world.clock.offsetMs;
    },
    async stop() {
      await listener.close();
      world.clock.close();
      await keeper.close();
    },
  };
}

/** Addresses handed out earlier stay good when the old port can be had again. */
function portsToTry(port: number, earlierEndpoint: string | null): readonly number[] {
  if (port !== 0 || earlierEndpoint === null) return [port];
  return [Number(new URL(earlierEndpoint).port), 0];
}
