import { describe, expect, it } from 'vitest';
import {
  applyDiscount,
  comparePrices,
  readListPrices,
} from '../../../../../src/shared/domain/authorization/discount.ts';
import { reduceAuthorization } from '../../../../../src/shared/domain/authorization/wizard/reducer.ts';
import { EXAMPLE } from '../../../../support/authorization-breakers.ts';

const DOCUMENT = {
  Terms: [
    {
      Type: 'ConfigurableUpfrontPricingTerm',
      CurrencyCode: 'USD',
      RateCards: [
        {
          Selector: { Type: 'Duration', Value: 'P1Y' },
          Constraints: { MultipleDimensionSelection: 'Allowed', QuantityConfiguration: 'Allowed' },
          RateCard: [{ DimensionKey: 'seats', Price: '99.99' }],
        },
      ],
    },
    {
      Type: 'UsageBasedPricingTerm',
      CurrencyCode: 'USD',
      RateCards: [{ RateCard: [{ DimensionKey: 'calls', Price: '0.00000125' }] }],
    },
  ],
};
const list = readListPrices('offer-public', DOCUMENT);

describe('a discount from the list price', () => {
  const draft = { ...EXAMPLE, usagePrices: [{ dimensionKey: 'calls', price: '' }] };
  const discounted = (percent: string) => reduceAuthorization(draft, { type: 'discount.set', percent, list });

  it.each([
    ['0', '99.99', '0.00000125'],
    ['12.5', '87.491', '0.00000109'],
    ['33.3333', '66.66', '0.00000083'],
    ['100', '0', '0'],
  ])('of %s percent is exact to the decimals that AWS takes', (percent, seats, calls) => {
    const result = discounted(percent);
    expect(result.contract.rateCards[0]?.prices).toEqual([{ dimensionKey: 'seats', price: seats }]);
    expect(result.usagePrices).toEqual([{ dimensionKey: 'calls', price: calls }]);
  });

  it.each(['', '-1', '100.1', 'abc', '1.23456'])(
    'that is none (%s) is kept as typed and changes no price',
    (percent) => {
      const result = discounted(percent);
      expect(result.pricing).toEqual({ entry: 'discount', discountPercent: percent });
      expect(result.contract).toEqual(draft.contract);
    },
  );

  it('leaves prices alone that the list has not, or has in another currency', () => {
    const other = { ...draft, pricing: { entry: 'discount' as const, discountPercent: '10' } };
    const unlisted = { ...other, usagePrices: [{ dimensionKey: 'new', price: '7' }] };
    expect(applyDiscount(unlisted, list).usagePrices).toEqual(unlisted.usagePrices);
    expect(applyDiscount({ ...other, currency: 'EUR' }, list).contract).toEqual(draft.contract);
    expect(applyDiscount(other, null)).toBe(other);
  });

  it('is shown beside both prices', () => {
    expect(comparePrices(discounted('25'), list, { usage: false, contract: true })).toEqual([
      { dimensionKey: 'seats', duration: 'P12M', list: '99.99', wholesale: '74.993', discount: '25' },
    ]);
    expect(comparePrices(draft, null, { usage: false, contract: true })[0]).toMatchObject({
      list: null,
      discount: null,
    });
  });
});
