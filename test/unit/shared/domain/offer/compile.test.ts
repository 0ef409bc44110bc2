import { describe, expect, it } from 'vitest';
import { OfferdeckError } from '../../../../../src/shared/errors/app-error.ts';
import { sanitiseChangeSetName } from '../../../../../src/shared/domain/offer/change-set.ts';
import { compareOffers } from '../../../../../src/shared/domain/offer/compare.ts';
import { compileOffer, type CompileOptions } from '../../../../../src/shared/domain/offer/compile.ts';
import { createOfferDraft, type OfferDraft } from '../../../../../src/shared/domain/offer/draft.ts';

const product = { id: 'prod-abcdefghijklm', type: 'SaaSProduct' as const, title: 'Sample' };
const options: CompileOptions = { intent: 'release', eulaUrl: null, changeSetName: 'Acme FPS offer' };

function paidInTwo(changes: Partial<OfferDraft> = {}): OfferDraft {
  return {
    ...createOfferDraft(),
    product,
    kind: 'saas-contract',
    name: 'Acme 2027 gold',
    description: 'deal 4711',
    buyers: ['111122223333'],
    service: { mode: 'duration', duration: 'P12M' },
    installments: {
      enabled: true,
      grants: [{ dimensionKey: 'gold', quantity: '5' }],
      duration: '',
      schedule: [
        { date: '2027-02-01', amount: '6000' },
        { date: '2027-08-01', amount: '6000' },
      ],
    },
    isRenewal: false,
    availabilityEndDate: '2027-01-31',
    ...changes,
  };
}

function fieldsOf(draft: OfferDraft, changes: Partial<CompileOptions> = {}) {
  try {
    compileOffer(draft, product, { ...options, ...changes });
  } catch (error) {
    if (error instanceof OfferdeckError) return error.data.fields.map(({ path }) => path);
    throw error;
  }
  return [];
}

describe('compileOffer', () => {
  it('makes the minimal offer with a payment schedule of AWS’s reference', () => {
    const Entity = { Type: 'Offer@1.0', Identifier: '$CreateOfferChange.Entity.Identifier' };
    const change = (ChangeType: string, DetailsDocument: unknown) => ({ ChangeType, Entity, DetailsDocument });
    expect(compileOffer(paidInTwo(), product, { ...options, clientRequestToken: 'token-1' })).toEqual({
      Catalog: 'AWSMarketplace',
      ChangeSetName: 'Acme FPS offer',
      ClientRequestToken: 'token-1',
      ChangeSet: [
        {
          ChangeType: 'CreateOffer',
          ChangeName: 'CreateOfferChange',
          Entity: { Type: 'Offer@1.0' },
          DetailsDocument: { ProductId: 'prod-abcdefghijklm' },
        },
        change('UpdateInformation', { Name: 'Acme 2027 gold', Description: 'deal 4711' }),
        change('UpdateTargeting', { PositiveTargeting: { BuyerAccounts: ['111122223333'] } }),
        change('UpdatePricingTerms', {
          PricingModel: 'Contract',
          Terms: [
            {
              Type: 'FixedUpfrontPricingTerm',
              CurrencyCode: 'USD',
              Price: '0.0',
              Grants: [{ DimensionKey: 'gold', MaxQuantity: 5 }],
            },
          ],
        }),
        change('UpdateValidityTerms', { Terms: [{ Type: 'ValidityTerm', AgreementDuration: 'P12M' }] }),
        change('UpdatePaymentScheduleTerms', {
          Terms: [
            {
              Type: 'PaymentScheduleTerm',
              CurrencyCode: 'USD',
              Schedule: [
                { ChargeDate: '2027-02-01', ChargeAmount: '6000.00' },
                { ChargeDate: '2027-08-01', ChargeAmount: '6000.00' },
              ],
            },
          ],
        }),
        change('UpdateLegalTerms', {
          Terms: [{ Type: 'LegalTerm', Documents: [{ Type: 'StandardEula', Version: '2022-07-14' }] }],
        }),
        change('UpdateAvailability', { AvailabilityEndDate: '2027-01-31' }),
        change('ReleaseOffer', {}),
      ],
    });
  });

  it('leaves out what is empty or switched off', () => {
    const draft = paidInTwo({ kind: null, eula: { kind: 'custom', file: null }, buyers: [' '] });
    const request = compileOffer(draft, product, { ...options, intent: 'draft' });
    expect(request.ChangeSet.map(({ ChangeType }) => ChangeType)).toEqual([
      'CreateOffer',
      'UpdateInformation',
      'UpdateAvailability',
    ]);
  });

  it('says which fields cannot be sent as typed, all at once', () => {
    const draft = paidInTwo({
      availabilityEndDate: '2027-02-30',
      service: { mode: 'dates', startDate: '2027-04-01', endDate: '' },
      installments: {
        enabled: true,
        grants: [
          { dimensionKey: 'gold', quantity: '1.5' },
          { dimensionKey: 'silver', quantity: '' },
        ],
        duration: '',
        schedule: [
          { date: '2027-02-01', amount: '1.005' },
          { date: '', amount: '5' },
        ],
      },
    });
    expect(fieldsOf(draft)).toEqual([
      'installments.grants.0.quantity',
      'service.endDate',
      'installments.schedule.0.amount',
      'installments.schedule.1.date',
      'availabilityEndDate',
    ]);
    expect(fieldsOf(paidInTwo({ eula: { kind: 'custom', file: null } }))).toEqual(['eula']);
    expect(fieldsOf(paidInTwo({ eula: { kind: 'custom', file: null } }), { intent: 'draft' })).toEqual([]);
    expect(fieldsOf(paidInTwo({ product: { ...product, id: 'prod-zzzzzzzzzzzzz' } }))).toEqual(['product']);
    expect(fieldsOf(paidInTwo({ kind: 'ami-hourly' }))).toEqual(['kind']);
  });

  const target = { offerId: 'offer-1111111111111', revision: '7', state: 'Draft' as const };

  it('changes an offer that stands as a draft at AWS, under its revision', () => {
    const { ChangeSet } = compileOffer(paidInTwo({ target }), product, options);
    expect(ChangeSet.some(({ ChangeType }) => ChangeType === 'CreateOffer')).toBe(false);
    expect(new Set(ChangeSet.map(({ Entity }) => Entity.Identifier))).toEqual(new Set(['offer-1111111111111@7']));
    expect(ChangeSet.at(-1)?.ChangeType).toBe('ReleaseOffer');
  });

  it('takes away terms that the draft at AWS may still hold from an earlier choice', () => {
    const draft = paidInTwo({
      target,
      installments: { ...paidInTwo().installments, enabled: false },
      contract: {
        selection: 'tiers',
        rateCards: [{ duration: 'P12M', prices: [{ dimensionKey: 'gold', price: '1' }] }],
      },
      service: { mode: 'buyer-choice' },
    });
    const { ChangeSet } = compileOffer(draft, product, options);
    const terms = (type: string) => ChangeSet.find(({ ChangeType }) => ChangeType === type)?.DetailsDocument['Terms'];
    expect(terms('UpdatePaymentScheduleTerms')).toEqual([]);
    expect(terms('UpdateValidityTerms')).toEqual([]);
  });

  it('sends only what differs from what AWS holds', () => {
    const released = { ...target, state: 'Released' as const };
    const held = paidInTwo({ target: released });
    const draft = { ...held, description: 'deal 4712' };
    expect(compileOffer(draft, product, { ...options, held }).ChangeSet).toEqual([
      {
        ChangeType: 'UpdateInformation',
        Entity: { Type: 'Offer@1.0', Identifier: 'offer-1111111111111@7' },
        DetailsDocument: { Description: 'deal 4712' },
      },
    ]);
  });

  it('sends another custom EULA in place of the one that AWS holds', () => {
    const held = paidInTwo({ target, eula: { kind: 'held-by-aws' } });
    const file = { sha256: 'a'.repeat(64), name: 'eula.pdf', sizeBytes: 1 };
    const draft: OfferDraft = { ...held, eula: { kind: 'custom', file } };
    const eulaUrl = 'https://bucket.example/eula.pdf';
    const { ChangeSet } = compileOffer(draft, product, { ...options, intent: 'draft', eulaUrl, held });
    expect(ChangeSet.map(({ DetailsDocument }) => DetailsDocument)).toEqual([
      { Terms: [{ Type: 'LegalTerm', Documents: [{ Type: 'CustomEula', Url: eulaUrl }] }] },
    ]);
  });

  it('flags renewals', () => {
    const draft = paidInTwo({
      isRenewal: true,
      renewal: { acquisitionChannel: 'External', pricingModel: 'Contract' },
    });
    const information = compileOffer(draft, product, options).ChangeSet[1]?.DetailsDocument;
    expect(information?.['PreExistingAgreement']).toEqual({ AcquisitionChannel: 'External', PricingModel: 'Contract' });
  });
});

