import {
  GetOpportunityCommand,
  StartEngagementByAcceptingInvitationTaskCommand,
} from '@aws-sdk/client-partnercentral-selling';
import { beforeEach, describe, expect, it } from 'vitest';
import type { BulkAction } from '../../../src/shared/domain/bulk/bulk.ts';
import { seedAccounts } from '../../../src/simulator/seed/accounts.ts';
import { lookAndStart, settled } from '../../support/bulk-runs.ts';
import { accountKey, startPracticeWorld, syncToEnd, type PracticeWorld } from '../../support/practice-world.ts';
import { sellingClient } from '../../support/simulator.ts';
import type { TestCore } from '../../support/test-core.ts';

const [PARTNER = ''] = seedAccounts.map(({ accountId }) => accountId);
const ASSIGNEE = {
  title: 'PartnerAccountManager',
  firstName: 'Nils',
  lastName: 'Ek',
  email: 'nils@example.com',
  phone: '+4687000000',
} as const;
const START = 'StartEngagementByAcceptingInvitationTask';

describe('many deals at once', () => {
  let world: PracticeWorld;
  let core: TestCore;
  let account: string;

  beforeEach(async () => {
    world = await startPracticeWorld({ opportunities: 12 });
    core = await world.startCore();
    account = await accountKey(core, PARTNER);
  });

  const partnerClient = () => {
    const partner = world.simulator.accounts.find(({ accountId }) => accountId === PARTNER);
    if (!partner) throw new Error('no partner');
    return sellingClient(world.simulator, partner);
  };
  const count = (operation: string) => world.operations(PARTNER).filter((each) => each === operation).length;

  async function referred(order: { count?: number; days?: number } = {}): Promise<string[]> {
    const made = await world.simulator.control.selling.refer({ accountId: PARTNER, ...order });
    await syncToEnd(core, 'invitations', { account });
    return made.map(({ id }) => id);
  }

  const accept = (ids: readonly string[]): BulkAction => ({
    kind: 'accept',
    invitations: ids.map((invitationId) => ({ account, invitationId })),
    acknowledgedWarnings: [],
  });
  const assign = (kind: 'opportunity' | 'invitation', ids: readonly string[]): BulkAction => ({
    kind: 'assign',
    assignee: ASSIGNEE,
    deals: ids.map((id) => ({ account, kind, id })),
    acknowledgedWarnings: [],
  });
  const keysOf = (rows: readonly { problems: { messageKey: string }[] }[]) =>
    rows.map(({ problems }) => problems.map(({ messageKey }) => messageKey).join());

  it('accepts each once and leads to its opportunity, asks for many at once, and then assigns them', async () => {
    const ids = await referred({ count: 8 });
    world.simulator.control.clearRequests();
    const { plan, run } = await lookAndStart(core, accept(ids), [7]);
    expect(plan.rows[0]).toMatchObject({ problems: [], undo: 'none', customer: expect.stringContaining('Windrush') });
    expect(plan.accounts[0]).toMatchObject({ awsAccountId: PARTNER, rows: 8, leftToday: expect.any(Number) });
    expect(plan.estimateMs).not.toBeNull();
    const ended = await settled(core, run.id, 'ended');
    expect(ended.counts).toMatchObject({ done: 7, failed: 0 });
    expect(count(START)).toBe(7);
    const { items } = await core.call('bulk.rows', { runId: run.id });
    const made = items.map(({ result }) => result?.id ?? '');
    expect(items.every(({ result }) => result?.kind === 'opportunity' && /^O\d+$/.test(result.id))).toBe(true);
    expect(new Set(made).size).toBe(7);
    // How the next ones stand is one question for all of them, and so is what has become of their tasks.
    expect(count('ListEngagementInvitations')).toBeLessThanOrEqual(2);
    expect(count('ListEngagementByAcceptingInvitationTasks')).toBeLessThan(2 * 7);

    const wait = async () =>
      (
        await core.call('invitations.list', { filter: { account, statuses: ['ACCEPTED'] }, pageSize: 200 })
      ).items.filter(({ id, opportunityId }) => ids.includes(id) && opportunityId !== null).length;
    await expect.poll(wait, { timeout: 20_000, interval: 30 }).toBe(7);
    expect(keysOf((await core.call('bulk.preview', { action: accept(ids) })).rows)).toEqual([
      ...Array<string>(7).fill('bulk:problem.accepted'),
      '',
    ]);

    const twice = await core.call('bulk.preview', {
      action: {
        kind: 'assign',
        assignee: ASSIGNEE,
        deals: [
          ...made.map((id) => ({ account, kind: 'opportunity' as const, id })),
          ...ids.map((id) => ({ account, kind: 'invitation' as const, id })),
        ],
        acknowledgedWarnings: [],
      },
    });
    expect(keysOf(twice.rows)).toEqual([
      ...Array<string>(7).fill(''),
      ...Array<string>(7).fill('bulk:problem.twice'),
      'errors:invitation-not-accepted.what',
    ]);
    // The answer to one is lost: it is looked for before anything is sent again.
    world.simulator.control.addFault({ kind: 'drop-after', operation: 'AssignOpportunity', times: 1 });
    const assigned = await lookAndStart(core, assign('opportunity', made));
    expect((await settled(core, assigned.run.id, 'ended')).counts).toMatchObject({ done: 7, failed: 0 });
    expect(count('AssignOpportunity')).toBe(7);
    const client = partnerClient();
    for (const id of made.slice(0, 2)) {
      const { OpportunityTeam } = await client.send(new GetOpportunityCommand({ Catalog: 'AWS', Identifier: id }));
      expect(OpportunityTeam).toContainEqual(
        expect.objectContaining({ Email: ASSIGNEE.email, LastName: 'Ek', Phone: ASSIGNEE.phone }),
      );
    }
    await expect
      .poll(async () => keysOf((await core.call('bulk.preview', { action: assign('opportunity', made) })).rows))
      .toEqual(Array<string>(7).fill('bulk:problem.assigned'));
    expect(
      await core.failure('bulk.start', { action: assign('opportunity', made), confirmedAccountIds: {} }),
    ).toMatchObject({ code: 'nothing-to-send' });
  });

  it('leaves out what may not be accepted or assigned, with the reason, and sends nothing for it', async () => {
    const [late = ''] = await referred({ days: 1e-9 });
    const [open = '', gone = ''] = await referred({ count: 2 });
    await core.call('invitations.answer', {
      account,
      invitationId: gone,
      answer: 'reject',
      reason: 'Unable to support',
      confirmedAccountId: PARTNER,
    });
    const status = async () => (await core.call('invitations.get', { account, invitationId: gone })).status;
    await expect.poll(status, { timeout: 20_000, interval: 30 }).toBe('REJECTED');
    const { rows } = await core.call('bulk.preview', { action: accept([late, open, gone, 'engi-0000000000unk']) });
    expect(keysOf(rows)[0]).toMatch(/expired|invitation-closed/);
    expect(keysOf(rows).slice(1)).toEqual(['', 'errors:invitation-closed.what', 'errors:not-found.what']);

    await syncToEnd(core, 'opportunities', { account });
    const { items } = await core.call('opportunities.list', { filter: { account }, pageSize: 200 });
    const { rows: deals } = await core.call('bulk.preview', {
      action: assign(
        'opportunity',
        items.map(({ id }) => id),
      ),
    });
    const expected = {
      'Pending Submission': 'notShared',
      Submitted: 'inReview',
      'In review': 'inReview',
      Rejected: 'rejected',
    };
    for (const [index, { reviewStatus }] of items.entries()) {
      const key = (expected as Record<string, string>)[reviewStatus];
      expect(keysOf(deals)[index]).toBe(key === undefined ? '' : `bulk:problem.${key}`);
    }
    expect(keysOf(deals)).toContain('bulk:problem.notShared');
    const bad = { ...assign('opportunity', ['O1']), assignee: { ...ASSIGNEE, phone: '070 00' } };
    expect(await core.failure('bulk.preview', { action: bad })).toMatchObject({ code: 'invalid-input' });
  });

  it('looks at AWS’s list before each, so that what somebody else has answered meanwhile is not sent', async () => {
    const [mine = '', theirs = ''] = await referred({ count: 2 });
    const client = partnerClient();
    await client.send(
      new StartEngagementByAcceptingInvitationTaskCommand({
        Catalog: 'AWS',
        Identifier: theirs,
        ClientToken: 'theirs',
      }),
    );
    world.simulator.control.clearRequests();
    const { run } = await lookAndStart(core, accept([mine, theirs]));
    expect((await settled(core, run.id, 'ended')).counts).toMatchObject({ done: 1, failed: 1 });
    expect(count(START)).toBe(1);
    const { items } = await core.call('bulk.rows', { runId: run.id, states: ['failed'] });
    expect(items[0]).toMatchObject({ subject: { id: theirs }, error: { code: 'invitation-closed' } });
  });
});
