import { PutRuleCommand, PutTargetsCommand } from '@aws-sdk/client-eventbridge';
import {
  AcceptEngagementInvitationCommand,
  AssociateOpportunityCommand,
  ConflictException,
  CreateOpportunityCommand,
  GetAwsOpportunitySummaryCommand,
  GetEngagementCommand,
  GetEngagementInvitationCommand,
  GetOpportunityCommand,
  ListEngagementByAcceptingInvitationTasksCommand,
  ListEngagementFromOpportunityTasksCommand,
  ListEngagementInvitationsCommand,
  ListEngagementMembersCommand,
  ListEngagementResourceAssociationsCommand,
  ListOpportunityFromEngagementTasksCommand,
  RejectEngagementInvitationCommand,
  StartEngagementByAcceptingInvitationTaskCommand,
  StartEngagementFromOpportunityTaskCommand,
  StartOpportunityFromEngagementTaskCommand,
  ThrottlingException,
  UpdateEngagementContextCommand,
  UpdateOpportunityCommand,
  type GetOpportunityCommandOutput,
  type PartnerCentralSellingClient,
} from '@aws-sdk/client-partnercentral-selling';
import { CreateQueueCommand, ReceiveMessageCommand, SetQueueAttributesCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Simulator } from '../../../src/simulator/server.ts';
import {
  accountsOf,
  eventBridgeClient,
  sellingClient,
  sqsClient,
  startTestSimulator,
} from '../../support/simulator.ts';
import { opportunityDraft } from '../../support/opportunity-draft.ts';

const DAY_MS = 86_400_000;

let simulator: Simulator;
let client: PartnerCentralSellingClient;
let accountId: string;

beforeAll(async () => {
  simulator = await startTestSimulator();
  ({ accountId } = accountsOf(simulator).isv);
  client = sellingClient(simulator, accountsOf(simulator).isv);
});
beforeEach(() => {
  simulator.control.enforceQuotas(false);
  simulator.control.selling.setTaskTime(2_000);
});
afterAll(() => simulator.stop());

