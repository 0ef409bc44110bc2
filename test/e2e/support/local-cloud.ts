/** What a buyer does in the local cloud of a host. */
import { expect } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The buyer accepts; answers the id of the agreement. */
export async function acceptOffer(dataFolder: string, offerId: string, buyerAccountId: string): Promise<string> {
  const text = await readFile(join(dataFolder, 'practice', 'simulator.json'), 'utf8');
  const { endpoint } = JSON.parse(text) as { endpoint: string };
  const answer = await fetch(`${endpoint}/_simulator/accept-offer`, {
    method: 'POST',
    body: JSON.stringify({ offerId, buyerAccountId }),
  });
  const body = await answer.text();
  expect(answer.ok, body).toBe(true);
  return /agmt-[a-z0-9]+/.exec(body)?.[0] ?? '';
}
