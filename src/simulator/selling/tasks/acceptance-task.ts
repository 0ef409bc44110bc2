/** StartEngagementByAcceptingInvitationTask: joins the engagement and gets an opportunity with what was hidden before. */
import type { Customer, Project } from '@aws-sdk/client-partnercentral-selling';
import { addDays, toDay } from '../../catalog/instants.ts';
import { opportunityEvent } from '../events.ts';
import { nowOf, type SellingContext } from '../context.ts';
import { attach, join, memberOf } from '../engagements.ts';
import { answer } from '../invitations.ts';
import { changeOpportunity } from '../changes.ts';
import { NOTHING_RELATED, type OpportunityContent, type OpportunityRecord, type Review } from '../model.ts';
import { AWS, type InvitationRecord, type TaskRecord } from '../model-engagement.ts';
import { partnerOf } from '../partners.ts';
import { present } from '../rules/stored-content.ts';
import { startJob, SUMMARY_VIEW, takeSnapshot } from '../snapshots.ts';
import { newAwsSide } from '../submission.ts';
import { endTask } from './task.ts';

export function runAcceptance(task: TaskRecord, context: SellingContext): void {
  const invitation = context.shared.invitations.get(String(task.invitationId));
  const partner = partnerOf(task.owner);
  if (!invitation || !partner) return;
  if (task.ordered) return endTask(task, { failure: task.ordered }, context);
  if (invitation.status !== 'PENDING') {
    const message = `The invitation is ${invitation.status}.`;
    return endTask(task, { failure: { reasonCode: 'InvitationValidationFailed', message } }, context);
  }
  answer(invitation, { status: 'ACCEPTED' }, context);
  join(invitation.engagementId, memberOf(partner), context);
  const record = acceptedOpportunity(invitation, task, context);
  const engagement = attach(invitation.engagementId, { id: record.id, createdBy: task.owner }, context);
  context.store.put(record);
  context.deps.emit(opportunityEvent(record, 'Created'));
  const filled = changeOpportunity(record, {}, context);
  takeSnapshot(filled, { engagement, template: SUMMARY_VIEW }, context);
  const job = startJob(filled, { engagementId: engagement.id, template: SUMMARY_VIEW, status: 'Running' }, context);
  endTask(task, { opportunityId: record.id, jobId: job.id, engagementId: engagement.id }, context);
}

function acceptedOpportunity(
  invitation: InvitationRecord,
  task: TaskRecord,
  context: SellingContext,
): OpportunityRecord {
  const now = nowOf(context);
  const isFromAws = invitation.sender.accountId === AWS;
  const sent = isFromAws ? undefined : sentOpportunity(invitation, context);
  const owner = partnerOf(task.owner)?.users[0];
  const record: OpportunityRecord = {
    id: invitation.hidden?.opportunityId ?? context.store.nextOpportunityId(),
    owner: task.owner,
    catalog: task.catalog,
    createdAt: `${now.slice(0, 19)}Z`,
    modifiedAt: now,
    origin: isFromAws ? 'AWS Referral' : 'Partner Referral',
    content: contentOf(invitation, context),
    history: [],
    review: inherited(sent),
    team: owner
      ? [
          {
            BusinessTitle: 'OpportunityOwner',
            Email: owner.email,
            FirstName: owner.firstName,
            LastName: owner.lastName,
          },
        ]
      : [],
    related: NOTHING_RELATED,
    submission: { involvement: 'Co-Sell', visibility: 'Full', at: now, changeReason: null },
    aws: null,
    engagementId: invitation.engagementId,
  };
  return { ...record, aws: newAwsSide(record) };
}

function sentOpportunity({ engagementId, sender }: InvitationRecord, context: SellingContext) {
  const engagement = context.shared.engagements.get(engagementId);
  const resource = engagement?.resources.find(({ createdBy }) => createdBy === sender.accountId);
  return resource && context.store.find(resource.id);
}

/** A deal of AWS's own needs no review; a partner's deal stands where its sender's stands. */
function inherited(sent: OpportunityRecord | undefined): Review {
  return sent?.review ?? { status: 'Approved', comments: null, reason: null };
}

const REFERRAL_DAYS = 90;

function contentOf({ payload, hidden }: InvitationRecord, { deps }: SellingContext): OpportunityContent {
  const given = payload.OpportunityInvitation;
  const account = {
    CompanyName: given?.Customer.CompanyName,
    Industry: given?.Customer.Industry,
    WebsiteUrl: given?.Customer.WebsiteUrl,
    Address: { CountryCode: given?.Customer.CountryCode },
  };
  const customer = { Account: { ...account, ...hidden?.customer.Account }, Contacts: hidden?.customer.Contacts ?? [] };
  const project = {
    Title: given?.Project.Title,
    CustomerBusinessProblem: given?.Project.BusinessProblem,
    ExpectedCustomerSpend: given?.Project.ExpectedCustomerSpend,
    ...hidden?.project,
  };
  const today = toDay(deps.clock.now());
  const wanted = given?.Project.TargetCompletionDate ?? '';
  return {
    NationalSecurity: 'No',
    OpportunityType: 'Net New Business',
    PrimaryNeedsFromAws: ['Co-Sell - Deal Support'],
    Customer: customer as Customer,
    Project: present(project) as Project,
    Marketing: { Source: 'None' },
    LifeCycle: { Stage: 'Prospect', TargetCloseDate: wanted > today ? wanted : addDays(today, REFERRAL_DAYS) },
  };
}
