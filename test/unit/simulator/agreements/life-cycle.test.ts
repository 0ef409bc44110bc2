import { beforeEach, describe, expect, test } from 'vitest';
import { seedId } from '../../../../src/simulator/seed/ids.ts';
import { NO_TERMS, type AgreementRecord, type Term } from '../../../../src/simulator/catalog/model.ts';
import { createAgreementStage, type AgreementStage } from '../../../support/agreement-stage.ts';
import { BUYER, LANTERNFISH } from '../../../support/catalog-stage.ts';
import { fixed, schedule, validFor } from '../../../../src/simulator/seed/terms.ts';

const DAY_MS = 86_400_000;
const PARTNER = '444455556666';

let stage: AgreementStage;
beforeEach(() => {
  stage = createAgreementStage({
    now: Date.parse('2027-03-10T12:00:00Z'),
    change: (state) => ({ ...state, agreements: [] }),
  });
});

const accept = (slug: string, more = {}) => stage.accept(seedId('offer', slug), more);
const current = (id: string) => stage.agreements.agreement(id);
const told = () => stage.events.map(({ accountId, detailType }) => `${accountId} ${detailType}`);
const chain = (id: string) =>
  [...stage.service.ledger.agreements()].filter((one) => one.initialAgreementId === id && one.id !== id);

/** A contract with a renewal term, opted in. */
async function renewing(term: Partial<Term>, more: Partial<AgreementRecord> = {}): Promise<AgreementRecord> {
  const base = await accept('atlas active', { duration: 'P12M', quantities: { users: 2 } });
  const renewal = [{ Type: 'RenewalTerm', ...term }];
  return stage.put({ ...base, terms: { ...base.terms, renewal }, autoRenew: true, ...more });
}

const untilAfter = (agreement: AgreementRecord | undefined) =>
  stage.clock.advance(Date.parse(String(agreement?.endTime)) - stage.clock.now() + 1000);

describe('an agreement that nobody renews', () => {
  test('expires at its end, and everybody is told at that instant', async () => {
    const agreement = await accept('krill contract');
    stage.events.length = 0;
    await stage.clock.advance(Date.parse(String(agreement.endTime)) - stage.clock.now() - 1000);
    expect(current(agreement.id)?.status).toBe('ACTIVE');
    await stage.clock.advance(5000);
    expect(current(agreement.id)).toMatchObject({ status: 'EXPIRED', endTime: agreement.endTime });
    expect(told().toSorted()).toEqual(
      [
        `${LANTERNFISH} Purchase Agreement Ended - Proposer`,
        `${LANTERNFISH} License Deprovisioned - Manufacturer`,
        `${BUYER} Purchase Agreement Ended - Acceptor`,
      ].toSorted(),
    );
    expect(stage.events[0]).toMatchObject({
      time: `${String(agreement.endTime).slice(0, 19)}Z`,
      detail: { agreement: { id: agreement.id, status: 'EXPIRED' } },
    });
  });

  test('without an end goes on', async () => {
    const agreement = stage.put({ ...(await accept('driftmeter active')), endTime: null });
    await stage.clock.advance(4000 * DAY_MS);
    expect(current(agreement.id)?.status).toBe('ACTIVE');
  });
});

