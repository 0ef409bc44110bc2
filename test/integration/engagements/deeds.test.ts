import { beforeEach, describe, expect, it } from 'vitest';
import type { Deed } from '../../../src/shared/domain/engagement/deed.ts';
import { seedAccounts } from '../../../src/simulator/seed/accounts.ts';
import { accountKey, startPracticeWorld, syncToEnd, type PracticeWorld } from '../../support/practice-world.ts';
import type { TestCore } from '../../support/test-core.ts';

const [PARTNER = '', OTHER = ''] = seedAccounts.map(({ accountId }) => accountId);
const PROJECT = {
  companyName: 'Brack and Sons',
  industry: 'Retail',
  website: 'https://brack.example.com',
  country: 'US',
  title: 'Move the order desk',
  businessProblem: 'The order desk runs on servers that are no longer maintained.',
  targetDate: '2027-05-01',
};

describe('what is done about engagements', () => {
  let world: PracticeWorld;
  let core: TestCore;
  let account: string;

  beforeEach(async () => {
    world = await startPracticeWorld({ opportunities: 3 });
    core = await world.startCore();
    account = await accountKey(core, PARTNER);
  });

  const sentTimes = (operation: string) => world.operations(PARTNER).filter((each) => each === operation).length;

  /** Under a lost answer and forgotten tokens: what is sent twice would be made twice. */
  async function once(operation: string, deed: Deed) {
    world.simulator.control.clearRequests();
    world.simulator.control.addFault({ kind: 'forget-tokens', operation });
    world.simulator.control.addFault({ kind: 'drop-after', operation, times: 1 });
    const plan = await core.call('engagements.plan', { account, deed });
    expect(plan.operation).toBe(operation);
    const end = await write(deed);
    expect(end.state, JSON.stringify(end.error)).toBe('verified');
    expect(sentTimes(operation)).toBe(1);
    const [request] = world.simulator.control.requests().filter((each) => each.operation === operation);
    expect(request?.input).toMatchObject(JSON.parse(plan.json) as object);
    return end;
  }

  async function write(deed: Deed) {
    const { change } = await core.call('engagements.write', { account, deed, confirmedAccountId: PARTNER });
    return core.nextEvent(
      'changes.changed',
      (event) => event.id === change.id && ['verified', 'failed', 'refused'].includes(event.state),
    );
  }
  const refusal = async (deed: Deed) => {
    const end = await write(deed);
    return { state: end.state, code: end.error?.code };
  };
  const failure = (deed: Deed) => core.failure('engagements.write', { account, deed, confirmedAccountId: PARTNER });

  it('makes an engagement, adds a project and invites a partner, each once', async () => {
    const made = await once('CreateEngagement', {
      kind: 'engagement-create',
      title: 'Order desk',
      description: '',
      project: null,
    });
    const engagementId = made.entityId ?? '';
    const get = () => core.call('engagements.get', { account, engagementId });
    expect(await get()).toMatchObject({ title: 'Order desk', createdBy: PARTNER, contextTypes: [] });
    const invite = {
      kind: 'engagement-invite',
      engagementId,
      receiverId: OTHER,
      alias: '',
      message: 'Join us',
      responsibilities: ['Reseller'],
      sender: { firstName: 'Ada', lastName: 'Fenwick', businessTitle: '', email: 'ada@lanternfish.example.com' },
    } satisfies Deed;
    expect(await failure(invite)).toMatchObject({ code: 'engagement-without-project' });

    await once('CreateEngagementContext', { kind: 'context-create', engagementId, project: PROJECT });
    await expect.poll(async () => (await get()).customer).toBe('Brack and Sons');
    await once('CreateEngagementInvitation', invite);
    await expect.poll(async () => (await get()).invitations.length).toBe(1);
    expect((await get()).invitations[0]).toMatchObject({ receiverId: OTHER, status: 'PENDING' });
    expect(await refusal(invite)).toEqual({ state: 'refused', code: 'validation-refused' });
    expect(await refusal({ ...invite, receiverId: '999988887777' })).toEqual({
      state: 'refused',
      code: 'validation-refused',
    });
  });

  it('takes snapshots, and makes, starts, stops and deletes the jobs that keep them fresh, each once', async () => {
    await syncToEnd(core, 'opportunities', { account });
    await syncToEnd(core, 'engagements', { account });
    const { items } = await core.call('engagements.list', { filter: { account, about: 'deal' }, pageSize: 50 });
    expect(items.some(({ customer }) => customer !== '')).toBe(true);
    const shared = [];
    for (const { id } of items) shared.push(await core.call('engagements.get', { account, engagementId: id }));
    const engagement = shared.find(({ resources }) => resources.some(({ isOwn }) => isOwn));
    const opportunityId = engagement?.resources.find(({ isOwn }) => isOwn)?.id ?? '';
    const engagementId = engagement?.id ?? '';
    const of = await core.call('engagements.ofOpportunity', { account, opportunityId });
    expect(of.engagements.map(({ id }) => id)).toEqual([engagementId]);

    const snapshots = () => core.call('engagements.snapshots', { account, engagementId });
    const name = { engagementId, opportunityId, template: 'OpportunitySummaryView' };
    const revision = async () =>
      (await snapshots()).snapshots.find(({ template }) => template === name.template)?.revision ?? 0;
    const before = await revision();
    await once('CreateResourceSnapshot', { kind: 'snapshot-create', ...name });
    expect(await revision()).toBe(before + 1);
    const newest = await core.call('engagements.snapshot', { account, ...name });
    expect(newest).toMatchObject({ revision: before + 1, isOwn: true, opportunityId });
    expect(newest.payload).toHaveProperty('OpportunitySummary');

    for (const job of (await snapshots()).jobs) {
      if (job.status === 'Running') await write({ kind: 'snapshot-job-stop', engagementId, jobId: job.id });
      await write({ kind: 'snapshot-job-delete', engagementId, jobId: job.id });
    }
    const made = await once('CreateResourceSnapshotJob', { kind: 'snapshot-job-create', ...name });
    const jobId = made.resultId ?? '';
    expect(await refusal({ kind: 'snapshot-job-create', ...name })).toMatchObject({ state: 'refused' });
    await once('StartResourceSnapshotJob', { kind: 'snapshot-job-start', engagementId, jobId });
    expect((await snapshots()).jobs).toMatchObject([{ id: jobId, status: 'Running', lastFailure: '' }]);
    const remove = { kind: 'snapshot-job-delete', engagementId, jobId } as const;
    expect(await failure(remove)).toMatchObject({ code: 'snapshot-job-running' });
    await once('StopResourceSnapshotJob', { kind: 'snapshot-job-stop', engagementId, jobId });

    const arn = (await snapshots()).jobs[0]?.arn ?? '';
    const tags = async () => (await core.call('engagements.tags', { account, arn })).tags;
    await once('TagResource', { kind: 'tag-put', arn, tags: [{ key: 'team', value: 'north' }] });
    expect(await tags()).toEqual([{ key: 'team', value: 'north' }]);
    await once('UntagResource', { kind: 'tag-drop', arn, keys: ['team'] });
    expect(await tags()).toEqual([]);

    await once('DeleteResourceSnapshotJob', remove);
    expect((await snapshots()).jobs).toEqual([]);
  });

  it('sets the role of snapshot jobs, of the own account alone', async () => {
    const role = `arn:aws:iam::${PARTNER}:role/path/Snapshots`;
    const foreign = { kind: 'snapshot-role', role: `arn:aws:iam::${OTHER}:role/Snapshots` } as const;
    expect(await failure(foreign)).toMatchObject({
      code: 'invalid-input',
      fields: [{ path: 'role', params: { owner: OTHER, awsAccountId: PARTNER } }],
    });
    expect(await failure({ kind: 'snapshot-role', role: 'not a role' })).toMatchObject({ code: 'invalid-input' });
    expect(sentTimes('PutSellingSystemSettings')).toBe(0);
    await once('PutSellingSystemSettings', { kind: 'snapshot-role', role });
    expect(await core.call('engagements.settings', { account })).toEqual({ catalog: 'AWS', roleArn: role });
    await once('PutSellingSystemSettings', { kind: 'snapshot-role', role: 'Other-Role' });
    expect((await core.call('engagements.settings', { account })).roleArn).toBe(
      `arn:aws:iam::${PARTNER}:role/Other-Role`,
    );
  });
});
