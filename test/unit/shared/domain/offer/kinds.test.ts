import { describe, expect, it } from 'vitest';
import { OFFER_KINDS } from '../../../../../src/shared/domain/offer/draft.ts';
import {
  contractDimensions,
  isDurationOfUnit,
  kindsForProduct,
  OFFER_KIND_FACTS,
  serviceModesFor,
  usageDimensions,
} from '../../../../../src/shared/domain/offer/kinds.ts';
import type { Dimension, ProductType, PublicTerms } from '../../../../../src/shared/domain/product/product.ts';

const dimension = (key: string, ...types: Dimension['types']): Dimension => ({
  key,
  name: key,
  description: key,
  unit: 'Units',
  types,
});
const seats = dimension('seats', 'Entitled');
const calls = dimension('calls', 'ExternallyMetered');
const instance = dimension('m5.large', 'Metered');

function terms(changes: Partial<PublicTerms>): PublicTerms {
  return {
    offerId: 'offer-aaaaaaaaaaaaa',
    hasUsagePricing: false,
    contractDurations: [],
    constraint: null,
    hasByol: false,
    hasRecurring: false,
    hasFreeTrial: false,
    ...changes,
  };
}

function kinds(type: ProductType, dimensions: Dimension[], publicTerms: PublicTerms | null = null) {
  return kindsForProduct({ type, dimensions, publicTerms });
}

describe('kindsForProduct', () => {
  it('goes by dimension types where the public terms are not known', () => {
    expect(kinds('SaaSProduct', [seats])).toEqual(['saas-contract']);
    expect(kinds('SaaSProduct', [calls])).toEqual(['saas-subscription']);
    expect(kinds('SaaSProduct', [seats, calls])).toEqual(['saas-contract-consumption']);
    expect(kinds('AmiProduct', [instance])).toEqual(['ami-hourly-annual', 'ami-hourly']);
    expect(kinds('AmiProduct', [seats])).toEqual(['ami-contract']);
    expect(kinds('ContainerProduct', [seats])).toEqual(['container-contract']);
    expect(kinds('ContainerProduct', [calls])).toEqual(['container-usage']);
    expect(kinds('SaaSProduct', [])).toEqual([]);
  });

  it('trusts the public terms over the dimension types', () => {
    const contractOnly = terms({ contractDurations: ['P12M'], constraint: 'Allowed' });
    expect(kinds('SaaSProduct', [seats, calls], contractOnly)).toEqual(['saas-contract']);
    expect(kinds('SaaSProduct', [seats, calls], terms({ hasUsagePricing: true }))).toEqual(['saas-subscription']);
    expect(kinds('AmiProduct', [instance], terms({ hasUsagePricing: true }))).toEqual(['ami-hourly']);
    const annual = terms({ hasUsagePricing: true, contractDurations: ['P365D'], constraint: 'Allowed' });
    expect(kinds('AmiProduct', [instance], annual)).toEqual(['ami-hourly-annual', 'ami-hourly']);
    expect(kinds('SaaSProduct', [calls], terms({ hasFreeTrial: true }))).toEqual(['saas-subscription']);
  });

  it('offers nothing where AWS allows no private offer', () => {
    expect(kinds('AmiProduct', [instance], terms({ hasUsagePricing: true, hasRecurring: true }))).toEqual([]);
    expect(kinds('AmiProduct', [], terms({ hasByol: true }))).toEqual([]);
  });

  it('reaches every kind', () => {
    const reached = new Set([
      ...kinds('SaaSProduct', [seats]),
      ...kinds('SaaSProduct', [seats, calls]),
      ...kinds('SaaSProduct', [calls]),
      ...kinds('AmiProduct', [instance]),
      ...kinds('AmiProduct', [seats]),
      ...kinds('ContainerProduct', [seats]),
      ...kinds('ContainerProduct', [calls]),
    ]);
    // A free trial is public; which product takes one is not told by its kinds of private offer.
    expect([...reached, 'saas-free-trial'].toSorted()).toEqual([...OFFER_KINDS].toSorted());
  });
});

describe('the table of kinds', () => {
  it('lets instalments take the place of contract prices only', () => {
    for (const kind of OFFER_KINDS) {
      const facts = OFFER_KIND_FACTS[kind];
      expect(facts.installments).toBe(facts.contract);
      expect(facts.usagePrices || facts.contract).toBe(kind !== 'saas-free-trial');
    }
  });

  it('keeps future dates to SaaS contracts', () => {
    const dated = OFFER_KINDS.filter((kind) => serviceModesFor(kind, false).includes('dates'));
    expect(dated).toEqual(['saas-contract', 'saas-contract-consumption']);
    expect(serviceModesFor('saas-contract', true)).toEqual(['duration', 'dates']);
    expect(serviceModesFor('ami-contract', false)).toEqual(['buyer-choice']);
  });

  it('names the dimensions of each part', () => {
    const product = { dimensions: [seats, calls, instance] };
    expect(usageDimensions(product)).toEqual([calls, instance]);
    expect(contractDimensions(product, 'saas-contract')).toEqual([seats]);
    expect(contractDimensions(product, 'ami-hourly-annual')).toEqual([calls, instance]);
    expect(contractDimensions(product, 'saas-subscription')).toEqual([]);
    expect(isDurationOfUnit('P1Y', 'months')).toBe(true);
    expect(isDurationOfUnit('P365D', 'months')).toBe(false);
  });
});
