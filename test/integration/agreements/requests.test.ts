import {
  AcceptAgreementPaymentRequestCommand,
  GetAgreementTermsCommand,
  SendAgreementCancellationRequestCommand,
  SendAgreementPaymentRequestCommand,
} from '@aws-sdk/client-marketplace-agreement';
import { describe, expect, it } from 'vitest';
import { seedAccounts } from '../../../src/simulator/seed/accounts.ts';
import { seedId } from '../../../src/simulator/seed/ids.ts';
import { accountKey, startPracticeWorld, syncToEnd } from '../../support/practice-world.ts';
import { accountsOf, agreementClient } from '../../support/simulator.ts';

/** Has a variable payment term of 12,000 dollars, of which 7,000 are charged or asked for. */
const MILESTONES = seedId('agmt', 'shoal milestones');
const [SELLER = ''] = seedAccounts.map(({ accountId }) => accountId);

async function start() {
  const world = await startPracticeWorld();
  const core = await world.startCore();
  const account = await accountKey(core, SELLER);
  await syncToEnd(core, 'agreements', { account });
  const { items } = await core.call('agreements.list', {
    filter: { account, statuses: ['ACTIVE'] },
    sortBy: 'value',
    pageSize: 200,
  });
  const agreementId = items[0]?.id ?? '';
  const base = { account, agreementId, confirmedAccountId: SELLER };
  const reached = (id: string) =>
    core.nextEvent(
      'changes.changed',
      (change) => change.id === id && ['verified', 'refused', 'failed'].includes(change.state),
    );
  const requests = () => core.call('agreements.requests', { account });
  /** Resolves with the request once it is in the copy. */
  const listed = async (id: string) => {
    for (;;) {
      const known = core.eventsOf('agreements.changed').length;
      const found = (await requests()).items.find((request) => request.id === id);
      if (found) return found;
      await core.nextEvent('agreements.changed', () => core.eventsOf('agreements.changed').length > known);
    }
  };
  const count = (operation: string) => world.operations(SELLER).filter((each) => each === operation).length;
  return { world, core, account, agreementId, base, reached, requests, listed, count, items };
}

describe('a cancellation request', () => {
  it('is sent once, listed with the day on which AWS decides, and withdrawn with a reason', async () => {
    const { core, base, reached, requests, account } = await start();
    const words = { reason: 'OTHER' as const, description: 'Wrong legal entity' };
    const { change } = await core.call('agreements.sendCancellation', { ...base, ...words });
    const sent = await reached(change.id);
    expect(sent).toMatchObject({ state: 'verified', differences: [] });
    await core.call('agreements.syncRequests', { account });
    await core.nextEvent('jobs.changed', (job) => job.kind === 'agreements.requests' && job.endedAt !== null);
    const { items } = await requests();
    expect(items[0]).toMatchObject({ id: sent.resultId, kind: 'cancellation', status: 'PENDING_APPROVAL' });
    const days = (Date.parse(items[0]?.decidesAt ?? '') - Date.parse(items[0]?.createdAt ?? '')) / 86_400_000;
    expect(days).toBe(7);

    const id = items[0]?.id ?? '';
    expect(await core.failure('agreements.withdrawRequest', { account, id, confirmedAccountId: SELLER })).toMatchObject(
      {
        code: 'invalid-input',
        fields: [{ path: 'reason', messageKey: 'requests:field.missing' }],
      },
    );
    const withdrawal = await core.call('agreements.withdrawRequest', {
      account,
      id,
      reason: 'Settled by phone',
      confirmedAccountId: SELLER,
    });
    expect((await reached(withdrawal.change.id)).state).toBe('verified');
    expect((await core.call('agreements.request', { account, id })).status).toBe('CANCELLED');
  });

  it('whose answer is lost is looked for and not sent again', async () => {
    const { world, core, base, reached, count, agreementId, account } = await start();
    world.simulator.control.addFault({
      kind: 'drop-after',
      operation: 'SendAgreementCancellationRequest',
      times: 1,
    });
    const { change } = await core.call('agreements.sendCancellation', { ...base, reason: 'TEST_AGREEMENT' });
    expect(await reached(change.id)).toMatchObject({ state: 'verified', resultId: expect.stringMatching(/^acr-/) });
    expect(count('SendAgreementCancellationRequest')).toBe(1);
    const about = await core.call('agreements.requests', { account, agreementId });
    expect(about.total).toBeLessThanOrEqual(1);
  });

  it('is refused at the field before anything leaves', async () => {
    const { core, base, count } = await start();
    expect(await core.failure('agreements.sendCancellation', { ...base, reason: 'OTHER' })).toMatchObject({
      fields: [{ path: 'description', messageKey: 'requests:field.describe' }],
    });
    expect(
      await core.failure('agreements.sendCancellation', {
        ...base,
        reason: 'TEST_AGREEMENT',
        confirmedAccountId: '000000000001',
      }),
    ).toMatchObject({ code: 'wrong-account' });
    expect(count('SendAgreementCancellationRequest')).toBe(0);
  });
});

