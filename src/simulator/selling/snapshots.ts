/** Snapshots: what the members of an engagement see of each other's opportunities. */
import { sharedArn } from './arns.ts';
import { nowOf, type SellingContext } from './context.ts';
import { snapshotEvents } from './events.ts';
import type { OpportunityRecord } from './model.ts';
import type { EngagementRecord, JobRecord, SnapshotRecord } from './model-engagement.ts';
import { awsSummary } from './operations/get-aws-summary.ts';
import { present } from './rules/stored-content.ts';

export const SUMMARY_VIEW = 'OpportunitySummaryView';
const FULL_VIEW = 'AwsOpportunitySummaryFullView';
export const TEMPLATES: readonly string[] = [SUMMARY_VIEW, FULL_VIEW];

export function snapshotArn({ catalog, engagementId, resourceId, template, revision }: SnapshotRecord): string {
  const tail = `resource/Opportunity/${resourceId}/template/${template}/${revision}`;
  return `${sharedArn(catalog, 'engagement', engagementId)}/${tail}`;
}

/** Newest last. */
export function snapshotsOf(
  { engagementId, resourceId, template }: Pick<SnapshotRecord, 'engagementId' | 'resourceId' | 'template'>,
  { shared }: Pick<SellingContext, 'shared'>,
): SnapshotRecord[] {
  return [...shared.snapshots.values()]
    .filter(
      (snapshot) =>
        snapshot.engagementId === engagementId && snapshot.resourceId === resourceId && snapshot.template === template,
    )
    .sort((a, b) => a.revision - b.revision);
}

export function takeSnapshot(
  record: OpportunityRecord,
  { engagement, template }: { readonly engagement: EngagementRecord; readonly template: string },
  context: SellingContext,
): SnapshotRecord {
  const named = { engagementId: engagement.id, resourceId: record.id, template };
  const revision = (snapshotsOf(named, context).at(-1)?.revision ?? 0) + 1;
  const snapshot: SnapshotRecord = {
    ...named,
    catalog: record.catalog,
    revision,
    createdBy: record.owner,
    createdAt: nowOf(context),
    payload: payloadOf(record, template),
  };
  context.shared.putSnapshot(snapshot);
  for (const event of snapshotEvents(engagement, snapshot, snapshotArn(snapshot))) context.deps.emit(event);
  return snapshot;
}

function payloadOf(record: OpportunityRecord, template: string): Record<string, unknown> {
  if (template === FULL_VIEW) return { AwsOpportunitySummaryFullView: awsSummary(record) ?? {} };
  const { content, review } = record;
  const project = content.Project ?? {};
  return {
    OpportunitySummary: present({
      OpportunityType: content.OpportunityType,
      // Spelled so in this one place.
      Lifecycle: present({
        TargetCloseDate: content.LifeCycle.TargetCloseDate,
        ReviewStatus: review.status,
        Stage: content.LifeCycle.Stage,
        NextSteps: content.LifeCycle.NextSteps,
      }),
      OpportunityTeam: record.team,
      PrimaryNeedsFromAws: content.PrimaryNeedsFromAws,
      Customer: content.Customer,
      Project: present({
        DeliveryModels: project.DeliveryModels,
        ExpectedCustomerSpend: project.ExpectedCustomerSpend,
        ExpectedContractDuration: project.ExpectedContractDuration,
        CustomerUseCase: project.CustomerUseCase,
        SalesActivities: project.SalesActivities,
        OtherSolutionDescription: project.OtherSolutionDescription,
      }),
      RelatedEntityIdentifiers: record.related,
    }),
  };
}

/** Running jobs take a new snapshot where what their template shows has changed. */
export function refreshSnapshots(record: OpportunityRecord, context: SellingContext): void {
  if (record.engagementId === null) return;
  for (const job of context.shared.jobs.values()) {
    if (job.resourceId === record.id && job.status === 'Running') runJob(job, record, context);
  }
}

export function runJob(job: JobRecord, record: OpportunityRecord, context: SellingContext): void {
  const engagement = context.shared.engagements.get(job.engagementId);
  if (!engagement) return;
  if (roleOf(job, context) === null) {
    const lastFailure = 'No resource snapshot job role is set for the account.';
    context.shared.jobs.set(job.id, { ...job, lastFailure });
    return;
  }
  const latest = snapshotsOf(job, context).at(-1);
  const isNews = JSON.stringify(latest?.payload) !== JSON.stringify(payloadOf(record, job.template));
  if (isNews) takeSnapshot(record, { engagement, template: job.template }, context);
  context.shared.jobs.set(job.id, { ...job, lastSuccess: nowOf(context), lastFailure: null });
}

export function settingsId({ owner, catalog }: Pick<JobRecord, 'owner' | 'catalog'>): string {
  return `${owner} ${catalog}`;
}

function roleOf(job: JobRecord, { shared }: SellingContext): string | null {
  return shared.settings.get(settingsId(job))?.roleArn ?? null;
}

export function startJob(
  record: OpportunityRecord,
  { engagementId, template, status }: Pick<JobRecord, 'engagementId' | 'template' | 'status'>,
  context: SellingContext,
): JobRecord {
  const job: JobRecord = {
    id: `job-${context.deps.randomId(13)}`,
    owner: record.owner,
    catalog: record.catalog,
    engagementId,
    resourceId: record.id,
    template,
    createdAt: nowOf(context),
    status,
    lastSuccess: null,
    lastFailure: null,
  };
  context.shared.jobs.set(job.id, job);
  return job;
}
