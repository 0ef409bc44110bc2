/** A data folder with a seller, its products and a draft that is ready to publish, made once and copied for each intent. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StartChangeSetCommandInput } from '@aws-sdk/client-marketplace-catalog';
import { createCore, type Core } from '../../src/main/core.ts';
import type { PracticeCloud } from '../../src/main/ports.ts';
import { addDays, addMonths } from '../../src/shared/domain/dates/plain-date.ts';
import type { OfferDraft } from '../../src/shared/domain/offer/draft.ts';
import { makePdf } from '../support/pdf.ts';
import { createPlainPorts } from './ports.ts';

const BUYER = '777788889999';
const REQUEST_FILE = 'request.json';
const PLACEHOLDER = 'Offer of the template';

export interface Template {
  readonly folder: string;
  readonly sellerId: string;
  readonly draftId: string;
  readonly eula: boolean;
}

export async function makeTemplate(wish: {
  readonly folder: string;
  readonly cloud: PracticeCloud;
  readonly sellerId: string;
  readonly eula: boolean;
}): Promise<Template> {
  const { folder, cloud, sellerId, eula } = wish;
  const core = await createCore(createPlainPorts({ dataFolder: folder, cloud, speed: 100 }));
  const { id } = await makeReadyDraft(core, sellerId, eula);
  const request = await ask<{ json: string }>(core, 'drafts.request', { id, intent: 'release' });
  writeFileSync(join(folder, REQUEST_FILE), request.json);
  await core.close();
  return { folder, sellerId, draftId: id, eula };
}

/** A draft of the seller that nothing stands against. */
export async function makeReadyDraft(
  core: Core,
  sellerId: string,
  eula: boolean,
): Promise<{ id: string; account: string }> {
  const account = await findAccount(core, sellerId);
  await syncProducts(core, account);
  const productId = await findProduct(core, account);
  const { id, revision, document } = await ask<{ id: string; revision: number; document: OfferDraft }>(
    core,
    'drafts.create',
    { account, productId, fromOfferId: null },
  );
  const file = eula
    ? await ask<{ sha256: string; name: string; sizeBytes: number }>(core, 'drafts.attachEula', {
        id,
        name: 'Terms.pdf',
        base64: makePdf().toString('base64'),
      })
    : null;
  await ask(core, 'drafts.save', { id, revision, document: complete(document, file) });
  return { id, account };
}

export function copyTemplate(template: Template, target: string): void {
  cpSync(template.folder, target, { recursive: true });
}

/** The change set of the template's draft under another name, for the publisher without a journal. */
export function readRequest(folder: string, offerName: string): StartChangeSetCommandInput {
  const text = readFileSync(join(folder, REQUEST_FILE), 'utf8').replaceAll(PLACEHOLDER, offerName);
  const { Catalog, ChangeSet } = JSON.parse(text) as StartChangeSetCommandInput;
  return { Catalog, ChangeSet };
}

/** A contract with units paid in instalments; the prices of the product's other terms play no part. */
function complete(document: OfferDraft, file: { sha256: string; name: string; sizeBytes: number } | null): OfferDraft {
  const today = new Date().toISOString().slice(0, 10);
  const end = addDays(today, 20);
  return {
    ...document,
    name: PLACEHOLDER,
    description: 'Published again and again',
    buyers: [BUYER],
    service: { mode: 'duration', duration: 'P12M' },
    installments: {
      ...document.installments,
      enabled: true,
      grants: [{ dimensionKey: document.contract.rateCards[0]?.prices[0]?.dimensionKey ?? '', quantity: '5' }],
      schedule: [0, 1, 2].map((index) => ({ date: addMonths(addDays(end, 3), index), amount: '1000.00' })),
    },
    isRenewal: false,
    eula: file ? { kind: 'custom', file } : document.eula,
    availabilityEndDate: end,
  };
}

async function findAccount(core: Core, sellerId: string): Promise<string> {
  const { accounts } = await ask<{ accounts: { key: string; awsAccountId: string }[] }>(core, 'accounts.list', {});
  const found = accounts.find(({ awsAccountId }) => awsAccountId === sellerId);
  if (!found) throw new Error(`the local cloud has no seller ${sellerId}`);
  return found.key;
}

async function syncProducts(core: Core, account: string): Promise<void> {
  const ended = Promise.withResolvers<void>();
  core.subscribe((name, payload) => {
    if (name !== 'jobs.changed' || !('endedAt' in payload) || payload.endedAt === null) return;
    if (payload.state === 'succeeded') ended.resolve();
    else ended.reject(new Error(`products could not be read: ${JSON.stringify(payload.error)}`));
  });
  await ask(core, 'products.sync', { account });
  await ended.promise;
}

/** Any SaaS product that is sold by contract alone. */
async function findProduct(core: Core, account: string): Promise<string> {
  const { items } = await ask<{ items: { id: string }[] }>(core, 'products.list', { account, types: ['SaaSProduct'] });
  for (const { id } of items) {
    const product = await ask<{
      visibility: string;
      publicTerms: { hasUsagePricing: boolean; contractDurations: string[] } | null;
    }>(core, 'products.get', { account, productId: id });
    const { publicTerms: terms, visibility } = product;
    const isSold = visibility === 'Public' || visibility === 'Limited';
    if (isSold && terms && !terms.hasUsagePricing && terms.contractDurations.length > 0) return id;
  }
  throw new Error('the local cloud has no SaaS contract product');
}

export async function ask<T>(core: Core, method: string, input: unknown): Promise<T> {
  const reply = await core.call(method, input);
  if (!reply.ok) throw new Error(`${method}: ${JSON.stringify(reply.error)}`);
  return reply.value as T;
}
