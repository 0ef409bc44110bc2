import { beforeEach, describe, expect, test } from 'vitest';
import { seedId } from '../../../../src/simulator/seed/ids.ts';
import { BUYER, createCatalogStage, type CatalogStage } from '../../../support/catalog-stage.ts';
import {
  contractPricing,
  onOffer,
  privateOffer,
  rateCard,
  scheduleTerms,
  STANDARD_EULA,
  validity,
} from './offer-changes.ts';

let stage: CatalogStage;
beforeEach(() => {
  stage = createCatalogStage();
});

const end = (slug: string, days: number) =>
  onOffer(slug, 'UpdateAvailability', { AvailabilityEndDate: stage.day(days) });

describe('a released private offer', () => {
  const LOCKED: readonly (readonly [string, (at: CatalogStage) => unknown, string])[] = [
    [
      'UpdateTargeting',
      () => ({ PositiveTargeting: { BuyerAccounts: [BUYER, '202020202020'] } }),
      'INCOMPATIBLE_TARGETING',
    ],
    ['UpdateLegalTerms', () => STANDARD_EULA, 'INCOMPATIBLE_TERMS'],
    ['UpdatePricingTerms', () => contractPricing({ users: '1' }), 'INCOMPATIBLE_TERMS'],
    ['UpdatePaymentScheduleTerms', (at) => scheduleTerms([[at.day(40), '1']]), 'INCOMPATIBLE_TERMS'],
    ['UpdateNetPaymentTerms', () => ({ Terms: [] }), 'INCOMPATIBLE_TERMS'],
    ['UpdateRenewalTerms', () => ({ Terms: [] }), 'INVALID_UPDATE_REQUEST'],
    [
      'UpdateInformation',
      () => ({ PreExistingAgreement: { AcquisitionChannel: 'External', PricingModel: 'Usage' } }),
      'INCOMPATIBLE_PRE_EXISTING_AGREEMENT',
    ],
    [
      'UpdateValidityTerms',
      (at) => validity({ AgreementStartDate: at.day(60), AgreementEndDate: at.day(424) }),
      'INCOMPATIBLE_AGREEMENT_START_DATE',
    ],
  ];

  test.each(LOCKED)('refuses %s', async (changeType, details, code) => {
    const codes = await stage.codes([onOffer('atlas active', changeType, details(stage))]);
    expect(codes[changeType]).toContain(code);
  });

  test('takes a new name, description, end date and duration', async () => {
    expect(
      await stage.codes([
        onOffer('driftmeter active', 'UpdateInformation', { Name: 'New', Description: 'New' }),
        end('driftmeter active', 90),
        onOffer('driftmeter active', 'UpdateValidityTerms', validity({ AgreementDuration: 'P400D' })),
      ]),
    ).toEqual({});
    expect(await stage.entity(seedId('offer', 'driftmeter active'))).toMatchObject({ Name: 'New' });
  });

  test('is ended by a past date, extended again, and meanwhile refuses a duration', async () => {
    expect(await stage.codes([end('driftmeter active', -1)])).toEqual({});
    const longer = onOffer('driftmeter active', 'UpdateValidityTerms', validity({ AgreementDuration: 'P400D' }));
    expect(await stage.codes([longer])).toEqual({ UpdateValidityTerms: ['INCOMPATIBLE_TERMS'] });
    expect(await stage.codes([longer, end('driftmeter active', 10)])).toEqual({});
  });

  test('with instalments cannot be extended past a second charge', async () => {
    expect(await stage.codes([end('atlas schedule', 250)])).toEqual({
      UpdateAvailability: ['TOO_MANY_BACKDATED_CHARGES'],
    });
  });

  test('of an image by the year is extended only together with its duration', async () => {
    const later = end('moorings annual', 300);
    expect(await stage.codes([later])).toEqual({ UpdateAvailability: ['INVALID_AGREEMENT_DURATION'] });
    const longer = onOffer('moorings annual', 'UpdateValidityTerms', validity({ AgreementDuration: 'P700D' }));
    expect(await stage.codes([later, longer])).toEqual({});
  });

  test('with a later start cannot be extended beyond it', async () => {
    expect((await stage.codes([end('harbor future dated', 200)]))['UpdateAvailability']).toContain(
      'INVALID_AVAILABILITY_END_DATE',
    );
  });
});

