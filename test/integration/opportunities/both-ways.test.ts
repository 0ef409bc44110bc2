import { CreateOpportunityCommand } from '@aws-sdk/client-partnercentral-selling';
import { describe, expect, it } from 'vitest';
import { opportunityDraft } from '../../support/opportunity-draft.ts';
import { openOpportunityStage, PARTNER } from '../../support/opportunity-stage.ts';
import { syncToEnd } from '../../support/practice-world.ts';

const byHand = { startMs: 1, answerMs: 1, answer: null, comments: null, reason: null };

describe('what comes from AWS', () => {
  it('arrives whoever made it, once, and never makes a second record of what is here', async () => {
    const { core, account, client, put, change, world, get } = await openOpportunityStage();
    const list = async () =>
      (await core.call('opportunities.list', { filter: { account }, pageSize: 200 })).items.map((item) => item);
    await syncToEnd(core, 'opportunities', { account });
    const before = await list();
    // Made in Partner Central itself.
    const made = await client.send(new CreateOpportunityCommand(opportunityDraft()));
    await syncToEnd(core, 'opportunities', { account });
    expect((await list()).map(({ id }) => id)).toContain(made.Id);
    // Made here; AWS's own id and ours for it are on the record after the sync.
    const { id, opportunityId } = await put();
    await syncToEnd(core, 'opportunities', { account });
    expect((await list()).find((item) => item.id === opportunityId)).toMatchObject({ partnerId: id });
    await change(id, { partnerOpportunityIdentifier: 'CRM-77' });
    await world.simulator.control.selling.edit({ id: opportunityId, content: { Project: { Title: 'Renamed there' } } });
    await syncToEnd(core, 'opportunities', { account });
    const after = await list();
    expect(after).toHaveLength(before.length + 2);
    expect(after.find((item) => item.id === opportunityId)).toMatchObject({
      partnerId: 'CRM-77',
      title: 'Renamed there',
      account,
    });
    expect((await get(id)).project.title).toBe('Renamed there');
    const { drafts } = await core.call('opportunities.drafts.list', { account });
    expect(drafts.map((draft) => draft.opportunityId)).toEqual([opportunityId]);
  });

  it('is taken over while the person may change nothing, and what is typed then is not sent', async () => {
    const { world, put, get, save, send, read, sentTimes, complete } = await openOpportunityStage();
    world.simulator.control.selling.setReviewHabits(byHand);
    const { id, opportunityId } = await put(complete(), true);
    await world.simulator.control.selling.edit({
      id: opportunityId,
      content: { Project: { AdditionalComments: 'Seen' } },
    });
    await read(opportunityId);
    const followed = await get(id);
    expect(followed.target?.base.lifeCycle.reviewStatus).toMatch(/Submitted|In review/);
    expect(followed.project.additionalComments).toBe('Seen');
    await save(id, { ...followed, lifeCycle: { ...followed.lifeCycle, nextSteps: 'Too early' } });
    await expect(send(id)).rejects.toMatchObject({ data: { code: 'preflight-failed' } });
    expect(sentTimes('UpdateOpportunity')).toBe(0);
    await world.simulator.control.selling.review({
      id: opportunityId,
      status: 'Approved',
      comments: null,
      reason: null,
    });
    await read(opportunityId);
    expect(await get(id)).toMatchObject({
      lifeCycle: { nextSteps: 'Too early', reviewStatus: 'Approved' },
      target: { base: { lifeCycle: { reviewStatus: 'Approved' } } },
    });
  });

  it('is a referral where AWS brought it: never submitted as a deal of the partner’s', async () => {
    const { core, account, world, send } = await openOpportunityStage();
    const [invitation] = await world.simulator.control.selling.refer({ accountId: PARTNER });
    const invitationId = invitation?.id ?? '';
    await core.call('invitations.get', { account, invitationId });
    const answer = { account, invitationId, answer: 'accept' as const, reason: null, confirmedAccountId: PARTNER };
    await core.call('invitations.answer', answer);
    const taken = async () => (await core.call('invitations.get', { account, invitationId })).opportunityId;
    await expect.poll(taken, { timeout: 20_000, interval: 30 }).not.toBeNull();
    const opportunityId = (await taken()) ?? '';
    expect(await core.call('opportunities.get', { account, opportunityId })).toMatchObject({ origin: 'AWS Referral' });
    const { id, document } = await core.call('opportunities.drafts.create', {
      account,
      fromOpportunityId: opportunityId,
    });
    expect(document.target?.origin).toBe('AWS Referral');
    await expect(send(id, true)).rejects.toMatchObject({ data: { code: 'already-published' } });
    expect(world.operations(PARTNER)).not.toContain('StartEngagementFromOpportunityTask');
  });
});

