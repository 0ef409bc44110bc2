/** What a buyer, and AWS itself, do in the local cloud of a host. */
import { expect } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Pulls a string behind the scenes; gives what the control address answers. */
async function order(dataFolder: string, what: string, body: object): Promise<string> {
  const text = await readFile(join(dataFolder, 'practice', 'simulator.json'), 'utf8');
  const { endpoint } = JSON.parse(text) as { endpoint: string };
  const answer = await fetch(`${endpoint}/_simulator/${what}`, { method: 'POST', body: JSON.stringify(body) });
  const said = await answer.text();
  expect(answer.ok, said).toBe(true);
  return said;
}

/** The buyer accepts; answers the id of the agreement. */
export async function acceptOffer(dataFolder: string, offerId: string, buyerAccountId: string): Promise<string> {
  const said = await order(dataFolder, 'accept-offer', { offerId, buyerAccountId });
  return /agmt-[a-z0-9]+/.exec(said)?.[0] ?? '';
}

/** AWS's people at Partner Central. */
export function atPartnerCentral(dataFolder: string) {
  return {
    refer: (referral: { accountId: string; companyName: string; title: string; businessProblem: string }) =>
      order(dataFolder, 'refer-opportunity', referral),
    /** From now on AWS answers only by `review`. */
    reviewByHand: () => order(dataFolder, 'review-habits', { answer: null, startMs: 1 }),
    review: (review: { id: string; status: 'Approved' | 'Action Required'; reason?: string; comments?: string }) =>
      order(dataFolder, 'review-opportunity', review),
    edit: (id: string, content: object) => order(dataFolder, 'edit-opportunity', { id, content }),
  };
}
