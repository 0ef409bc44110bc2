import { GetEngagementCommand, UpdateEngagementContextCommand } from '@aws-sdk/client-partnercentral-selling';
import { beforeEach, describe, expect, it } from 'vitest';
import type { DeedOf } from '../../../src/shared/domain/engagement/deed.ts';
import type { EngagementDetail } from '../../../src/shared/domain/engagement/engagement.ts';
import { seedAccounts } from '../../../src/simulator/seed/accounts.ts';
import { accountKey, startPracticeWorld, syncToEnd, type PracticeWorld } from '../../support/practice-world.ts';
import { sellingClient } from '../../support/simulator.ts';
import type { TestCore } from '../../support/test-core.ts';

const [PARTNER = ''] = seedAccounts.map(({ accountId }) => accountId);

describe('a lead of AWS', () => {
  let world: PracticeWorld;
  let core: TestCore;
  let account: string;
  let invitationId: string;
  let engagementId: string;

  beforeEach(async () => {
    world = await startPracticeWorld({ opportunities: 3 });
    core = await world.startCore();
    account = await accountKey(core, PARTNER);
    const lead = { accountId: PARTNER, catalog: 'AWS', companyName: 'Brack and Sons' } as const;
    const invitation = await world.simulator.control.selling.referLead(lead);
    invitationId = invitation.id;
    engagementId = invitation.engagementId;
  });

  const client = () => {
    const partner = world.simulator.accounts.find(({ accountId }) => accountId === PARTNER);
    if (!partner) throw new Error('no partner');
    return sellingClient(world.simulator, partner);
  };
  const sentTimes = (operation: string) => world.operations(PARTNER).filter((each) => each === operation).length;
  const get = (refresh = false) => core.call('engagements.get', { account, engagementId, refresh });
  const leadAtAws = async () => {
    const { Contexts = [] } = await client().send(
      new GetEngagementCommand({ Catalog: 'AWS', Identifier: engagementId }),
    );
    return Contexts.find(({ Type }) => Type === 'Lead')?.Payload?.Lead;
  };

  async function accepted(): Promise<EngagementDetail> {
    const invited = { account, invitationId, answer: 'accept', confirmedAccountId: PARTNER } as const;
    await core.call('invitations.get', { account, invitationId });
    await core.call('invitations.answer', invited);
    await expect.poll(async () => (await list()).map(({ id }) => id)).toContain(engagementId);
    return get();
  }
  const list = async () =>
    (await core.call('engagements.list', { filter: { account, about: 'lead', text: 'brack' } })).items;

  type Update = DeedOf<'lead-update'>;
  const updateOf = ({ modifiedAt }: Pick<EngagementDetail, 'modifiedAt'>, patch: Partial<Update> = {}): Update => ({
    kind: 'lead-update',
    engagementId,
    contextId: '1',
    modifiedAt,
    qualification: 'Qualified',
    customer: { companyName: 'Brack and Sons', website: '', awsMaturity: 'Beginner', marketSegment: 'Large' },
    interaction: null,
    ...patch,
  });
  const INTERACTION = {
    firstName: 'Ines',
    lastName: 'Roth',
    businessTitle: 'CTO',
    email: 'ines.roth@brack.example.com',
    phone: '+15185550123',
    date: '2026-11-20',
    sourceType: 'Event',
    sourceName: '',
    useCase: 'Database',
    customerAction: 'Asked for a call',
    businessProblem: 'Reports come late.',
  };

  async function write(deed: DeedOf<'lead-update' | 'lead-opportunity' | 'lead-prospecting'>, wanted = 'verified') {
    const { change } = await core.call('engagements.write', { account, deed, confirmedAccountId: PARTNER });
    const end = await core.nextEvent(
      'changes.changed',
      (event) => event.id === change.id && ['verified', 'failed', 'refused'].includes(event.state),
    );
    expect(end.state, JSON.stringify(end.error)).toBe(wanted);
    return end;
  }

  it('becomes an engagement by being accepted: unmasked, listed, linked with its invitation', async () => {
    const lead = await accepted();
    expect(lead).toMatchObject({
      isLead: true,
      customer: 'Brack and Sons',
      qualification: 'Unqualified',
      invitationId,
    });
    expect(JSON.stringify(lead.document)).toContain('ines.roth');
    expect(lead.members.map(({ accountId }) => accountId).sort()).toEqual([PARTNER, 'aws']);
    expect((await core.call('invitations.get', { account, invitationId })).engagementId).toBe(engagementId);
  });

  it('is updated once though the answer is lost, with what AWS holds carried along', async () => {
    const lead = await accepted();
    const deed = updateOf(lead, { interaction: INTERACTION });
    const plan = await core.call('engagements.plan', { account, deed });
    expect(plan).toMatchObject({ catalog: 'AWS', operation: 'UpdateEngagementContext' });
    world.simulator.control.addFault({ kind: 'drop-after', operation: plan.operation, times: 1 });
    await write(deed);
    const [request] = world.simulator.control.requests().filter(({ operation }) => operation === plan.operation);
    expect(request?.input).toEqual(JSON.parse(plan.json));
    expect(sentTimes(plan.operation)).toBe(1);
    expect(await leadAtAws()).toMatchObject({
      QualificationStatus: 'Qualified',
      Customer: { MarketSegment: 'Large', AwsMaturity: 'Beginner', Industry: 'Retail', Address: { CountryCode: 'US' } },
      Insights: { LeadReadinessScore: 'High' },
      Interactions: [
        { SourceName: 'Autumn webinar' },
        { CustomerAction: 'Asked for a call', Contact: { Phone: '+15185550123' } },
      ],
    });
    await expect.poll(async () => (await list())[0]?.qualification).toBe('Qualified');
  });

  it('is not overwritten where somebody else has changed it, and takes nothing that AWS would refuse', async () => {
    const lead = await accepted();
    const wrong = { ...updateOf(lead), interaction: { ...INTERACTION, email: 'Ines@Brack.example.com' } };
    const input = { account, deed: wrong, confirmedAccountId: PARTNER };
    expect(await core.failure('engagements.write', input)).toMatchObject({ code: 'invalid-input' });
    const other = { ...input, deed: updateOf(lead), confirmedAccountId: '999988887777' };
    expect(await core.failure('engagements.write', other)).toMatchObject({ code: 'wrong-account' });
    const held = await leadAtAws();
    await client().send(
      new UpdateEngagementContextCommand({
        Catalog: 'AWS',
        EngagementIdentifier: engagementId,
        ContextIdentifier: '1',
        EngagementLastModifiedAt: new Date(lead.modifiedAt),
        Type: 'Lead',
        Payload: { Lead: { Customer: held?.Customer, QualificationStatus: 'Called twice' } },
      }),
    );
    const mine = { account, deed: updateOf(lead), confirmedAccountId: PARTNER };
    expect(await core.failure('engagements.write', mine)).toMatchObject({ code: 'engagement-conflict' });
    expect(sentTimes('UpdateEngagementContext')).toBe(1);
    expect((await leadAtAws())?.QualificationStatus).toBe('Called twice');
    await write(updateOf(await get(true)));
    expect((await leadAtAws())?.QualificationStatus).toBe('Qualified');
  });

  it('becomes an opportunity once, though the answer is lost and AWS forgets tokens', async () => {
    const lead = await accepted();
    const deed = { kind: 'lead-opportunity', engagementId, contextId: '1' } as const;
    await write(updateOf(lead, { qualification: 'Disqualified' }));
    const input = { account, deed, confirmedAccountId: PARTNER };
    expect(await core.failure('engagements.write', input)).toMatchObject({ code: 'lead-disqualified' });
    await expect.poll(async () => (await get()).qualification).toBe('Disqualified');
    await write(updateOf(await get()));

    const operation = 'StartOpportunityFromEngagementTask';
    const { selling, addFault } = world.simulator.control;
    selling.failNextTask({ accountId: PARTNER, kind: 'lead', reasonCode: 'InternalError', message: 'Later.' });
    const failed = await write(deed, 'failed');
    expect(failed.error).toMatchObject({ retryable: true, aws: { code: 'InternalError', message: 'Later.' } });
    world.simulator.control.clearRequests();
    addFault({ kind: 'forget-tokens', operation });
    addFault({ kind: 'drop-after', operation, times: 1 });
    await write(deed);
    expect(sentTimes(operation)).toBe(1);
    await expect.poll(async () => (await get()).resources.length).toBe(1);
    const [made] = (await get()).resources;
    expect(made).toMatchObject({ isOwn: true });
    const opportunityId = made?.id ?? '';
    await expect
      .poll(async () => (await core.call('opportunities.get', { account, opportunityId })).customer)
      .toBe('Brack and Sons');
    expect(await core.call('engagements.ofOpportunity', { account, opportunityId })).toEqual({
      engagements: [{ id: engagementId, title: 'Brack and Sons' }],
      invitations: [{ id: invitationId, title: 'Brack and Sons' }],
    });
    expect(await core.failure('engagements.write', input)).toMatchObject({
      code: 'lead-converted',
      params: { opportunityId },
    });
    expect(sentTimes(operation)).toBe(1);
  });

  it('is prospected by AWS in a task that is started once and followed; its result stands in the engagement', async () => {
    await accepted();
    const operation = 'StartProspectingFromEngagementTask';
    world.simulator.control.addFault({ kind: 'forget-tokens', operation });
    world.simulator.control.addFault({ kind: 'drop-after', operation, times: 1 });
    await write({ kind: 'lead-prospecting', engagementIds: [engagementId], taskName: 'Leads of today' });
    expect(sentTimes(operation)).toBe(1);
    await expect.poll(async () => (await get()).contextTypes).toContain('ProspectingResult');
    const stranger = ['eng-00000000000000'];
    const failed = await write({ kind: 'lead-prospecting', engagementIds: stranger, taskName: 'Nobody' }, 'failed');
    expect(failed.error?.aws?.code).toBe('EngagementAccessDenied');
  });

  it('is read again by a sync that costs two pages when nothing is new', async () => {
    await accepted();
    expect((await syncToEnd(core, 'engagements', { account })).state).toBe('succeeded');
    const { total } = await core.call('engagements.list', { filter: { account } });
    expect(total).toBeGreaterThan(1);
    // What followed the acceptance may still be read.
    await expect
      .poll(async () => {
        world.simulator.control.clearRequests();
        await syncToEnd(core, 'engagements', { account });
        return world.operations(PARTNER).filter((each) => each !== 'GetCallerIdentity');
      })
      .toEqual(['ListEngagements', 'ListEngagements']);
    const held = await leadAtAws();
    await client().send(
      new UpdateEngagementContextCommand({
        Catalog: 'AWS',
        EngagementIdentifier: engagementId,
        ContextIdentifier: '1',
        EngagementLastModifiedAt: new Date((await get()).modifiedAt),
        Type: 'Lead',
        Payload: { Lead: { Customer: held?.Customer, QualificationStatus: 'Called twice' } },
      }),
    );
    await syncToEnd(core, 'engagements', { account });
    expect((await list())[0]?.qualification).toBe('Called twice');
  });
});
