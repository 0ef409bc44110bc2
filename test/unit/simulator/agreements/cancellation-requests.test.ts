import { beforeEach, describe, expect, test } from 'vitest';
import { seedId } from '../../../../src/simulator/seed/ids.ts';
import type { AgreementRecord } from '../../../../src/simulator/catalog/model.ts';
import { createAgreementStage, type AgreementStage } from '../../../support/agreement-stage.ts';
import { BUYER, LANTERNFISH, QUILLMOOR, refusal } from '../../../support/catalog-stage.ts';

type Json = Record<string, unknown>;

const DAY_MS = 86_400_000;

let stage: AgreementStage;
let agreement: AgreementRecord;

beforeEach(async () => {
  stage = createAgreementStage({ change: (state) => ({ ...state, agreements: [] }) });
  agreement = await stage.accept(seedId('offer', 'atlas schedule'));
  stage.events.length = 0;
});

const send = (more: Json = {}, account = LANTERNFISH) =>
  stage.ask(
    'SendAgreementCancellationRequest',
    { agreementId: agreement.id, reasonCode: 'TEST_AGREEMENT', ...more },
    account,
  );
const about = (request: Json) => ({
  agreementId: agreement.id,
  agreementCancellationRequestId: request['agreementCancellationRequestId'],
});
const get = (request: Json) => stage.ask('GetAgreementCancellationRequest', about(request));
const status = async () => (await stage.ask('DescribeAgreement', { agreementId: agreement.id }))['status'];
const told = () => stage.events.map(({ accountId, detailType }) => `${accountId} ${detailType}`);