describe('an agreement that renews', () => {
  test('is continued by a new one at the price that was agreed', async () => {
    const agreement = await renewing({ PriceIncrease: { Type: 'FixedPercentage', Value: '5.00' } });
    stage.events.length = 0;
    await untilAfter(agreement);
    expect(current(agreement.id)?.status).toBe('RENEWED');
    const [next] = chain(agreement.id);
    expect(next).toMatchObject({
      intent: 'RENEW',
      status: 'ACTIVE',
      sourceAgreementId: agreement.id,
      startTime: '2028-03-11T00:00:00.000Z',
      endTime: '2029-03-10T23:59:59.999Z',
      autoRenew: true,
    });
    expect(await stage.ask('DescribeAgreement', { agreementId: next?.id })).toMatchObject({
      estimatedCharges: { agreementValue: '861' },
      initialAgreementId: agreement.id,
    });
    expect(told()).toEqual(
      expect.arrayContaining([
        `${LANTERNFISH} Purchase Agreement Ended - Proposer`,
        `${LANTERNFISH} Purchase Agreement Created - Proposer`,
        `${BUYER} Purchase Agreement Created - Acceptor`,
      ]),
    );
    const created = stage.events.find(({ detailType }) => detailType === 'Purchase Agreement Created - Proposer');
    expect(created?.detail['agreement']).toMatchObject({ id: next?.id, intent: 'RENEW' });
  });

  test('takes the default of a range, and leaves the price of consumption', async () => {
    const range = { MinValue: '0.00', MaxValue: '8.00', DefaultValue: '2.50' };
    const agreement = await renewing({ PriceIncrease: { Type: 'PercentageRange', Range: range } });
    const usage = {
      Type: 'UsageBasedPricingTerm',
      CurrencyCode: 'USD',
      RateCards: [{ RateCard: [{ DimensionKey: 'x', Price: '0.1' }] }],
    };
    stage.put({ ...agreement, terms: { ...agreement.terms, pricing: [...agreement.terms.pricing, usage] } });
    await untilAfter(agreement);
    const [next] = chain(agreement.id);
    expect(next?.terms.pricing[1]).toEqual(usage);
    expect(await stage.ask('DescribeAgreement', { agreementId: next?.id })).toMatchObject({
      estimatedCharges: { agreementValue: '840.5' },
    });
  });

  test('spreads its new total over the template, to the coin', async () => {
    const terms = {
      ...NO_TERMS,
      pricing: [fixed({ users: 5 })],
      validity: [validFor('P12M')],
      schedule: [schedule([['2027-03-10', '1000.00']])],
      renewal: [
        {
          Type: 'RenewalTerm',
          PriceIncrease: { Type: 'FixedPercentage', Value: '3.33' },
          TermTemplates: [
            {
              Type: 'PaymentScheduleTermTemplate',
              Schedule: [
                { ChargeDateOffset: 'P0M', ChargePercentage: '33.33', DayOfMonth: 31 },
                { ChargeDateOffset: 'P6M', ChargePercentage: '66.67', DayOfMonth: 31 },
              ],
            },
          ],
        },
      ],
    };
    const agreement = await renewing({}, { terms, choice: null });
    await untilAfter(agreement);
    expect(chain(agreement.id)[0]?.terms.schedule).toEqual([
      schedule([
        ['2028-03-31', '344.39'],
        ['2028-09-30', '688.91'],
      ]),
    ]);
  });

  test('does so as often as the term allows, also over one leap of the clock', async () => {
    const agreement = await renewing({ MaxRenewals: 2 });
    await stage.clock.advance(5 * 366 * DAY_MS);
    const followers = chain(agreement.id);
    expect(followers.map(({ status, intent }) => [status, intent])).toEqual([
      ['RENEWED', 'RENEW'],
      ['EXPIRED', 'RENEW'],
    ]);
    expect(await stage.ask('DescribeAgreement', { agreementId: followers[1]?.id })).toMatchObject({
      endTimeBehavior: { type: 'EXPIRE', reasonCode: 'RENEWAL_LIMIT_EXHAUSTED' },
    });
  });

  test('stops where a party opts out, and goes on where the buyer opts in again', async () => {
    const agreement = await renewing({});
    stage.events.length = 0;
    stage.agreements.decideRenewal(agreement.id, { party: 'buyer', renews: false });
    expect(stage.events[0]).toMatchObject({
      detailType: 'Purchase Agreement Amended - Proposer',
      detail: { agreement: { id: agreement.id, intent: 'AMEND' } },
    });
    const behavior = async () =>
      (await stage.ask('DescribeAgreement', { agreementId: agreement.id }))['endTimeBehavior'] as object;
    expect(await behavior()).toMatchObject({ type: 'EXPIRE', reasonCode: 'ACCEPTOR_RENEW_OPTED_OUT' });
    stage.agreements.decideRenewal(agreement.id, { party: 'buyer', renews: true });
    expect(await behavior()).toMatchObject({ type: 'RENEW' });
    stage.agreements.decideRenewal(agreement.id, { party: 'seller', renews: false });
    expect(await behavior()).toMatchObject({ type: 'EXPIRE', reasonCode: 'PROPOSER_RENEW_OPTED_OUT' });
    expect(() => stage.agreements.decideRenewal(agreement.id, { party: 'seller', renews: true })).toThrow('opt in');
    await untilAfter(agreement);
    expect(current(agreement.id)?.status).toBe('EXPIRED');
    expect(chain(agreement.id)).toEqual([]);
  });
});

