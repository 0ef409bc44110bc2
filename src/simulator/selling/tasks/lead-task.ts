/** StartOpportunityFromEngagementTask: turns a qualified lead into a draft. */
import type { Customer } from '@aws-sdk/client-partnercentral-selling';
import { addDays, toDay } from '../../catalog/instants.ts';
import { nowOf, type SellingContext } from '../context.ts';
import { attach, changeEngagement } from '../engagements.ts';
import { opportunityEvent } from '../events.ts';
import { NOTHING_RELATED, type OpportunityRecord } from '../model.ts';
import type { ContextRecord, EngagementRecord, TaskRecord } from '../model-engagement.ts';
import { startJob, SUMMARY_VIEW } from '../snapshots.ts';
import { customerProject } from './submission-task.ts';
import { endTask } from './task.ts';

const DAYS_AHEAD = 90;

interface Lead {
  readonly Customer: {
    readonly CompanyName: string;
    readonly Industry?: string;
    readonly WebsiteUrl?: string;
    readonly Address?: object;
  };
  readonly QualificationStatus?: string;
  readonly Interactions: readonly { readonly BusinessProblem?: string; readonly Usecase?: string }[];
}

export function runLead(task: TaskRecord, context: SellingContext): void {
  const engagement = context.shared.engagements.get(String(task.engagementId));
  if (!engagement) return;
  if (task.ordered) return endTask(task, { failure: task.ordered }, context);
  const lead = engagement.contexts.find(({ Id }) => Id === task.order['contextId']);
  const fail = (reasonCode: TaskRecord['reasonCode'], message: string) =>
    endTask(task, { failure: { reasonCode, message } }, context);
  if (!lead) return fail('ContextNotFound', `The engagement has no context ${String(task.order['contextId'])}.`);
  if (lead.Type !== 'Lead') {
    return fail('CustomerProjectContextNotPermitted', 'Only a lead can be turned into an opportunity.');
  }
  const { Lead: content } = lead.Payload as { Lead: Lead };
  if (content.QualificationStatus === 'Disqualified') {
    return fail('DisqualifiedLeadNotPermitted', 'A disqualified lead cannot be turned into an opportunity.');
  }
  const record = draftOf(content, task, { engagement, context });
  context.store.put(record);
  context.deps.emit(opportunityEvent(record, 'Created'));
  const contextId = String(engagement.contexts.length + 1);
  const project: ContextRecord = {
    Id: contextId,
    Type: 'CustomerProject',
    Payload: { CustomerProject: customerProject(record.content.Customer, record.content.Project, record) },
  };
  attach(engagement.id, { id: record.id, createdBy: task.owner }, context);
  changeEngagement(engagement.id, { by: task.owner, contexts: [...engagement.contexts, project] }, context);
  const job = startJob(record, { engagementId: engagement.id, template: SUMMARY_VIEW, status: 'Running' }, context);
  endTask(task, { opportunityId: record.id, jobId: job.id, contextId }, context);
}

interface Origin {
  readonly engagement: EngagementRecord;
  readonly context: SellingContext;
}

function draftOf(lead: Lead, task: TaskRecord, { engagement, context }: Origin): OpportunityRecord {
  const now = nowOf(context);
  const problem = lead.Interactions.at(-1)?.BusinessProblem;
  return {
    id: context.store.nextOpportunityId(),
    owner: task.owner,
    catalog: task.catalog,
    createdAt: `${now.slice(0, 19)}Z`,
    modifiedAt: now,
    origin: 'Partner Referral',
    content: {
      OpportunityType: 'Net New Business',
      Customer: { Account: lead.Customer as Customer['Account'], Contacts: [] },
      Project: {
        Title: engagement.title,
        ...(problem === undefined ? {} : { CustomerBusinessProblem: problem }),
        ExpectedCustomerSpend: [],
      },
      Marketing: { Source: 'None' },
      LifeCycle: { Stage: 'Prospect', TargetCloseDate: addDays(toDay(context.deps.clock.now()), DAYS_AHEAD) },
    },
    history: [],
    review: { status: 'Pending Submission', comments: null, reason: null },
    team: [],
    related: NOTHING_RELATED,
    submission: null,
    aws: null,
    engagementId: engagement.id,
  };
}
