import { beforeEach, describe, expect, test } from 'vitest';
import { seedId } from '../../../../src/simulator/seed/ids.ts';
import { NO_TERMS, type AgreementRecord, type OfferTerms } from '../../../../src/simulator/catalog/model.ts';
import { createAgreementStage, type AgreementStage } from '../../../support/agreement-stage.ts';
import { BUYER, LANTERNFISH, QUILLMOOR, refusal } from '../../../support/catalog-stage.ts';

let stage: AgreementStage;
beforeEach(() => {
  stage = createAgreementStage({ change: (state) => ({ ...state, agreements: [] }) });
});

type Json = Record<string, unknown>;

const accept = (slug: string, more = {}) => stage.accept(seedId('offer', slug), more);

async function terms(agreement: AgreementRecord, account = LANTERNFISH): Promise<Record<string, Json>> {
  const { acceptedTerms } = await stage.ask('GetAgreementTerms', { agreementId: agreement.id }, account);
  return Object.fromEntries((acceptedTerms as Record<string, Json>[]).flatMap((term) => Object.entries(term)));
}

const describeIt = ({ id }: AgreementRecord, account = LANTERNFISH) =>
  stage.ask('DescribeAgreement', { agreementId: id }, account);

async function withTerms(more: Partial<OfferTerms>, change: Partial<AgreementRecord> = {}): Promise<AgreementRecord> {
  const base = await accept('atlas schedule');
  return stage.put({ ...base, terms: { ...NO_TERMS, ...more }, ...change });
}

describe('accepted terms', () => {
  test('of a contract name what the buyer chose', async () => {
    const agreement = await accept('atlas active', { duration: 'P24M', quantities: { users: 3, sites: 2 } });
    const found = await terms(agreement);
    expect(found['configurableUpfrontPricingTerm']).toMatchObject({
      type: 'ConfigurableUpfrontPricingTerm',
      id: expect.stringMatching(/^term-[a-z0-9]+$/),
      currencyCode: 'USD',
      configuration: {
        selectorValue: 'P24M',
        dimensions: [
          { dimensionKey: 'users', dimensionValue: 3 },
          { dimensionKey: 'sites', dimensionValue: 2 },
        ],
      },
    });
    expect(found['configurableUpfrontPricingTerm']?.['rateCards']).toContainEqual({
      selector: { type: 'Duration', value: 'P12M' },
      constraints: { multipleDimensionSelection: 'Allowed', quantityConfiguration: 'Allowed' },
      rateCard: [
        { dimensionKey: 'users', price: '410' },
        { dimensionKey: 'sites', price: '1700' },
      ],
    });
    expect(found['legalTerm']).toMatchObject({
      documents: [{ type: 'StandardEula', version: '2022-07-14', url: expect.stringMatching(/^https:/) }],
    });
    // 3 users and 2 sites for two years
    expect(await describeIt(agreement)).toMatchObject({
      estimatedCharges: { currencyCode: 'USD', agreementValue: '8480' },
    });
  });

  test('of a payment schedule are instants in order, and their sum is the value', async () => {
    const agreement = await accept('atlas schedule');
    const found = await terms(agreement);
    const schedule = found['paymentScheduleTerm']?.['schedule'] as { chargeDate: Date; chargeAmount: string }[];
    expect(schedule).toHaveLength(4);
    expect(schedule.every(({ chargeDate }) => chargeDate.toISOString().endsWith('T00:00:00.000Z'))).toBe(true);
    const dates = schedule.map(({ chargeDate }) => chargeDate.getTime());
    expect(dates).toEqual(dates.toSorted((a, b) => a - b));
    expect(found['fixedUpfrontPricingTerm']).toMatchObject({
      price: '0.0',
      grants: [
        { dimensionKey: 'users', maxQuantity: 50 },
        { dimensionKey: 'sites', maxQuantity: 4 },
      ],
    });
    expect(found['validityTerm']).toMatchObject({
      agreementDuration: 'P12M',
      agreementStartDate: new Date(agreement.startTime),
      agreementEndDate: new Date(String(agreement.endTime)),
    });
    expect((await describeIt(agreement))['estimatedCharges']).toEqual({ currencyCode: 'USD', agreementValue: '24000' });
  });

  test('of a renewal become unions', async () => {
    const renewal = {
      Type: 'RenewalTerm',
      LockoutPeriod: 'P30D',
      AdjustmentDeadline: 'P60D',
      MaxRenewals: 2,
      PriceIncrease: {
        Type: 'PercentageRange',
        Range: { MinValue: '0.00', MaxValue: '8.00', DefaultValue: '5.00' },
      },
      TermTemplates: [
        {
          Type: 'PaymentScheduleTermTemplate',
          Schedule: [{ ChargeDateOffset: 'P0M', ChargePercentage: '100', DayOfMonth: 15 }],
        },
      ],
    };
    const agreement = await withTerms({ renewal: [renewal] }, { autoRenew: true });
    expect((await terms(agreement))['renewalTerm']).toEqual({
      type: 'RenewalTerm',
      id: expect.any(String),
      lockoutPeriod: 'P30D',
      adjustmentDeadline: 'P60D',
      maxRenewals: 2,
      configuration: { enableAutoRenew: true },
      priceIncrease: { percentageRange: { minValue: '0.00', maxValue: '8.00', defaultValue: '5.00' } },
      termTemplates: [
        {
          paymentScheduleTermTemplate: {
            schedule: [{ chargeDateOffset: 'P0M', chargePercentage: '100', dayOfMonth: 15 }],
          },
        },
      ],
    });
    expect(await describeIt(agreement)).toMatchObject({
      endTimeBehavior: { type: 'RENEW', renewalSummary: { offerId: agreement.offerId } },
    });
    const fixed = { Type: 'RenewalTerm', PriceIncrease: { Type: 'FixedPercentage', Value: '4.00' } };
    const fixedTerms = { ...NO_TERMS, renewal: [fixed] };
    const other = stage.put({ ...agreement, id: 'agmt-fixed', autoRenew: false, terms: fixedTerms });
    expect((await terms(other))['renewalTerm']?.['priceIncrease']).toEqual({ fixedPercentage: { value: '4.00' } });
    expect((await describeIt(other))['endTimeBehavior']).toMatchObject({
      type: 'EXPIRE',
      reasonCode: 'ACCEPTOR_RENEW_OPTED_OUT',
    });
  });

  test('come by page', async () => {
    const agreement = await accept('atlas schedule');
    const kinds: string[] = [];
    let nextToken: unknown;
    do {
      const token = nextToken === undefined ? {} : { nextToken };
      const answer = await stage.ask('GetAgreementTerms', { agreementId: agreement.id, maxResults: 2, ...token });
      kinds.push(...(answer['acceptedTerms'] as Json[]).flatMap((term) => Object.keys(term)));
      nextToken = answer['nextToken'];
    } while (nextToken !== undefined);
    expect(kinds).toEqual(Object.keys(await terms(agreement)));
    expect(kinds.length).toBeGreaterThan(2);
  });

  test('of plain usage have no value and no end', async () => {
    const agreement = await accept('driftmeter active');
    const open = stage.put({ ...agreement, endTime: null, terms: { ...agreement.terms, validity: [] } });
    const description = await describeIt(open);
    expect(description).toMatchObject({ estimatedCharges: { agreementValue: '0' } });
    expect(description['endTime']).toBeUndefined();
    expect(description['endTimeBehavior']).toBeUndefined();
  });
});

