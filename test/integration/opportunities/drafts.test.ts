import {
  GetOpportunityCommand,
  UpdateOpportunityCommand,
  ListSolutionsCommand,
} from '@aws-sdk/client-partnercentral-selling';
import { beforeEach, describe, expect, it } from 'vitest';
import type { OpportunityDraft } from '../../../src/shared/domain/opportunity/draft.ts';
import { mergeBodies, rebase } from '../../../src/shared/domain/opportunity/merge.ts';
import { setAt } from '../../../src/shared/domain/opportunity/record.ts';
import { seedAccounts } from '../../../src/simulator/seed/accounts.ts';
import { COMPLETE } from '../../support/opportunity-drafts.ts';
import { accountKey, startPracticeWorld, type PracticeWorld } from '../../support/practice-world.ts';
import { sellingClient } from '../../support/simulator.ts';
import type { TestCore } from '../../support/test-core.ts';

const [PARTNER = ''] = seedAccounts.map(({ accountId }) => accountId);

describe('a draft of an opportunity', () => {
  let world: PracticeWorld;
  let core: TestCore;
  let account: string;

  beforeEach(async () => {
    world = await startPracticeWorld();
    core = await world.startCore();
    account = await accountKey(core, PARTNER);
  });

  const client = () => {
    const partner = world.simulator.accounts.find(({ accountId }) => accountId === PARTNER);
    if (!partner) throw new Error('no partner');
    return sellingClient(world.simulator, partner);
  };

  async function solution(): Promise<string> {
    const { SolutionSummaries } = await client().send(new ListSolutionsCommand({ Catalog: 'AWS', Status: ['Active'] }));
    return SolutionSummaries?.[0]?.Id ?? '';
  }

  const save = async (id: string, revision: number, document: OpportunityDraft) =>
    (await core.call('opportunities.drafts.save', { id, revision, document })).revision;

  async function send(id: string, share = false) {
    const { revision } = await core.call('opportunities.drafts.get', { id });
    const { findings } = await core.call('opportunities.drafts.check', { id });
    return core.call('opportunities.drafts.send', {
      id,
      revision,
      share,
      confirmedAccountId: PARTNER,
      acknowledgedWarnings: findings.filter(({ severity }) => severity === 'warning').map(({ ruleId }) => ruleId),
    });
  }

  /** Until every step of the last send is done, or one has ended badly. */
  async function settle(id: string) {
    await expect
      .poll(
        async () => {
          const { steps } = await core.call('opportunities.drafts.progress', { id });
          const states = steps.map(({ change }) => change?.state ?? 'waiting');
          const document = (await core.call('opportunities.drafts.get', { id })).document;
          const over = states.some((state) => ['failed', 'refused', 'cancelled'].includes(state));
          return over || (states.every((state) => state === 'verified') && document.target !== null);
        },
        { timeout: 20_000, interval: 50 },
      )
      .toBe(true);
    return core.call('opportunities.drafts.progress', { id });
  }

  async function created(): Promise<{ id: string; opportunityId: string }> {
    const draft = await core.call('opportunities.drafts.create', { account });
    const year = new Date().getUTCFullYear() + 1;
    const document = setAt(COMPLETE, 'lifeCycle.targetCloseDate', `${year}-06-30`);
    const associations = [{ type: 'Solutions' as const, id: await solution(), name: 'Ours' }];
    await save(draft.id, draft.revision, { ...document, associations, partnerOpportunityIdentifier: '' });
    await send(draft.id);
    const { opportunityId } = await settle(draft.id);
    return { id: draft.id, opportunityId: opportunityId ?? '' };
  }

  it('is created once, associated after that, and then is about the opportunity at AWS', async () => {
    const { id, opportunityId } = await created();
    const { steps } = await core.call('opportunities.drafts.progress', { id });
    expect(steps.map(({ operation }) => operation)).toEqual(['CreateOpportunity', 'AssociateOpportunity']);
    const held = await client().send(new GetOpportunityCommand({ Catalog: 'AWS', Identifier: opportunityId }));
    expect(held.Customer?.Account?.CompanyName).toBe('Example Corp');
    expect(held.PartnerOpportunityIdentifier).toBe(id);
    expect(held.RelatedEntityIdentifiers?.Solutions).toHaveLength(1);
    expect(held.LifeCycle?.ReviewStatus).toBe('Pending Submission');
    const { document } = await core.call('opportunities.drafts.get', { id });
    expect(document.target).toMatchObject({
      opportunityId,
      base: { lifeCycle: { reviewStatus: 'Pending Submission' } },
    });
    expect(document.associations[0]?.name).toBe('Ours');
    const { drafts } = await core.call('opportunities.drafts.list', { account });
    expect(drafts).toMatchObject([{ id, opportunityId, reviewStatus: 'Pending Submission', sending: 'done' }]);
    // Nothing more to send.
    await expect(send(id)).rejects.toMatchObject({ data: { code: 'nothing-to-send' } });
    expect(world.operations(PARTNER).filter((operation) => operation === 'CreateOpportunity')).toHaveLength(1);

    const clone = await core.call('opportunities.drafts.create', {
      account,
      fromOpportunityId: opportunityId,
      clone: true,
    });
    expect(clone.document).toMatchObject({ target: null, clonedFrom: opportunityId });
    const again = await core.call('opportunities.drafts.create', { account, fromOpportunityId: opportunityId });
    expect(again.id).toBe(id);
  });

  it('says what keeps a send from going on, and goes on by itself', async () => {
    const draft = await core.call('opportunities.drafts.create', { account });
    const closing = `${new Date().getUTCFullYear() + 1}-06-30`;
    const document = setAt(COMPLETE, 'lifeCycle.targetCloseDate', closing);
    await save(draft.id, draft.revision, { ...document, associations: [], partnerOpportunityIdentifier: '' });
    world.simulator.control.addFault({ kind: 'access-denied', operation: 'GetOpportunity' });
    await send(draft.id);
    const hindrance = async () => (await core.call('opportunities.drafts.progress', { id: draft.id })).hindrance;
    await expect.poll(hindrance, { timeout: 10_000, interval: 50 }).toMatchObject({ code: 'access-denied' });
    world.simulator.control.clearFaults();
    expect((await settle(draft.id)).opportunityId).not.toBeNull();
    await expect.poll(hindrance).toBeNull();
    expect(world.operations(PARTNER).filter((operation) => operation === 'CreateOpportunity')).toHaveLength(1);
  });

  it('refuses what is wrong, the wrong account and a draft that was typed on, and sends nothing', async () => {
    const draft = await core.call('opportunities.drafts.create', { account });
    world.simulator.control.clearRequests();
    await expect(send(draft.id)).rejects.toMatchObject({ data: { code: 'preflight-failed' } });
    const input = { id: draft.id, revision: 7, confirmedAccountId: PARTNER };
    await expect(core.call('opportunities.drafts.send', input)).rejects.toMatchObject({
      data: { code: 'draft-changed' },
    });
    const other = { id: draft.id, revision: draft.revision, confirmedAccountId: '999988887777' };
    await expect(core.call('opportunities.drafts.send', other)).rejects.toMatchObject({
      data: { code: 'wrong-account' },
    });
    expect(world.operations(PARTNER)).toEqual([]);
    await expect(save(draft.id, 0, COMPLETE)).rejects.toMatchObject({ data: { code: 'conflict' } });
    await core.call('opportunities.drafts.remove', { id: draft.id });
    await expect(core.call('opportunities.drafts.get', { id: draft.id })).rejects.toMatchObject({
      data: { code: 'not-found' },
    });
  });

  it('is not sent over a change of AWS: both are merged by field', async () => {
    const { id, opportunityId } = await created();
    const held = await client().send(new GetOpportunityCommand({ Catalog: 'AWS', Identifier: opportunityId }));
    const {
      $metadata: _metadata,
      Arn: _arn,
      CreatedDate: _date,
      RelatedEntityIdentifiers: _related,
      OpportunityTeam: _team,
      Id: _id,
      ...body
    } = held;
    await client().send(
      new UpdateOpportunityCommand({
        ...body,
        Catalog: 'AWS',
        Identifier: opportunityId,
        Project: { ...body.Project, Title: 'Renamed by AWS', AdditionalComments: 'Called them' },
      }),
    );
    const before = await core.call('opportunities.drafts.get', { id });
    const mine = setAt(setAt(before.document, 'project.title', 'Renamed here'), 'lifeCycle.nextSteps', 'Visit them');
    await save(id, before.revision, mine);
    world.simulator.control.clearRequests();
    await expect(send(id)).rejects.toMatchObject({ data: { code: 'opportunity-conflict' } });
    expect(world.operations(PARTNER)).not.toContain('UpdateOpportunity');

    const { target } = await core.call('opportunities.drafts.newest', { id });
    const merge = mergeBodies(before.document.target!.base, mine, target.base);
    expect(merge.clashes.map(({ path }) => path)).toEqual(['project.title']);
    expect(merge.taken).toContain('project.additionalComments');
    const current = await core.call('opportunities.drafts.get', { id });
    await save(id, current.revision, rebase(current.document, target, { 'project.title': 'mine' }));
    await send(id);
    expect((await settle(id)).steps.map(({ operation }) => operation)).toEqual(['UpdateOpportunity']);
    const now = await client().send(new GetOpportunityCommand({ Catalog: 'AWS', Identifier: opportunityId }));
    expect(now.Project).toMatchObject({ Title: 'Renamed here', AdditionalComments: 'Called them' });
    expect(now.LifeCycle?.NextSteps).toBe('Visit them');
    const after = await core.call('opportunities.drafts.get', { id });
    expect(after.document.target?.base.project.title).toBe('Renamed here');
  });

  it('is shared, sent back with Action Required, corrected and approved', async () => {
    // By hand from here on.
    world.simulator.control.selling.setReviewHabits({
      startMs: 1,
      answerMs: 1,
      answer: null,
      comments: null,
      reason: null,
    });
    const { id, opportunityId } = await created();
    await send(id, true);
    const { steps, share } = await settle(id);
    expect(share).toBe(true);
    expect(steps.map(({ operation }) => operation)).toEqual(['StartEngagementFromOpportunityTask']);
    await reviewStatus(id, /Submitted|In review/);
    await expect(send(id, true)).rejects.toMatchObject({ data: { code: 'already-published' } });
    const locked = await core.call('opportunities.drafts.get', { id });
    const typed = setAt(locked.document, 'lifeCycle.nextSteps', 'Too early');
    const revision = await save(id, locked.revision, typed);
    await expect(send(id)).rejects.toMatchObject({ data: { code: 'preflight-failed' } });
    await save(id, revision, locked.document);

    await world.simulator.control.selling.review({
      id: opportunityId,
      status: 'Action Required',
      comments: 'Describe the problem',
      reason: 'Other',
    });
    await reviewStatus(id, /Action Required/);
    const back = await core.call('opportunities.drafts.get', { id });
    expect(back.document.target?.base.lifeCycle.reviewComments).toBe('Describe the problem');
    const corrected = setAt(back.document, 'project.customerBusinessProblem', 'The shop stops whenever a sale begins.');
    await save(id, back.revision, setAt(corrected, 'project.title', 'Not to be changed'));
    await expect(send(id)).rejects.toMatchObject({ data: { code: 'preflight-failed' } });
    const again = await core.call('opportunities.drafts.get', { id });
    await save(id, again.revision, corrected);
    await send(id);
    await settle(id);
    await reviewStatus(id, /Submitted|In review/);
    await world.simulator.control.selling.review({
      id: opportunityId,
      status: 'Approved',
      comments: null,
      reason: null,
    });
    await reviewStatus(id, /Approved/);
    const { document } = await core.call('opportunities.drafts.get', { id });
    expect(document.project.customerBusinessProblem).toBe('The shop stops whenever a sale begins.');
    expect(document.target?.base.project.title).toBe('Move the shop');
  });

  /** Reads from AWS, as the page does, until the draft says so. */
  async function reviewStatus(id: string, wanted: RegExp): Promise<void> {
    await expect
      .poll(
        async () => {
          const { target } = (await core.call('opportunities.drafts.get', { id })).document;
          await core.call('opportunities.get', { account, opportunityId: target?.opportunityId ?? '', refresh: true });
          return (await core.call('opportunities.drafts.get', { id })).document.target?.base.lifeCycle.reviewStatus;
        },
        { timeout: 20_000, interval: 50 },
      )
      .toMatch(wanted);
  }
});
