/** Everything that lives behind the door: accounts, buckets, services, and what is kept of them. */
import { createAgreementService, type AgreementService } from './agreements/index.ts';
import { EMPTY_LEDGER, type AgreementLedger } from './agreements/ledger.ts';
import type { AgreementRecord } from './catalog/model.ts';
import { createClock, type AdjustableClock } from './clock.ts';
import { createDocumentFetcher, createRehost, REHOST_BUCKET } from './documents.ts';
import { LinkedRoles } from './iam/linked-roles.ts';
import { createIam } from './iam/service.ts';
import { createPrincipals, type Principals } from './identity/principals.ts';
import { createMessaging, type Messaging } from './messaging.ts';
import type { Randomness } from './random.ts';
import { createBuckets, type Buckets } from './s3/buckets.ts';
import { createS3 } from './s3/service.ts';
import { seedAccounts } from './seed/accounts.ts';
import { seedRequests } from './seed/requests.ts';
import { createSellingSeed } from './seed/selling/world.ts';
import { marketplaceOf } from './selling/catalog-view.ts';
import { createSellingService, type SellingService } from './selling/index.ts';
import { createSns } from './sns/service.ts';
import { createSts } from './sts/service.ts';
import type { ServiceDependencies, SimulatedEvent, SimulatedService } from './types.ts';
import { createAgreementWire } from './wire/agreement-service.ts';
import { createCatalogWire } from './wire/catalog-service.ts';
import { createEventsWire } from './wire/events-service.ts';
import type { ServedServices } from './wire/routing.ts';
import { createSellingWire } from './wire/selling-service.ts';
import { createSqsWire } from './wire/sqs-service.ts';

/** A catalog that keeps agreements lets the Agreement service at them, and IAM at the roles by which it shares. */
export type SimulatedCatalog = SimulatedService & {
  readonly ledger?: AgreementLedger;
  readonly linkedRoles?: LinkedRoles;
};
export type CatalogFactory = (deps: ServiceDependencies) => SimulatedCatalog;

export interface World {
  readonly clock: AdjustableClock;
  readonly buckets: Buckets;
  readonly principals: Principals;
  readonly services: ServedServices;
  readonly events: readonly SimulatedEvent[];
  catalog(): SimulatedCatalog;
  agreements(): AgreementService;
  selling(): SellingService;
  /** What is kept of Partner Central; undefined while nobody has looked at it. */
  savedSelling(): unknown;
  messaging(): Messaging;
  emit(event: SimulatedEvent): void;
  /** Back to the seed world. */
  reset(): void;
}

interface WorldOptions {
  readonly speed: number;
  readonly randomness: Randomness;
  readonly endpoint: () => string;
  readonly createCatalog: CatalogFactory;
  /** Opportunities of the first seller in all; null = as many as the seed world has. */
  readonly opportunities: number | null;
  readonly onClock: (offsetMs: number) => void;
  /** Something changed that no request waits for. */
  readonly onChange: () => void;
}

/** A catalog that keeps no roles shares nothing either. */
const NO_LINKED_ROLES = new LinkedRoles();

/** The owner of AWS's own buckets; no key belongs to it. */
const AWS_ACCOUNT_ID = '000000000000';

export function createWorld(options: WorldOptions): World {
  const clock = notifying(createClock({ speed: options.speed, onMove: options.onClock }), options.onChange);
  const principals = createPrincipals(seedAccounts);
  const buckets = createBuckets(seedBuckets());
  const s3 = createS3({ clock, buckets });
  const events: SimulatedEvent[] = [];

  const deps: ServiceDependencies = {
    clock,
    fetchDocument: createDocumentFetcher({ clock, principals, s3, endpoint: options.endpoint }),
    emit(event) {
      events.push(event);
      messaging.bus.publish(event);
      agreements.observe(event);
      options.onChange();
    },
    rehost: createRehost({ clock, buckets, endpoint: options.endpoint }),
    randomId: options.randomness.id,
  };
  const startMessaging = () =>
    createMessaging({
      clock,
      endpoint: options.endpoint,
      randomId: options.randomness.id,
      onChange: options.onChange,
    });
  const startAgreements = () => {
    const ledger = catalog.ledger ?? EMPTY_LEDGER;
    const listener = {
      started: (agreement: AgreementRecord) => messaging.topics.started(agreement, ledger.product(agreement.productId)),
      ended: (agreement: AgreementRecord) => messaging.topics.ended(agreement, ledger.product(agreement.productId)),
    };
    return createAgreementService({ ...deps, ledger, listener, seed: seedRequests(ledger, clock.now()) });
  };
  // Made when it is first asked for: most that is tried here has nothing to do with it. Its days count from the start all the same.
  let selling: SellingService | null = null;
  const sellingNow = (): SellingService => {
    if (selling) return selling;
    const ledger = () => catalog.ledger ?? EMPTY_LEDGER;
    const size = options.opportunities === null ? {} : { opportunities: options.opportunities };
    const seed = createSellingSeed({ nowMs: clock.startedAt(), entities: ledger().entities(), ...size });
    selling = createSellingService({ ...deps, marketplace: marketplaceOf(ledger), seed });
    return selling;
  };
  let messaging = startMessaging();
  let catalog = options.createCatalog(deps);
  let agreements = startAgreements();

  return {
    clock,
    buckets,
    principals,
    events,
    services: {
      sts: createSts({ clock, randomId: options.randomness.id }),
      s3,
      catalog: createCatalogWire(() => catalog),
      iam: createIam({ clock, randomId: options.randomness.id, roles: () => catalog.linkedRoles ?? NO_LINKED_ROLES }),
      agreement: createAgreementWire(() => agreements),
      selling: createSellingWire(sellingNow),
      sqs: createSqsWire(() => messaging.sqs),
      events: createEventsWire(() => messaging.events),
      sns: createSns({
        topics: () => messaging.topics,
        productByCode: (code) => (catalog.ledger ?? EMPTY_LEDGER).productByCode(code),
      }),
    },
    catalog: () => catalog,
    agreements: () => agreements,
    selling: sellingNow,
    savedSelling: () => selling?.save(),
    messaging: () => messaging,
    emit: deps.emit,
    reset() {
      messaging.close();
      agreements.stop();
      selling?.stop();
      selling = null;
      clock.close();
      clock.restore(0);
      buckets.clear();
      events.length = 0;
      messaging = startMessaging();
      catalog = options.createCatalog(deps);
      agreements = startAgreements();
      options.onClock(0);
      options.onChange();
    },
  };
}

function seedBuckets() {
  const own = seedAccounts.flatMap(({ accountId, eulaBucket }) =>
    eulaBucket === null ? [] : [{ name: eulaBucket, ownerAccountId: accountId, isPublic: false }],
  );
  return [...own, { name: REHOST_BUCKET, ownerAccountId: AWS_ACCOUNT_ID, isPublic: true }];
}

interface WorldClock extends AdjustableClock {
  /** Business time when the clock was set: at the start, or where an earlier run had left it. */
  startedAt(): number;
}

/** Life cycles change the world by themselves; that is kept too. */
function notifying(clock: AdjustableClock, onChange: () => void): WorldClock {
  let startedAt = clock.now();
  return {
    ...clock,
    startedAt: () => startedAt,
    restore(ms) {
      clock.restore(ms);
      startedAt = clock.now();
    },
    get offsetMs() {
      return clock.offsetMs;
    },
    after: (ms, callback) =>
      clock.after(ms, () => {
        callback();
        onChange();
      }),
    advance(ms) {
      clock.advance(ms);
      onChange();
    },
  };
}
