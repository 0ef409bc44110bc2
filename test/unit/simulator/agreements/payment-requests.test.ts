import { beforeEach, describe, expect, test } from 'vitest';
import { seedId } from '../../../../src/simulator/seed/ids.ts';
import { NO_TERMS, type AgreementRecord } from '../../../../src/simulator/catalog/model.ts';
import { createAgreementStage, type AgreementStage } from '../../../support/agreement-stage.ts';
import { BUYER, LANTERNFISH, QUILLMOOR, refusal } from '../../../support/catalog-stage.ts';

type Json = Record<string, unknown>;

const DAY_MS = 86_400_000;

let stage: AgreementStage;
let agreement: AgreementRecord;

/** An agreement under which the seller may ask for 1,000 USD in all. */
async function variable(approvals = {}): Promise<void> {
  stage = createAgreementStage({ change: (state) => ({ ...state, agreements: [] }), requests: { approvals } });
  const base = await stage.accept(seedId('offer', 'atlas schedule'));
  const schedule = [{ Type: 'VariablePaymentTerm', CurrencyCode: 'USD', MaxTotalChargeAmount: '1000.00' }];
  const pricing = base.terms.pricing;
  agreement = stage.put({ ...base, id: 'agmt-variable', terms: { ...NO_TERMS, pricing, schedule } });
}

beforeEach(() => variable());

async function termId(): Promise<string> {
  const { acceptedTerms } = await stage.ask('GetAgreementTerms', { agreementId: agreement.id });
  const found = (acceptedTerms as Record<string, Json>[]).find((term) => term['variablePaymentTerm']);
  return String(found?.['variablePaymentTerm']?.['id']);
}

async function send(more: Json = {}, account = LANTERNFISH): Promise<Json> {
  const input = { agreementId: agreement.id, termId: await termId(), name: 'First milestone', chargeAmount: '400.00' };
  return stage.ask('SendAgreementPaymentRequest', { ...input, ...more }, account);
}

const about = (request: Json) => ({ agreementId: agreement.id, paymentRequestId: request['paymentRequestId'] });
const get = (request: Json, account = LANTERNFISH) => stage.ask('GetAgreementPaymentRequest', about(request), account);
const list = async (more: Json, account = LANTERNFISH) =>
  (await stage.ask('ListAgreementPaymentRequests', more, account))['items'] as Json[];