async function control(path: string, body: unknown): Promise<Record<string, unknown>> {
  const answer = await fetch(`${simulator.endpoint}/_simulator/${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
  });
  return { ...((await answer.json()) as object), httpStatus: answer.status };
}

const refusal = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => null,
    (error: unknown) => error,
  );

const get = (id: string | undefined, Catalog = 'AWS'): Promise<GetOpportunityCommandOutput> =>
  client.send(new GetOpportunityCommand({ Catalog, Identifier: id }));

function update(got: GetOpportunityCommandOutput, changes: Partial<GetOpportunityCommandOutput> = {}) {
  return client.send(new UpdateOpportunityCommand({ ...got, Identifier: got.Id, ...changes }));
}

async function ready(catalog = 'AWS'): Promise<string> {
  const { Id } = await client.send(new CreateOpportunityCommand(opportunityDraft({ Catalog: catalog })));
  await client.send(
    new AssociateOpportunityCommand({
      Catalog: catalog,
      OpportunityIdentifier: Id,
      RelatedEntityType: 'Solutions',
      RelatedEntityIdentifier: catalog === 'AWS' ? 'S-0020000' : 'S-1234567',
    }),
  );
  return Id ?? '';
}

function submission(Identifier: string, Catalog = 'AWS') {
  return new StartEngagementFromOpportunityTaskCommand({
    Catalog,
    Identifier,
    ClientToken: `submit ${Identifier}`,
    AwsSubmission: { InvolvementType: 'Co-Sell', Visibility: 'Full' },
  });
}

function eventsSince(mark: number): string[] {
  return simulator.control
    .events()
    .slice(mark)
    .filter((event) => event.accountId === accountId)
    .map((event) => event.detailType);
}

describe('a submission', () => {
  it('is followed to its end, reviewed by the clock, and told on the way', async () => {
    const id = await ready();
    const mark = simulator.control.events().length;
    const started = await client.send(submission(id));
    expect(started).toMatchObject({ TaskStatus: 'IN_PROGRESS', OpportunityId: id });
    expect(await refusal(client.send(submissionAgain(id)))).toBeInstanceOf(ConflictException);
    simulator.control.advanceClock(2_000);
    const { TaskSummaries } = await client.send(
      new ListEngagementFromOpportunityTasksCommand({ Catalog: 'AWS', TaskIdentifier: [started.TaskId ?? ''] }),
    );
    expect(TaskSummaries).toMatchObject([
      { TaskStatus: 'COMPLETE', EngagementId: expect.stringMatching(/^eng-/), OpportunityId: id },
    ]);
    expect(await client.send(submission(id))).toMatchObject({ TaskId: started.TaskId, TaskStatus: 'COMPLETE' });
    expect(eventsSince(mark)).toEqual([
      'Engagement Created',
      'Engagement Member Added',
      'Engagement Resource Snapshot Created',
      'Engagement Invitation Created',
      'Opportunity Updated',
    ]);
    const submitted = await get(id);
    expect(submitted.LifeCycle?.ReviewStatus).toBe('Submitted');
    expect(await refusal(update(submitted))).toMatchObject({ ErrorList: [{ Code: 'INVALID_RESOURCE_STATE' }] });
    simulator.control.advanceClock(30_000);
    expect((await get(id)).LifeCycle?.ReviewStatus).toBe('In review');
    simulator.control.advanceClock(90_000);
    expect((await get(id)).LifeCycle?.ReviewStatus).toBe('Approved');
    const EngagementId = TaskSummaries?.[0]?.EngagementId;
    const members = await client.send(new ListEngagementMembersCommand({ Catalog: 'AWS', Identifier: EngagementId }));
    expect(members.EngagementMemberList?.map(({ AccountId }) => AccountId)).toContain('aws');
    const found = await client.send(
      new ListEngagementResourceAssociationsCommand({
        Catalog: 'AWS',
        ResourceType: 'Opportunity',
        ResourceIdentifier: id,
      }),
    );
    expect(found.EngagementResourceAssociationSummaries).toMatchObject([{ EngagementId }]);
  });

  it('that AWS sends back is corrected in what is open, and goes to AWS again', async () => {
    const id = await ready();
    await client.send(submission(id));
    simulator.control.advanceClock(2_000);
    const reviewed = { id, status: 'Action Required', comments: 'Who is it?', reason: 'Other' };
    expect(await control('review-opportunity', reviewed)).toMatchObject({ httpStatus: 200 });
    const got = await get(id);
    expect(got.LifeCycle).toMatchObject({ ReviewStatus: 'Action Required', ReviewComments: 'Who is it?' });
    const title = update(got, { Project: { ...got.Project, Title: 'Another title' } });
    expect(await refusal(title)).toMatchObject({
      ErrorList: [{ FieldName: 'project.title', Code: 'ACTION_NOT_PERMITTED' }],
    });
    await update(got, {
      Project: { ...got.Project, CustomerBusinessProblem: 'The drivers plan by hand, 40 of them.' },
    });
    expect((await get(id)).LifeCycle?.ReviewStatus).toBe('Submitted');
    await control('review-opportunity', { id, status: 'Approved' });
    const approved = await get(id);
    const locked = update(approved, {
      Project: { ...approved.Project, CustomerBusinessProblem: 'Something else again.' },
    });
    expect(await refusal(locked)).toMatchObject({ ErrorList: [{ FieldName: 'project.customerBusinessProblem' }] });
    await update(approved, { LifeCycle: { ...approved.LifeCycle, Stage: 'Qualified' } });
    expect((await get(id)).LifeCycle?.Stage).toBe('Qualified');
  });

  it('that lacks something ends as a failed task, and stays a draft', async () => {
    const bare = opportunityDraft({ PrimaryNeedsFromAws: [] });
    const { Id = '' } = await client.send(new CreateOpportunityCommand(bare));
    simulator.control.selling.setTaskTime(0);
    const task = await client.send(submission(Id));
    expect(task).toMatchObject({ TaskStatus: 'FAILED', ReasonCode: 'OpportunitySubmissionFailed' });
    expect(task.Message).toContain('primaryNeedsFromAws is required');
    expect(task.Message).toContain('At least one solution');
    expect((await get(Id)).LifeCycle?.ReviewStatus).toBe('Pending Submission');
    const summary = new GetAwsOpportunitySummaryCommand({ Catalog: 'AWS', RelatedOpportunityIdentifier: Id });
    expect(await refusal(client.send(summary))).toHaveProperty('name', 'ResourceNotFoundException');
  });

  it('fails for every reason that is ordered', async () => {
    simulator.control.selling.setTaskTime(0);
    const id = await ready();
    await control('fail-next-task', { accountId, reasonCode: 'RequestThrottled', message: 'Slow down' });
    expect(await client.send(submission(id))).toMatchObject({ ReasonCode: 'RequestThrottled', Message: 'Slow down' });
    const again = await client.send(submissionAgain(id));
    expect(again.TaskStatus).toBe('COMPLETE');
  });
});

function submissionAgain(Identifier: string): StartEngagementFromOpportunityTaskCommand {
  return new StartEngagementFromOpportunityTaskCommand({
    ...submission(Identifier).input,
    ClientToken: `again ${Identifier}`,
  });
}

describe('the Sandbox', () => {
  it('lets the partner write the review along its ways', async () => {
    simulator.control.selling.setTaskTime(0);
    const id = await ready('Sandbox');
    const draft = await get(id, 'Sandbox');
    const jump = update(draft, { LifeCycle: { ...draft.LifeCycle, ReviewStatus: 'Approved' } });
    expect(await refusal(jump)).toMatchObject({
      ErrorList: [
        {
          FieldName: 'lifeCycle.reviewStatus',
          Message: "Cannot transition opportunity from status 'Pending Submission' to 'Approved'.",
        },
      ],
    });
    await client.send(submission(id, 'Sandbox'));
    simulator.control.advanceClock(DAY_MS);
    const submitted = await get(id, 'Sandbox');
    expect(submitted.LifeCycle?.ReviewStatus).toBe('Submitted');
    await update(submitted, { LifeCycle: { ...submitted.LifeCycle, ReviewStatus: 'Approved' } });
    expect((await get(id, 'Sandbox')).LifeCycle?.ReviewStatus).toBe('Approved');
  });

  it('sends a referral to oneself', async () => {
    simulator.control.selling.setTaskTime(0);
    const input = opportunityDraft({ Catalog: 'Sandbox', Origin: 'AWS Referral' });
    const { Id } = await client.send(new CreateOpportunityCommand(input));
    expect(await refusal(get(Id, 'Sandbox'))).toHaveProperty('name', 'ResourceNotFoundException');
    const inbox = await client.send(
      new ListEngagementInvitationsCommand({ Catalog: 'Sandbox', ParticipantType: 'RECEIVER', Status: ['PENDING'] }),
    );
    const invitation = inbox.EngagementInvitationSummaries?.find(
      ({ EngagementTitle }) => EngagementTitle === 'Route planning',
    );
    const accept = { Catalog: 'Sandbox', Identifier: invitation?.Id, ClientToken: 'accept mine' };
    const task = await client.send(new StartEngagementByAcceptingInvitationTaskCommand(accept));
    expect(task).toMatchObject({ TaskStatus: 'COMPLETE', OpportunityId: Id });
    expect((await get(Id, 'Sandbox')).Customer?.Account?.CompanyName).toBe('Thistledown Freight');
    const refused = client.send(new CreateOpportunityCommand({ ...input, Catalog: 'AWS', ClientToken: 'in AWS' }));
    expect(await refusal(refused)).toMatchObject({ ErrorList: [{ FieldName: 'origin' }] });
  });
});

describe('a referral of AWS', () => {
  async function referred(order: object = {}): Promise<string> {
    const { invitations } = (await control('refer-opportunity', { accountId, ...order })) as {
      invitations?: { id: string }[];
    };
    return invitations?.[0]?.id ?? '';
  }

  it('hides most of the customer until it is accepted', async () => {
    const id = await referred({ companyName: 'Nettle & Sons' });
    const shown = await client.send(new GetEngagementInvitationCommand({ Catalog: 'AWS', Identifier: id }));
    expect(shown.Payload?.OpportunityInvitation?.Customer?.CompanyName).toBe('Nettle & Sons');
    expect(JSON.stringify(shown)).not.toMatch(/Quay Street|mika\.lund/);
    const mark = simulator.control.events().length;
    const accept = { Catalog: 'AWS', Identifier: id, ClientToken: `accept ${id}` };
    const task = await client.send(new StartEngagementByAcceptingInvitationTaskCommand(accept));
    expect(task).toMatchObject({ TaskStatus: 'IN_PROGRESS', EngagementInvitationId: id });
    const reject = { Catalog: 'AWS', Identifier: id, RejectionReason: 'Other' };
    expect(await refusal(client.send(new RejectEngagementInvitationCommand(reject)))).toBeInstanceOf(ConflictException);
    simulator.control.advanceClock(2_000);
    const { TaskSummaries } = await client.send(
      new ListEngagementByAcceptingInvitationTasksCommand({ Catalog: 'AWS', EngagementInvitationIdentifier: [id] }),
    );
    expect(TaskSummaries).toMatchObject([{ TaskStatus: 'COMPLETE' }]);
    expect(eventsSince(mark)).toEqual([
      'Engagement Invitation Accepted',
      'Engagement Member Added',
      'Opportunity Created',
      'Opportunity Updated',
      'Engagement Resource Snapshot Created',
    ]);
    const got = await get(TaskSummaries?.[0]?.OpportunityId);
    expect(got).toMatchObject({
      LifeCycle: { Stage: 'Prospect', ReviewStatus: 'Approved' },
      Customer: { Account: { Address: { StreetAddress: expect.stringContaining('Quay Street') } } },
    });
    expect(got.Customer?.Contacts?.[0]?.Email).toContain('mika.lund@');
    const summary = await client.send(
      new GetAwsOpportunitySummaryCommand({ Catalog: 'AWS', RelatedOpportunityIdentifier: got.Id }),
    );
    expect(summary.Origin).toBe('AWS Referral');
  });

  it('is rejected with a reason of the list, or runs out', async () => {
    const id = await referred();
    const bad = { Catalog: 'AWS', Identifier: id, RejectionReason: 'No time' };
    expect(await refusal(client.send(new RejectEngagementInvitationCommand(bad)))).toMatchObject({
      ErrorList: [{ FieldName: 'rejectionReason' }],
    });
    const good = { ...bad, RejectionReason: 'Unable to support' };
    await client.send(new RejectEngagementInvitationCommand(good));
    const shown = await client.send(new GetEngagementInvitationCommand({ Catalog: 'AWS', Identifier: id }));
    expect(shown).toMatchObject({ Status: 'REJECTED', RejectionReason: 'Unable to support' });
    const late = await referred({ days: 2 });
    simulator.control.advanceClock(2 * DAY_MS);
    const accept = { Catalog: 'AWS', Identifier: late, ClientToken: 'too late' };
    expect(await refusal(client.send(new StartEngagementByAcceptingInvitationTaskCommand(accept)))).toHaveProperty(
      'message',
      'The invitation is EXPIRED.',
    );
  });

  it('that is changed by AWS conflicts with an older copy', async () => {
    const id = await ready();
    const got = await get(id);
    await control('edit-opportunity', { id, content: { LifeCycle: { NextSteps: 'Ask the architects' } } });
    expect(await refusal(update(got))).toBeInstanceOf(ConflictException);
    expect((await get(id)).LifeCycle?.NextSteps).toBe('Ask the architects');
  });
});

describe('a lead', () => {
  it('is accepted at once, qualified, and turned into a draft', async () => {
    simulator.control.selling.setTaskTime(0);
    const lead = await control('refer-lead', { accountId, companyName: 'Saltern Outfitters' });
    const Identifier = String(lead['id']);
    await client.send(new AcceptEngagementInvitationCommand({ Catalog: 'AWS', Identifier }));
    const engagement = await client.send(
      new GetEngagementCommand({ Catalog: 'AWS', Identifier: String(lead['engagementId']) }),
    );
    const payload = engagement.Contexts?.[0]?.Payload?.Lead;
    expect(payload?.Interactions?.[0]?.Contact?.Email).toBe('ines.roth@saltern-outfitters.example.com');
    await client.send(
      new UpdateEngagementContextCommand({
        Catalog: 'AWS',
        EngagementIdentifier: engagement.Id,
        ContextIdentifier: '1',
        EngagementLastModifiedAt: engagement.ModifiedAt,
        Type: 'Lead',
        Payload: { Lead: { Customer: payload?.Customer, QualificationStatus: 'Qualified' } },
      }),
    );
    const task = await client.send(
      new StartOpportunityFromEngagementTaskCommand({
        Catalog: 'AWS',
        Identifier: engagement.Id,
        ContextIdentifier: '1',
        ClientToken: 'from lead',
      }),
    );
    expect(task).toMatchObject({ TaskStatus: 'COMPLETE', ContextId: '2' });
    const listed = await client.send(
      new ListOpportunityFromEngagementTasksCommand({ Catalog: 'AWS', TaskIdentifier: [task.TaskId ?? ''] }),
    );
    expect(listed.TaskSummaries).toMatchObject([{ OpportunityId: task.OpportunityId }]);
    expect((await get(task.OpportunityId)).LifeCycle).toMatchObject({ ReviewStatus: 'Pending Submission' });
  });
});

describe('the events', () => {
  it('reach a queue, of one catalog alone where the rule says so', async () => {
    const account = accountsOf(simulator).isv;
    const sqs = sqsClient(simulator, account);
    const bus = eventBridgeClient(simulator, account);
    const { QueueUrl = '' } = await sqs.send(new CreateQueueCommand({ QueueName: 'co-sell' }));
    const arn = `arn:aws:sqs:us-east-1:${accountId}:co-sell`;
    const rule = `arn:aws:events:us-east-1:${accountId}:rule/co-sell`;
    const EventPattern = JSON.stringify({ source: ['aws.partnercentral-selling'], detail: { catalog: ['Sandbox'] } });
    await bus.send(new PutRuleCommand({ Name: 'co-sell', EventPattern }));
    await bus.send(new PutTargetsCommand({ Rule: 'co-sell', Targets: [{ Id: 'queue', Arn: arn }] }));
    const Policy = JSON.stringify({
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Service: 'events.amazonaws.com' },
          Action: 'sqs:SendMessage',
          Resource: arn,
          Condition: { ArnEquals: { 'aws:SourceArn': rule } },
        },
      ],
    });
    await sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes: { Policy } }));
    await ready();
    const { Id } = await client.send(new CreateOpportunityCommand(opportunityDraft({ Catalog: 'Sandbox' })));
    const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }));
    expect(Messages.map(({ Body }) => JSON.parse(Body ?? '') as unknown)).toMatchObject([
      {
        version: '1',
        'detail-type': 'Opportunity Created',
        detail: { schemaVersion: '1', catalog: 'Sandbox', opportunity: { identifier: Id } },
      },
    ]);
  });
});

describe('the quotas', () => {
  it('let one write a second pass, and share it in the group', async () => {
    const id = await ready();
    const got = await get(id);
    simulator.control.enforceQuotas(true);
    await update(got);
    const refused = await refusal(client.send(new CreateOpportunityCommand(opportunityDraft())));
    expect(refused).toBeInstanceOf(ThrottlingException);
    await expect(get(id)).resolves.toBeDefined();
  });
});
