/** The local cloud as a process of its own, which outlives every publisher, and what it holds at the end. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { MarketplaceCatalogClient, paginateListEntities } from '@aws-sdk/client-marketplace-catalog';
import type { PracticeAccount, PracticeCloud } from '../../src/main/ports.ts';
import { seedAccounts } from '../../src/simulator/seed/accounts.ts';

export interface Cloud {
  readonly practice: PracticeCloud;
  addFault(fault: Readonly<Record<string, unknown>>): Promise<void>;
  clearFaults(): Promise<void>;
  /** Names of all offers of a seller, one entry an offer. */
  listOfferNames(sellerId: string): Promise<string[]>;
  stop(): Promise<void>;
}

const ENTRY = join(import.meta.dirname, '../../src/simulator/main.ts');

/** `more`: further options of the simulator's command line. */
export async function startCloud(speed: number, more: readonly string[] = []): Promise<Cloud> {
  const child = spawn(process.execPath, [ENTRY, '--port', '0', '--json', '--speed', String(speed), ...more], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  const { endpoint, region } = JSON.parse(line) as { endpoint: string; region: string };
  const accounts: readonly PracticeAccount[] = seedAccounts;
  const control = async (method: string, path: string, body?: object) => {
    const answer = await fetch(`${endpoint}/_simulator/${path}`, {
      method,
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!answer.ok) throw new Error(`the local cloud refused ${path}: ${await answer.text()}`);
  };
  return {
    practice: { endpoint, region, accounts },
    addFault: (fault) => control('POST', 'faults', fault),
    clearFaults: () => control('DELETE', 'faults'),
    listOfferNames: (sellerId) => listOfferNames({ endpoint, region, accounts }, sellerId),
    async stop() {
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    },
  };
}

/** As any client of AWS would ask: names of all offers of a seller, one entry an offer. */
export async function listOfferNames(
  { endpoint, region, accounts }: PracticeCloud,
  sellerId: string,
): Promise<string[]> {
  const credentials = accounts.find(({ accountId }) => accountId === sellerId);
  if (!credentials) throw new Error(`the local cloud has no seller ${sellerId}`);
  const client = new MarketplaceCatalogClient({ endpoint, region, credentials });
  const names: string[] = [];
  for await (const page of paginateListEntities({ client }, { Catalog: 'AWSMarketplace', EntityType: 'Offer' })) {
    names.push(...(page.EntitySummaryList ?? []).map(({ Name }) => Name ?? ''));
  }
  return names;
}
