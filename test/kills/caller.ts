/** A process that makes one direct call through the journal and sees it through; it may be killed at any instant. */
import { z } from 'zod';
import { createAccountStore } from '../../src/main/accounts/store.ts';
import type { AwsAccess } from '../../src/main/aws/access.ts';
import { createAws } from '../../src/main/aws/index.ts';
import { findChangeSet, startChangeSet } from '../../src/main/changes/change-sets.ts';
import { createDriver } from '../../src/main/changes/driver.ts';
import { createJournal } from '../../src/main/changes/journal.ts';
import type { CallKind } from '../../src/main/changes/kinds.ts';
import { createChangeStore } from '../../src/main/changes/store.ts';
import { createWrites } from '../../src/main/changes/writes.ts';
import { createEventBus } from '../../src/main/events.ts';
import { createMasker } from '../../src/main/masking/masker.ts';
import { createLeases } from '../../src/main/storage/leases.ts';
import { openDatabase } from '../../src/main/storage/open.ts';
import { OfferdeckError } from '../../src/shared/errors/app-error.ts';
import { createPlainPorts } from './ports.ts';
import { dieAt, endWithParent, readOrder, report, type PublisherOrder } from './protocol.ts';

const FINAL = ['verified', 'failed', 'cancelled', 'refused'];
const LOOK_EVERY_MS = 50;

/** A call that makes a new thing each time, since its token is another one each time: a second send would show. */
function createForgetfulKind(aws: AwsAccess): CallKind<{ name: string; productId: string }> {
  return {
    kind: 'offer-draft',
    payload: z.object({ name: z.string(), productId: z.string() }),
    async send({ account, payload }, options) {
      const change = {
        ChangeType: 'CreateOffer',
        Entity: { Type: 'Offer@1.0' },
        DetailsDocument: { ProductId: payload.productId, Name: payload.name },
      };
      const request = { Catalog: 'AWSMarketplace' as const, ChangeSetName: payload.name, ChangeSet: [change] };
      const id = await startChangeSet(
        aws.catalog(account),
        { ...request, ClientRequestToken: crypto.randomUUID() },
        options,
      );
      return { resultId: id, after: { id } };
    },
    async look({ account, payload, createdAt }, options) {
      const found = await findChangeSet(aws.catalog(account), { name: payload.name, intendedAt: createdAt }, options);
      return found && { resultId: found.id, after: found };
    },
  };
}

async function main(order: PublisherOrder): Promise<void> {
  endWithParent();
  const onJournalPoint = dieAt(order.killAt);
  const ports = createPlainPorts({ ...order, onJournalPoint });
  const { clock } = ports;
  const { database } = openDatabase(ports.dataFolder, clock.realNow());
  const events = createEventBus();
  const leases = createLeases({ database, clock });
  const accounts = createAccountStore(database);
  const aws = createAws({ ports, database, events, masker: createMasker(), accounts }).access;
  const store = createChangeStore({ database, clock });
  const journal = createJournal({ database, events, leases, store, onJournalPoint });
  const kinds = { entities: [], calls: [createForgetfulKind(aws)] };
  const eulaFiles = { get: () => new Uint8Array(), has: () => false };
  const driver = createDriver({ journal, aws, accounts, kinds, eulaFiles, clock, logger: ports.logger });
  const writes = createWrites({ journal, driver, aws, accounts, eulaFiles, kinds });
  const account = accounts.listSettings().find(({ settings }) => settings.awsAccountId === order.sellerId)?.key ?? '';
  report({ kind: 'started' });
  for (;;) {
    leases.renewAll();
    const { items } = store.list({
      account: null,
      states: [],
      kinds: [],
      entityId: null,
      bulkId: null,
      page: 1,
      pageSize: 1,
    });
    const [change] = items;
    if (change && FINAL.includes(change.state)) {
      const { state, offerId, differences } = change;
      report({ kind: 'settled', state, offerId, differences: differences?.length ?? 0 });
      process.exit(0);
    }
    if (change?.paused && !driver.isDriving(change.id) && journal.take(change.id)) {
      journal.move(journal.get(change.id), change.state, { paused: false, error: null });
      driver.drive(change.id, { mayBeOld: true });
    } else if (change) driver.adopt();
    else await begin();
    await clock.sleep(LOOK_EVERY_MS * order.speed);
  }

  /** A failure before anything is on disk is shown, and the person asks again. */
  async function begin(): Promise<void> {
    const wish = {
      account,
      kind: 'offer-draft' as const,
      title: order.offerName,
      entityType: 'Offer',
      entityId: null,
      payload: { name: order.offerName, productId: order.draftId },
    };
    const options = { confirmedAccountId: order.sellerId, signal: new AbortController().signal };
    await writes.beginCall(wish, options).catch((error: unknown) => {
      if (!(error instanceof OfferdeckError)) throw error;
    });
  }
}

await main(readOrder(process.argv[2]));
