/** The composition file: builds every service from the ports, in readable order. A table of contents of the core. */
import { createEventBus, type EventListener } from './events.ts';
import { createCall, type Call, type Handlers } from './handlers.ts';
import { createAccounts } from './accounts/index.ts';
import { createAccountStore } from './accounts/store.ts';
import { announceChanges } from './app/announce.ts';
import { createApp } from './app/index.ts';
import { createAmendments } from './agreements/amend.ts';
import { createAgreements } from './agreements/index.ts';
import { createRequestCallKinds } from './agreements/requests/call-kinds.ts';
import { createAgreementRequests, REQUESTS_KIND } from './agreements/requests/index.ts';
import { AGREEMENTS_KIND } from './agreements/sync.ts';
import { createAwsProducts } from './aws-products/index.ts';
import { createAws } from './aws/index.ts';
import { createEndpointNotice } from './aws/endpoint-notice.ts';
import { createAuthorizationDrafts } from './authorizations/drafts.ts';
import { createAuthorizationEntityKind } from './authorizations/entity-kind.ts';
import { createAuthorizationHandlers } from './authorizations/handlers.ts';
import { createAuthorizations } from './authorizations/index.ts';
import { AUTHORIZATION_KINDS } from './authorizations/sync.ts';
import { createCancel, createExpiry } from './bulk/change-offers.ts';
import { createBulk } from './bulk/index.ts';
import { createPublishDrafts } from './bulk/publish-drafts.ts';
import { createCoSell, createCoSellCallKinds } from './co-sell.ts';
import { createChannel } from './channel/index.ts';
import { createResale, type Resale } from './channel/resale.ts';
import { createChanges } from './changes/index.ts';
import type { Kinds } from './changes/kinds.ts';
import { createDashboards } from './dashboards/index.ts';
import { createDraftCheck } from './drafts/check.ts';
import { createDrafts } from './drafts/index.ts';
import { createScheduledSyncs } from './entities/scheduled-syncs.ts';
import { createSyncStore } from './entities/sync-store.ts';
import { createHistory } from './history/index.ts';
import { createReadAgain } from './history/read-again.ts';
import { createRepeating } from './history/repeat.ts';
import { createJobs } from './jobs/index.ts';
import { createLinkedRole, createLinkedRoleCallKind } from './linked-role/index.ts';
import { createMasker, maskLogger } from './masking/masker.ts';
import { createOfferEntityKind } from './offers/entity-kind.ts';
import { createOffers } from './offers/index.ts';
import { OFFERS_KIND, PUBLIC_OFFERS_KIND } from './offers/sync.ts';
import { createNotificationCallKinds } from './notifications/call-kinds.ts';
import { createNotifications } from './notifications/index.ts';
import { createQueueStore } from './notifications/queue-store.ts';
import { createRefreshers } from './notifications/refreshers.ts';
import { createOfferLife } from './offers/life.ts';
import { createOfferSetEntityKind } from './offer-sets/entity-kind.ts';
import { createOfferSetHandlers } from './offer-sets/handlers.ts';
import { createMembers, createOfferSets } from './offer-sets/index.ts';
import { OFFER_SETS_KIND } from './offer-sets/sync.ts';
import type { Ports } from './ports.ts';
import { createSaasProductKind } from './products/entity-kind.ts';
import { createProducts } from './products/index.ts';
import { createLeases } from './storage/leases.ts';
import { openDatabase } from './storage/open.ts';
import { createTicker } from './ticker.ts';
import { createVersions, createVersionStore } from './versions/index.ts';

/** How soon another process's step in the journal shows here, and an orphaned row is taken over once its lease has ended. */
const JOURNAL_TEND_MS = 3000;
const SHORTEST_TEND_MS = 250;
/** How often it is looked whether a copy is due to be read again. */
const SCHEDULE_LOOK_MS = 60_000;
/** How soon a queue that another process has left is listened to here, in real time. */
const QUEUE_TEND_MS = 3000;
/** How exactly the quiet time before a send without a click is kept, in real time. */
const AUTO_SHARE_LOOK_MS = 1000;
/** How often old calls are looked for. */
const HISTORY_PRUNE_MS = 60 * 60 * 1000;

export interface Core {
  readonly call: Call;
  subscribe(listener: EventListener): () => void;
  /** Stops background work, waits for what must not be cut, closes the database. */
  close(): Promise<void>;
}

