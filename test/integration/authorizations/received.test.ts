import { describe, expect, it } from 'vitest';
import { PARTNER } from '../../support/authorization-stage.ts';
import { reached, requestsOf, startPublishingStage } from '../../support/publishing-stage.ts';
import type { TestCore } from '../../support/test-core.ts';

const QUILLMOOR = '012345678901';

async function keyOf(core: TestCore, awsAccountId: string): Promise<string> {
  const { accounts } = await core.call('accounts.list', {});
  return accounts.find((account) => account.awsAccountId === awsAccountId)?.key ?? '';
}

async function sync(core: TestCore, account: string) {
  const { jobId } = await core.call('authorizations.sync', { account });
  return core.nextEvent('jobs.changed', ({ id, endedAt }) => id === jobId && endedAt !== null);
}

describe('authorizations that a partner receives', () => {
  it('are read with their sellers and states, apart from those the account has issued', async () => {
    const { core } = await startPublishingStage();
    const account = await keyOf(core, PARTNER);
    expect(await sync(core, account)).toMatchObject({ state: 'succeeded' });
    const received = await core.call('authorizations.list', {
      filter: { account, ownership: 'received' },
      pageSize: 200,
    });
    expect(received.syncedAt).not.toBeNull();
    expect(received.items.length).toBeGreaterThan(2);
    for (const item of received.items) {
      expect(item).toMatchObject({ ownership: 'received', resellerAccountId: PARTNER });
      expect(item.manufacturerAccountId).toMatch(/^\d{12}$/);
      expect(item.state).not.toBe('draft');
    }
    expect(new Set(received.items.map(({ state }) => state)).size).toBeGreaterThan(1);
    const issued = await core.call('authorizations.list', { filter: { account, ownership: 'issued' }, pageSize: 200 });
    expect(issued.total).toBe(0);
    const [first] = received.items;
    const detail = await core.call('authorizations.get', { account, authorizationId: first?.id ?? '' });
    expect(detail.terms.length).toBeGreaterThan(0);
    // The partner sees no product: names of dimensions come with the authorization.
    expect(detail.dimensions.every(({ key, name }) => key !== '' && name !== '')).toBe(true);
    expect(detail.dimensions.length).toBeGreaterThan(0);
    const file = await core.call('authorizations.exportText', {
      filter: { account, ownership: 'received' },
      headings: { sellerName: 'Seller', sellerAccountId: 'Seller account' },
    });
    const [head, ...rows] = file.text.trim().split(/\r?\n/);
    expect(head).toContain('Seller,Seller account');
    expect(rows).toHaveLength(received.total);
    expect(rows.every((row) => received.items.some((item) => row.includes(item.manufacturerAccountId ?? '-')))).toBe(
      true,
    );
  });

  it('are read even when the list of issued ones fails, and the refresh says what failed', async () => {
    const { core, simulator } = await startPublishingStage();
    const account = await keyOf(core, PARTNER);
    simulator.control.addFault({ kind: 'access-denied', operation: 'ListEntities', times: 1 });
    const job = await sync(core, account);
    expect(job.state).toBe('failed');
    const { total } = await core.call('authorizations.list', { filter: { account, ownership: 'received' } });
    expect(total).toBeGreaterThan(2);
  });
});

describe('the service-linked role', () => {
  it('is seen, said to be missing, created once by the journal, and seen again', async () => {
    const { core, simulator } = await startPublishingStage();
    const partner = await keyOf(core, PARTNER);
    expect(await core.call('role.get', { account: partner })).toMatchObject({ state: 'present' });
    const account = await keyOf(core, QUILLMOOR);
    const missing = await core.call('role.get', { account });
    expect(missing).toMatchObject({ state: 'missing', arn: null });
    expect(JSON.parse(missing.request)).toMatchObject({
      request: { AWSServiceName: 'resale-authorization.marketplace.amazonaws.com' },
    });
    expect(await core.failure('role.create', { account, confirmedAccountId: PARTNER })).toMatchObject({
      code: 'wrong-account',
    });
    const { change } = await core.call('role.create', { account, confirmedAccountId: QUILLMOOR });
    expect(await reached(core, change.id, 'verified', 'failed', 'refused')).toMatchObject({ state: 'verified' });
    expect(requestsOf(simulator, 'CreateServiceLinkedRole').length).toBe(1);
    expect(await core.call('role.get', { account })).toMatchObject({ state: 'present' });
  });
});
