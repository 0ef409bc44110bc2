/** One plain, readable valid draft for each kind of offer, for documentation. */
import { createOfferDraft, type OfferDraft } from '../../src/shared/domain/offer/draft.ts';
import { OFFER_KIND_FACTS } from '../../src/shared/domain/offer/kinds.ts';
import type { Dimension, Product } from '../../src/shared/domain/product/product.ts';
import type { DraftCase } from './offer-drafts.ts';
import type { Breaker } from './rule-breakers/breaker.ts';

const TODAY = '2026-12-01';
const EXPIRY = '2026-12-31';

/** The example that a breaker is applied to. */
export function exampleCase({ kind, installments, serviceMode }: Omit<Breaker, 'breakIn' | 'changes'>): DraftCase {
  const facts = OFFER_KIND_FACTS[kind];
  const product = exampleProduct(kind);
  const entitled = kind === 'ami-hourly-annual' ? 'm5_large' : 'gold';
  const modes = installments ? facts.serviceModes.installments : facts.serviceModes.plain;
  const draft: OfferDraft = {
    ...createOfferDraft(),
    product: { id: product.id, type: product.type, title: product.title },
    kind,
    buyers: ['111122223333'],
    name: 'Example Company 2027',
    description: 'Example deal',
    service: exampleService(kind, serviceMode ?? modes[0] ?? 'buyer-choice'),
    usagePrices: facts.usagePrices
      ? product.dimensions
          .filter(({ types }) => !types.includes('Entitled'))
          .map(({ key }) => ({ dimensionKey: key, price: '0.12' }))
      : [],
    contract: {
      selection: 'units',
      rateCards: facts.contract
        ? [
            {
              duration: facts.fixedContractDuration ?? 'P12M',
              prices: [{ dimensionKey: entitled, price: '1200' }],
            },
          ]
        : [],
    },
    installments: {
      enabled: installments,
      grants: installments ? [{ dimensionKey: entitled, quantity: '5' }] : [],
      duration: facts.grantsNeedDuration && installments ? (facts.fixedContractDuration ?? 'P12M') : '',
      schedule: installments
        ? [
            { date: '2027-01-15', amount: '6000' },
            { date: '2027-07-15', amount: '6000' },
          ]
        : [],
    },
    isRenewal: false,
    availabilityEndDate: EXPIRY,
  };
  return { draft: kind === 'saas-free-trial' ? asTrial(draft) : draft, product, today: TODAY };
}

function asTrial(draft: OfferDraft): OfferDraft {
  return {
    ...draft,
    source: { kind: 'public' },
    buyers: [],
    availabilityEndDate: '',
    freeTrial: { duration: 'P14D', grants: [{ dimensionKey: 'api_calls', quantity: '500' }] },
  };
}

function exampleService(kind: Breaker['kind'], mode: OfferDraft['service']['mode']): OfferDraft['service'] {
  if (mode === 'dates') return { mode, startDate: '2027-02-01', endDate: '2028-01-31' };
  if (mode !== 'duration') return { mode: 'buyer-choice' };
  const { serviceDurationUnit, contract } = OFFER_KIND_FACTS[kind];
  return { mode, duration: serviceDurationUnit === 'days' ? (contract ? 'P400D' : 'P90D') : 'P14M' };
}

function exampleProduct(kind: Breaker['kind']): Product {
  const facts = OFFER_KIND_FACTS[kind];
  const dimension = (key: string, ...types: Dimension['types']) => ({
    key,
    name: key,
    description: key,
    unit: 'Units',
    types,
  });
  const annual = kind === 'ami-hourly-annual';
  return {
    account: 'example',
    id: 'prod-exampleproduct',
    type: facts.productTypes[0] ?? 'SaaSProduct',
    title: 'Example Product',
    visibility: 'Public',
    productCode: null,
    sku: null,
    dimensions: [
      ...(facts.contract && !annual ? [dimension('gold', 'Entitled'), dimension('silver', 'Entitled')] : []),
      ...(facts.usagePrices || kind === 'saas-free-trial'
        ? [dimension(annual ? 'm5_large' : 'api_calls', 'Metered')]
        : []),
    ],
    publicTerms: {
      offerId: 'offer-publicexample1',
      hasUsagePricing: facts.usagePrices || kind === 'saas-free-trial',
      contractDurations: facts.contract ? [facts.fixedContractDuration ?? 'P12M'] : [],
      constraint: null,
      hasByol: false,
      hasRecurring: false,
      hasFreeTrial: false,
    },
    revision: '1',
    lastModifiedAt: '2026-11-01T00:00:00Z',
    syncedAt: '2026-11-01T00:00:00Z',
  };
}