describe('what was under way', () => {
  test('goes on after the service was kept and loaded', async () => {
    const agreement = await accept('krill contract');
    const invoices = await stage.ask('ListAgreementInvoiceLineItems', {
      agreementId: agreement.id,
      groupBy: 'INVOICE_ID',
    });
    const [invoice] = invoices['agreementInvoiceLineItemGroupSummaries'] as { invoiceId: string }[];
    const entry = {
      agreementId: agreement.id,
      originalInvoiceId: invoice?.invoiceId,
      adjustmentAmount: '0.10',
      currencyCode: 'USD',
      adjustmentReasonCode: 'OTHER',
      clientToken: 'a',
    };
    const { items } = await stage.ask('BatchCreateBillingAdjustmentRequest', {
      billingAdjustmentRequestEntries: [entry],
    });
    const [{ billingAdjustmentRequestId = '' } = {}] = items as { billingAdjustmentRequestId?: string }[];
    const cancel = { agreementId: agreement.id, reasonCode: 'TEST_AGREEMENT' };
    await stage.ask('SendAgreementCancellationRequest', cancel);
    const saved = JSON.parse(JSON.stringify(stage.agreements.save())) as unknown;
    stage.agreements.stop();
    stage.agreements.load(saved);
    await stage.clock.advance(60_000);
    const got = await stage.ask('GetBillingAdjustmentRequest', {
      agreementId: agreement.id,
      billingAdjustmentRequestId,
    });
    expect(got['status']).toBe('COMPLETED');
    await stage.clock.advance(7 * DAY_MS);
    expect(current(agreement.id)?.status).toBe('CANCELLED');
  });
});

describe('an agreement that a channel partner sold', () => {
  test('is told to the manufacturer too, in that role', async () => {
    const base = await accept('krill contract');
    const sold = stage.put({ ...base, id: 'agmt-resold', proposer: PARTNER, resaleAuthorizationId: 'resaleauthz-x' });
    stage.events.length = 0;
    const input = { agreementId: sold.id, reasonCode: 'TEST_AGREEMENT' };
    await stage.ask('SendAgreementCancellationRequest', input, PARTNER);
    expect(told()).toEqual([
      `${PARTNER} Agreement Cancellation Request Pending Approval - Proposer`,
      `${LANTERNFISH} Agreement Cancellation Request Pending Approval - Manufacturer`,
      `${BUYER} Agreement Cancellation Request Pending Approval - Acceptor`,
    ]);
    // The manufacturer is told, and yet no party.
    await expect(stage.ask('DescribeAgreement', { agreementId: sold.id })).rejects.toMatchObject({
      code: 'ResourceNotFoundException',
    });
    stage.events.length = 0;
    stage.agreements.endAgreement(sold.id, 'CANCELLED');
    expect(told()).toEqual(
      expect.arrayContaining([
        `${PARTNER} Purchase Agreement Ended - Proposer`,
        `${LANTERNFISH} Purchase Agreement Ended - Manufacturer`,
        `${LANTERNFISH} License Deprovisioned - Manufacturer`,
      ]),
    );
  });
});
