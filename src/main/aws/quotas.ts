/** Published request limits per AWS account, as data: what the pacer spends. */

export interface Quota {
  /** Requests (or entities, where `per` says so) a second. */
  readonly perSecond: number;
  readonly per: 'request' | 'entity';
  readonly source: string;
  /** When the source said so. */
  readonly asOf: string;
  /** Operations that share one limit; left out where each has its own. */
  readonly group?: string;
  /** Calls within any 24 hours, where AWS counts them too. */
  readonly perDay?: number;
}

const CATALOG = { source: 'Service quotas for AWS Marketplace Catalog API (developer guide)', asOf: '2026-11' };
const STS = { source: 'IAM and AWS STS quotas (IAM user guide), per region', asOf: '2025-11' };
const S3 = { source: 'Performance guidelines for Amazon S3 (user guide), per prefix', asOf: '2026-11' };

const AGREEMENT = { source: 'Service quotas for AWS Marketplace Agreement API (developer guide)', asOf: '2026-11' };
const SQS = { source: 'Amazon SQS quotas (developer guide), standard queues: nearly unlimited', asOf: '2026-11' };
const EVENTS = { source: 'Amazon EventBridge quotas (user guide), us-east-1', asOf: '2026-11' };
/** IAM and SNS publish no figure for these calls; a slow pace does no harm to what is set up once. */
const SETUP = { source: 'Assumption: no figure is published', asOf: '2026-11' };

/** Whether a group shares its figure or each operation has it is not said: shared is the safe reading. */
const SELLING = { source: 'Quotas of the Partner Central API (developer guide), per partner account', asOf: '2026-11' };
const sellingRead: Quota = { perSecond: 10, per: 'request', group: 'read', perDay: 100_000, ...SELLING };
const sellingWrite: Quota = { perSecond: 1, per: 'request', group: 'write', perDay: 10_000, ...SELLING };

const selling = (perSecond: number): Quota => ({ perSecond, per: 'request', ...SELLING });
const catalog = (perSecond: number): Quota => ({ perSecond, per: 'request', ...CATALOG });
const agreement = (perSecond: number): Quota => ({ perSecond, per: 'request', ...AGREEMENT });

