import { GetEngagementInvitationCommand, GetOpportunityCommand } from '@aws-sdk/client-partnercentral-selling';
import { beforeEach, describe, expect, it } from 'vitest';
import type { InvitationDetail } from '../../../src/shared/domain/opportunity/invitation.ts';
import { seedAccounts } from '../../../src/simulator/seed/accounts.ts';
import { accountKey, startPracticeWorld, syncToEnd, type PracticeWorld } from '../../support/practice-world.ts';
import { sellingClient } from '../../support/simulator.ts';
import type { TestCore } from '../../support/test-core.ts';

const [PARTNER = ''] = seedAccounts.map(({ accountId }) => accountId);
const ASSIGNEE = {
  title: 'PartnerAccountManager',
  firstName: 'Nils',
  lastName: 'Ek',
  email: 'nils@example.com',
} as const;

describe('invitations of AWS', () => {
  let world: PracticeWorld;
  let core: TestCore;
  let account: string;

  beforeEach(async () => {
    world = await startPracticeWorld({ opportunities: 3 });
    core = await world.startCore();
    account = await accountKey(core, PARTNER);
  });

  const client = () => {
    const partner = world.simulator.accounts.find(({ accountId }) => accountId === PARTNER);
    if (!partner) throw new Error('no partner');
    return sellingClient(world.simulator, partner);
  };
  const held = (id: string) => client().send(new GetEngagementInvitationCommand({ Catalog: 'AWS', Identifier: id }));
  const sentTimes = (operation: string) => world.operations(PARTNER).filter((each) => each === operation).length;
  const get = (invitationId: string) => core.call('invitations.get', { account, invitationId });
  const waiting = (text = '') =>
    core.call('invitations.list', { filter: { account, statuses: ['PENDING'], text }, sortBy: 'expiresAt' });

  async function referred(order: { companyName?: string; days?: number } = {}): Promise<string> {
    const [invitation] = await world.simulator.control.selling.refer({ accountId: PARTNER, ...order });
    return invitation?.id ?? '';
  }

  const answer = (invitationId: string, reason: 'Unable to support' | null = null, confirmedAccountId = PARTNER) =>
    core.call('invitations.answer', {
      account,
      invitationId,
      answer: reason === null ? 'accept' : 'reject',
      reason,
      confirmedAccountId,
    });

  async function settled(id: string, wanted: (detail: InvitationDetail) => boolean): Promise<InvitationDetail> {
    let found = await get(id);
    await expect.poll(async () => wanted((found = await get(id))), { timeout: 20_000, interval: 30 }).toBe(true);
    return found;
  }
  const ended = (state: string) => (detail: InvitationDetail) => detail.change?.state === state;
  const isTaken = (detail: InvitationDetail) => ended('verified')(detail) && detail.opportunityId !== null;

  it('come with their deadline, masked; a second look costs one page, and new ones are found', async () => {
    expect((await syncToEnd(core, 'invitations', { account })).state).toBe('succeeded');
    const { items, total, syncedAt } = await waiting();
    expect(total).toBeGreaterThan(5);
    expect(syncedAt).not.toBeNull();
    expect(items.every(({ customer, daysLeft }) => customer !== '' && (daysLeft ?? -1) >= 0)).toBe(true);
    const detail = await get(items[0]?.id ?? '');
    expect(JSON.stringify(detail.document)).not.toContain('StreetAddress');

    const id = await referred({ companyName: 'Quayside Tools' });
    world.simulator.control.clearRequests();
    await syncToEnd(core, 'invitations', { account });
    expect((await waiting('quayside')).items.map((item) => item.id)).toEqual([id]);
    expect(sentTimes('GetEngagementInvitation')).toBe(1);
    world.simulator.control.clearRequests();
    await syncToEnd(core, 'invitations', { account });
    expect(world.operations(PARTNER).filter((each) => each !== 'GetCallerIdentity')).toEqual([
      'ListEngagementInvitations',
    ]);
  });

  it('are accepted by a task that is followed; the deal is read unmasked, linked, and then assigned', async () => {
    const id = await referred();
    await get(id);
    const assign = (opportunityId: string) =>
      core.call('opportunities.assign', { account, opportunityId, assignee: ASSIGNEE, confirmedAccountId: PARTNER });
    world.simulator.control.clearRequests();
    await expect(assign(id)).rejects.toMatchObject({ data: { code: 'invitation-not-accepted' } });
    await expect(answer(id, null, '999988887777')).rejects.toMatchObject({ data: { code: 'wrong-account' } });
    expect(world.operations(PARTNER)).toEqual([]);
    const plan = await core.call('invitations.plan', { account, invitationId: id, answer: 'accept' });
    expect(plan.operation).toBe('StartEngagementByAcceptingInvitationTask');
    expect(JSON.parse(plan.json)).toEqual({ Catalog: 'AWS', Identifier: id });

    await answer(id);
    const { opportunityId, status } = await settled(id, isTaken);
    expect(status).toBe('ACCEPTED');
    const deal = await core.call('opportunities.get', { account, opportunityId: opportunityId ?? '' });
    expect(deal.document).toMatchObject({ Customer: { Account: { Address: { City: 'Albany' } } } });
    await expect(answer(id)).rejects.toMatchObject({ data: { code: 'invitation-closed' } });
    expect(sentTimes('StartEngagementByAcceptingInvitationTask')).toBe(1);

    // The answer is lost, and there is no token: AWS is asked before anything is sent again.
    world.simulator.control.addFault({ kind: 'drop-after', operation: 'AssignOpportunity', times: 1 });
    const { change } = await assign(opportunityId ?? '');
    await core.nextEvent('changes.changed', (event) => event.id === change.id && event.state === 'verified');
    expect(sentTimes('AssignOpportunity')).toBe(1);
    const { OpportunityTeam } = await client().send(
      new GetOpportunityCommand({ Catalog: 'AWS', Identifier: opportunityId ?? '' }),
    );
    expect(OpportunityTeam).toContainEqual(expect.objectContaining({ Email: ASSIGNEE.email, LastName: 'Ek' }));
    await expect
      .poll(async () => {
        const { document } = await core.call('opportunities.get', { account, opportunityId: opportunityId ?? '' });
        return JSON.stringify(document?.['OpportunityTeam']);
      })
      .toContain(ASSIGNEE.email);
    const stranger = { ...ASSIGNEE, title: 'OpportunityOwner' as const };
    const refused = await core.call('opportunities.assign', {
      account,
      opportunityId: opportunityId ?? '',
      assignee: stranger,
      confirmedAccountId: PARTNER,
    });
    const end = await core.nextEvent(
      'changes.changed',
      (event) => event.id === refused.change.id && event.state === 'refused',
    );
    expect(end.error?.fields[0]?.path).toContain('mail');
  });

  it('are accepted once though the answer is lost and AWS forgets tokens', async () => {
    const id = await referred();
    const operation = 'StartEngagementByAcceptingInvitationTask';
    world.simulator.control.addFault({ kind: 'forget-tokens', operation });
    world.simulator.control.addFault({ kind: 'drop-after', operation, times: 1 });
    await answer(id);
    expect((await settled(id, isTaken)).change?.error).toBeNull();
    expect(sentTimes(operation)).toBe(1);
  });

  it('are tried again with a token of their own after a task has failed', async () => {
    const id = await referred();
    world.simulator.control.selling.failNextTask({
      accountId: PARTNER,
      kind: 'acceptance',
      reasonCode: 'InternalError',
      message: 'Try again later.',
    });
    const first = await answer(id);
    const failed = await settled(id, ended('failed'));
    expect(failed).toMatchObject({ status: 'PENDING', opportunityId: null });
    expect(failed.change?.error).toMatchObject({
      retryable: true,
      aws: { code: 'InternalError', message: 'Try again later.' },
    });
    const second = await answer(id);
    expect(second.change.id).not.toBe(first.change.id);
    await settled(id, isTaken);
    const tokens = world.simulator.control
      .requests()
      .filter(({ operation }) => operation === 'StartEngagementByAcceptingInvitationTask')
      .map(({ input }) => (input as { ClientToken: string }).ClientToken);
    expect(new Set(tokens).size).toBe(2);
  });

  it('are rejected once with a reason of AWS’s and nothing else, also where the answer is lost', async () => {
    const id = await referred();
    const withoutReason = { account, invitationId: id, answer: 'reject', confirmedAccountId: PARTNER };
    expect(await core.failure('invitations.answer', withoutReason)).toMatchObject({ code: 'invalid-input' });
    expect(await core.failure('invitations.answer', { ...withoutReason, reason: 'No time' })).toMatchObject({
      code: 'invalid-input',
    });
    world.simulator.control.addFault({ kind: 'drop-after', operation: 'RejectEngagementInvitation', times: 1 });
    await answer(id, 'Unable to support');
    const { status } = await settled(id, (detail) => ended('verified')(detail) && detail.status === 'REJECTED');
    expect(status).toBe('REJECTED');
    expect(await held(id)).toMatchObject({ Status: 'REJECTED', RejectionReason: 'Unable to support' });
    const [request] = world.simulator.control
      .requests()
      .filter(({ operation }) => operation === 'RejectEngagementInvitation');
    expect(request?.input).toEqual({ Catalog: 'AWS', Identifier: id, RejectionReason: 'Unable to support' });
    expect(sentTimes('RejectEngagementInvitation')).toBe(1);
  });

  it('take no answer once they have expired, and say so before anything is sent', async () => {
    const id = await referred({ days: 1e-9 });
    await expect.poll(async () => (await held(id)).Status).toBe('EXPIRED');
    await expect(answer(id)).rejects.toMatchObject({
      data: { code: 'invitation-closed', params: { status: 'EXPIRED' } },
    });
    expect(sentTimes('StartEngagementByAcceptingInvitationTask')).toBe(0);
    expect((await get(id)).status).toBe('EXPIRED');
  });

  it('to leads stand beside those to deals, are accepted at once or rejected with any text, each once', async () => {
    const control = world.simulator.control.selling;
    const lead = { accountId: PARTNER, catalog: 'AWS' } as const;
    const { id: taken } = await control.referLead({ ...lead, companyName: 'Brack and Sons' });
    const { id: refused } = await control.referLead({ ...lead, companyName: 'Tarn Optics' });
    await syncToEnd(core, 'invitations', { account });
    const { items, total } = await core.call('invitations.list', {
      filter: { account, types: ['LeadInvitation'], text: 'brack' },
    });
    expect(total).toBe(1);
    expect(items[0]).toMatchObject({ id: taken, payloadType: 'LeadInvitation', customer: 'Brack and Sons' });
    const { document } = await get(taken);
    expect(JSON.stringify(document)).toContain('CTO');
    expect(JSON.stringify(document)).not.toContain('ines.roth');
    const plan = await core.call('invitations.plan', { account, invitationId: taken, answer: 'accept' });
    expect(plan.operation).toBe('AcceptEngagementInvitation');

    for (const operation of ['AcceptEngagementInvitation', 'RejectEngagementInvitation']) {
      world.simulator.control.addFault({ kind: 'drop-after', operation, times: 1 });
    }
    await answer(taken);
    expect((await settled(taken, ended('verified'))).status).toBe('ACCEPTED');
    await expect(answer(taken)).rejects.toMatchObject({ data: { code: 'invitation-closed' } });

    const reject = { account, invitationId: refused, answer: 'reject', confirmedAccountId: PARTNER } as const;
    for (const reason of ['', ' ', 'x'.repeat(81)]) {
      expect(await core.failure('invitations.answer', { ...reject, reason })).toMatchObject({ code: 'invalid-input' });
    }
    await core.call('invitations.answer', { ...reject, reason: 'They closed down' });
    await settled(refused, (detail) => ended('verified')(detail) && detail.status === 'REJECTED');
    expect(await held(refused)).toMatchObject({ RejectionReason: 'They closed down' });
    expect(sentTimes('AcceptEngagementInvitation')).toBe(1);
    expect(sentTimes('RejectEngagementInvitation')).toBe(1);
    expect(sentTimes('StartEngagementByAcceptingInvitationTask')).toBe(0);
  });
});
