import { describe, expect, it } from 'vitest';
import { costOf, findQuota, serviceOfOperation } from '../../../../src/main/aws/quotas.ts';

describe('quotas', () => {
  it.each([
    ['ListEntities', 10],
    ['DescribeEntity', 20],
    ['StartChangeSet', 5],
    ['ListChangeSets', 5],
    ['DescribeChangeSet', 10],
    ['CancelChangeSet', 5],
  ])('%s: %i a second, with a source', (operation, perSecond) => {
    const quota = findQuota('catalog', operation);
    expect(quota.perSecond).toBe(perSecond);
    expect(quota.source).toMatch(/quotas/);
    expect(quota.asOf).toMatch(/^\d{4}-\d{2}$/);
  });

  it('counts the entities of a batch', () => {
    const quota = findQuota('catalog', 'BatchDescribeEntities');
    expect(costOf(quota, { EntityRequestList: [{}, {}, {}] })).toBe(3);
    expect(costOf(quota, {})).toBe(1);
    expect(costOf(findQuota('catalog', 'ListEntities'), { EntityRequestList: [{}, {}] })).toBe(1);
  });

  it('has a limit for operations nobody has listed', () => {
    expect(findQuota('catalog', 'SomethingNew').perSecond).toBe(5);
    expect(findQuota('sts', 'GetCallerIdentity').perSecond).toBe(600);
    expect(findQuota('s3', 'GetObject').perSecond).toBeGreaterThan(1_000);
  });

  it('knows the service of an operation', () => {
    expect(serviceOfOperation('BatchDescribeEntities')).toBe('catalog');
    expect(serviceOfOperation('PutObject')).toBe('s3');
    expect(serviceOfOperation('GetCallerIdentity')).toBe('sts');
  });
});