/** `service:Operation`, or `service:*` for all others of the service. */
const QUOTAS: Readonly<Record<string, Quota>> = {
  'catalog:ListEntities': catalog(10),
  'catalog:DescribeEntity': catalog(20),
  // Not published: entities are counted as single descriptions.
  'catalog:BatchDescribeEntities': { perSecond: 20, per: 'entity', ...CATALOG },
  'catalog:StartChangeSet': catalog(5),
  'catalog:ListChangeSets': catalog(5),
  'catalog:DescribeChangeSet': catalog(10),
  'catalog:CancelChangeSet': catalog(5),
  'catalog:TagResource': catalog(5),
  'catalog:UntagResource': catalog(5),
  'catalog:ListTagsForResource': catalog(5),
  'catalog:PutResourcePolicy': catalog(5),
  'catalog:GetResourcePolicy': catalog(5),
  'catalog:DeleteResourcePolicy': catalog(5),
  // The lowest published one for what is not listed.
  'catalog:*': catalog(5),
  'agreement:SearchAgreements': agreement(5),
  'agreement:DescribeAgreement': agreement(5),
  'agreement:GetAgreementTerms': agreement(10),
  'agreement:GetAgreementEntitlements': agreement(10),
  'agreement:ListAgreementPaymentRequests': agreement(5),
  'agreement:GetAgreementPaymentRequest': agreement(5),
  'agreement:SendAgreementPaymentRequest': agreement(5),
  'agreement:CancelAgreementPaymentRequest': agreement(5),
  'agreement:ListAgreementCancellationRequests': agreement(5),
  'agreement:GetAgreementCancellationRequest': agreement(5),
  'agreement:SendAgreementCancellationRequest': agreement(2),
  'agreement:CancelAgreementCancellationRequest': agreement(2),
  'agreement:ListAgreementInvoiceLineItems': agreement(10),
  'agreement:ListAgreementCharges': agreement(15),
  'agreement:ListBillingAdjustmentRequests': agreement(5),
  'agreement:GetBillingAdjustmentRequest': agreement(5),
  'agreement:BatchCreateBillingAdjustmentRequest': agreement(2),
  // The lowest published one for what is not listed.
  'agreement:*': agreement(2),
  'selling:ListOpportunities': sellingRead,
  'selling:GetOpportunity': sellingRead,
  'selling:GetAwsOpportunitySummary': sellingRead,
  'selling:ListSolutions': sellingRead,
  'selling:ListEngagementInvitations': sellingRead,
  'selling:GetEngagementInvitation': sellingRead,
  // Not published for engagements and the lists of tasks: counted with the reads.
  'selling:ListEngagements': sellingRead,
  'selling:GetEngagement': sellingRead,
  'selling:ListEngagementMembers': sellingRead,
  'selling:ListEngagementResourceAssociations': sellingRead,
  'selling:ListOpportunityFromEngagementTasks': sellingRead,
  'selling:ListResourceSnapshots': sellingRead,
  'selling:GetResourceSnapshot': sellingRead,
  'selling:ListResourceSnapshotJobs': sellingRead,
  'selling:GetResourceSnapshotJob': sellingRead,
  'selling:GetSellingSystemSettings': sellingRead,
  'selling:ListTagsForResource': sellingRead,
  'selling:CreateEngagement': selling(15),
  'selling:StartProspectingFromEngagementTask': selling(2),
  'selling:GetProspectingFromEngagementTask': selling(100),
  'selling:ListProspectingFromEngagementTasks': selling(50),
  'selling:ListEngagementFromOpportunityTasks': sellingRead,
  'selling:ListEngagementByAcceptingInvitationTasks': sellingRead,
  'selling:CreateOpportunity': sellingWrite,
  'selling:UpdateOpportunity': sellingWrite,
  'selling:AssociateOpportunity': sellingWrite,
  'selling:DisassociateOpportunity': sellingWrite,
  'selling:AssignOpportunity': sellingWrite,
  'selling:StartEngagementFromOpportunityTask': sellingWrite,
  'selling:StartEngagementByAcceptingInvitationTask': sellingWrite,
  'selling:RejectEngagementInvitation': sellingWrite,
  // The lowest published one for what is not listed.
  'selling:*': sellingWrite,
  'sqs:*': { perSecond: 100, per: 'request', ...SQS },
  'events:PutRule': { perSecond: 5, per: 'request', ...EVENTS },
  'events:PutTargets': { perSecond: 5, per: 'request', ...EVENTS },
  'events:*': { perSecond: 5, per: 'request', ...EVENTS },
  'iam:*': { perSecond: 5, per: 'request', ...SETUP },
  'sns:*': { perSecond: 5, per: 'request', ...SETUP },
  'sts:*': { perSecond: 600, per: 'request', ...STS },
  's3:GetObject': { perSecond: 5500, per: 'request', ...S3 },
  's3:HeadObject': { perSecond: 5500, per: 'request', ...S3 },
  's3:*': { perSecond: 3500, per: 'request', ...S3 },
};

export type ServiceName = 'catalog' | 'agreement' | 'sts' | 's3' | 'sqs' | 'events' | 'iam' | 'sns' | 'selling';

export function findQuota(service: ServiceName, operation: string): Quota {
  const quota = QUOTAS[`${service}:${operation}`] ?? QUOTAS[`${service}:*`];
  if (!quota) throw new Error(`no quota for ${service}:${operation}`);
  return quota;
}

/** The limit of an operation for people to read; null for a service of which none is kept. */
export function describeQuota(service: string, operation: string): (Quota & { readonly operations: string[] }) | null {
  const name = `${service}:${operation}`;
  const quota = QUOTAS[name] ?? QUOTAS[`${service}:*`];
  if (!quota) return null;
  const sharing = Object.entries(QUOTAS).filter(
    ([each, other]) => quota.group !== undefined && each.startsWith(`${service}:`) && other.group === quota.group,
  );
  const operations = sharing.map(([each]) => each.slice(service.length + 1)).filter((each) => each !== '*');
  return { ...quota, operations: operations.length === 0 ? [operation] : operations };
}

/** The Marketplace operations a caller may name without saying the service. */
export function serviceOfOperation(operation: string): ServiceName {
  if (`catalog:${operation}` in QUOTAS) return 'catalog';
  if (`agreement:${operation}` in QUOTAS) return 'agreement';
  if (`selling:${operation}` in QUOTAS) return 'selling';
  return /Object|Bucket|Head/.test(operation) ? 's3' : 'sts';
}

/** Every operation that spends the same limit as this quota. */
export function operationsOfGroup(service: ServiceName, quota: Quota): string[] {
  return Object.entries(QUOTAS)
    .filter(([name, other]) => name.startsWith(`${service}:`) && other.group === quota.group)
    .map(([name]) => name.slice(service.length + 1));
}

/** How much of its quota one request spends. */
export function costOf(quota: Quota, input: object): number {
  if (quota.per === 'request') return 1;
  const list = (input as { EntityRequestList?: readonly unknown[] }).EntityRequestList;
  return Math.max(1, list?.length ?? 1);
}
