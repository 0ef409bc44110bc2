/** Published request limits per AWS account, as data: what the pacer spends. */

export interface Quota {
  /** Requests (or entities, where `per` says so) a second. */
  readonly perSecond: number;
  readonly per: 'request' | 'entity';
  readonly source: string;
  /** When the source said so. */
  readonly asOf: string;
}

const CATALOG = { source: 'Service quotas for AWS Marketplace Catalog API (developer guide)', asOf: '2026-11' };
const STS = { source: 'IAM and AWS STS quotas (IAM user guide), per region', asOf: '2025-11' };
const S3 = { source: 'Performance guidelines for Amazon S3 (user guide), per prefix', asOf: '2026-11' };

const catalog = (perSecond: number): Quota => ({ perSecond, per: 'request', ...CATALOG });

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
  'sts:*': { perSecond: 600, per: 'request', ...STS },
  's3:GetObject': { perSecond: 5500, per: 'request', ...S3 },
  's3:HeadObject': { perSecond: 5500, per: 'request', ...S3 },
  's3:*': { perSecond: 3500, per: 'request', ...S3 },
};

export type ServiceName = 'catalog' | 'sts' | 's3';

export function findQuota(service: ServiceName, operation: string): Quota {
  const quota = QUOTAS[`${service}:${operation}`] ?? QUOTAS[`${service}:*`];
  if (!quota) throw new Error(`no quota for ${service}:${operation}`);
  return quota;
}

/** The Catalog operations a caller may name without saying the service. */
export function serviceOfOperation(operation: string): ServiceName {
  if (`catalog:${operation}` in QUOTAS) return 'catalog';
  return /Object|Bucket|Head/.test(operation) ? 's3' : 'sts';
}

/** How much of its quota one request spends. */
export function costOf(quota: Quota, input: object): number {
  if (quota.per === 'request') return 1;
  const list = (input as { EntityRequestList?: readonly unknown[] }).EntityRequestList;
  return Math.max(1, list?.length ?? 1);
}