describe('sanitiseChangeSetName', () => {
  it.each([
    ['Acme, (2027) deal/7', 'Acme 2027 deal 7'],
    ['Société Générale', 'Societe Generale'],
    ['契約 od-7F3K', 'od-7F3K'],
    ['契約', 'Offerdeck'],
    ['a'.repeat(150), 'a'.repeat(100)],
    ['a_b+c=d.e:f@g-h', 'a_b+c=d.e:f@g-h'],
  ])('makes %j acceptable', (name, clean) => {
    expect(sanitiseChangeSetName(name)).toBe(clean);
    expect(clean).toMatch(/^[\w\s+=.:@-]{1,100}$/);
  });
});

describe('compareOffers', () => {
  it('counts values, not spelling, order or hosting', () => {
    const found = paidInTwo({
      buyers: ['111122223333 '],
      eula: { kind: 'standard', version: '2022-07-14' },
      installments: {
        ...paidInTwo().installments,
        schedule: [
          { date: '2027-08-01', amount: '6000.0' },
          { date: '2027-02-01', amount: '6000.00' },
        ],
      },
      service: { mode: 'duration', duration: 'P1Y' },
      allowZeroPrices: true,
    });
    expect(compareOffers(paidInTwo(), found)).toEqual([]);
    const custom = paidInTwo({ eula: { kind: 'custom', file: null } });
    expect(compareOffers(custom, paidInTwo({ eula: { kind: 'held-by-aws' } }))).toEqual([]);
  });

  it('names each difference with both sides', () => {
    const found = paidInTwo({
      name: 'Acme',
      service: { mode: 'duration', duration: 'P24M' },
      installments: {
        ...paidInTwo().installments,
        schedule: [{ date: '2027-02-01', amount: '6000.01' }],
      },
    });
    expect(compareOffers(paidInTwo(), found)).toEqual([
      { path: 'name', meant: 'Acme 2027 gold', found: 'Acme' },
      { path: 'service', meant: 'duration P12M', found: 'duration P24M' },
      { path: 'installments.schedule.2027-02-01', meant: '6000', found: '6000.01' },
      { path: 'installments.schedule.2027-08-01', meant: '6000', found: null },
    ]);
  });
});
