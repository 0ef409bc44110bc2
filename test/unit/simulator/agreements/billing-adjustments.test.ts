import { beforeEach, describe, expect, test } from 'vitest';
import { seedId } from '../../../../src/simulator/seed/ids.ts';
import type { AgreementRecord } from '../../../../src/simulator/catalog/model.ts';
import { createAgreementStage, type AgreementStage } from '../../../support/agreement-stage.ts';
import { BUYER, LANTERNFISH, QUILLMOOR, refusal } from '../../../support/catalog-stage.ts';

type Json = Record<string, unknown>;

let stage: AgreementStage;
let agreement: AgreementRecord;
let invoiceId: string;

beforeEach(async () => {
  stage = createAgreementStage({ change: (state) => ({ ...state, agreements: [] }) });
  agreement = await stage.accept(seedId('offer', 'atlas active'), { duration: 'P12M', quantities: { users: 2 } });
  invoiceId = String((await invoices())[0]?.['invoiceId']);
  stage.events.length = 0;
});

async function invoices(more: Json = {}): Promise<Json[]> {
  const input = { agreementId: agreement.id, groupBy: 'INVOICE_ID', ...more };
  const answer = await stage.ask('ListAgreementInvoiceLineItems', input);
  return answer['agreementInvoiceLineItemGroupSummaries'] as Json[];
}

const entry = (more: Json = {}) => ({
  agreementId: agreement.id,
  originalInvoiceId: invoiceId,
  adjustmentAmount: '100.00',
  currencyCode: 'USD',
  adjustmentReasonCode: 'BUYER_DISSATISFACTION',
  clientToken: 'token-1',
  ...more,
});

const batch = (...billingAdjustmentRequestEntries: Json[]) =>
  stage.ask('BatchCreateBillingAdjustmentRequest', { billingAdjustmentRequestEntries }) as Promise<{
    items: { billingAdjustmentRequestId: string; clientToken: string }[];
    errors: { code: string; message: string; clientToken: string }[];
  }>;

const get = (billingAdjustmentRequestId: string) =>
  stage.ask('GetBillingAdjustmentRequest', { agreementId: agreement.id, billingAdjustmentRequestId });

describe('invoices', () => {
  test('are issued when a charge falls due', async () => {
    expect(await invoices()).toEqual([
      {
        agreementId: agreement.id,
        invoiceId: expect.stringMatching(/^\d{10}$/),
        pricingCurrencyAmount: { amount: '820.00', maxAdjustmentAmount: '820.00', currencyCode: 'USD' },
        invoiceBillingPeriod: { month: expect.any(Number), year: expect.any(Number) },
        issuedTime: new Date(agreement.acceptedAt),
        invoiceType: 'INVOICE',
        invoicingEntity: { legalName: 'Amazon Web Services, Inc.' },
      },
    ]);
    const scheduled = await stage.accept(seedId('offer', 'harbor future dated'));
    const ofSchedule = async () =>
      (await stage.ask('ListAgreementInvoiceLineItems', { agreementId: scheduled.id, groupBy: 'INVOICE_ID' }))[
        'agreementInvoiceLineItemGroupSummaries'
      ];
    expect(await ofSchedule()).toEqual([]);
    await stage.clock.advance(Date.parse(scheduled.startTime) - stage.clock.now() + 1000);
    expect(await ofSchedule()).toMatchObject([{ pricingCurrencyAmount: { amount: '9000.00' } }]);
  });

  test('can be filtered', async () => {
    const issued = new Date(agreement.acceptedAt);
    const period = { month: issued.getUTCMonth() + 1, year: issued.getUTCFullYear() };
    expect(await invoices({ invoiceId })).toHaveLength(1);
    expect(await invoices({ invoiceId: 'other' })).toEqual([]);
    expect(await invoices({ invoiceType: 'CREDIT_MEMO' })).toEqual([]);
    expect(await invoices({ invoiceBillingPeriod: period })).toHaveLength(1);
    expect(await invoices({ invoiceBillingPeriod: { ...period, year: period.year - 1 } })).toEqual([]);
    expect(await invoices({ beforeIssuedTime: issued })).toEqual([]);
    expect(await invoices({ afterIssuedTime: new Date(issued.getTime() - 1000) })).toHaveLength(1);
  });

  test('are the seller’s to read, charges the buyer’s', async () => {
    const input = { agreementId: agreement.id, groupBy: 'INVOICE_ID' };
    expect((await refusal(stage.ask('ListAgreementInvoiceLineItems', input, BUYER))).code).toBe(
      'AccessDeniedException',
    );
    expect((await refusal(stage.ask('ListAgreementInvoiceLineItems', input, QUILLMOOR))).code).toBe(
      'ResourceNotFoundException',
    );
    const other = await refusal(stage.ask('ListAgreementInvoiceLineItems', { ...input, groupBy: 'DAY' }));
    expect(other.code).toBe('ValidationException');
    expect((await refusal(stage.ask('ListAgreementCharges', { agreementId: agreement.id }))).code).toBe(
      'AccessDeniedException',
    );
    const all = await stage.ask('ListAgreementCharges', {}, BUYER);
    expect(all['items']).toMatchObject([{ agreementId: agreement.id, amount: '820', revision: 1 }]);
  });
});

