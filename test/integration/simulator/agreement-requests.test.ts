import {
  AcceptAgreementCancellationRequestCommand,
  AcceptAgreementPaymentRequestCommand,
  BatchCreateBillingAdjustmentRequestCommand,
  CancelAgreementCancellationRequestCommand,
  ConflictException,
  DescribeAgreementCommand,
  GetAgreementEntitlementsCommand,
  GetAgreementPaymentRequestCommand,
  GetAgreementTermsCommand,
  GetBillingAdjustmentRequestCommand,
  ListAgreementCancellationRequestsCommand,
  ListAgreementChargesCommand,
  ListAgreementInvoiceLineItemsCommand,
  ListAgreementPaymentRequestsCommand,
  ListBillingAdjustmentRequestsCommand,
  RejectAgreementPaymentRequestCommand,
  SendAgreementCancellationRequestCommand,
  SendAgreementPaymentRequestCommand,
  type MarketplaceAgreementClient,
} from '@aws-sdk/client-marketplace-agreement';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { seedId } from '../../../src/simulator/seed/ids.ts';
import type { Simulator } from '../../../src/simulator/server.ts';
import { accountsOf, agreementClient, startTestSimulator } from '../../support/simulator.ts';

const DAY_MS = 86_400_000;

let simulator: Simulator;
let seller: MarketplaceAgreementClient;
let buyer: MarketplaceAgreementClient;

beforeEach(async () => {
  simulator = await startTestSimulator();
  seller = agreementClient(simulator, accountsOf(simulator).isv);
  buyer = agreementClient(simulator, accountsOf(simulator).buyer);
});
afterEach(() => simulator.stop());

