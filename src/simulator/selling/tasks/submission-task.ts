/** StartEngagementFromOpportunityTask: engagement, snapshot, job, invitation to AWS, submission; each step may be the last. */
import type { ReasonCode, SalesInvolvementType, Visibility } from '@aws-sdk/client-partnercentral-selling';
import type { SellingContext } from '../context.ts';
import { attach, memberOf, startEngagement } from '../engagements.ts';
import { invite } from '../invitations.ts';
import type { OpportunityRecord } from '../model.ts';
import { AWS, type EngagementRecord, type InvitationRecord, type TaskRecord } from '../model-engagement.ts';
import { partnerOf } from '../partners.ts';
import { startJob, SUMMARY_VIEW, takeSnapshot } from '../snapshots.ts';
import { submissionProblems, submit } from '../submission.ts';
import { endTask } from './task.ts';

/** Failures that leave an engagement behind. */
const LATE: readonly ReasonCode[] = [
  'EngagementInvitationConflict',
  'OpportunitySubmissionFailed',
  'ResourceSnapshotAccessDenied',
  'ResourceSnapshotConflict',
  'ResourceSnapshotJobAccessDenied',
  'ResourceSnapshotJobConflict',
  'ResourceSnapshotJobValidationFailed',
  'ResourceSnapshotValidationFailed',
];

export function runSubmission(task: TaskRecord, context: SellingContext): void {
  const record = context.store.opportunities(task).get(String(task.opportunityId));
  if (!record) return;
  const { ordered } = task;
  if (ordered && !LATE.includes(ordered.reasonCode)) return endTask(task, { failure: ordered }, context);
  const wish = {
    involvement: task.order['involvement'] as SalesInvolvementType,
    visibility: task.order['visibility'] as Visibility | undefined,
  };
  const engagement = engagementFor(record, context);
  const engaged = { ...record, engagementId: engagement.id };
  context.store.put(engaged);
  if (ordered) return endTask(task, { engagementId: engagement.id, failure: ordered }, context);
  const problems = submissionProblems(record, wish, context).list;
  if (problems.length > 0) {
    const message = problems.map(({ message: text }) => text).join(' ');
    const failure = { reasonCode: 'OpportunitySubmissionFailed' as const, message };
    return endTask(task, { engagementId: engagement.id, failure }, context);
  }
  takeSnapshot(engaged, { engagement, template: SUMMARY_VIEW }, context);
  const invitation = invitationFor(engaged, engagement, context);
  const submitted = submit(engaged, wish, context);
  const job = startJob(submitted, { engagementId: engagement.id, template: SUMMARY_VIEW, status: 'Running' }, context);
  endTask(task, { engagementId: engagement.id, jobId: job.id, invitationId: invitation.id }, context);
}

function engagementFor(record: OpportunityRecord, context: SellingContext): EngagementRecord {
  const known = record.engagementId === null ? undefined : context.shared.engagements.get(record.engagementId);
  if (known) return known;
  const partner = partnerOf(record.owner);
  const { Customer, Project } = record.content;
  const creator = partner ? memberOf(partner) : { accountId: record.owner, companyName: record.owner, website: '' };
  const engagement = startEngagement(
    {
      catalog: record.catalog,
      creator,
      title: Project?.Title ?? record.id,
      description: Project?.CustomerBusinessProblem ?? '',
      contexts: [
        { Id: '1', Type: 'CustomerProject', Payload: { CustomerProject: customerProject(Customer, Project, record) } },
      ],
    },
    context,
  );
  return attach(engagement.id, { id: record.id, createdBy: record.owner }, context);
}

export function customerProject(
  customer: OpportunityRecord['content']['Customer'],
  project: OpportunityRecord['content']['Project'],
  { content }: Pick<OpportunityRecord, 'content'>,
): Record<string, unknown> {
  const account = customer?.Account;
  return {
    Customer: {
      Industry: account?.Industry ?? 'Other',
      CompanyName: account?.CompanyName ?? '',
      WebsiteUrl: account?.WebsiteUrl ?? '',
      CountryCode: account?.Address?.CountryCode ?? 'US',
    },
    Project: {
      Title: project?.Title ?? '',
      BusinessProblem: project?.CustomerBusinessProblem ?? '',
      TargetCompletionDate: content.LifeCycle.TargetCloseDate ?? '',
    },
  };
}

function invitationFor(
  record: OpportunityRecord,
  engagement: EngagementRecord,
  context: SellingContext,
): InvitationRecord {
  for (const known of context.shared.invitations.values()) {
    if (known.engagementId === engagement.id && known.receiver.accountId === AWS) return known;
  }
  const { Customer, Project } = customerProject(record.content.Customer, record.content.Project, record) as {
    Customer: { Industry: string; CompanyName: string; WebsiteUrl: string; CountryCode: string };
    Project: { Title: string; BusinessProblem: string; TargetCompletionDate: string };
  };
  const sender = { accountId: record.owner, companyName: partnerOf(record.owner)?.name ?? record.owner };
  return invite(
    engagement,
    {
      sender,
      receiver: { accountId: AWS, alias: 'AWS' },
      message: 'Shared with AWS.',
      hidden: null,
      payload: {
        OpportunityInvitation: {
          ReceiverResponsibilities: ['Co-Sell Facilitator'],
          Customer,
          Project: { ...Project, ExpectedCustomerSpend: record.content.Project?.ExpectedCustomerSpend ?? [] },
        },
      },
    },
    context,
  );
}