describe('a payment request of a variable payment term', () => {
  it('is sent, listed, charged once the buyer agrees, and cannot be withdrawn then', async () => {
    const { world, core, account, base, reached, listed, count } = await start();
    const { variable } = await core.call('agreements.requestFacts', { account, agreementId: MILESTONES });
    expect(variable).toEqual({ currency: 'USD', max: '12000.00', expiration: 'P10D' });
    const wish = {
      ...base,
      agreementId: MILESTONES,
      name: 'Third wave moved',
      amount: '1250.5',
      description: 'By plan',
    };
    const lastFour = SELLER.slice(-4);
    expect(await core.failure('agreements.sendPayment', { ...wish, lastFour: '0000' })).toMatchObject({
      fields: [{ path: 'lastFour' }],
    });
    const over = await core.failure('agreements.sendPayment', { ...wish, amount: '5000.01', lastFour });
    expect(over.fields).toMatchObject([{ path: 'amount', params: { max: '12000.00', spent: '7000' } }]);
    expect(count('SendAgreementPaymentRequest')).toBe(0);

    const { change } = await core.call('agreements.sendPayment', { ...wish, lastFour });
    const sent = await reached(change.id);
    expect(sent).toMatchObject({ state: 'verified', entityId: MILESTONES, resultId: expect.stringMatching(/^pr-/) });
    const id = sent.resultId ?? '';
    expect(await listed(id)).toMatchObject({
      kind: 'payment',
      status: 'PENDING_APPROVAL',
      amount: '1250.5',
      currency: 'USD',
    });

    const { simulator } = world;
    const buyer = agreementClient(simulator, accountsOf(simulator).buyer);
    await buyer.send(new AcceptAgreementPaymentRequestCommand({ agreementId: MILESTONES, paymentRequestId: id }));
    await core.call('agreements.syncRequests', { account });
    await core.nextEvent('jobs.changed', (job) => job.kind === 'agreements.requests' && job.endedAt !== null);
    expect((await listed(id)).status).toBe('APPROVED');
    const charged = await core.call('agreements.get', { account, agreementId: MILESTONES, refresh: true });
    expect(charged.invoices.map(({ amount }) => Number(amount))).toContain(1250.5);

    const late = await core.call('agreements.withdrawRequest', { account, id, reason: '', confirmedAccountId: SELLER });
    const refused = await reached(late.change.id);
    expect(refused).toMatchObject({ state: 'refused', error: { code: expect.any(String), aws: expect.anything() } });
    expect(refused.error?.aws?.message).toContain('APPROVED');
    expect((await core.call('agreements.request', { account, id })).status).toBe('APPROVED');
    expect(count('SendAgreementPaymentRequest')).toBe(1);
  });

  it('is withdrawn while the buyer has not answered, and its answer that was lost is looked for', async () => {
    const { world, core, account, base, reached, listed, count } = await start();
    world.simulator.control.addFault({ kind: 'drop-after', operation: 'SendAgreementPaymentRequest', times: 1 });
    const wish = { ...base, agreementId: MILESTONES, name: 'Fourth wave', amount: '10', lastFour: SELLER.slice(-4) };
    const sent = await reached((await core.call('agreements.sendPayment', wish)).change.id);
    expect(sent).toMatchObject({ state: 'verified', resultId: expect.stringMatching(/^pr-/) });
    expect(count('SendAgreementPaymentRequest')).toBe(1);
    const { id } = await listed(sent.resultId ?? '');
    const { change } = await core.call('agreements.withdrawRequest', {
      account,
      id,
      reason: '',
      confirmedAccountId: SELLER,
    });
    expect((await reached(change.id)).state).toBe('verified');
    expect((await core.call('agreements.request', { account, id })).status).toBe('CANCELLED');
  });
});

