import { describe, expect, it } from 'vitest';
import { memberOf, toCatalogTerms, toOfferedTerms } from '../../../../../src/shared/domain/agreement/accepted-terms.ts';
import { chosenOf, scheduleOf, valueOf } from '../../../../../src/shared/domain/agreement/readings.ts';

const fixed = {
  fixedUpfrontPricingTerm: {
    type: 'FixedUpfrontPricingTerm',
    id: 'term-1',
    currencyCode: 'USD',
    price: '0',
    grants: [{ dimensionKey: 'gold', maxQuantity: 5 }],
  },
};
const schedule = {
  paymentScheduleTerm: {
    type: 'PaymentScheduleTerm',
    id: 'term-2',
    currencyCode: 'USD',
    schedule: [
      { chargeDate: '2027-08-01T00:00:00.000Z', chargeAmount: '0.10' },
      { chargeDate: '2027-02-01T00:00:00.000Z', chargeAmount: '6000.20' },
    ],
  },
};
const contract = {
  configurableUpfrontPricingTerm: {
    type: 'ConfigurableUpfrontPricingTerm',
    id: 'term-3',
    currencyCode: 'EUR',
    rateCards: [
      {
        selector: { type: 'Duration', value: 'P12M' },
        constraints: { multipleDimensionSelection: 'Allowed', quantityConfiguration: 'Allowed' },
        rateCard: [{ dimensionKey: 'seats', price: '10.5' }],
      },
      {
        selector: { type: 'Duration', value: 'P24M' },
        constraints: { multipleDimensionSelection: 'Allowed', quantityConfiguration: 'Allowed' },
        rateCard: [{ dimensionKey: 'seats', price: '9' }],
      },
    ],
    configuration: { selectorValue: 'P24M', dimensions: [{ dimensionKey: 'seats', dimensionValue: 3 }] },
  },
};
const renewal = {
  renewalTerm: {
    type: 'RenewalTerm',
    configuration: { enableAutoRenew: true },
    lockoutPeriod: 'P30D',
    adjustmentDeadline: 'P60D',
    maxRenewals: 2,
    priceIncrease: { percentageRange: { minValue: '0.00', maxValue: '8.00', defaultValue: '5.00' } },
    termTemplates: [
      {
        paymentScheduleTermTemplate: {
          schedule: [{ chargeDateOffset: 'P0M', chargePercentage: '100', dayOfMonth: 15 }],
        },
      },
    ],
  },
};

describe('accepted terms in the spelling of the Catalog', () => {
  it('name members with a capital, cut dates, and keep ids and what the buyer chose apart', () => {
    expect(toOfferedTerms([fixed, schedule])).toEqual([
      {
        Type: 'FixedUpfrontPricingTerm',
        CurrencyCode: 'USD',
        Price: '0',
        Grants: [{ DimensionKey: 'gold', MaxQuantity: 5 }],
      },
      {
        Type: 'PaymentScheduleTerm',
        CurrencyCode: 'USD',
        Schedule: [
          { ChargeDate: '2027-08-01', ChargeAmount: '0.10' },
          { ChargeDate: '2027-02-01', ChargeAmount: '6000.20' },
        ],
      },
    ]);
    expect(toCatalogTerms([contract])[0]).toHaveProperty('Configuration');
    expect(toOfferedTerms([contract])[0]).not.toHaveProperty('Configuration');
    expect(toOfferedTerms([contract])[0]).not.toHaveProperty('Id');
  });

  it('take the last moment of a day for that day', () => {
    const [term] = toCatalogTerms([{ validityTerm: { agreementEndDate: '2027-12-31T23:59:59.999Z' } }]);
    expect(term).toEqual({ Type: 'ValidityTerm', AgreementEndDate: '2027-12-31' });
  });

  it('turn tagged unions into types', () => {
    const [term] = toCatalogTerms([renewal]);
    expect(term).toMatchObject({
      PriceIncrease: { Type: 'PercentageRange', Range: { MinValue: '0.00', MaxValue: '8.00', DefaultValue: '5.00' } },
      TermTemplates: [
        {
          Type: 'PaymentScheduleTermTemplate',
          Schedule: [{ ChargeDateOffset: 'P0M', ChargePercentage: '100', DayOfMonth: 15 }],
        },
      ],
    });
    const [other] = toCatalogTerms([{ renewalTerm: { priceIncrease: { fixedPercentage: { value: '3.00' } } } }]);
    expect(other).toMatchObject({ PriceIncrease: { Type: 'FixedPercentage', Value: '3.00' } });
  });

  it('carry members that AWS has added since', () => {
    const terms = toCatalogTerms([{ $unknown: ['surpriseTerm', { newThing: { innerDate: 'x' } }] }]);
    expect(terms).toEqual([{ Type: 'SurpriseTerm', NewThing: { InnerDate: 'x' } }]);
    const [renewed] = toCatalogTerms([
      { renewalTerm: { priceIncrease: { $unknown: ['byIndex', { indexName: 'CPI' }] } } },
    ]);
    expect(renewed).toMatchObject({ PriceIncrease: { Type: 'ByIndex', IndexName: 'CPI' } });
    expect(memberOf({ __type: 'x', legalTerm: {} })).toEqual(['legalTerm', {}]);
    expect(toCatalogTerms([null, 'text', {}])).toEqual([]);
  });
});

describe('what accepted terms say', () => {
  it('is the sum of a schedule, exact', () => {
    expect(valueOf(toCatalogTerms([fixed, schedule]))).toEqual({ currency: 'USD', value: '6000.3' });
    expect(scheduleOf(toCatalogTerms([schedule])).map(({ date }) => date)).toEqual(['2027-02-01', '2027-08-01']);
  });

  it('is what the buyer chose at the price of the chosen duration', () => {
    expect(valueOf(toCatalogTerms([contract]))).toEqual({ currency: 'EUR', value: '27' });
    expect(chosenOf(toCatalogTerms([contract, renewal]))).toEqual({
      duration: 'P24M',
      quantities: [{ dimensionKey: 'seats', quantity: 3 }],
      autoRenew: true,
    });
  });

  it('has no value for pay as you go', () => {
    const usage = { usageBasedPricingTerm: { currencyCode: 'USD', rateCards: [] } };
    expect(valueOf(toCatalogTerms([usage]))).toEqual({ currency: 'USD', value: null });
  });
});
