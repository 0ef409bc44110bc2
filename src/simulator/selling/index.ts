/** The Partner Central Selling service of the local cloud: opportunities as their partner sees them, one catalog at a time. */
import { ServiceError, type Caller, type ServiceDependencies, type SimulatedService } from '../types.ts';
import { once } from './client-tokens.ts';
import type { Asked, SellingContext } from './context.ts';
import { accessDenied, formatRefusal } from './errors.ts';
import type { MarketplaceView } from './marketplace.ts';
import type { Catalog, SellingState } from './model.ts';
import { OPERATIONS, type OperationSpec } from './operations/table.ts';
import { partnerOf } from './partners.ts';
import type { Issue } from './shapes/shape.ts';
import { SellingStore } from './store.ts';

export interface SellingDependencies extends Pick<ServiceDependencies, 'clock' | 'emit' | 'randomId'> {
  readonly marketplace: MarketplaceView;
  /** Opportunities of the world at the start. */
  readonly seed: SellingState;
}

export interface SellingService extends Pick<SimulatedService, 'handle' | 'save' | 'load'> {
  forgetTokens(accountId: string): void;
}

export function createSellingService({ marketplace, seed, ...deps }: SellingDependencies): SellingService {
  const store = new SellingStore(seed);
  const context: SellingContext = { deps, store, marketplace };
  return {
    handle: async (operation, input, caller) => handle(operation, { input, caller }, context),
    save: () => store.save(),
    load: (state) => store.load(state as SellingState),
    forgetTokens(accountId) {
      for (const key of store.tokens.keys()) if (key.startsWith(`${accountId} `)) store.tokens.delete(key);
    },
  };
}

interface Raw {
  readonly input: Record<string, unknown>;
  readonly caller: Caller;
}

function handle(name: string, raw: Raw, context: SellingContext): Record<string, unknown> {
  const spec = Object.hasOwn(OPERATIONS, name) ? OPERATIONS[name] : undefined;
  if (!spec) {
    throw new ServiceError('NotSimulatedException', 400, `AWS Partner Central Selling: ${name} is not simulated.`);
  }
  const asked = read(spec, raw);
  if (spec.isTokened !== true) return spec.run(asked, context);
  return { ...once(name, asked, context, () => spec.run(asked, context)).answer };
}

/** Access first, then the format with all of its issues at once. */
function read(spec: OperationSpec, { input: raw, caller }: Raw): Asked {
  const partner = partnerOf(caller.accountId);
  if (!partner) {
    throw accessDenied(`Account ${caller.accountId} is not linked to an AWS Partner Central account.`);
  }
  const issues: Issue[] = [];
  const input = spec.request.read(raw, '', issues) as Record<string, unknown>;
  const catalog = input['Catalog'];
  if (issues.length === 0 && catalog !== 'AWS' && catalog !== 'Sandbox') {
    issues.push({ field: 'catalog', code: 'INVALID_VALUE', message: 'catalog must be AWS or Sandbox.' });
  }
  if (issues.length > 0) throw formatRefusal(issues);
  return { input, caller, partner, catalog: catalog as Catalog };
}
