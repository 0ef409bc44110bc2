/**
 * The same publication with the journal switched off: sends, and when it does not know what became of it, sends again. It exists to
 * show that the campaign finds duplicates where there are some.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { join } from 'node:path';
import {
  DescribeChangeSetCommand,
  MarketplaceCatalogClient,
  StartChangeSetCommand,
} from '@aws-sdk/client-marketplace-catalog';
import type { StartChangeSetCommandInput } from '@aws-sdk/client-marketplace-catalog';
import { createClock } from '../../src/main/hosts/common/clock.ts';
import { dieAt, endWithParent, readOrder, report, type PublisherOrder } from './protocol.ts';
import { readRequest } from './template.ts';

const POLL_MS = 2000;

async function main(order: PublisherOrder): Promise<void> {
  endWithParent();
  // At the usual end it would be too late: most publishers are killed.
  flushCompileCache();
  const seller = order.cloud.accounts.find(({ accountId }) => accountId === order.sellerId);
  if (!seller) throw new Error('the seller is not there');
  const client = new MarketplaceCatalogClient({
    endpoint: order.cloud.endpoint,
    region: order.cloud.region,
    credentials: seller,
  });
  const reach = dieAt(order.killAt);
  const clock = createClock(order.speed);
  const done = join(order.dataFolder, 'naive-done');
  report({ kind: 'started' });
  reach('intended');
  while (!existsSync(done)) {
    try {
      reach('sending');
      const started = await client.send(new StartChangeSetCommand(toInput(order)));
      reach('answered');
      let status: string | undefined = 'PREPARING';
      reach('sent');
      while (status === 'PREPARING' || status === 'APPLYING') {
        await clock.sleep(POLL_MS);
        const question = { Catalog: 'AWSMarketplace', ChangeSetId: started.ChangeSetId };
        status = (await client.send(new DescribeChangeSetCommand(question))).Status;
      }
      reach('succeeded');
      writeFileSync(done, status ?? '');
    } catch {
      // No answer: it knows no better than to try again.
    }
  }
  reach('verified');
  report({ kind: 'settled', state: 'verified', offerId: null, differences: 0 });
  process.exit(0);
}

function toInput({ dataFolder, offerName }: PublisherOrder): StartChangeSetCommandInput {
  return { ...readRequest(dataFolder, offerName), ClientRequestToken: crypto.randomUUID() };
}

await main(readOrder(process.argv[2]));