describe('a cancellation request', () => {
  test('waits for the buyer, and both sides are told', async () => {
    const sent = await send({ description: 'Signed by mistake' });
    expect(sent).toMatchObject({
      agreementCancellationRequestId: expect.stringMatching(/^acr-[a-z0-9]{25}$/),
      status: 'PENDING_APPROVAL',
      reasonCode: 'TEST_AGREEMENT',
      description: 'Signed by mistake',
    });
    expect(told()).toEqual([
      `${LANTERNFISH} Agreement Cancellation Request Pending Approval - Proposer`,
      `${BUYER} Agreement Cancellation Request Pending Approval - Acceptor`,
    ]);
    expect(stage.events[0]).toMatchObject({
      resources: [],
      detail: {
        agreement: { id: agreement.id, acceptorId: BUYER, productId: agreement.productId, offerId: agreement.offerId },
        agreementCancellationRequest: {
          id: sent['agreementCancellationRequestId'],
          reasonCode: 'TEST_AGREEMENT',
          reasonMessage: 'Signed by mistake',
          statusCode: 'PENDING_APPROVAL',
        },
      },
    });
    const { items } = await stage.ask('ListAgreementCancellationRequests', { partyType: 'Acceptor' }, BUYER);
    expect(items).toMatchObject([
      { agreementType: 'PurchaseAgreement', catalog: 'AWSMarketplace', status: 'PENDING_APPROVAL' },
    ]);
    expect(await status()).toBe('ACTIVE');
  });

  test('that is accepted ends the agreement, and the charges that were to come', async () => {
    const charges = async () =>
      ((await stage.ask('ListAgreementCharges', { agreementId: agreement.id }, BUYER))['items'] as Json[]).length;
    expect(await charges()).toBe(4);
    const sent = await send();
    await stage.ask('AcceptAgreementCancellationRequest', about(sent), BUYER);
    expect(await status()).toBe('CANCELLED');
    expect(await get(sent)).toMatchObject({ status: 'APPROVED' });
    expect(await charges()).toBe(0);
    expect(told()).toEqual(
      expect.arrayContaining([
        `${LANTERNFISH} Agreement Cancellation Request Approved - Proposer`,
        `${LANTERNFISH} Purchase Agreement Ended - Proposer`,
        `${LANTERNFISH} License Deprovisioned - Manufacturer`,
        `${BUYER} Purchase Agreement Ended - Acceptor`,
      ]),
    );
  });

  test('without an answer is approved after seven days', async () => {
    const sent = await send();
    await stage.clock.advance(7 * DAY_MS - 60_000);
    expect(await get(sent)).toMatchObject({ status: 'PENDING_APPROVAL' });
    await stage.clock.advance(120_000);
    expect(await get(sent)).toMatchObject({ status: 'APPROVED', statusMessage: expect.stringContaining('7 days') });
    expect(await status()).toBe('CANCELLED');
  });

  test('can be rejected, or withdrawn with a reason', async () => {
    const sent = await send();
    await stage.ask('RejectAgreementCancellationRequest', { ...about(sent), rejectionReason: 'We need it' }, BUYER);
    expect(await get(sent)).toMatchObject({ status: 'REJECTED', statusMessage: 'We need it' });
    expect((await refusal(stage.ask('AcceptAgreementCancellationRequest', about(sent), BUYER))).code).toBe(
      'ConflictException',
    );
    const second = await send();
    const withdraw = { ...about(second), cancellationReason: 'Settled otherwise' };
    expect(await stage.ask('CancelAgreementCancellationRequest', withdraw)).toMatchObject({ status: 'CANCELLED' });
    const again = await refusal(stage.ask('CancelAgreementCancellationRequest', withdraw));
    expect([again.code, again.members['resourceType']]).toEqual(['ConflictException', 'AgreementCancellationRequest']);
    await stage.clock.advance(8 * DAY_MS);
    expect(await status()).toBe('ACTIVE');
  });

  test('is the only one at a time, and once with its token', async () => {
    const sent = await send({ clientToken: 'one' });
    expect(await send({ clientToken: 'one' })).toEqual(sent);
    const second = await refusal(send());
    expect([second.code, second.members['resourceId']]).toEqual([
      'ConflictException',
      sent['agreementCancellationRequestId'],
    ]);
  });

  test('can be made to fail its validation, of which the buyer hears nothing', async () => {
    stage.agreements.failNextRequest({
      accountId: LANTERNFISH,
      kind: 'cancellation',
      message: 'Cancel the renewal first.',
    });
    const sent = await send();
    stage.events.length = 0;
    await stage.clock.advance(60_000);
    expect(await get(sent)).toMatchObject({ status: 'VALIDATION_FAILED', statusMessage: 'Cancel the renewal first.' });
    expect(told()).toEqual([`${LANTERNFISH} Agreement Cancellation Request Validation Failed - Proposer`]);
    await stage.clock.advance(8 * DAY_MS);
    expect(await status()).toBe('ACTIVE');
  });

  test.each([
    ['INVALID_REASON_CODE', { reasonCode: 'BORED' }],
    ['MISSING_DESCRIPTION', { reasonCode: 'OTHER' }],
    ['INVALID_DESCRIPTION', { description: '' }],
    ['INVALID_CLIENT_TOKEN', { clientToken: 'no_underscores' }],
  ])('is refused with %s', async (reason, more) => {
    expect((await refusal(send(more))).members['reason']).toBe(reason);
  });

  test('is refused from strangers, from the buyer, and for what has ended', async () => {
    expect((await refusal(send({}, QUILLMOOR))).code).toBe('ResourceNotFoundException');
    expect((await refusal(send({}, BUYER))).code).toBe('AccessDeniedException');
    stage.agreements.endAgreement(agreement.id, 'TERMINATED');
    expect((await refusal(send())).members['reason']).toBe('INACTIVE_AGREEMENT');
  });
});

describe('the buyer', () => {
  const cancel = (id: string, account = BUYER) => stage.ask('CancelAgreement', { agreementId: id }, account);

  test('leaves what commits to nothing at once', async () => {
    const usage = await stage.accept(seedId('offer', 'driftmeter active'));
    expect(await cancel(usage.id)).toEqual({});
    expect(await stage.ask('DescribeAgreement', { agreementId: usage.id })).toMatchObject({ status: 'CANCELLED' });
    expect((await refusal(cancel(usage.id))).members['reason']).toBe('INACTIVE_AGREEMENT');
  });

  test('does not leave a contract that way, nor the seller anything', async () => {
    expect((await refusal(cancel(agreement.id))).members['reason']).toBe('UNSUPPORTED_ACTION');
    expect((await refusal(cancel(agreement.id, LANTERNFISH))).code).toBe('AccessDeniedException');
  });
});
