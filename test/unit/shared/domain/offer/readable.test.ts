import { describe, expect, it } from 'vitest';
import { readOfferEntity } from '../../../../../src/shared/domain/offer/entity.ts';
import { findCurrency, sumCharges, toReadableTerms } from '../../../../../src/shared/domain/offer/readable.ts';
import { toOfferState } from '../../../../../src/shared/domain/offer/state.ts';

const schedule = (...amounts: unknown[]) => ({
  Type: 'PaymentScheduleTerm',
  CurrencyCode: 'USD',
  Schedule: amounts.map((amount, index) => ({ ChargeDate: `2027-0${index + 1}-01`, ChargeAmount: amount })),
});

describe('an offer’s terms for people', () => {
  it('adds up scheduled charges exactly', () => {
    expect(sumCharges([schedule('0.1', '0.2', '6000.00')])).toBe('6000.3');
    expect(sumCharges([schedule('99999999.99', '0.01')])).toBe('100000000');
  });

  it('claims no contract value where it cannot know one', () => {
    expect(sumCharges([{ Type: 'FixedUpfrontPricingTerm', Price: '100' }])).toBeNull();
    expect(sumCharges([schedule('10', 'ten')])).toBeNull();
    expect(sumCharges([schedule('10', null)])).toBeNull();
  });

  it('names the currency only where all terms agree', () => {
    expect(findCurrency([schedule('1'), { Type: 'UsageBasedPricingTerm', CurrencyCode: 'USD' }])).toBe('USD');
    expect(findCurrency([schedule('1'), { Type: 'UsageBasedPricingTerm', CurrencyCode: 'EUR' }])).toBeNull();
    expect(findCurrency([])).toBeNull();
  });

  it('keeps terms that nobody knew when this was written', () => {
    const term = { Type: 'QuantumPricingTerm', Price: { PerQubit: '1' } };
    expect(toReadableTerms([term, schedule('1')]).map(({ known, raw }) => [known, raw])).toEqual([
      [false, term],
      [true, schedule('1')],
    ]);
  });
});

describe('an offer document', () => {
  it('is read for what lists show', () => {
    expect(
      readOfferEntity({
        State: 'Released',
        Name: 'Acme',
        ProductId: 'prod-a',
        Rules: [
          { Type: 'AvailabilityRule', AvailabilityEndDate: '2027-01-31T23:59:59.999Z' },
          { Type: 'TargetingRule', PositiveTargeting: { BuyerAccounts: ['012345678901'], CountryCodes: ['JP'] } },
        ],
      }),
    ).toMatchObject({
      availabilityEndDate: '2027-01-31',
      buyers: ['012345678901'],
      targeting: ['BuyerAccounts', 'CountryCodes'],
      description: '',
      terms: [],
    });
  });

  it('is taken with explicit nulls and refused when it is none', () => {
    expect(readOfferEntity({ State: 'Draft', Name: null, Terms: null, Rules: null })).toMatchObject({ name: '' });
    expect(readOfferEntity('text')).toBeNull();
    expect(readOfferEntity(null)).toBeNull();
  });
});

describe('the state of an offer', () => {
  it.each([
    ['Draft', null, 'draft'],
    ['Draft', '2020-01-01', 'draft'],
    ['Released', null, 'active'],
    ['Released', '2026-11-21', 'active'],
    ['Released', '2026-11-20', 'expired'],
  ])('%s until %s is %s', (awsState, end, state) => {
    expect(toOfferState(awsState, end, '2026-11-21')).toBe(state);
  });
});
