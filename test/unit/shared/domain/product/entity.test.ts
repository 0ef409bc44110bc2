import { describe, expect, it } from 'vitest';
import { readProductEntity } from '../../../../../src/shared/domain/product/entity.ts';
import { derivePublicTerms } from '../../../../../src/shared/domain/product/public-terms.ts';

const contract = (value: string, quantity: string) => ({
  Selector: { Type: 'Duration', Value: value },
  Constraints: { MultipleDimensionSelection: quantity, QuantityConfiguration: quantity },
  RateCard: [{ DimensionKey: 'gold', Price: '1' }],
});
const offer = (id: string, ...terms: object[]) => ({ id, document: { State: 'Released', Terms: terms } });

describe('a product document', () => {
  it('gives dimensions with units and types', () => {
    const entity = readProductEntity({
      Description: { ProductTitle: 'Analytics', ProductCode: 'abc', Sku: null, Visibility: 'Limited' },
      Dimensions: [{ Key: 'gold', Name: 'Gold', Description: 'd', Unit: 'Users', Types: ['Entitled', 'NewType'] }],
    });
    expect(entity).toEqual({
      title: 'Analytics',
      visibility: 'Limited',
      productCode: 'abc',
      sku: null,
      dimensions: [{ key: 'gold', name: 'Gold', description: 'd', unit: 'Users', types: ['Entitled'] }],
    });
  });

  it('is taken with the nulls of a draft, refused when it is none', () => {
    expect(readProductEntity({ Description: null, Dimensions: null })).toMatchObject({ title: null, dimensions: [] });
    expect(readProductEntity([])).toBeNull();
    expect(readProductEntity({ Dimensions: 'many' })).toBeNull();
  });
});

describe('how a product is sold', () => {
  it('follows from its public offer', () => {
    expect(
      derivePublicTerms([
        offer(
          'offer-public',
          { Type: 'UsageBasedPricingTerm' },
          {
            Type: 'ConfigurableUpfrontPricingTerm',
            RateCards: [contract('P12M', 'Allowed'), contract('P24M', 'Allowed')],
          },
        ),
      ]),
    ).toEqual({
      offerId: 'offer-public',
      hasUsagePricing: true,
      contractDurations: ['P12M', 'P24M'],
      constraint: 'Allowed',
      hasByol: false,
      hasRecurring: false,
      hasFreeTrial: false,
    });
  });

  it('is named by the paid offer where a free trial stands beside it', () => {
    const trial = offer('offer-a-trial', { Type: 'FreeTrialPricingTerm' });
    const paid = offer('offer-b-paid', { Type: 'RecurringPaymentTerm' });
    expect(derivePublicTerms([trial, paid])).toMatchObject({
      offerId: 'offer-b-paid',
      hasFreeTrial: true,
      hasRecurring: true,
    });
    expect(derivePublicTerms([trial])).toMatchObject({ offerId: 'offer-a-trial', hasFreeTrial: true });
  });

  it('is unknown without a public offer, and survives terms of another shape', () => {
    expect(derivePublicTerms([])).toBeNull();
    expect(
      derivePublicTerms([offer('offer-x', { Type: 'ConfigurableUpfrontPricingTerm', RateCards: ['?', {}] })]),
    ).toMatchObject({ contractDurations: [], constraint: null });
  });
});
