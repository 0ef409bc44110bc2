import { beforeEach, describe, expect, it } from 'vitest';
import { LANTERNFISH } from '../../../support/catalog-stage.ts';
import { opportunityDraft } from '../../../support/opportunity-draft.ts';
import { changed, createSellingStage, type Json, type SellingStage } from '../../../support/selling-stage.ts';

const OTHER = '012345678901';
const TEMPLATE = 'OpportunitySummaryView';

let stage: SellingStage;
beforeEach(() => {
  stage = createSellingStage();
});

const LEAD = {
  Customer: { CompanyName: 'Acorn Mills', Industry: 'Agriculture' },
  Interactions: [
    { Contact: { BusinessTitle: 'CTO', Email: 'eve@acorn.example.com', FirstName: 'Eve', LastName: 'Stone' } },
  ],
};

async function engagement(contexts: unknown[] = [{ Type: 'Lead', Payload: { Lead: LEAD } }]): Promise<Json> {
  const asked = { ClientToken: crypto.randomUUID(), Title: 'Acorn', Description: 'A lead', Contexts: contexts };
  const { Id } = await stage.ask('CreateEngagement', asked);
  return stage.ask('GetEngagement', { Identifier: Id });
}

async function submitted(): Promise<{ id: string; engagementId: string; jobId: string }> {
  const { Id } = await stage.created({ ...opportunityDraft() });
  await stage.relate(Id, 'Solutions', 'S-1');
  const task = await stage.ask('StartEngagementFromOpportunityTask', {
    Identifier: Id,
    ClientToken: crypto.randomUUID(),
    AwsSubmission: { InvolvementType: 'Co-Sell' },
  });
  return { id: String(Id), engagementId: String(task['EngagementId']), jobId: String(task['ResourceSnapshotJobId']) };
}

describe('an engagement', () => {
  it('holds contexts of the type that is named, five at most', async () => {
    const { Id } = await engagement();
    const context = (Type: string, Payload: Json) => ({
      EngagementIdentifier: Id,
      ClientToken: crypto.randomUUID(),
      Type,
      Payload,
    });
    const wrong = context('CustomerProject', { Lead: LEAD });
    expect(await stage.refusal('CreateEngagementContext', wrong)).toEqual(['payload INVALID_VALUE']);
    const result = context('ProspectingResult', { ProspectingResult: {} });
    expect(await stage.refusal('CreateEngagementContext', result)).toEqual(['type ACTION_NOT_PERMITTED']);
    const both = context('Lead', { Lead: LEAD, CustomerProject: {} });
    expect(await stage.refusal('CreateEngagementContext', both)).toEqual(['payload INVALID_VALUE']);
    for (let count = 1; count < 5; count += 1) {
      await stage.ask('CreateEngagementContext', context('Lead', { Lead: LEAD }));
    }
    expect(await stage.refusal('CreateEngagementContext', context('Lead', { Lead: LEAD }))).toBe(
      'ServiceQuotaExceededException',
    );
  });

  it('adds one interaction an update, under the lock of its date', async () => {
    const { Id, ModifiedAt } = await engagement();
    const { Interactions, ...lead } = LEAD;
    const update = (EngagementLastModifiedAt: unknown) => ({
      EngagementIdentifier: Id,
      ContextIdentifier: '1',
      EngagementLastModifiedAt,
      Type: 'Lead',
      Payload: { Lead: { ...lead, QualificationStatus: 'Qualified', Interaction: Interactions[0] } },
    });
    await stage.clock.advance(5);
    await stage.ask('UpdateEngagementContext', update(ModifiedAt));
    expect(await stage.refusal('UpdateEngagementContext', update(ModifiedAt))).toBe('ConflictException');
    const { Contexts } = await stage.ask('GetEngagement', { Identifier: Id });
    expect(
      (Contexts as { Payload: { Lead: { Interactions: unknown[] } } }[])[0]?.Payload.Lead.Interactions,
    ).toHaveLength(2);
  });

  it('is seen by its members alone, and found by what it holds', async () => {
    const { Id } = await engagement();
    expect(await stage.refusal('GetEngagement', { Identifier: Id }, OTHER)).toBe('ResourceNotFoundException');
    expect(await stage.refusal('GetEngagement', { Identifier: Id, Catalog: 'Sandbox' })).toBe(
      'ResourceNotFoundException',
    );
    const ids = async (filter: Json) => {
      const { EngagementSummaryList } = await stage.ask('ListEngagements', filter);
      return (EngagementSummaryList as Json[]).map((row) => row['Id']);
    };
    expect(await ids({ ContextTypes: ['Lead'], CreatedBy: [LANTERNFISH] })).toEqual([Id]);
    expect(await ids({ ExcludeContextTypes: ['Lead'] })).toEqual([]);
    expect(await ids({ ExcludeCreatedBy: [LANTERNFISH] })).toEqual([]);
  });
});