describe('entitlements', () => {
  const entitlement = async (agreement: AgreementRecord, account = LANTERNFISH) => {
    const answer = await stage.ask('GetAgreementEntitlements', { agreementId: agreement.id }, account);
    return (answer['agreementEntitlements'] as Json[])[0];
  };

  test('wait for the start of a future dated agreement', async () => {
    const agreement = await accept('harbor future dated');
    expect(await entitlement(agreement)).toMatchObject({ status: 'SCHEDULED', statusReasonCode: 'FUTURE_START_DATE' });
    expect(await describeIt(agreement)).toMatchObject({ status: 'ACTIVE' });
    await stage.clock.advance(Date.parse(agreement.startTime) - stage.clock.now() + 1000);
    expect(await entitlement(agreement)).toMatchObject({ status: 'PROVISIONED', statusReasonCode: 'AGREEMENT_ACTIVE' });
  });

  test('end with the agreement', async () => {
    const agreement = stage.put({ ...(await accept('atlas schedule')), status: 'CANCELLED' });
    expect(await entitlement(agreement)).toMatchObject({
      status: 'DEPROVISIONED',
      statusReasonCode: 'AGREEMENT_INACTIVE',
    });
  });

  test('give their registration token to the buyer alone', async () => {
    const agreement = await accept('atlas schedule');
    expect((await entitlement(agreement, BUYER))?.['registrationToken']).toEqual(expect.any(String));
    expect((await entitlement(agreement))?.['registrationToken']).toBeUndefined();
  });
});

describe('an agreement is kept', () => {
  test.each(['DescribeAgreement', 'GetAgreementTerms', 'GetAgreementEntitlements'])(
    'from strangers by %s',
    async (operation) => {
      const { id } = await accept('atlas schedule');
      const { code, httpStatus, members } = await refusal(stage.ask(operation, { agreementId: id }, QUILLMOOR));
      expect([code, httpStatus, members]).toEqual([
        'ResourceNotFoundException',
        400,
        { resourceId: id, resourceType: 'Agreement' },
      ]);
      const unknown = await refusal(stage.ask(operation, { agreementId: 'agmt-unknown' }));
      expect(unknown.code).toBe('ResourceNotFoundException');
      const wrong = await refusal(stage.ask(operation, { agreementId: 'offer-x' }));
      expect(wrong.members['reason']).toBe('INVALID_AGREEMENT_ID');
    },
  );
});
