/** The operations of the Catalog API that are simulated; resource policies and assessments are not. */
import { batchDescribeEntities, describeEntity } from './describe-entity.ts';
import { cancelChangeSet, describeChangeSet } from './describe-change-set.ts';
import { listChangeSets } from './list-change-sets.ts';
import { listEntities } from './list-entities.ts';
import type { Operation } from './operation.ts';
import { startChangeSet } from './start-change-set.ts';
import { listTagsForResource, tagResource, untagResource } from './tags.ts';

export const OPERATIONS: Readonly<Record<string, Operation>> = {
  ListEntities: listEntities,
  DescribeEntity: describeEntity,
  BatchDescribeEntities: batchDescribeEntities,
  StartChangeSet: startChangeSet,
  DescribeChangeSet: describeChangeSet,
  ListChangeSets: listChangeSets,
  CancelChangeSet: cancelChangeSet,
  TagResource: tagResource,
  UntagResource: untagResource,
  ListTagsForResource: listTagsForResource,
};
