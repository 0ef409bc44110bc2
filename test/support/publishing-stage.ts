/** A seller on a simulator of its own: a core, its products, and drafts that are ready to publish. */
import { paginateListEntities } from '@aws-sdk/client-marketplace-catalog';
import { onTestFinished } from 'vitest';
import { createClock } from '../../src/main/hosts/common/clock.ts';
import type { Ports } from '../../src/main/ports.ts';
import { createCatalogService } from '../../src/simulator/catalog/index.ts';
import type { CatalogControls } from '../../src/simulator/catalog/controls.ts';
import { createSeedWorld } from '../../src/simulator/seed/world.ts';
import { seedAccounts } from '../../src/simulator/seed/accounts.ts';
import type { Simulator } from '../../src/simulator/server.ts';
import { addDays, addMonths } from '../../src/shared/domain/dates/plain-date.ts';
import type { Change, ChangeState } from '../../src/shared/domain/change/change.ts';
import type { OfferDraft } from '../../src/shared/domain/offer/draft.ts';
import { makePdf } from './pdf.ts';
import { accountsOf, catalogClient, startTestSimulator } from './simulator.ts';
import { startTestCore, type TestCore } from './test-core.ts';

/** Fast enough for a test, slow enough that leases and deadlines keep their order. */
export const SPEED = 100;
export const SELLER = '111122223333';
const BUYER = '777788889999';
const CONTRACT_PRODUCT = 'Lanternfish Atlas Insights';

export interface PublishingStage {
  readonly simulator: Simulator;
  readonly core: TestCore;
  /** Key of the seller account in the core. */
  readonly account: string;
  /** Timing and forced outcomes of change sets. */
  readonly catalog: CatalogControls;
  /** Another process on the same data folder. */
  startAnother(changes?: Partial<Ports>): Promise<TestCore>;
}

export async function startPublishingStage(changes: Partial<Ports> = {}): Promise<PublishingStage> {
  const catalog = Promise.withResolvers<CatalogControls>();
  const simulator = await startTestSimulator({
    speed: SPEED,
    createCatalog(deps) {
      const seed = createSeedWorld({ accounts: seedAccounts, nowMs: deps.clock.now(), rehost: deps.rehost });
      const service = createCatalogService({ ...deps, seed });
      catalog.resolve(service.controls);
      return service;
    },
  });
  onTestFinished(() => simulator.stop());
  const ports = (): Partial<Ports> => ({ clock: createClock(SPEED), practice: simulator, ...changes });
  const core = await startTestCore(ports());
  const account = await findSeller(core);
  await syncProducts(core, account);
  return {
    simulator,
    core,
    account,
    catalog: await catalog.promise,
    startAnother: (more = {}) => startTestCore({ ...ports(), dataFolder: core.dataFolder, ...more }),
  };
}

async function findSeller(core: TestCore): Promise<string> {
  const { accounts } = await core.call('accounts.list', {});
  const seller = accounts.find(({ awsAccountId }) => awsAccountId === SELLER);
  if (!seller) throw new Error('the practice accounts are not there');
  return seller.key;
}

/** Reads the products of an account and waits until they are here. */
export async function syncProducts(core: TestCore, account: string): Promise<void> {
  const { jobId } = await core.call('products.sync', { account });
  const job = await core.nextEvent('jobs.changed', ({ id, endedAt }) => id === jobId && endedAt !== null);
  if (job.state !== 'succeeded') throw new Error(`products could not be read: ${JSON.stringify(job.error)}`);
}

export interface ReadyDraft {
  readonly id: string;
  readonly revision: number;
}

/** A SaaS contract paid in 12 monthly instalments, with a custom EULA where asked for; preflight has nothing against it. */
export async function makeDraft(
  core: TestCore,
  account: string,
  { name = 'Atlas 2027', eula = false, change = (draft: OfferDraft): OfferDraft => draft } = {},
): Promise<ReadyDraft> {
  const { items } = await core.call('products.list', { account, text: CONTRACT_PRODUCT });
  const { id, revision, document } = await core.call('drafts.create', {
    account,
    productId: items[0]?.id ?? null,
    fromOfferId: null,
  });
  const today = new Date().toISOString().slice(0, 10);
  const end = addDays(today, 20);
  const file = eula
    ? await core.call('drafts.attachEula', { id, name: 'Terms.pdf', base64: makePdf().toString('base64') })
    : null;
  const draft: OfferDraft = {
    ...document,
    name,
    description: 'Deal 4711',
    buyers: [BUYER],
    service: { mode: 'duration', duration: 'P12M' },
    installments: {
      enabled: true,
      grants: [{ dimensionKey: 'users', quantity: '50' }],
      duration: '',
      schedule: Array.from({ length: 12 }, (_, index) => ({
        date: index === 0 ? today : addMonths(addDays(end, 3), index - 1),
        amount: '1000.00',
      })),
    },
    isRenewal: false,
    eula: file ? { kind: 'custom', file } : document.eula,
    availabilityEndDate: end,
  };
  const saved = await core.call('drafts.save', { id, revision, document: change(draft) });
  return { id, revision: saved.revision };
}

/** For tests that move the clock, maybe past midnight: a first payment of today would be one of yesterday. */
export function startingTomorrow(draft: OfferDraft): OfferDraft {
  const [first, ...rest] = draft.installments.schedule;
  const schedule = first ? [{ ...first, date: addDays(first.date, 1) }, ...rest] : [];
  return { ...draft, installments: { ...draft.installments, schedule } };
}

export function publishInput(draft: ReadyDraft, intent: 'release' | 'draft' = 'release') {
  return { draftId: draft.id, revision: draft.revision, intent, confirmedAccountId: SELLER, acknowledgedWarnings: [] };
}

/** Publishes an offer that stands as a draft at AWS, as the screen does: planned, its warnings read, then sent. */
export async function release(core: TestCore, { account, offerId }: { account: string; offerId: string }) {
  const plan = await core.call('offers.plan', { account, offerId, action: { kind: 'release' } });
  const wish = {
    account,
    offerId,
    action: plan.action,
    revision: plan.revision,
    confirmedAccountId: plan.awsAccountId,
    acknowledgedWarnings: plan.findings.filter(({ severity }) => severity === 'warning').map(({ ruleId }) => ruleId),
  };
  const { change } = await core.call('offers.change', wish);
  return { change, wish, plan };
}

/** Waits until the change is in one of these states. */
export function reached(core: TestCore, id: string, ...states: ChangeState[]): Promise<Change> {
  return core.nextEvent('changes.changed', (change) => change.id === id && states.includes(change.state));
}

/** Offers that AWS holds under this name; asked of the simulator as any client would, not of the app's own copy. */
export async function countOffers(simulator: Simulator, name: string): Promise<number> {
  const { isv } = accountsOf(simulator);
  const pages = paginateListEntities(
    { client: catalogClient(simulator, isv) },
    {
      Catalog: 'AWSMarketplace',
      EntityType: 'Offer',
      EntityTypeFilters: { OfferFilters: { Name: { ValueList: [name] } } },
    },
  );
  let count = 0;
  for await (const page of pages) count += page.EntitySummaryList?.length ?? 0;
  return count;
}

export function requestsOf(simulator: Simulator, operation: string) {
  return simulator.control.requests().filter((request) => request.operation === operation);
}