describe('a deal of several partners', () => {
  const invitation = (EngagementIdentifier: string, AwsAccountId: string) => ({
    EngagementIdentifier,
    ClientToken: crypto.randomUUID(),
    Invitation: {
      Message: 'Join us',
      Receiver: { Account: { AwsAccountId } },
      Payload: {
        OpportunityInvitation: {
          ReceiverResponsibilities: ['Reseller'],
          Customer: {
            Industry: 'Retail',
            CompanyName: 'Thistledown Freight',
            WebsiteUrl: 'thistledown.example.com',
            CountryCode: 'US',
          },
          Project: {
            Title: 'Route planning',
            BusinessProblem: 'Drivers plan their routes on paper.',
            TargetCompletionDate: '2049-06-30',
            ExpectedCustomerSpend: [{ Amount: '10', CurrencyCode: 'USD', Frequency: 'Monthly', TargetCompany: 'AWS' }],
          },
        },
      },
    },
  });

  it('gives the receiver an opportunity that stands where the sender stands', async () => {
    const { id, engagementId } = await submitted();
    const { Id } = await stage.ask('CreateEngagementInvitation', invitation(engagementId, OTHER));
    expect(await stage.refusal('CreateEngagementInvitation', invitation(engagementId, OTHER))).toBe(
      'ConflictException',
    );
    expect(await stage.refusal('CreateEngagementInvitation', invitation(engagementId, '999999999999'))).toEqual([
      'invitation.receiver.account.awsAccountId INVALID_VALUE',
    ]);
    const accept = { Identifier: Id, ClientToken: 'accept' };
    expect(await stage.refusal('StartEngagementByAcceptingInvitationTask', accept)).toBe('ResourceNotFoundException');
    const task = await stage.ask('StartEngagementByAcceptingInvitationTask', accept, OTHER);
    const got = await stage.ask('GetOpportunity', { Identifier: task['OpportunityId'] }, OTHER);
    expect(got).toMatchObject({ LifeCycle: { ReviewStatus: 'Submitted' } });
    expect(await stage.refusal('GetOpportunity', { Identifier: id }, OTHER)).toBe('ResourceNotFoundException');
    const snapshot = { EngagementIdentifier: engagementId, ResourceType: 'Opportunity', ResourceIdentifier: id };
    const named = { ...snapshot, ResourceSnapshotTemplateIdentifier: TEMPLATE };
    expect(await stage.ask('GetResourceSnapshot', named, OTHER)).toMatchObject({
      Payload: { OpportunitySummary: { Lifecycle: { Stage: 'Prospect' } } },
    });
    const full = { ...snapshot, ResourceSnapshotTemplateIdentifier: 'AwsOpportunitySummaryFullView' };
    await stage.ask('CreateResourceSnapshot', { ...full, ClientToken: 'full' });
    await expect(stage.ask('GetResourceSnapshot', full)).resolves.toBeDefined();
    expect(await stage.refusal('GetResourceSnapshot', full, OTHER)).toBe('ResourceNotFoundException');
  });
});

describe('snapshot jobs', () => {
  it('take a new revision of what changed, once their role is set', async () => {
    const { id, engagementId, jobId } = await submitted();
    const job = { ResourceSnapshotJobIdentifier: jobId };
    stage.service.review({ id, status: 'Approved', comments: null, reason: null });
    expect(await stage.ask('GetResourceSnapshotJob', job)).toMatchObject({
      Status: 'Running',
      LastFailure: expect.stringContaining('role'),
    });
    const foreign = 'arn:aws:iam::999999999999:role/Jobs';
    expect(await stage.refusal('PutSellingSystemSettings', { ResourceSnapshotJobRoleIdentifier: foreign })).toEqual([
      'resourceSnapshotJobRoleIdentifier INVALID_VALUE',
    ]);
    await stage.ask('PutSellingSystemSettings', { ResourceSnapshotJobRoleIdentifier: 'Jobs' });
    expect(await stage.ask('GetSellingSystemSettings')).toMatchObject({
      ResourceSnapshotJobRoleArn: `arn:aws:iam::${LANTERNFISH}:role/Jobs`,
    });
    expect(await stage.ask('GetSellingSystemSettings', { Catalog: 'Sandbox' })).toEqual({ Catalog: 'Sandbox' });
    const got = await stage.get(id);
    const stepped = changed(got, 'LifeCycle.Stage', 'Qualified');
    await stage.ask('UpdateOpportunity', { ...stepped, Identifier: id });
    const { ResourceSnapshotSummaries } = await stage.ask('ListResourceSnapshots', {
      EngagementIdentifier: engagementId,
    });
    expect(ResourceSnapshotSummaries).toMatchObject([{ Revision: 2, ResourceId: id }]);
    expect(await stage.refusal('DeleteResourceSnapshotJob', job)).toBe('ConflictException');
    await stage.ask('StopResourceSnapshotJob', job);
    expect(await stage.ask('ListResourceSnapshotJobs', { Status: 'Stopped' })).toMatchObject({
      ResourceSnapshotJobSummaries: [{ Id: jobId }],
    });
    await stage.ask('StartResourceSnapshotJob', job);
    await stage.ask('StopResourceSnapshotJob', job);
    await stage.ask('DeleteResourceSnapshotJob', job);
    expect(await stage.refusal('GetResourceSnapshotJob', job)).toBe('ResourceNotFoundException');
    const again = {
      EngagementIdentifier: engagementId,
      ResourceType: 'Opportunity',
      ResourceIdentifier: id,
      ResourceSnapshotTemplateIdentifier: TEMPLATE,
      ClientToken: 'again',
    };
    await stage.ask('CreateResourceSnapshotJob', again);
    expect(await stage.refusal('CreateResourceSnapshotJob', { ...again, ClientToken: 'twice' })).toBe(
      'ConflictException',
    );
    const template = { ...again, ClientToken: 'template', ResourceSnapshotTemplateIdentifier: 'Another' };
    expect(await stage.refusal('CreateResourceSnapshotJob', template)).toEqual([
      'resourceSnapshotTemplateIdentifier INVALID_VALUE',
    ]);
  });
});

