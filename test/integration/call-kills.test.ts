import { cpSync } from 'node:fs';
import { join } from 'node:path';
import {
  ListChangeSetsCommand,
  ListEntitiesCommand,
  MarketplaceCatalogClient,
} from '@aws-sdk/client-marketplace-catalog';
import { expect, it } from 'vitest';
import { createCore } from '../../src/main/core.ts';
import type { JournalPoint } from '../../src/main/ports.ts';
import { startPublisher } from '../kills/child.ts';
import { startCloud } from '../kills/cloud.ts';
import { createPlainPorts } from '../kills/ports.ts';
import { makeTempFolder } from '../support/temp-folder.ts';

const SELLER = '111122223333';
const SPEED = 50;
/** Each a chain of kills, one a process; `looked` needs a send that never left. */
const CHAINS: readonly (readonly JournalPoint[])[] = [['intended'], ['sending', 'looked'], ['answered'], ['succeeded']];

it('makes a direct call exactly once, wherever its process is killed', { timeout: 90_000 }, async () => {
  const cloud = await startCloud(SPEED);
  try {
    const template = makeTempFolder();
    // Brings the practice accounts into the folder.
    const core = await createCore(createPlainPorts({ dataFolder: template, cloud: cloud.practice, speed: SPEED }));
    await core.call('accounts.list', {});
    await core.close();
    const seller = cloud.practice.accounts.find(({ accountId }) => accountId === SELLER);
    const { endpoint, region } = cloud.practice;
    const client = new MarketplaceCatalogClient({ endpoint, region, ...(seller ? { credentials: seller } : {}) });
    const products = await client.send(
      new ListEntitiesCommand({ Catalog: 'AWSMarketplace', EntityType: 'SaaSProduct', MaxResults: 1 }),
    );
    const productId = products.EntitySummaryList?.[0]?.EntityId ?? '';
    await cloud.addFault({ kind: 'drop-after', operation: 'StartChangeSet', times: 1 });
    const endings = await Promise.all(
      CHAINS.map(async (chain, index) => {
        const dataFolder = join(makeTempFolder(), 'data');
        cpSync(template, dataFolder, { recursive: true });
        const offerName = `Call ${index + 1}`;
        const kills: string[] = [];
        for (const killAt of [...chain, null, null]) {
          const order = { dataFolder, cloud: cloud.practice, speed: SPEED, sellerId: SELLER, draftId: productId };
          const ending = await startPublisher(
            { ...order, offerName, killAt },
            'caller.ts',
            process.env['NODE_COMPILE_CACHE'] ?? join(template, 'compiled'),
          ).ended;
          if (ending.kind !== 'killed') return { offerName, kills, ending };
          kills.push(String(killAt));
        }
        return { offerName, kills, ending: null };
      }),
    );
    await cloud.clearFaults();
    for (const { offerName, ending } of endings) {
      expect(ending).toMatchObject({ kind: 'settled', settled: { state: 'verified', differences: 0 } });
      const made = await client.send(
        new ListChangeSetsCommand({
          Catalog: 'AWSMarketplace',
          FilterList: [{ Name: 'ChangeSetName', ValueList: [offerName] }],
        }),
      );
      expect(made.ChangeSetSummaryList).toHaveLength(1);
    }
    // An answer that was lost on its way leaves nothing to be killed at `answered`: the others were met.
    expect(endings.flatMap(({ kills }) => kills).length).toBeGreaterThanOrEqual(4);
  } finally {
    await cloud.stop();
  }
});