describe('a released public offer', () => {
  const prices = (users: string, sites: string, storage: string, durations = ['P1M', 'P12M', 'P36M']) => ({
    PricingModel: 'Contract',
    Terms: [
      {
        Type: 'ConfigurableUpfrontPricingTerm',
        CurrencyCode: 'USD',
        RateCards: durations.map((duration) => rateCard({ users, sites, storage_tb: storage }, duration)),
      },
    ],
  });
  const change = (details: unknown) => stage.codes([onOffer('public atlas', 'UpdatePricingTerms', details)]);

  test('raises its prices once in 120 days', async () => {
    expect(await change(prices('5000', '9000', '9000'))).toEqual({});
    expect(await change(prices('5001', '9000', '9000'))).toEqual({ UpdatePricingTerms: ['INVALID_PRICE_CHANGE'] });
    expect(await change(prices('4000', '9000', '9000'))).toEqual({});
    await stage.clock.advance(121 * 86_400_000);
    expect(await change(prices('5001', '9000', '9000'))).toEqual({});
  });

  test('does not raise and lower at once, and loses neither a price nor a duration', async () => {
    expect(await change(prices('1', '9000', '9000'))).toEqual({ UpdatePricingTerms: ['INVALID_PRICE_CHANGE'] });
    expect((await change(prices('1', '1', '1', ['P12M', 'P36M'])))['UpdatePricingTerms']).toContain(
      'INCOMPATIBLE_SELECTOR_DURATION',
    );
    const lost = prices('1', '1', '1');
    for (const { RateCard } of lost.Terms[0]?.RateCards ?? []) RateCard.pop();
    expect((await change(lost))['UpdatePricingTerms']).toContain('INCOMPATIBLE_RATES');
  });

  test('takes new legal terms, but no buyers and no other currency', async () => {
    expect(await stage.codes([onOffer('public atlas', 'UpdateLegalTerms', STANDARD_EULA)])).toEqual({});
    const buyers = { PositiveTargeting: { BuyerAccounts: [BUYER] } };
    expect(await stage.codes([onOffer('public atlas', 'UpdateTargeting', buyers)])).toEqual({
      UpdateTargeting: ['INCOMPATIBLE_TARGETING'],
    });
    const euros = prices('5000', '9000', '9000');
    const Terms = euros.Terms.map((term) => ({ ...term, CurrencyCode: 'EUR' }));
    expect((await change({ ...euros, Terms }))['UpdatePricingTerms']).toContain('INVALID_CURRENCY_CODE');
  });

  test('takes countries, refund policy and names, but nothing that belongs to private offers', async () => {
    const send = (changeType: string, details: unknown) => stage.codes([onOffer('public atlas', changeType, details)]);
    expect(await send('UpdateTargeting', { NegativeTargeting: { CountryCodes: ['AQ'] } })).toEqual({});
    expect(await send('UpdateSupportTerms', { Terms: [{ Type: 'SupportTerm', RefundPolicy: 'None.' }] })).toEqual({});
    expect(await send('UpdateInformation', { Name: 'Atlas for all' })).toEqual({});
    expect(await stage.entity(seedId('offer', 'public atlas'))).toMatchObject({
      Name: 'Atlas for all',
      Rules: [{ Type: 'TargetingRule', NegativeTargeting: { CountryCodes: ['AQ'] } }],
    });
    expect(await send('UpdateAvailability', { AvailabilityEndDate: stage.day(9) })).toEqual({
      UpdateAvailability: ['INVALID_AVAILABILITY_END_DATE'],
    });
    expect(
      await send('UpdateNetPaymentTerms', { Terms: [{ Type: 'NetPaymentTerm', PaymentDuePeriod: 'P30D' }] }),
    ).toEqual({ UpdateNetPaymentTerms: ['INCOMPATIBLE_TERMS'] });
    expect(
      (await send('UpdateValidityTerms', validity({ AgreementDuration: 'P12M' })))['UpdateValidityTerms'],
    ).toContain('INCOMPATIBLE_TERMS');
    const renewal = { Type: 'RenewalTerm', PriceIncrease: { Type: 'FixedPercentage', Value: '5.00' } };
    expect(await send('UpdateRenewalTerms', { Terms: [renewal] })).toEqual({
      UpdateRenewalTerms: ['INCOMPATIBLE_TERMS'],
    });
    expect(await send('UpdateRenewalTerms', { Terms: [] })).toEqual({
      UpdateRenewalTerms: ['MISSING_MANDATORY_TERMS'],
    });
  });
});

describe('a released public free trial', () => {
  const grants = (keys: readonly string[], MaxQuantity?: number) =>
    keys.map((DimensionKey) => ({ DimensionKey, MaxQuantity }));
  const trial = (Duration: string, Grants: object[]) => ({
    PricingModel: 'Free',
    Terms: [{ Type: 'FreeTrialPricingTerm', Duration, Grants }],
  });

  test('takes another length and other quantities, and no last day', async () => {
    const longer = trial('P21D', grants(['WorkloadSmall', 'WorkloadMedium'], 900));
    expect(await stage.codes([onOffer('trial tidepool', 'UpdatePricingTerms', longer)])).toEqual({});
    expect(await stage.entity(seedId('offer', 'trial tidepool'))).toMatchObject({
      Terms: expect.arrayContaining(longer.Terms),
    });
    expect(await stage.codes([end('trial tidepool', -1)])).toEqual({
      UpdateAvailability: ['INVALID_AVAILABILITY_END_DATE'],
    });
  });

  test('of a product that is sold by contract alone grants quantities of the contract', async () => {
    const parts = {
      UpdatePricingTerms: trial('P14D', grants(['bronze'], 5)),
      UpdateTargeting: null,
      UpdateAvailability: null,
    };
    expect(await stage.codes(privateOffer(stage, parts, 'beacon'))).toEqual({});
  });
});
