/** Resource snapshots and the jobs that keep them fresh, and the role under which they run. */
import { opportunityArn } from '../arns.ts';
import { opportunityOf, type Asked, type Operation, type SellingContext } from '../context.ts';
import { attach, engagementOf } from '../engagements.ts';
import { businessRefusal, conflict, notFound } from '../errors.ts';
import type { JobRecord, SnapshotRecord } from '../model-engagement.ts';
import { pageOf } from '../paging.ts';
import { ordered } from '../partition.ts';
import { runJob, settingsId, snapshotArn, snapshotsOf, startJob, takeSnapshot, TEMPLATES } from '../snapshots.ts';
import { present } from '../rules/stored-content.ts';

const DEFAULT_PAGE = 20;

function templateOf({ input }: Asked): string {
  const template = String(input['ResourceSnapshotTemplateIdentifier']);
  if (TEMPLATES.includes(template)) return template;
  const message = `resourceSnapshotTemplateIdentifier must be one of ${TEMPLATES.join(', ')}.`;
  throw businessRefusal([{ field: 'resourceSnapshotTemplateIdentifier', code: 'INVALID_VALUE', message }]);
}

export const createSnapshot: Operation = (asked, context) => {
  const engagement = engagementOf(asked.input['EngagementIdentifier'], asked, context);
  const record = opportunityOf(asked.input['ResourceIdentifier'], asked, context);
  const template = templateOf(asked);
  attach(engagement.id, { id: record.id, createdBy: record.owner }, context);
  const snapshot = takeSnapshot(record, { engagement, template }, context);
  return { Arn: snapshotArn(snapshot), Revision: snapshot.revision };
};

export const getSnapshot: Operation = (asked, context) => {
  const { input, partner } = asked;
  const engagement = engagementOf(input['EngagementIdentifier'], asked, context);
  const template = templateOf(asked);
  const resourceId = String(input['ResourceIdentifier']);
  const all = snapshotsOf({ engagementId: engagement.id, resourceId, template }, context);
  const revision = input['Revision'];
  const snapshot = revision === undefined ? all.at(-1) : all.find((other) => other.revision === revision);
  // The full view is its owner's alone.
  const isHidden = template === 'AwsOpportunitySummaryFullView' && snapshot?.createdBy !== partner.accountId;
  if (!snapshot || isHidden) throw notFound(resourceId);
  return {
    Catalog: snapshot.catalog,
    Arn: snapshotArn(snapshot),
    CreatedBy: snapshot.createdBy,
    CreatedAt: snapshot.createdAt,
    EngagementId: engagement.id,
    ResourceType: 'Opportunity',
    ResourceId: resourceId,
    ResourceSnapshotTemplateName: template,
    Revision: snapshot.revision,
    Payload: snapshot.payload,
    TargetMemberAccounts: engagement.members.map(({ accountId }) => accountId),
  };
};

export const listSnapshots: Operation = (asked, context) => {
  const { input } = asked;
  const engagement = engagementOf(input['EngagementIdentifier'], asked, context);
  const { ResourceIdentifier, ResourceSnapshotTemplateIdentifier, CreatedBy } = input;
  const newest = new Map<string, SnapshotRecord & { readonly id: string }>();
  for (const snapshot of context.shared.snapshots.values()) {
    if (snapshot.engagementId !== engagement.id) continue;
    const id = `${snapshot.resourceId} ${snapshot.template}`;
    if ((newest.get(id)?.revision ?? 0) < snapshot.revision) newest.set(id, { ...snapshot, id });
  }
  const page = pageOf(
    {
      order: ordered(newest.values(), ({ id }) => id),
      descending: false,
      keep: (snapshot) =>
        (ResourceIdentifier === undefined || snapshot.resourceId === ResourceIdentifier) &&
        (ResourceSnapshotTemplateIdentifier === undefined ||
          snapshot.template === ResourceSnapshotTemplateIdentifier) &&
        (CreatedBy === undefined || snapshot.createdBy === CreatedBy),
      defaultSize: DEFAULT_PAGE,
    },
    input,
  );
  return {
    ResourceSnapshotSummaries: page.items.map((snapshot) => ({
      Arn: snapshotArn(snapshot),
      Revision: snapshot.revision,
      ResourceType: 'Opportunity',
      ResourceId: snapshot.resourceId,
      ResourceSnapshotTemplateName: snapshot.template,
      CreatedBy: snapshot.createdBy,
    })),
    NextToken: page.nextToken,
  };
};