describe('requests made in AWS’s console', () => {
  it('appear with the next reading of requests, payments and cancellations alike', async () => {
    const { world, core, account, agreementId } = await start();
    const { simulator } = world;
    const console_ = agreementClient(simulator, accountsOf(simulator).isv);
    const { acceptedTerms } = await console_.send(new GetAgreementTermsCommand({ agreementId: MILESTONES }));
    const termId = acceptedTerms?.map((term) => term.variablePaymentTerm?.id).find((id) => id !== undefined);
    const payment = await console_.send(
      new SendAgreementPaymentRequestCommand({
        agreementId: MILESTONES,
        termId,
        name: 'From the console',
        chargeAmount: '99.00',
      }),
    );
    const cancellation = await console_.send(
      new SendAgreementCancellationRequestCommand({ agreementId, reasonCode: 'PRODUCT_DISCONTINUED' }),
    );
    await core.call('agreements.syncRequests', { account });
    await core.nextEvent('jobs.changed', (job) => job.kind === 'agreements.requests' && job.endedAt !== null);
    const { items } = await core.call('agreements.requests', { account, pageSize: 200 });
    expect(items).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ id: payment.paymentRequestId, kind: 'payment', amount: '99.00' }),
        expect.objectContaining({
          id: cancellation.agreementCancellationRequestId,
          kind: 'cancellation',
          status: 'PENDING_APPROVAL',
        }),
      ]),
    );
  });
});

describe('requests that move money', () => {
  it('want the last four digits, and stay within what the invoice or the term allows', async () => {
    const { core, base, account, items, reached, count } = await start();
    let found: { agreementId: string; invoiceId: string; max: string } | null = null;
    for (const { id } of items) {
      const detail = await core.call('agreements.get', { account, agreementId: id });
      const invoice = detail.invoices.find(({ type, amount }) => type === 'INVOICE' && Number(amount) > 2);
      if (invoice) {
        found = { agreementId: id, invoiceId: invoice.id, max: invoice.maxAdjustment ?? invoice.amount };
        break;
      }
    }
    if (!found) throw new Error('the seed world has no invoice');
    const { max, ...about } = found;
    const adjustment = {
      ...base,
      ...about,
      amount: '1.00',
      reason: 'INCORRECT_METERING' as const,
      lastFour: SELLER.slice(-4),
    };
    expect(await core.failure('agreements.sendAdjustment', { ...adjustment, lastFour: '0000' })).toMatchObject({
      fields: [{ path: 'lastFour' }],
    });
    expect(
      await core.failure('agreements.sendAdjustment', { ...adjustment, amount: `${max}9`.replace('.', '9') }),
    ).toMatchObject({
      fields: [{ path: 'amount' }],
    });
    expect(count('BatchCreateBillingAdjustmentRequest')).toBe(0);
    const { change } = await core.call('agreements.sendAdjustment', adjustment);
    expect(await reached(change.id)).toMatchObject({ state: 'verified', resultId: expect.stringMatching(/^ba-/) });
    expect(count('BatchCreateBillingAdjustmentRequest')).toBe(1);
    const noTerm = { ...base, name: 'First milestone', amount: '10', lastFour: SELLER.slice(-4) };
    expect(await core.failure('agreements.sendPayment', { ...noTerm, name: 'abc' })).toMatchObject({
      fields: [{ path: 'name', messageKey: 'requests:field.tooShort' }],
    });
  });
});
