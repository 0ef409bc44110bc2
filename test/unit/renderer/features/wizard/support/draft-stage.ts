/** A core for one draft: keeps it like the real one, refuses old revisions, and remembers what was published. */
import type { MethodInput } from '../../../../../../src/shared/contract/index.ts';
import type { Account } from '../../../../../../src/shared/domain/account/account.ts';
import type { Change } from '../../../../../../src/shared/domain/change/change.ts';
import type { OfferDraft } from '../../../../../../src/shared/domain/offer/draft.ts';
import { prefillDraft } from '../../../../../../src/shared/domain/offer/prefill.ts';
import type { Product } from '../../../../../../src/shared/domain/product/product.ts';
import { fail } from '../../../../../../src/shared/errors/app-error.ts';
import type { MemoryHandlers } from '../../../support/memory-transport.ts';

const INSTANT = '2026-11-21T00:00:00Z';

const ACCOUNT: Account = {
  key: 'acc',
  name: 'Example Seller',
  prefix: 'Example',
  colour: 'blue',
  awsAccountId: '111122223333',
  connection: { kind: 'practice' },
  eulaBucket: null,
  presignRoleArn: null,
  addSellerToBuyers: false,
  endpoint: null,
  persona: { side: 'both', role: 'administrator', coSell: true },
  partnerCentral: { catalog: 'AWS' },
  position: 0,
  createdAt: INSTANT,
  secretAtHand: true,
  capabilities: [],
};

const PRODUCT: Product = {
  account: 'acc',
  id: 'prod-aaaaaaaaaaaaa',
  type: 'SaaSProduct',
  title: 'Example Ledger',
  visibility: 'Public',
  productCode: null,
  sku: null,
  dimensions: Array.from({ length: 60 }, (_, index) => ({
    key: `seats_${index + 1}`,
    name: `Seats ${index + 1}`,
    description: '',
    unit: 'Users',
    types: ['Entitled' as const],
  })),
  publicTerms: {
    offerId: 'offer-aaaaaaaaaaaaa',
    hasUsagePricing: false,
    contractDurations: ['P12M'],
    constraint: 'Allowed',
    hasByol: false,
    hasRecurring: false,
    hasFreeTrial: false,
  },
  revision: '1',
  lastModifiedAt: INSTANT,
  syncedAt: INSTANT,
};

/** Nothing stands in the way of releasing it. */
export function completeDraft(): OfferDraft {
  const draft = prefillDraft({ product: PRODUCT, today: '2026-11-21', sellerAccountId: null });
  return {
    ...draft,
    buyers: ['444455556666'],
    description: 'deal 4711',
    isRenewal: false,
    contract: {
      ...draft.contract,
      rateCards: [{ duration: 'P12M', prices: [{ dimensionKey: 'seats_1', price: '120' }] }],
    },
  };
}

export function createChange(changes: Partial<Change> = {}): Change {
  return {
    id: 'change-1',
    account: 'acc',
    awsAccountId: ACCOUNT.awsAccountId,
    kind: 'offer-release',
    state: 'intended',
    draftId: 'draft-1',
    title: 'Example Ledger 2026-11-21',
    changeSetId: null,
    awsStatus: null,
    entityType: 'Offer',
    entityId: null,
    entities: [],
    offerId: null,
    bulkId: null,
    resultId: null,
    paused: false,
    productId: PRODUCT.id,
    errors: [],
    error: null,
    differences: null,
    createdAt: INSTANT,
    updatedAt: INSTANT,
    ...changes,
  };
}

export function createDraftStage(document: OfferDraft = completeDraft()) {
  const drafts = new Map([['draft-1', { document, revision: 1 }]]);
  const published: MethodInput<'offers.publish'>[] = [];
  const stage = { drafts, published, change: createChange() };

  const recordOf = (id: string) => {
    const kept = drafts.get(id) ?? fail('not-found', { params: { name: id } });
    return {
      id,
      account: 'acc',
      revision: kept.revision,
      name: kept.document.name,
      productTitle: kept.document.product?.title ?? null,
      createdAt: INSTANT,
      updatedAt: INSTANT,
      changeId: null,
    };
  };
  const handlers: MemoryHandlers = {
    'accounts.list': () => ({ accounts: [ACCOUNT] }),
    'products.get': () => PRODUCT,
    'products.list': () => ({ items: [{ ...PRODUCT, dimensionCount: 60 }], total: 1, syncedAt: INSTANT }),
    'drafts.get': ({ id }) => {
      const record = recordOf(id);
      return { ...record, document: drafts.get(id)?.document ?? document };
    },
    'drafts.create': () => {
      const id = `draft-${drafts.size + 1}`;
      drafts.set(id, { document, revision: 1 });
      return { ...recordOf(id), document, notes: [] };
    },
    'drafts.save': ({ id, revision, document: next }) => {
      if (recordOf(id).revision !== revision) fail('conflict');
      drafts.set(id, { document: next, revision: revision + 1 });
      return recordOf(id);
    },
    'offers.publish': (input) => {
      published.push(input);
      return { change: stage.change };
    },
    'changes.get': () => stage.change,
    'offers.urls': ({ refs }) => ({
      urls: (refs ?? []).map(({ account, offerId }) => ({
        account,
        offerId,
        name: 'Example Ledger',
        productTitle: PRODUCT.title,
        productType: PRODUCT.type,
        buyers: ['444455556666'],
        state: 'active' as const,
        availabilityEndDate: '2026-12-21',
        awsAccountId: ACCOUNT.awsAccountId,
        accountName: ACCOUNT.name,
        url: `https://aws.amazon.com/marketplace/saas/ordering?productId=${PRODUCT.id}&offerId=${offerId}`,
      })),
    }),
  };
  return { ...stage, stage, handlers };
}
