/** The Marketplace Catalog service of the local cloud: products, offers and the change sets that make and change them. */
import {
  ServiceError,
  type AcceptanceRequest,
  type Caller,
  type ForcedFailure,
  type OfferSetAcceptance,
  type ServiceDependencies,
  type SimulatedService,
} from '../types.ts';
import type { AgreementLedger } from '../agreements/ledger.ts';
import type { LinkedRoles } from '../iam/linked-roles.ts';
import { acceptOffer, acceptOfferSet } from './accept-offer.ts';
import { ChangeSetRunner } from './change-sets/runner.ts';
import { CatalogControls } from './controls.ts';
import { notSimulated } from './errors.ts';
import type { AgreementRecord, Entity } from './model.ts';
import { OPERATIONS } from './operations/table.ts';
import type { CatalogContext } from './operations/operation.ts';
import { CatalogStore, type CatalogState } from './store.ts';

export interface CatalogDependencies extends ServiceDependencies {
  /** The world at the start; `createSeedWorld` makes one. */
  readonly seed: CatalogState;
}

/** What tests and training can do beside the operations of the API. */
export interface CatalogService extends SimulatedService {
  readonly ledger: AgreementLedger;
  readonly controls: CatalogControls;
  readonly linkedRoles: LinkedRoles;
  forgetTokens(accountId: string): void;
  acceptOffer(acceptance: AcceptanceRequest): Promise<Record<string, unknown>>;
  acceptOfferSet(acceptance: OfferSetAcceptance): Promise<Record<string, unknown>>;
  failNextChangeSet(failure: ForcedFailure): void;
  /** How long `ListEntities` stays behind, in ms of business time. */
  setIndexLag(ms: number): void;
  /** Puts entities in as if they had always been there (scale worlds). */
  addEntities(entities: readonly Entity[]): void;
  agreements(): readonly AgreementRecord[];
  /** Ends all timers; unfinished change sets stay as they are. */
  stop(): void;
}

export function createCatalogService(deps: CatalogDependencies): CatalogService {
  const store = new CatalogStore(deps.clock, deps.seed);
  const runner = new ChangeSetRunner(store, deps);
  const context: CatalogContext = { deps, store, runner, controls: new CatalogControls() };
  runner.resume();
  return {
    controls: context.controls,
    ledger: ledgerOf(store),
    linkedRoles: store.linkedRoles,
    handle: (operation, input, caller) => handle(operation, input, { caller, context }),
    save: () => store.save(),
    load(state) {
      store.load(state as CatalogState);
      runner.resume();
    },
    forgetTokens(accountId) {
      for (const key of store.tokens.keys()) if (key.startsWith(`${accountId} `)) store.tokens.delete(key);
    },
    acceptOffer: async (acceptance) => ({ ...acceptOffer(acceptance, store, deps) }),
    acceptOfferSet: async (acceptance) => ({ agreements: acceptOfferSet(acceptance, store, deps) }),
    failNextChangeSet: (failure) => context.controls.scriptFailure(failure),
    setIndexLag(ms) {
      store.indexLagMs = ms;
    },
    addEntities: (entities) => entities.forEach((entity) => store.putListed(entity)),
    agreements: () => [...store.agreements.values()],
    stop: () => runner.stop(),
  };
}

function ledgerOf(store: CatalogStore): AgreementLedger {
  return {
    agreement: (id) => store.agreements.get(id),
    agreements: () => store.agreements.values(),
    put: (agreement) => store.agreements.set(agreement.id, agreement),
    product: (id) => store.product(id),
    productByCode: (code) => store.productByCode(code),
    entity: (id) => store.entity(id),
    entities: () => store.entities(),
  };
}

interface Call {
  readonly caller: Caller;
  readonly context: CatalogContext;
}

async function handle(
  name: string,
  input: Record<string, unknown>,
  { caller, context }: Call,
): Promise<Record<string, unknown>> {
  const operation = Object.hasOwn(OPERATIONS, name) ? OPERATIONS[name] : undefined;
  if (!operation) throw notSimulated(`Marketplace Catalog: ${name}`);
  if (!context.store.sellers.has(caller.accountId)) {
    const message = `Account ${caller.accountId} is not registered as an AWS Marketplace seller.`;
    throw new ServiceError('AccessDeniedException', 403, message);
  }
  return operation(input, caller, context);
}
