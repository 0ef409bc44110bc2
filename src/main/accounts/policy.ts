/** The IAM policy that an account's credentials need for what Offerdeck does, to copy. */
import type { AccountSettings, EulaBucket } from '../../shared/domain/account/account.ts';
import { toEulaKey } from '../../shared/domain/account/eula-key.ts';
import { TEST_OBJECT_PREFIX } from './bucket-test.ts';

interface Statement {
  readonly Sid: string;
  readonly Effect: 'Allow';
  readonly Action: readonly string[];
  readonly Resource: string | readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

export function buildPolicy(settings: AccountSettings): string {
  const statements = [
    ...marketplaceStatements(settings.awsAccountId),
    ...(settings.eulaBucket ? bucketStatements(settings.eulaBucket) : []),
    ...(settings.presignRoleArn ? [presignRoleStatement(settings.presignRoleArn)] : []),
  ];
  return JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2);
}

function marketplaceStatements(account: string): Statement[] {
  const entity = (type: string) => `arn:aws:aws-marketplace:us-east-1:${account}:AWSMarketplace/${type}/*`;
  return [
    {
      Sid: 'ReadMarketplaceEntities',
      Effect: 'Allow',
      Action: ['aws-marketplace:ListEntities', 'aws-marketplace:DescribeEntity'],
      Resource: '*',
    },
    {
      Sid: 'FollowChangeSets',
      Effect: 'Allow',
      Action: [
        'aws-marketplace:ListChangeSets',
        'aws-marketplace:DescribeChangeSet',
        'aws-marketplace:CancelChangeSet',
      ],
      Resource: '*',
    },
    {
      Sid: 'CreateAndEditOffers',
      Effect: 'Allow',
      Action: ['aws-marketplace:StartChangeSet'],
      Resource: [entity('Offer'), entity('ChangeSet')],
    },
    {
      Sid: 'CreateOffersOnProducts',
      Effect: 'Allow',
      Action: ['aws-marketplace:StartChangeSet'],
      Resource: [entity('SaaSProduct'), entity('AmiProduct'), entity('ContainerProduct')],
      Condition: { StringEquals: { 'catalog:ChangeType': 'CreateOfferOnProduct' } },
    },
  ];
}

function bucketStatements(bucket: EulaBucket): Statement[] {
  const arn = `arn:aws:s3:::${bucket.bucket}`;
  const objects = `${arn}/${toEulaKey(bucket, '*')}`;
  return [
    { Sid: 'S3ListBucket', Effect: 'Allow', Action: ['s3:ListBucket'], Resource: arn },
    { Sid: 'AllowS3PutObject', Effect: 'Allow', Action: ['s3:PutObject'], Resource: objects },
    {
      Sid: 'AllowCreatePresignedUrl',
      Effect: 'Allow',
      Action: ['s3:PutObject', 's3:PutObjectAcl', 's3:GetObject', 's3:GetObjectAcl'],
      Resource: objects,
    },
    {
      Sid: 'RemoveConnectionTestObject',
      Effect: 'Allow',
      Action: ['s3:DeleteObject'],
      Resource: `${arn}/${toEulaKey(bucket, `${TEST_OBJECT_PREFIX}*`)}`,
    },
  ];
}

function presignRoleStatement(roleArn: string): Statement {
  return { Sid: 'AssumePresignRole', Effect: 'Allow', Action: ['sts:AssumeRole'], Resource: roleArn };
}