describe('a payment request', () => {
  test('waits for the buyer, who sees it too', async () => {
    const sent = await send({ description: 'As agreed' });
    expect(sent).toMatchObject({
      paymentRequestId: expect.stringMatching(/^pr-[a-z0-9]{25}$/),
      agreementId: agreement.id,
      status: 'PENDING_APPROVAL',
      name: 'First milestone',
      description: 'As agreed',
      chargeAmount: '400.00',
      currencyCode: 'USD',
      createdAt: expect.any(Date),
    });
    expect(await get(sent)).toMatchObject({ status: 'PENDING_APPROVAL', updatedAt: expect.any(Date) });
    expect((await get(sent))['chargeId']).toBeUndefined();
    expect(await get(sent, BUYER)).toMatchObject({ status: 'PENDING_APPROVAL' });
    expect(await list({ partyType: 'Proposer' })).toHaveLength(1);
    expect(await list({ partyType: 'Acceptor' }, BUYER)).toHaveLength(1);
    expect(await list({ partyType: 'Acceptor' })).toEqual([]);
    expect(await list({ partyType: 'Proposer', status: 'APPROVED' })).toEqual([]);
    expect(await list({ partyType: 'Proposer', agreementId: 'agmt-other' })).toEqual([]);
  });

  test('is a charge and an invoice once the buyer has accepted it', async () => {
    const sent = await send();
    await stage.ask('AcceptAgreementPaymentRequest', { ...about(sent), purchaseOrderReference: 'PO-7' }, BUYER);
    const { status, chargeId } = await get(sent);
    expect([status, chargeId]).toEqual(['APPROVED', expect.stringMatching(/^ch-/)]);
    const charges = await stage.ask('ListAgreementCharges', { agreementId: agreement.id }, BUYER);
    expect(charges['items']).toMatchObject([{ id: chargeId, amount: '400.00', purchaseOrderReference: 'PO-7' }]);
    const invoices = await stage.ask('ListAgreementInvoiceLineItems', {
      agreementId: agreement.id,
      groupBy: 'INVOICE_ID',
    });
    expect(invoices['agreementInvoiceLineItemGroupSummaries']).toMatchObject([
      { invoiceType: 'INVOICE', pricingCurrencyAmount: { amount: '400.00', currencyCode: 'USD' } },
    ]);
    expect(await stage.ask('DescribeAgreement', { agreementId: agreement.id })).toMatchObject({
      estimatedCharges: { agreementValue: '400' },
    });
  });

  test('can be rejected with a reason, or cancelled, and then no more', async () => {
    const sent = await send();
    await stage.ask('RejectAgreementPaymentRequest', { ...about(sent), rejectionReason: 'Not delivered' }, BUYER);
    expect(await get(sent)).toMatchObject({ status: 'REJECTED', statusMessage: 'Not delivered' });
    const late = await refusal(stage.ask('CancelAgreementPaymentRequest', about(sent)));
    expect([late.code, late.httpStatus, late.members]).toEqual([
      'ConflictException',
      400,
      { resourceId: sent['paymentRequestId'], resourceType: 'PaymentRequest' },
    ]);
    const second = await send();
    expect(await stage.ask('CancelAgreementPaymentRequest', about(second))).toMatchObject({ status: 'CANCELLED' });
    const accepted = await refusal(stage.ask('AcceptAgreementPaymentRequest', about(second), BUYER));
    expect(accepted.code).toBe('ConflictException');
  });

  test('must fit into what is left of the term', async () => {
    const first = await send({ chargeAmount: '700' });
    const over = await refusal(send({ chargeAmount: '300.01' }));
    expect([over.code, over.members['reason']]).toEqual(['ValidationException', 'INVALID_CHARGE_AMOUNT']);
    await stage.ask('CancelAgreementPaymentRequest', about(first));
    await expect(send({ chargeAmount: '1000' })).resolves.toMatchObject({ status: 'PENDING_APPROVAL' });
  });

  test('with the same token is sent once', async () => {
    const one = await send({ clientToken: 'token-1' });
    expect(await send({ clientToken: 'token-1' })).toEqual(one);
    expect(await list({ partyType: 'Proposer' })).toHaveLength(1);
    const other = await refusal(send({ clientToken: 'token-1', name: 'Something else' }));
    expect(other.code).toBe('ConflictException');
    stage.agreements.forgetTokens(LANTERNFISH);
    const again = await send({ clientToken: 'token-1' });
    expect(again['paymentRequestId']).not.toBe(one['paymentRequestId']);
  });

  test('can be made to fail its validation', async () => {
    stage.agreements.failNextRequest({ accountId: LANTERNFISH, kind: 'payment', message: 'The buyer has no address.' });
    const sent = await send();
    expect(sent['status']).toBe('VALIDATING');
    await stage.clock.advance(60_000);
    expect(await get(sent)).toMatchObject({ status: 'VALIDATION_FAILED', statusMessage: 'The buyer has no address.' });
  });

  test('ends with its agreement', async () => {
    const sent = await send();
    stage.agreements.endAgreement(agreement.id, 'CANCELLED');
    expect(await get(sent)).toMatchObject({ status: 'CANCELLED' });
    const after = await refusal(send());
    expect(after.members['reason']).toBe('INACTIVE_AGREEMENT');
  });
});