export async function createCore(hostPorts: Ports): Promise<Core> {
  const masker = createMasker();
  const ports: Ports = { ...hostPorts, logger: maskLogger(hostPorts.logger, masker) };
  const { database, notices } = openDatabase(ports.dataFolder, ports.clock.realNow());
  const events = createEventBus();
  const leases = createLeases({ database, clock: ports.clock });
  const ticker = createTicker(ports);

  const accountStore = createAccountStore(database);
  const aws = createAws({ ports, database, events, masker, accounts: accountStore });
  const endpointNotice = await createEndpointNotice(ports, aws.profiles);

  const app = createApp({ ports, events, notices: [...notices, ...endpointNotice] });
  announceChanges(events, ports.notifier);

  const jobs = createJobs({ database, events, leases, ...ports });
  jobs.tend();

  const queues = createQueueStore({ database, clock: ports.clock });
  const accounts = createAccounts({
    ports,
    database,
    events,
    store: accountStore,
    aws,
    eventResources: queues.resourcesOf,
  });

  const versionStore = createVersionStore(database);
  const copies = {
    ...ports,
    versions: versionStore,
    database,
    events,
    jobs,
    aws: aws.access,
    accounts: accountStore,
    store: createSyncStore(database),
  };
  const offers = createOffers(copies);
  const products = createProducts({ ...copies, publicOffers: offers.publicOffers });
  const authorizations = createAuthorizations({ ...copies, publicDocuments: offers.publicOffers.documents });

  const agreements = createAgreements(copies);

  const journalled = {
    ...ports,
    database,
    events,
    leases,
    aws: aws.access,
    accounts: accountStore,
    products,
    offers: offers.source,
    check: createDraftCheck(ports.clock),
    versions: versionStore,
  };
  const resale = createResale({ ...ports, authorizations: authorizations.source });
  /** A draft read from AWS, put on what it was made from. */
  const adopt: Resale['adopt'] = async (account, draft, signal) =>
    resale.adopt(account, await amendments.adopt(account, draft, signal), signal);
  const drafts = createDrafts({ ...journalled, adopt });
  const setMembers = createMembers({
    database,
    drafts: drafts.store,
    today: () => new Date(ports.clock.now()).toISOString().slice(0, 10),
    templates: async () => (await ports.preferences.get()).urlTemplates,
  });
  const offerSets = createOfferSets({ ...copies, members: setMembers });
  const amendments = createAmendments({
    ...journalled,
    agreements,
    drafts: drafts.store,
    eulaFiles: drafts.eulaFiles,
  });
  const versions = createVersions({
    ...journalled,
    store: versionStore,
    drafts: drafts.store,
    eulaFiles: drafts.eulaFiles,
  });
  // What writes can be about, and the calls that no change set carries: one line each.
  const kinds: Kinds = {
    entities: [
      createOfferEntityKind(offers.source),
      createSaasProductKind(products),
      createAuthorizationEntityKind(authorizations.source),
      createOfferSetEntityKind(offerSets.source),
    ],
    calls: [
      ...createNotificationCallKinds({ aws: aws.access, database }),
      ...createRequestCallKinds(aws.access),
      createLinkedRoleCallKind(aws.access),
      ...createCoSellCallKinds({ ...ports, aws: aws.access }),
    ],
  };
  const changes = createChanges({
    ...journalled,
    kinds,
    freshen: async (account, draft, signal) =>
      resale.freshen(account, await amendments.freshen(account, draft, signal), signal),
    drafts: drafts.store,
    eulaFiles: drafts.eulaFiles,
  });
  const offerLife = createOfferLife({ ...journalled, changes, adopt });
  changes.tend();
  const requests = createAgreementRequests({ ...copies, agreements, changes });
  const coSell = createCoSell({ ...copies, changes, leases, addNotice: app.addNotice });

  // A line for each copy that is kept fresh in the background.
  const accountKeys = () => accountStore.listSettings().map(({ key }) => key);
  const readAgain = createScheduledSyncs({ ...copies, accounts: accountKeys }, [
    { kind: OFFERS_KIND, start: (account) => offers.sync(account, false) },
    { kind: PUBLIC_OFFERS_KIND, start: (account) => products.sync(account, false) },
    { kind: AGREEMENTS_KIND, start: (account) => agreements.sync(account, false) },
    { kind: AUTHORIZATION_KINDS.received, start: authorizations.sync },
    { kind: OFFER_SETS_KIND, start: offerSets.sync },
    { kind: REQUESTS_KIND, start: (account) => requests.sync(account) },
    ...coSell.syncs,
  ]);

  const authorizationDrafts = createAuthorizationDrafts({
    ...journalled,
    authorizations: authorizations.source,
    eulaFiles: drafts.eulaFiles,
  });
  const authorizationHandlers = createAuthorizationHandlers({
    ...journalled,
    authorizations,
    drafts: authorizationDrafts,
    changes,
  });

  const offerSetHandlers = createOfferSetHandlers({
    ...journalled,
    offerSets,
    members: setMembers,
    drafts: drafts.store,
    changes,
    clone: drafts.cloneOffer,
  });

  const history = createHistory({ ...ports, database, events, changes, addNotice: app.addNotice });
  history.proveAtStart();

  const refreshers = createRefreshers(
    { aws: aws.access, changes, database, offers: offers.source },
    {
      authorization: async (account, id, signal) => void (await authorizations.source.read(account, id, signal)),
      ...coSell.refreshers,
      'offer-set': async (account, id, signal) => void (await offerSets.source.read(account, id, signal)),
      agreement: async (account, id, signal, event) => {
        if (event && agreements.note(account, event)) return;
        await agreements.read(account, id, signal);
        await requests.follow(account, signal, id);
      },
    },
  );
  const notifications = createNotifications({ ...journalled, changes, jobs, queues, refreshers });
  notifications.tend();
  const dashboards = createDashboards({ ...copies, syncs: copies.store });

  const changeOffers = { life: offerLife, clock: ports.clock };
  const bulk = createBulk({
    ...journalled,
    jobs,
    changes,
    drafts: drafts.store,
    fromOffer: (account, fromOfferId, signal) =>
      drafts.handlers['drafts.create']({ account, productId: null, fromOfferId, shiftDates: true }, { signal }),
    performers: {
      publish: createPublishDrafts({
        drafts: { ...drafts.store, preflight: drafts.handlers['drafts.preflight'] },
        // A public offer is published by a person who has read for whom.
        publish: (input, signal, link) => changes.publish({ ...input, confirmedPublicProductId: null }, signal, link),
      }),
      expiry: createExpiry(changeOffers),
      cancel: createCancel(changeOffers),
      ...coSell.performers,
    },
  });
  bulk.tend();

  const handlers: Handlers = {
    ...app.handlers,
    ...jobs.handlers,
    ...accounts.handlers,
    ...products.handlers,
    ...offers.handlers,
    ...offerLife.handlers,
    ...agreements.handlers,
    ...coSell.handlers,
    ...createAwsProducts(copies),
    ...amendments.handlers,
    ...requests.handlers,
    ...drafts.handlers,
    ...changes.handlers,
    ...authorizationHandlers,
    ...offerSetHandlers.handlers,
    ...createLinkedRole({ ...journalled, changes }),
    ...createChannel({ resale, amendments, authorizations, drafts: drafts.store, events }),
    ...history.handlers,
    ...createRepeating({ ...journalled, changes }),
    ...createReadAgain(database, {
      Offer: offers.source.read,
      ResaleAuthorization: authorizations.source.read,
      OfferSet: offerSets.source.read,
      Agreement: agreements.read,
      Opportunity: coSell.read,
    }),
    ...bulk.handlers,
    ...versions.handlers,
    ...notifications.handlers,
    ...dashboards.handlers,
  };

  ticker.every('leases', leases.lastsMs / 3, () => {
    leases.renewAll();
    jobs.tend();
  });
  ticker.every('journal', Math.max(SHORTEST_TEND_MS, JOURNAL_TEND_MS / ports.clock.speed), () => {
    changes.tend();
    bulk.tend();
    coSell.tend();
  });
  ticker.every('auto share', AUTO_SHARE_LOOK_MS, () => coSell.shareDue());
  ticker.every('syncs', SCHEDULE_LOOK_MS / ports.clock.speed, async () => {
    await readAgain();
    await requests.tend(accountKeys());
  });
  ticker.every('notifications', QUEUE_TEND_MS, () => notifications.tend());
  ticker.every('history', HISTORY_PRUNE_MS / ports.clock.speed, async () => {
    await history.prune();
    await notifications.prune();
  });

  async function close(): Promise<void> {
    await ticker.stop();
    offers.close();
    offerSetHandlers.close();
    requests.close();
    bulk.close();
    await coSell.close();
    await history.close();
    versions.close();
    await Promise.all([changes.close(), jobs.close(), notifications.close()]);
    aws.close();
    leases.releaseAll();
    database.close();
  }
  let closed: Promise<void> | null = null;

  return {
    call: createCall(handlers, ports.logger),
    subscribe: events.subscribe,
    close: () => (closed ??= close()),
  };
}
