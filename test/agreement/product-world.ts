/** The catalog records of the simulator for a product as the app knows it: the product, and the public offer that its terms were read from. */
import { contractDimensions, usageDimensions } from '../../src/shared/domain/offer/kinds.ts';
import type { Product } from '../../src/shared/domain/product/product.ts';
import {
  NO_TERMS,
  type Entity,
  type OfferEntity,
  type ProductEntity,
  type Term,
} from '../../src/simulator/catalog/model.ts';
import { contract, standardEula, usage } from '../../src/simulator/seed/terms.ts';

const MODIFIED_AT = '2026-01-01T00:00:00Z';

export function recordsOf(product: Product, owner: string): Entity[] {
  const offer = publicOffer(product, owner);
  return [
    simulatedProduct(product, owner),
    ...(offer ? [offer] : []),
    ...(offer && product.publicTerms?.hasFreeTrial ? [freeTrialOf(offer, product)] : []),
  ];
}

function simulatedProduct(product: Product, owner: string): ProductEntity {
  return {
    id: product.id,
    owner,
    type: product.type,
    revision: 1,
    modifiedAt: MODIFIED_AT,
    title: product.title,
    productCode: 'sampleproductcode00000000',
    visibility: product.visibility,
    information: {},
    dimensions: product.dimensions.map(({ key, name, description, unit, types }) => ({
      ...{ Key: key, Name: name, Description: description, Unit: unit, Types: types },
    })),
    fulfillmentUrl: null,
    allowList: [],
    rateCardConstraint: product.publicTerms?.constraint ?? null,
  };
}

function publicOffer(product: Product, owner: string): OfferEntity | null {
  const { publicTerms } = product;
  if (!publicTerms) return null;
  const isContract = product.dimensions.some(({ types }) => types.includes('Entitled'));
  return {
    id: publicTerms.offerId,
    type: 'Offer',
    owner,
    revision: 1,
    modifiedAt: MODIFIED_AT,
    productId: product.id,
    name: 'Public offer',
    description: 'Public offer',
    state: 'Released',
    releasedAt: MODIFIED_AT,
    pricingModel: isContract ? 'Contract' : 'Usage',
    terms: { ...NO_TERMS, pricing: pricingOf(product), legal: [standardEula()] },
    buyerAccounts: [],
    countryCodes: [],
    excludedCountryCodes: [],
    availabilityEndDate: null,
    preExistingAgreement: null,
    createdBySource: 'Seller',
    lastPriceIncreaseAt: null,
    resale: null,
    replacesAgreementId: null,
    renewsAgreementId: null,
    offerSetId: null,
  };
}

function freeTrialOf(offer: OfferEntity, product: Product): OfferEntity {
  const Grants = usageDimensions(product).map(({ key }) => ({ DimensionKey: key }));
  return {
    ...offer,
    id: 'offer-publictrial01',
    pricingModel: 'Free',
    terms: { ...offer.terms, pricing: [{ Type: 'FreeTrialPricingTerm', Duration: 'P14D', Grants }] },
  };
}

function pricingOf(product: Product): Term[] {
  const { publicTerms } = product;
  if (!publicTerms) return [];
  const priced = (dimensions: readonly { key: string }[]) =>
    Object.fromEntries(dimensions.map(({ key }) => [key, '1']));
  const entitled = contractDimensions(product, 'saas-contract');
  const upfront = priced(entitled.length > 0 ? entitled : usageDimensions(product));
  const cards = Object.fromEntries(publicTerms.contractDurations.map((duration) => [duration, upfront]));
  return [
    ...(publicTerms.hasUsagePricing ? [usage(priced(usageDimensions(product)))] : []),
    ...(publicTerms.contractDurations.length > 0
      ? [contract(cards, { tiers: publicTerms.constraint === 'Disallowed' })]
      : []),
    ...(publicTerms.hasRecurring
      ? [{ Type: 'RecurringPaymentTerm', CurrencyCode: 'USD', BillingPeriod: 'Monthly', Price: '9.00' }]
      : []),
  ];
}