describe('without an answer', () => {
  test('a request waits for ever where the buyer has chosen so', async () => {
    const sent = await send();
    await stage.clock.advance(300 * DAY_MS);
    expect(await get(sent)).toMatchObject({ status: 'PENDING_APPROVAL' });
  });

  test('it is approved at the end of the period where the buyer has chosen that', async () => {
    await variable({ 'agmt-variable': { strategy: 'AUTO_APPROVE_ON_EXPIRATION', expirationDuration: 'P10D' } });
    const { acceptedTerms } = await stage.ask('GetAgreementTerms', { agreementId: agreement.id });
    expect(acceptedTerms).toContainEqual({
      variablePaymentTerm: expect.objectContaining({
        maxTotalChargeAmount: '1000.00',
        configuration: { paymentRequestApprovalStrategy: 'AUTO_APPROVE_ON_EXPIRATION', expirationDuration: 'P10D' },
      }) as unknown,
    });
    const sent = await send();
    await stage.clock.advance(10 * DAY_MS - 60_000);
    expect(await get(sent)).toMatchObject({ status: 'PENDING_APPROVAL' });
    await stage.clock.advance(120_000);
    const { status, chargeId } = await get(sent);
    expect([status, chargeId]).toEqual(['APPROVED', expect.stringMatching(/^ch-/)]);
  });
});

describe('a payment request is refused', () => {
  test.each([
    ['INVALID_NAME', { name: 'four' }],
    ['INVALID_NAME', { name: 'x'.repeat(65) }],
    ['INVALID_CHARGE_AMOUNT', { chargeAmount: '0' }],
    ['INVALID_CHARGE_AMOUNT', { chargeAmount: '-5' }],
    ['INVALID_CHARGE_AMOUNT', { chargeAmount: '1.123456789' }],
    ['INVALID_CHARGE_AMOUNT', { chargeAmount: '1e3' }],
    ['INVALID_TERM_ID', { termId: 'term-other' }],
    ['INVALID_DESCRIPTION', { description: 'x'.repeat(2001) }],
    ['INVALID_CLIENT_TOKEN', { clientToken: 'no spaces' }],
    ['INVALID_AGREEMENT_ID', { agreementId: 'nonsense' }],
  ])('with %s', async (reason, more) => {
    const { code, members } = await refusal(send(more));
    expect([code, members['reason']]).toEqual(['ValidationException', reason]);
  });

  test('from strangers and from the other party', async () => {
    const id = await termId();
    expect((await refusal(send({ termId: id }, QUILLMOOR))).code).toBe('ResourceNotFoundException');
    const buyers = await refusal(send({ termId: id }, BUYER));
    expect([buyers.code, buyers.members['reason']]).toEqual(['AccessDeniedException', 'INVALID_ACCESS']);
    const sent = await send();
    const own = await refusal(stage.ask('AcceptAgreementPaymentRequest', about(sent)));
    expect(own.code).toBe('AccessDeniedException');
    expect((await refusal(get(sent, QUILLMOOR))).code).toBe('ResourceNotFoundException');
  });

  test.each([
    ['MISSING_PARTY_TYPE', {}],
    ['INVALID_PARTY_TYPE', { partyType: 'Manufacturer' }],
    ['INVALID_STATUS', { partyType: 'Proposer', status: 'PAID' }],
    ['INVALID_CATALOG', { partyType: 'Proposer', catalog: 'Other' }],
    ['INVALID_AGREEMENT_TYPE', { partyType: 'Proposer', agreementType: 'Other' }],
  ])('in a list with %s', async (reason, input) => {
    expect((await refusal(list(input))).members['reason']).toBe(reason);
  });

  test.each([
    ['INVALID_PAYMENT_REQUEST_ID', 'nonsense', 'ValidationException'],
    [undefined, 'pr-unknown', 'ResourceNotFoundException'],
  ])('to be read with %s', async (reason, paymentRequestId, code) => {
    const found = await refusal(get({ paymentRequestId }));
    expect([found.code, found.members['reason']]).toEqual([code, reason]);
  });
});