async function control(path: string, body: unknown): Promise<{ status: number; value: Record<string, unknown> }> {
  const answer = await fetch(`${simulator.endpoint}/_simulator/${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
  });
  return { status: answer.status, value: (await answer.json()) as Record<string, unknown> };
}

async function failure(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => null,
    (error: unknown) => error,
  );
}

describe('payment requests over the real protocol', () => {
  const agreementId = seedId('agmt', 'shoal milestones');

  async function termId(): Promise<string> {
    const { acceptedTerms } = await seller.send(new GetAgreementTermsCommand({ agreementId }));
    return acceptedTerms?.find((term) => term.variablePaymentTerm)?.variablePaymentTerm?.id ?? '';
  }

  it('are sent, accepted and rejected, and seen from both sides', async () => {
    const send = { agreementId, termId: await termId(), name: 'Third wave', chargeAmount: '750.50' };
    const sent = await seller.send(new SendAgreementPaymentRequestCommand(send));
    expect(sent).toMatchObject({ status: 'PENDING_APPROVAL', chargeAmount: '750.50', currencyCode: 'USD' });
    expect(sent.createdAt).toBeInstanceOf(Date);
    const { paymentRequestId } = sent;
    await buyer.send(new AcceptAgreementPaymentRequestCommand({ agreementId, paymentRequestId }));
    const got = await seller.send(new GetAgreementPaymentRequestCommand({ agreementId, paymentRequestId }));
    expect(got).toMatchObject({ status: 'APPROVED', chargeId: expect.stringMatching(/^ch-/) });
    const pending = await buyer.send(
      new ListAgreementPaymentRequestsCommand({ partyType: 'Acceptor', status: 'PENDING_APPROVAL' }),
    );
    const [second] = pending.items ?? [];
    expect(second?.name).toBe('Second wave moved');
    await buyer.send(
      new RejectAgreementPaymentRequestCommand({ agreementId, paymentRequestId: second?.paymentRequestId }),
    );
    const again = await failure(
      buyer.send(new AcceptAgreementPaymentRequestCommand({ agreementId, paymentRequestId: second?.paymentRequestId })),
    );
    expect(again).toBeInstanceOf(ConflictException);
    expect(again).toMatchObject({ resourceType: 'PaymentRequest', $metadata: { httpStatusCode: 400 } });
  });

  it('are answered by the control address, and approved by time', async () => {
    const { items = [] } = await seller.send(
      new ListAgreementPaymentRequestsCommand({ partyType: 'Proposer', status: 'PENDING_APPROVAL' }),
    );
    const send = { agreementId, termId: await termId(), name: 'Fourth wave', chargeAmount: '1' };
    const fourth = await seller.send(new SendAgreementPaymentRequestCommand(send));
    const answer = { requestId: items[0]?.paymentRequestId, answer: 'reject', reason: 'Not yet' };
    expect((await control('answer-request', answer)).value).toMatchObject({
      status: 'REJECTED',
      statusMessage: 'Not yet',
    });
    expect((await control('answer-request', answer)).status).toBe(400);
    expect((await control('answer-request', { ...answer, requestId: 'pr-unknown' })).status).toBe(404);
    await control('clock', { advanceMs: 11 * DAY_MS });
    const got = await seller.send(
      new GetAgreementPaymentRequestCommand({ agreementId, paymentRequestId: fourth.paymentRequestId }),
    );
    expect(got.status).toBe('APPROVED');
  });

  it('fail where the control address has ordered it', async () => {
    const { accountId } = accountsOf(simulator).isv;
    await control('fail-next-request', { accountId, kind: 'payment', message: 'No address' });
    const send = { agreementId, termId: await termId(), name: 'Fifth wave', chargeAmount: '1' };
    const { paymentRequestId, status } = await seller.send(new SendAgreementPaymentRequestCommand(send));
    expect(status).toBe('VALIDATING');
    await control('clock', { advanceMs: 60_000 });
    const got = await seller.send(new GetAgreementPaymentRequestCommand({ agreementId, paymentRequestId }));
    expect(got).toMatchObject({ status: 'VALIDATION_FAILED', statusMessage: 'No address' });
  });
});

describe('cancellation requests over the real protocol', () => {
  it('wait in the seed world for the buyer, who ends the agreement', async () => {
    const { items = [] } = await buyer.send(
      new ListAgreementCancellationRequestsCommand({ partyType: 'Acceptor', status: 'PENDING_APPROVAL' }),
    );
    const [request] = items;
    const { agreementId, agreementCancellationRequestId } = request ?? {};
    await buyer.send(new AcceptAgreementCancellationRequestCommand({ agreementId, agreementCancellationRequestId }));
    const described = await seller.send(new DescribeAgreementCommand({ agreementId }));
    expect(described.status).toBe('CANCELLED');
    const { agreementEntitlements } = await seller.send(new GetAgreementEntitlementsCommand({ agreementId }));
    expect(agreementEntitlements?.[0]).toMatchObject({
      status: 'DEPROVISIONED',
      statusReasonCode: 'AGREEMENT_INACTIVE',
    });
  });

  it('are sent and withdrawn by the seller', async () => {
    const agreementId = seedId('agmt', 'shoal milestones');
    const sent = await seller.send(
      new SendAgreementCancellationRequestCommand({ agreementId, reasonCode: 'PRODUCT_DISCONTINUED' }),
    );
    const { agreementCancellationRequestId } = sent;
    const withdrawn = await seller.send(
      new CancelAgreementCancellationRequestCommand({
        agreementId,
        agreementCancellationRequestId,
        cancellationReason: 'Kept for another year',
      }),
    );
    expect(withdrawn).toMatchObject({ status: 'CANCELLED', statusMessage: 'Kept for another year' });
  });
});

describe('invoices and adjustments over the real protocol', () => {
  it('go from the invoice to the credit memo', async () => {
    const agreementId = seedId('agmt', 'harbor consumption');
    const list = () => seller.send(new ListAgreementInvoiceLineItemsCommand({ agreementId, groupBy: 'INVOICE_ID' }));
    const [invoice] = (await list()).agreementInvoiceLineItemGroupSummaries ?? [];
    expect(invoice?.issuedTime).toBeInstanceOf(Date);
    expect(invoice?.pricingCurrencyAmount).toEqual({
      amount: '12000.00',
      maxAdjustmentAmount: '12000.00',
      currencyCode: 'USD',
    });
    const batch = await seller.send(
      new BatchCreateBillingAdjustmentRequestCommand({
        billingAdjustmentRequestEntries: [
          {
            agreementId,
            originalInvoiceId: invoice?.invoiceId,
            adjustmentAmount: '200.00',
            currencyCode: 'USD',
            adjustmentReasonCode: 'OTHER',
            description: 'Goodwill',
            clientToken: 'one',
          },
        ],
      }),
    );
    expect(batch.errors).toEqual([]);
    const billingAdjustmentRequestId = batch.items?.[0]?.billingAdjustmentRequestId;
    simulator.control.advanceClock(60_000);
    const got = await seller.send(new GetBillingAdjustmentRequestCommand({ agreementId, billingAdjustmentRequestId }));
    expect(got).toMatchObject({ status: 'COMPLETED', description: 'Goodwill', adjustmentReasonCode: 'OTHER' });
    const adjusted = await seller.send(
      new ListBillingAdjustmentRequestsCommand({ agreementId, createdAfter: new Date(Date.now() - DAY_MS) }),
    );
    expect(adjusted.items?.map(({ status }) => status)).toEqual(['COMPLETED']);
    expect((await list()).agreementInvoiceLineItemGroupSummaries?.map(({ invoiceType }) => invoiceType)).toEqual([
      'INVOICE',
      'CREDIT_MEMO',
    ]);
  });

  it('tell the buyer its charges', async () => {
    const agreementId = seedId('agmt', 'shoal milestones');
    const { items = [] } = await buyer.send(new ListAgreementChargesCommand({ agreementId }));
    expect(items.map(({ amount }) => amount)).toEqual(['2000.00', '3000.00', '2500.00']);
    expect(items[1]?.purchaseOrderReference).toBe('PO-4711');
  });
});

describe('the control address', () => {
  it('ends an agreement, turns its renewal, and raises events', async () => {
    const { accountId } = accountsOf(simulator).isv;
    const agreementId = seedId('agmt', 'atlas yearly');
    await control('renewal', { agreementId, party: 'seller', renews: false });
    const described = await seller.send(new DescribeAgreementCommand({ agreementId }));
    expect(described.endTimeBehavior).toMatchObject({ type: 'EXPIRE', reasonCode: 'PROPOSER_RENEW_OPTED_OUT' });
    expect((await control('renewal', { agreementId, party: 'seller', renews: true })).status).toBe(409);
    await control('end-agreement', { agreementId, status: 'TERMINATED' });
    expect((await seller.send(new DescribeAgreementCommand({ agreementId }))).status).toBe('TERMINATED');
    expect((await control('end-agreement', { agreementId: 'agmt-unknown', status: 'CANCELLED' })).status).toBe(404);
    const event = { accountId, source: 'aws.marketplace', detailType: 'Disbursement Paused', detail: { a: 1 } };
    expect((await control('emit-event', event)).status).toBe(200);
    expect(simulator.control.events().at(-1)).toMatchObject(event);
    expect((await control('emit-event', { accountId: 'x' })).status).toBe(400);
  });
});
