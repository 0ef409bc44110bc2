import { describe, expect, it } from 'vitest';
import { seedAccounts } from '../../../src/simulator/seed/accounts.ts';
import { accountKey, startPracticeWorld, syncToEnd } from '../../support/practice-world.ts';

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
  const count = (operation: string) => world.operations(SELLER).filter((each) => each === operation).length;
  return { world, core, account, agreementId, base, reached, requests, count, items };
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