describe('what goes to AWS', () => {
  it('keeps solutions chosen before it was made, over a reload, beside another one in words; one can be taken away', async () => {
    const { core, account, world, complete, write, get, send, settle, held, sentTimes, save } =
      await openOpportunityStage();
    world.simulator.control.selling.setReviewHabits(byHand);
    const { items } = await core.call('opportunities.solutions', { account, pageSize: 2 });
    const chosen = items.map(({ id, name }) => ({ type: 'Solutions' as const, id, name }));
    const id = await write(complete({ associations: chosen, 'project.otherSolutionDescription': 'Our own scripts' }));
    expect((await get(id)).associations).toEqual(chosen);
    await send(id, true);
    const { state, opportunityId, steps } = await settle(id);
    expect(state).toBe('done');
    expect(steps.map(({ operation }) => operation)).toEqual([
      'CreateOpportunity',
      'AssociateOpportunity',
      'AssociateOpportunity',
      'StartEngagementFromOpportunityTask',
    ]);
    expect(sentTimes('CreateOpportunity')).toBe(1);
    const record = await held(opportunityId ?? '');
    expect(record.RelatedEntityIdentifiers?.Solutions?.toSorted()).toEqual(chosen.map((each) => each.id).toSorted());
    expect(record.LifeCycle?.ReviewStatus).toMatch(/Submitted|In review/);

    const review = { id: opportunityId ?? '', status: 'Approved' as const, comments: null, reason: null };
    await world.simulator.control.selling.review(review);
    await core.call('opportunities.get', { account, opportunityId: opportunityId ?? '', refresh: true });
    const approved = await get(id);
    await save(id, { ...approved, associations: approved.associations.slice(0, 1) });
    await send(id);
    expect((await settle(id)).steps.map(({ operation }) => operation)).toEqual(['DisassociateOpportunity']);
    expect((await held(opportunityId ?? '')).RelatedEntityIdentifiers?.Solutions).toHaveLength(1);
  });

  it('is told as refused where AWS’s task fails later, whole however long the reason, and stays a draft', async () => {
    const { core, account, world, complete, put, progress } = await openOpportunityStage();
    const address = { countryCode: 'JP', stateOrRegion: '', postalCode: '12', city: '', streetAddress: '' };
    const wrong = await put(complete({ 'customer.account.address': address }), true);
    const failed = (await progress(wrong.id)).steps.at(-1)?.change;
    expect(failed).toMatchObject({ state: 'failed' });
    expect(failed?.error?.aws?.message).toMatch(/postal code/i);
    const stands = async (id: string) =>
      (await core.call('opportunities.drafts.list', { account })).drafts.find((draft) => draft.id === id);
    expect(await stands(wrong.id)).toMatchObject({ reviewStatus: 'Pending Submission', sending: 'stopped' });

    const message = 'x'.repeat(128 * 1024);
    const failure = { accountId: PARTNER, kind: 'submission', reasonCode: 'InternalError', message } as const;
    world.simulator.control.selling.failNextTask(failure);
    const long = await put(complete({ 'project.title': 'A long reason' }), true);
    const { error } = (await progress(long.id)).steps.at(-1)?.change ?? {};
    expect(error?.aws?.message).toBe(message);
    expect(await stands(long.id)).toMatchObject({ reviewStatus: 'Pending Submission', sending: 'stopped' });
  });

  it('is changed in software revenue and in one field without losing another', async () => {
    const { put, change, held, complete } = await openOpportunityStage();
    const revenue = { deliveryModel: 'Contract', effectiveDate: '', expirationDate: '' };
    const { id, opportunityId } = await put(
      complete({
        softwareRevenue: { ...revenue, value: { amount: '10000.00', currencyCode: 'USD' } },
        'project.additionalComments': 'Kept',
        'customer.account.duns': '001110011',
      }),
    );
    const before = await held(opportunityId);
    await change(id, { 'softwareRevenue.value': { amount: '2500000', currencyCode: 'USD' } });
    const after = await held(opportunityId);
    expect(after.SoftwareRevenue).toMatchObject({ DeliveryModel: 'Contract', Value: { Amount: '2500000' } });
    for (const name of ['Customer', 'Project', 'Marketing', 'PrimaryNeedsFromAws', 'NationalSecurity'] as const) {
      expect(after[name]).toEqual(before[name]);
    }
  });
});