describe('tags', () => {
  it('are given at creation, added, changed and taken away', async () => {
    const got = await stage.created({ ...opportunityDraft({ Tags: [{ Key: 'team', Value: 'east' }] }) });
    const ResourceArn = got['Arn'];
    await stage.ask('TagResource', {
      ResourceArn,
      Tags: [
        { Key: 'team', Value: 'west' },
        { Key: 'tier', Value: '1' },
      ],
    });
    await stage.ask('UntagResource', { ResourceArn, TagKeys: ['tier'] });
    expect(await stage.ask('ListTagsForResource', { ResourceArn })).toEqual({ Tags: [{ Key: 'team', Value: 'west' }] });
    expect(await stage.refusal('ListTagsForResource', { ResourceArn }, OTHER)).toBe('ResourceNotFoundException');
  });
});

describe('prospecting', () => {
  it('ends for each engagement by itself', async () => {
    const withLead = await engagement();
    const without = await engagement([]);
    const Identifiers = [withLead['Id'], without['Id'], 'eng-00000000000000'];
    const asked = { Identifiers, TaskName: 'Autumn', ClientToken: 'prospect' };
    const { TaskId } = await stage.ask('StartProspectingFromEngagementTask', asked);
    expect(await stage.ask('GetProspectingFromEngagementTask', { TaskIdentifier: TaskId })).not.toHaveProperty(
      'EndTime',
    );
    await stage.clock.advance(10_000);
    expect(await stage.ask('GetProspectingFromEngagementTask', { TaskIdentifier: TaskId })).toMatchObject({
      Engagements: [
        { Status: 'COMPLETED', EngagementContextId: expect.stringMatching(/^ctx-/) },
        { Status: 'FAILED', ReasonCode: 'ContextNotFound' },
        { Status: 'FAILED', ReasonCode: 'EngagementAccessDenied' },
      ],
    });
    expect(await stage.ask('ListProspectingFromEngagementTasks', { TaskName: ['Autumn'] })).toMatchObject({
      TaskSummaries: [{ TotalEngagementCount: 3, CompletedEngagementCount: 1, FailedEngagementCount: 2 }],
    });
  });
});

describe('a lead', () => {
  it.each([
    ['2', 'Qualified', 'ContextNotFound'],
    ['1', 'Disqualified', 'DisqualifiedLeadNotPermitted'],
  ])('in context %s that is %s becomes no opportunity', async (ContextIdentifier, QualificationStatus, ReasonCode) => {
    const lead = { ...LEAD, QualificationStatus };
    const { Id } = await engagement([{ Type: 'Lead', Payload: { Lead: lead } }]);
    const asked = { Identifier: Id, ContextIdentifier, ClientToken: 'lead' };
    expect(await stage.ask('StartOpportunityFromEngagementTask', asked)).toMatchObject({
      TaskStatus: 'FAILED',
      ReasonCode,
    });
  });

  it('is not accepted by a task, nor a deal without one', async () => {
    const lead = stage.service.referLead({ accountId: LANTERNFISH, catalog: 'AWS', companyName: 'Acorn Mills' });
    const task = { Identifier: lead.id, ClientToken: 'task' };
    expect(await stage.refusal('StartEngagementByAcceptingInvitationTask', task)).toEqual([
      'identifier ACTION_NOT_PERMITTED',
    ]);
    const [deal] = stage.service.refer({ accountId: LANTERNFISH });
    expect(await stage.refusal('AcceptEngagementInvitation', { Identifier: deal?.id })).toEqual([
      'identifier ACTION_NOT_PERMITTED',
    ]);
    await stage.ask('AcceptEngagementInvitation', { Identifier: lead.id });
    expect(await stage.refusal('AcceptEngagementInvitation', { Identifier: lead.id })).toBe('ConflictException');
  });
});
