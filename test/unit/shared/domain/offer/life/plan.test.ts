import { describe, expect, it } from 'vitest';
import {
  isInTheWay,
  planOfferAction,
  type OfferAtAws,
  type PlanContext,
} from '../../../../../../src/shared/domain/offer/life/plan.ts';
import { LIFE_RULES } from '../../../../../../src/shared/domain/offer/life/rules.ts';
import type { OfferAction } from '../../../../../../src/shared/domain/offer/life/action.ts';
import { NO_SAMPLES, readSample, samplesFolder } from '../../../../../support/aws-samples.ts';
import { LANGUAGES } from '../../../../../../src/shared/contract/app.ts';
import { sampleProduct } from '../../../../../support/samples.ts';
import { readCatalogue } from '../../../../i18n/support/catalogues.ts';

const TODAY = '2027-03-10';
const ID = 'offer-1111111111111';
const context: PlanContext = {
  today: TODAY,
  sellerAccountId: '012345678901',
  eulaBucketConfigured: true,
  product: null,
};

function offer(
  changes: Record<string, unknown> = {},
  { end = '2027-04-01', terms = [] as unknown[] } = {},
): OfferAtAws {
  return {
    offerId: ID,
    revision: '7',
    document: {
      Id: ID,
      State: 'Released',
      Name: 'Gold 2027',
      Description: 'deal 1',
      ProductId: 'prod-1',
      PreExistingAgreement: null,
      Terms: terms,
      Rules: [
        { Type: 'AvailabilityRule', AvailabilityEndDate: `${end}T23:59:59.999Z`, Zone: 'unknown here' },
        { Type: 'TargetingRule', PositiveTargeting: { BuyerAccounts: ['777788889999'] } },
      ],
      ...changes,
    },
  };
}

const expiry = (availabilityEndDate: string, agreementDuration: string | null = null): OfferAction => ({
  kind: 'expiry',
  availabilityEndDate,
  agreementDuration,
});
const plan = (action: OfferAction, at = offer(), about = context) => planOfferAction(action, at, about);
const idsOf = (action: OfferAction, at = offer()) =>
  plan(action, at).findings.map(({ severity, ruleId }) => `${severity} ${ruleId}`);

describe('changing the expiration', () => {
  it('sends one change, with members of the rule that this version does not know', () => {
    const { changes, values, findings } = plan(expiry('2027-05-01'));
    expect(changes).toEqual([
      {
        ChangeType: 'UpdateAvailability',
        Entity: { Type: 'Offer@1.0', Identifier: ID },
        DetailsDocument: { Zone: 'unknown here', AvailabilityEndDate: '2027-05-01' },
      },
    ]);
    expect(values).toEqual([{ path: 'availabilityEndDate', from: '2027-04-01', to: '2027-05-01' }]);
    expect(findings).toEqual([]);
  });

  it('warns of less time, refuses the past, and says that an expired offer can be accepted again', () => {
    expect(idsOf(expiry('2027-03-20'))).toEqual(['warning life.less-time']);
    expect(idsOf(expiry('2027-03-01'))).toContain('error life.expiry-is-past');
    expect(idsOf(expiry('2027-04-01'))).toEqual(['info life.nothing-changed']);
    const expired = offer({}, { end: '2027-01-01' });
    expect(idsOf(expiry('2027-04-01'), expired)).toEqual(['info life.accepted-again']);
    expect(idsOf(expiry('not a date'))).toContain('error expiry-invalid');
  });

  it('is kept from going past a second instalment', () => {
    const terms = [
      {
        Type: 'FixedUpfrontPricingTerm',
        CurrencyCode: 'USD',
        Price: '0.00',
        Grants: [{ DimensionKey: 'u', MaxQuantity: 1 }],
      },
      {
        Type: 'PaymentScheduleTerm',
        CurrencyCode: 'USD',
        Schedule: [
          { ChargeDate: '2027-04-01T00:00:00.000Z', ChargeAmount: '5.00' },
          { ChargeDate: '2027-05-15T00:00:00.000Z', ChargeAmount: '5.00' },
        ],
      },
    ];
    const product = sampleProduct({ id: 'prod-1' });
    const about = { ...context, product };
    expect(plan(expiry('2027-05-14'), offer({}, { terms }), about).findings).toEqual([]);
    const blocked = plan(expiry('2027-05-20'), offer({}, { terms }), about).findings;
    expect(blocked.map(({ ruleId }) => ruleId)).toEqual(['charges-before-expiry']);
    expect(blocked.every((finding) => isInTheWay(finding, []))).toBe(true);
  });

  it('keeps away from fixed dates of service, and from other offers of its set', () => {
    const dated = [
      {
        Type: 'ValidityTerm',
        AgreementStartDate: '2027-06-01T00:00:00.000Z',
        AgreementEndDate: '2028-05-31T23:59:59.999Z',
      },
    ];
    expect(idsOf(expiry('2027-06-01'), offer({}, { terms: dated }))).toEqual(['error life.starts-before-expiry']);
    const ending = [{ Type: 'ValidityTerm', AgreementEndDate: '2027-06-01T23:59:59.999Z' }];
    expect(idsOf(expiry('2027-06-01'), offer({}, { terms: ending }))).toEqual(['error life.ends-before-expiry']);
    expect(idsOf(expiry('2027-06-01'), offer({ OfferSetId: 'offerset-1' }))).toEqual(['warning life.in-offer-set']);
  });

  it('takes a longer service along in the same set, with the whole term as AWS holds it', () => {
    const terms = [{ Type: 'ValidityTerm', AgreementDuration: 'P12M', Note: 'kept' }];
    const { changes } = plan(expiry('2027-05-01', 'P14M'), offer({}, { terms }));
    expect(changes.map(({ ChangeType }) => ChangeType)).toEqual(['UpdateAvailability', 'UpdateValidityTerms']);
    expect(changes[1]?.DetailsDocument).toEqual({
      Terms: [{ Type: 'ValidityTerm', AgreementDuration: 'P14M', Note: 'kept' }],
    });
    expect(idsOf(expiry('2027-05-01', 'P14M'))).toContain('error life.duration-not-there');
    const expired = offer({}, { terms, end: '2027-01-01' });
    expect(idsOf(expiry('2027-01-01', 'P14M'), expired)).toContain('error life.expiry-still-past');
  });

  it('suggests a service that is long enough where AMI and container offers need one', () => {
    const terms = [
      { Type: 'ValidityTerm', AgreementDuration: 'P400D' },
      {
        Type: 'UsageBasedPricingTerm',
        CurrencyCode: 'USD',
        RateCards: [{ RateCard: [{ DimensionKey: 't3', Price: '0.1' }] }],
      },
      {
        Type: 'ConfigurableUpfrontPricingTerm',
        CurrencyCode: 'USD',
        RateCards: [
          {
            Selector: { Type: 'Duration', Value: 'P365D' },
            RateCard: [{ DimensionKey: 't3', Price: '100' }],
            Constraints: { MultipleDimensionSelection: 'Allowed', QuantityConfiguration: 'Allowed' },
          },
        ],
      },
    ];
    const about = { ...context, product: sampleProduct({ id: 'prod-1', type: 'AmiProduct' }) };
    const short = plan(expiry('2027-06-01'), offer({}, { terms }), about);
    expect(short.findings.map(({ ruleId }) => ruleId)).toEqual(['service-duration-too-short']);
    expect(short.suggestedDuration).not.toBeNull();
    const long = plan(expiry('2027-06-01', short.suggestedDuration), offer({}, { terms }), about);
    expect(long.findings).toEqual([]);
    expect(long.changes.map(({ ChangeType }) => ChangeType)).toEqual(['UpdateAvailability', 'UpdateValidityTerms']);
  });
});