describe('a billing adjustment', () => {
  test('is pending first, then gives money back', async () => {
    const { items, errors } = await batch(entry());
    expect(errors).toEqual([]);
    const [{ billingAdjustmentRequestId: id } = { billingAdjustmentRequestId: '' }] = items;
    expect(items).toEqual([{ billingAdjustmentRequestId: expect.stringMatching(/^ba-/), clientToken: 'token-1' }]);
    expect(await get(id)).toMatchObject({
      status: 'PENDING',
      adjustmentAmount: '100.00',
      originalInvoiceId: invoiceId,
    });
    await stage.clock.advance(60_000);
    expect(await get(id)).toMatchObject({ status: 'COMPLETED' });
    expect(stage.events.map(({ accountId, detailType }) => `${accountId} ${detailType}`)).toEqual([
      `${LANTERNFISH} Purchase Agreement Billing Adjustment Completed - Proposer`,
      `${BUYER} Purchase Agreement Billing Adjustment Completed - Acceptor`,
    ]);
    expect(stage.events[0]?.detail).toMatchObject({
      billingAdjustmentRequest: { id, adjustmentAmount: '-100.00', currencyCode: 'USD' },
      invoice: { originalInvoiceId: invoiceId },
    });
    expect(await invoices()).toMatchObject([
      { pricingCurrencyAmount: { amount: '820.00', maxAdjustmentAmount: '720.00' } },
      { invoiceType: 'CREDIT_MEMO', pricingCurrencyAmount: { amount: '-100.00' } },
    ]);
    const { items: listed } = await stage.ask('ListBillingAdjustmentRequests', { status: 'COMPLETED' });
    expect(listed).toMatchObject([{ billingAdjustmentRequestId: id, agreementType: 'PurchaseAgreement' }]);
    const before = { createdBefore: new Date(stage.clock.now() - 3_600_000) };
    expect((await stage.ask('ListBillingAdjustmentRequests', before))['items']).toEqual([]);
    expect((await stage.ask('ListBillingAdjustmentRequests', {}, BUYER))['items']).toEqual([]);
  });

  test('fails where that was ordered, and the money stays', async () => {
    stage.agreements.failNextRequest({ accountId: LANTERNFISH, kind: 'adjustment', message: 'Too late.' });
    const { items } = await batch(entry());
    await stage.clock.advance(60_000);
    expect(await get(String(items[0]?.billingAdjustmentRequestId))).toMatchObject({
      status: 'VALIDATION_FAILED',
      statusMessage: 'Too late.',
    });
    expect(stage.events.map(({ detailType }) => detailType)).toEqual([
      'Purchase Agreement Billing Adjustment Failed - Proposer',
    ]);
    expect(await invoices()).toMatchObject([{ pricingCurrencyAmount: { maxAdjustmentAmount: '820.00' } }]);
  });

  test('stands for itself in its batch', async () => {
    const { items, errors } = await batch(
      entry(),
      entry({ clientToken: 'b', adjustmentAmount: '720.01' }),
      entry({ clientToken: 'c', originalInvoiceId: '0000000000' }),
      entry({ clientToken: 'd', currencyCode: 'EUR' }),
      entry({ clientToken: 'e', adjustmentAmount: '1.001' }),
      entry({ clientToken: 'f', adjustmentReasonCode: 'BORED' }),
    );
    expect(items.map(({ clientToken }) => clientToken)).toEqual(['token-1']);
    expect(errors.map(({ clientToken, code }) => [clientToken, code])).toEqual([
      ['b', 'VALIDATION_EXCEPTION'],
      ['c', 'RESOURCE_NOT_FOUND_EXCEPTION'],
      ['d', 'VALIDATION_EXCEPTION'],
      ['e', 'VALIDATION_EXCEPTION'],
      ['f', 'VALIDATION_EXCEPTION'],
    ]);
  });

  test('is made once with its token, for eight hours', async () => {
    const first = await batch(entry());
    expect(await batch(entry())).toEqual(first);
    const other = await batch(entry({ adjustmentAmount: '5' }));
    expect(other.errors).toMatchObject([{ code: 'CONFLICT_EXCEPTION' }]);
    await stage.clock.advance(9 * 3_600_000);
    expect((await batch(entry())).items[0]?.billingAdjustmentRequestId).not.toBe(
      first.items[0]?.billingAdjustmentRequestId,
    );
  });

  test('of several agreements at once is refused whole, as are none', async () => {
    const several = await refusal(batch(entry(), entry({ agreementId: 'agmt-other', clientToken: 'b' })));
    expect(several.members['reason']).toBe('MULTIPLE_AGREEMENT_IDS');
    expect((await refusal(batch())).members['reason']).toBe('MISSING_BILLING_ADJUSTMENT_REQUEST_ENTRY');
    expect((await refusal(batch(entry({ clientToken: '' })))).members['reason']).toBe('INVALID_CLIENT_TOKEN');
    expect((await refusal(get('ba-unknown'))).code).toBe('ResourceNotFoundException');
  });
});
