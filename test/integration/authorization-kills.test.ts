import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { MarketplaceCatalogClient, paginateListEntities } from '@aws-sdk/client-marketplace-catalog';
import { expect, it } from 'vitest';
import { createCore } from '../../src/main/core.ts';
import type { JournalPoint, PracticeCloud } from '../../src/main/ports.ts';
import { startPublisher } from '../kills/child.ts';
import { startCloud } from '../kills/cloud.ts';
import { createPlainPorts } from '../kills/ports.ts';
import { ask, makeTemplate } from '../kills/template.ts';
import { makeAuthorizationDraft } from '../support/authorization-stage.ts';
import { makeTempFolder } from '../support/temp-folder.ts';
import type { TestCore } from '../support/test-core.ts';

const SELLER = '111122223333';
const SPEED = 50;
/** Each a chain of kills, one a process; `looked` needs a send that never left. */
const CHAINS: readonly (readonly JournalPoint[])[] = [['sending', 'looked'], ['succeeded']];

/** As any client would ask: names of all authorizations that the seller has issued. */
async function listNames({ endpoint, region, accounts }: PracticeCloud): Promise<string[]> {
  const seller = accounts.find(({ accountId }) => accountId === SELLER);
  const client = new MarketplaceCatalogClient({ endpoint, region, ...(seller ? { credentials: seller } : {}) });
  const names: string[] = [];
  const request = { Catalog: 'AWSMarketplace', EntityType: 'ResaleAuthorization' };
  for await (const page of paginateListEntities({ client }, request)) {
    names.push(...(page.EntitySummaryList ?? []).map(({ Name }) => Name ?? ''));
  }
  return names;
}

/** A data folder with a draft that is ready, custom documents included. */
async function makeFolder(cloud: PracticeCloud): Promise<{ folder: string; draftId: string }> {
  const folder = makeTempFolder();
  await makeTemplate({ folder, cloud, sellerId: SELLER, eula: false });
  const core = await createCore(createPlainPorts({ dataFolder: folder, cloud, speed: 100 }));
  const call = ((method: string, input: unknown) => ask(core, method, input)) as TestCore['call'];
  const { accounts } = await call('accounts.list', {});
  const account = accounts.find(({ awsAccountId }) => awsAccountId === SELLER)?.key ?? '';
  const { id } = await makeAuthorizationDraft({ call }, account, { custom: true });
  await core.close();
  return { folder, draftId: id };
}

it('authorizes exactly once, over a lost answer and wherever the process is killed', { timeout: 90_000 }, async () => {
  const cloud = await startCloud(SPEED);
  try {
    const { folder, draftId } = await makeFolder(cloud.practice);
    await cloud.addFault({ kind: 'drop-after', operation: 'StartChangeSet', times: 1 });
    const endings = await Promise.all(
      CHAINS.map(async (chain, index) => {
        const dataFolder = join(makeTempFolder(), 'data');
        cpSync(folder, dataFolder, { recursive: true });
        const offerName = `Authorization ${index + 1}`;
        const kills: string[] = [];
        for (const killAt of [...chain, null, null]) {
          const order = {
            dataFolder,
            cloud: cloud.practice,
            speed: SPEED,
            sellerId: SELLER,
            draftId,
            offerName,
            killAt,
          };
          const cache = process.env['NODE_COMPILE_CACHE'] ?? join(folder, 'compiled');
          const ending = await startPublisher(order, 'authorizer.ts', cache).ended;
          if (ending.kind !== 'killed') return { offerName, kills, ending };
          kills.push(String(killAt));
        }
        return { offerName, kills, ending: null };
      }),
    );
    await cloud.clearFaults();
    const names = await listNames(cloud.practice);
    for (const { offerName, ending } of endings) {
      expect(ending).toMatchObject({ kind: 'settled', settled: { state: 'verified', differences: 0 } });
      expect(names.filter((name) => name === offerName)).toHaveLength(1);
    }
    expect(endings.flatMap(({ kills }) => kills).length).toBeGreaterThanOrEqual(2);
  } finally {
    await cloud.stop();
  }
});