describe('cancelling', () => {
  it('sets yesterday as the last day and says what becomes of subscribers', () => {
    const { changes, findings } = plan({ kind: 'cancel' });
    expect(changes[0]?.DetailsDocument).toMatchObject({ AvailabilityEndDate: '2027-03-09' });
    expect(findings.map(({ ruleId }) => ruleId)).toEqual(['life.cancel-keeps-subscribers']);
  });

  it('is refused for drafts, expired and public offers', () => {
    expect(idsOf({ kind: 'cancel' }, offer({ State: 'Draft' }))).toEqual(['error life.draft-not-cancelled']);
    expect(idsOf({ kind: 'cancel' }, offer({}, { end: '2027-01-01' }))).toEqual(['error life.already-expired']);
    expect(idsOf({ kind: 'cancel' }, offer({ Rules: [] }))).toContain('error life.not-private');
  });

  it.skipIf(samplesFolder === null)(
    `equals ExpirePrivateOffer.json${samplesFolder === null ? ` (${NO_SAMPLES})` : ''}`,
    () => {
      const sample = readSample('aws-change-sets/offers/ExpirePrivateOffer.json') as { ChangeSet: unknown[] };
      const Rules = [{ Type: 'TargetingRule', PositiveTargeting: { BuyerAccounts: ['777788889999'] } }];
      const { changes } = plan({ kind: 'cancel' }, offer({ Rules }), { ...context, today: '2023-01-02' });
      expect(changes).toEqual(sample.ChangeSet);
    },
  );
});

describe('other actions', () => {
  it('rename only what differs, released or not', () => {
    const rename = (name: string, description: string): OfferAction => ({ kind: 'rename', name, description });
    expect(plan(rename('Gold 2028', 'deal 1')).changes).toMatchObject([
      { ChangeType: 'UpdateInformation', DetailsDocument: { Name: 'Gold 2028' } },
    ]);
    expect(idsOf(rename('Gold 2027', 'deal 1'))).toEqual(['info life.same-names']);
    expect(plan(rename('Gold 2027', 'deal 1')).changes).toEqual([]);
    expect(idsOf(rename(' ', 'deal 1'))).toContain('error life.name-empty');
    expect(idsOf(rename('Gold', ''))).toContain('error life.description-empty');
  });

  it('flag a renewal on drafts only', () => {
    const renewal = { acquisitionChannel: 'AwsMarketplace' as const, pricingModel: 'Contract' as const };
    expect(idsOf({ kind: 'renewal', renewal })).toContain('error life.renewal-locked');
    const { changes, findings } = plan({ kind: 'renewal', renewal }, offer({ State: 'Draft' }));
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(changes[0]?.DetailsDocument).toEqual({
      PreExistingAgreement: { AcquisitionChannel: 'AwsMarketplace', PricingModel: 'Contract' },
    });
    expect(idsOf({ kind: 'renewal', renewal: null }, offer({ State: 'Draft' }))).toContain('info life.same-renewal');
  });

  it('release a draft when every rule is kept, and nothing else', () => {
    expect(idsOf({ kind: 'release' })).toContain('error life.already-released');
    const incomplete = plan({ kind: 'release' }, offer({ State: 'Draft' }));
    expect(incomplete.findings.some(({ severity }) => severity === 'error')).toBe(true);
    expect(incomplete.changes).toMatchObject([{ ChangeType: 'ReleaseOffer', DetailsDocument: {} }]);
  });
});

it('each rule has a text in every language', () => {
  for (const language of LANGUAGES) {
    const texts = readCatalogue(language);
    for (const { id } of LIFE_RULES) expect(texts.has(`life:rule.${id}`)).toBe(true);
  }
});
