/** Offers that every rule lets pass, and what the seller must have. */
import { describe, expect, test } from 'vitest';
import {
  createCatalogStage,
  EULA_URL,
  QUILLMOOR,
  type CatalogStage,
  type Change,
} from '../../../../support/catalog-stage.ts';
import { contractPricing, fixedTerm, installmentOffer, privateOffer, usageTerm, validity } from '../offer-changes.ts';
import {
  contract,
  subscription,
  eula,
  annual,
  moorings,
  renewal,
  template,
  charge,
  manyCharges,
  inCurrency,
} from './offer-kinds.ts';

describe('an offer is accepted', () => {
  const GOOD: readonly (readonly [string, (at: CatalogStage) => Change[]])[] = [
    ['as a SaaS contract', (at) => privateOffer(at)],
    ['in tiers', (at) => contract(at, contractPricing({ gold: '1' }, 'P12M', 'Disallowed'), 'beacon')],
    ['in instalments', (at) => installmentOffer(at)],
    ['with 60 instalments', (at) => installmentOffer(at, { UpdatePaymentScheduleTerms: manyCharges(at, 60) })],
    [
      'as a contract with consumption',
      (at) =>
        contract(
          at,
          {
            PricingModel: 'Contract',
            Terms: [...contractPricing({ seats: '1' }).Terms, usageTerm({ api_calls: '0.00000001', gb_scanned: '1' })],
          },
          'harbor',
        ),
    ],
    ['as a subscription', (at) => subscription(at)],
    ['as an image by hour and year', (at) => moorings(at, annual('P365D'), 'P650D')],
    [
      'as a container contract in instalments',
      (at) =>
        installmentOffer(
          at,
          {
            UpdatePricingTerms: { PricingModel: 'Contract', Terms: [fixedTerm({ Clusters: 2 }, { Duration: 'P12M' })] },
            UpdateValidityTerms: validity({ AgreementDuration: 'P14M' }),
          },
          'krill',
        ),
    ],
    [
      'for a later start',
      (at) =>
        installmentOffer(at, {
          UpdateValidityTerms: validity({ AgreementStartDate: at.day(60), AgreementEndDate: at.day(500) }),
        }),
    ],
    [
      'with 200 grants',
      (at) =>
        installmentOffer(
          at,
          {
            UpdatePricingTerms: {
              PricingModel: 'Contract',
              Terms: [
                fixedTerm(
                  Object.fromEntries(
                    Array.from({ length: 200 }, (_, index) => [`cell_${String(index + 1).padStart(3, '0')}`, 1]),
                  ),
                ),
              ],
            },
          },
          'cells',
        ),
    ],
    ['in whole yen', (at) => contract(at, inCurrency('JPY', '1000.00'))],
    ['with a custom licence', (at) => privateOffer(at, { UpdateLegalTerms: eula(EULA_URL) })],
    [
      'with a renewal term and template',
      (at) => renewal(at, template(charge('P0M', '50', 15), charge('P6M', '50', 15)), installmentOffer),
    ],
    [
      'with a free licence of one dimension',
      (at) => contract(at, { ...contractPricing({ users: '0' }), PricingModel: 'Free' }),
    ],
  ];

  test.each(GOOD)('%s', async (_what, changes) => {
    const stage = createCatalogStage();
    expect(await stage.codes(changes(stage))).toEqual({});
    const released = stage.events.filter(({ detailType }) => detailType === 'Offer Released');
    expect(released).toHaveLength(1);
  });
});

describe('the seller', () => {
  test('needs a disbursement preference for the currency', async () => {
    const stage = createCatalogStage();
    const pricing = contractPricing({ vault_users: '1' });
    const yen = { ...pricing, Terms: pricing.Terms.map((term) => ({ ...term, CurrencyCode: 'JPY' })) };
    const changes = privateOffer(stage, { UpdatePricingTerms: yen }, 'inkwell');
    expect(await stage.codes(changes, QUILLMOOR)).toEqual({ UpdatePricingTerms: ['INCOMPATIBLE_PAYMENT_SETTINGS'] });
  });

  test('needs a finished verification', async () => {
    const unverified = createCatalogStage({
      change: (state) => ({ ...state, sellers: state.sellers.map((seller) => ({ ...seller, verified: false })) }),
    });
    expect(await unverified.codes(privateOffer(unverified))).toEqual({
      ReleaseOffer: ['INCOMPATIBLE_SELLER_VERIFICATION'],
    });
  });

  test('needs a public offer on the product first', async () => {
    const bare = createCatalogStage({
      change: (state) => ({
        ...state,
        entities: state.entities.filter((entity) => entity.type !== 'Offer' || entity.name !== 'Public offer'),
      }),
    });
    expect(await bare.codes(privateOffer(bare))).toEqual({ ReleaseOffer: ['INCOMPATIBLE_PRODUCT'] });
  });

  test('may leave a draft incomplete', async () => {
    const stage = createCatalogStage();
    expect(await stage.codes(privateOffer(stage, { ReleaseOffer: null, UpdatePricingTerms: null }))).toEqual({});
    expect(await stage.codes(privateOffer(stage).slice(0, 1))).toEqual({});
  });
});
