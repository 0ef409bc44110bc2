/** Fictional accounts, offers, products and changes for tests of the screens. */
import type { Account } from '../../../../src/shared/domain/account/account.ts';
import type { Change } from '../../../../src/shared/domain/change/change.ts';
import type { Job } from '../../../../src/shared/domain/job.ts';
import type { OfferDetail, OfferSummary } from '../../../../src/shared/domain/offer/offer.ts';
import type { Product, ProductSummary } from '../../../../src/shared/domain/product/product.ts';

export function account(key: string, changes: Partial<Account> = {}): Account {
  return {
    key,
    position: 0,
    name: `Seller ${key}`,
    prefix: key.toUpperCase(),
    colour: 'blue',
    awsAccountId: '012345678901',
    connection: { kind: 'practice' },
    eulaBucket: null,
    presignRoleArn: null,
    addSellerToBuyers: false,
    endpoint: null,
    persona: { side: 'both', role: 'administrator', coSell: true },
    partnerCentral: { catalog: 'AWS' },
    createdAt: '2026-01-01T00:00:00Z',
    secretAtHand: true,
    capabilities: [],
    ...changes,
  };
}

export function offer(id: string, changes: Partial<OfferSummary> = {}): OfferSummary {
  return {
    account: 'acme',
    id,
    name: `Deal ${id}`,
    state: 'active',
    productId: 'prod-one',
    productTitle: 'Analytics',
    buyers: ['111122223333'],
    targeting: ['BuyerAccounts'],
    availabilityEndDate: '2027-01-31',
    releasedAt: '2026-11-01T00:00:00Z',
    lastModifiedAt: '2026-11-02T00:00:00Z',
    resaleAuthorizationId: null,
    offerSetId: null,
    createdBySource: 'Seller',
    madeHere: false,
    ...changes,
  };
}

export function offerDetail(summary: OfferSummary, terms: readonly object[]): OfferDetail {
  return {
    summary,
    description: 'deal 4711',
    revision: '3',
    currency: 'USD',
    totalContractValue: null,
    terms: terms.map((raw) => ({ type: (raw as { Type: string }).Type, known: true, raw })),
    rules: [],
    document: { Name: summary.name, Terms: terms },
    syncedAt: '2026-11-20T10:00:00.000Z',
  };
}

export function product(id: string, changes: Partial<ProductSummary> = {}): ProductSummary {
  return {
    account: 'acme',
    id,
    type: 'SaaSProduct',
    title: 'Analytics',
    visibility: 'Public',
    lastModifiedAt: '2026-11-02T00:00:00Z',
    syncedAt: '2026-11-20T10:00:00.000Z',
    dimensionCount: 2,
    ...changes,
  };
}

export function productDetail(id: string, changes: Partial<Product> = {}): Product {
  const { dimensionCount: _count, ...summary } = product(id);
  return {
    ...summary,
    productCode: 'abc123',
    sku: null,
    dimensions: [
      { key: 'gold', name: 'Gold seats', description: '', unit: 'Users', types: ['Entitled'] },
      { key: 'calls', name: 'API calls', description: '', unit: 'Requests', types: ['ExternallyMetered'] },
    ],
    publicTerms: null,
    revision: '7',
    ...changes,
  };
}

export function change(id: string, changes: Partial<Change> = {}): Change {
  return {
    id,
    account: 'acme',
    awsAccountId: '012345678901',
    kind: 'offer-release',
    state: 'sent',
    draftId: 'draft-one',
    title: `Change ${id}`,
    changeSetId: 'set-one',
    awsStatus: 'PREPARING',
    entityType: 'Offer',
    entityId: null,
    entities: [],
    offerId: null,
    bulkId: null,
    resultId: null,
    paused: false,
    productId: 'prod-one',
    errors: [],
    error: null,
    differences: null,
    createdAt: '2026-11-20T10:00:00.000Z',
    updatedAt: '2026-11-20T10:00:01.000Z',
    ...changes,
  };
}

export function job(changes: Partial<Job> = {}): Job {
  return {
    id: 'job-one',
    kind: 'offers.sync',
    account: 'acme',
    state: 'running',
    phaseKey: 'offers.sync.reading',
    done: 1250,
    total: 5000,
    remainingMs: null,
    error: null,
    startedAt: '2026-11-20T10:00:00.000Z',
    endedAt: null,
    ...changes,
  };
}