export const createJob: Operation = (asked, context) => {
  const engagement = engagementOf(asked.input['EngagementIdentifier'], asked, context);
  const record = opportunityOf(asked.input['ResourceIdentifier'], asked, context);
  const template = templateOf(asked);
  for (const job of context.shared.jobs.values()) {
    if (job.engagementId === engagement.id && job.resourceId === record.id && job.template === template) {
      throw conflict(`Job ${job.id} keeps this snapshot fresh.`);
    }
  }
  // A new job stands still until it is started.
  const job = startJob(record, { engagementId: engagement.id, template, status: 'Stopped' }, context);
  const tags = asked.input['Tags'] as { Key: string; Value: string }[] | undefined;
  if (tags) context.store.tags.set(jobArn(job), { arn: jobArn(job), tags });
  return { Id: job.id, Arn: jobArn(job) };
};

export function jobArn({ owner, catalog, id }: JobRecord): string {
  return `arn:aws:partnercentral:us-east-1:${owner}:catalog/${catalog}/resource-snapshot-job/${id}`;
}

function jobOf({ input, partner, catalog }: Asked, { shared }: SellingContext): JobRecord {
  const id = String(input['ResourceSnapshotJobIdentifier']);
  const job = shared.jobs.get(id);
  if (job && job.owner === partner.accountId && job.catalog === catalog) return job;
  throw notFound(id);
}

export const getJob: Operation = (asked, context) => {
  const job = jobOf(asked, context);
  return present({
    Catalog: job.catalog,
    Id: job.id,
    Arn: jobArn(job),
    EngagementId: job.engagementId,
    ResourceType: 'Opportunity',
    ResourceId: job.resourceId,
    ResourceArn: opportunityArn({ id: job.resourceId, owner: job.owner, catalog: job.catalog }),
    ResourceSnapshotTemplateName: job.template,
    CreatedAt: job.createdAt,
    Status: job.status,
    LastSuccessfulExecutionDate: job.lastSuccess ?? undefined,
    LastFailure: job.lastFailure ?? undefined,
  });
};

export const startSnapshotJob: Operation = (asked, context) => {
  const job: JobRecord = { ...jobOf(asked, context), status: 'Running' };
  context.shared.jobs.set(job.id, job);
  const record = context.store.opportunities(job).get(job.resourceId);
  if (record) runJob(job, record, context);
  return {};
};

export const stopSnapshotJob: Operation = (asked, context) => {
  const job = jobOf(asked, context);
  context.shared.jobs.set(job.id, { ...job, status: 'Stopped' });
  return {};
};

export const deleteJob: Operation = (asked, context) => {
  const job = jobOf(asked, context);
  if (job.status !== 'Stopped') throw conflict(`Job ${job.id} is Running; stop it first.`);
  context.shared.jobs.delete(job.id);
  context.store.tags.delete(jobArn(job));
  return {};
};

export const listJobs: Operation = ({ input, partner, catalog }, { shared }) => {
  const { EngagementIdentifier, Status } = input;
  const sort = (input['Sort'] ?? {}) as Record<string, string>;
  const page = pageOf(
    {
      order: ordered(shared.jobs.values(), ({ createdAt }) => createdAt),
      descending: sort['SortOrder'] !== 'ASCENDING',
      keep: (job) =>
        job.owner === partner.accountId &&
        job.catalog === catalog &&
        (EngagementIdentifier === undefined || job.engagementId === EngagementIdentifier) &&
        (Status === undefined || job.status === Status),
      defaultSize: DEFAULT_PAGE,
    },
    input,
  );
  return {
    ResourceSnapshotJobSummaries: page.items.map((job) => ({
      Id: job.id,
      Arn: jobArn(job),
      EngagementId: job.engagementId,
      Status: job.status,
    })),
    NextToken: page.nextToken,
  };
};

export const getSettings: Operation = ({ partner, catalog }, { shared }) => {
  const roleArn = shared.settings.get(settingsId({ owner: partner.accountId, catalog }))?.roleArn ?? null;
  return { Catalog: catalog, ...(roleArn === null ? {} : { ResourceSnapshotJobRoleArn: roleArn }) };
};

export const putSettings: Operation = (asked, context) => {
  const { input, partner, catalog } = asked;
  const role = input['ResourceSnapshotJobRoleIdentifier'] as string | undefined;
  const id = settingsId({ owner: partner.accountId, catalog });
  context.shared.settings.set(id, { id, roleArn: role === undefined ? null : roleArnOf(role, partner.accountId) });
  return getSettings(asked, context);
};

function roleArnOf(role: string, accountId: string): string {
  if (!role.startsWith('arn:')) return `arn:aws:iam::${accountId}:role/${role}`;
  if (role.split(':')[4] === accountId) return role;
  const message = 'The role must belong to the account that sets it.';
  throw businessRefusal([{ field: 'resourceSnapshotJobRoleIdentifier', code: 'INVALID_VALUE', message }]);
}
