/** The IAM policy that an account's credentials need for the features that are chosen, to copy. */
import type { AccountSettings, EulaBucket } from '../../shared/domain/account/account.ts';
import { toEulaKey } from '../../shared/domain/account/eula-key.ts';
import type { PermissionFeature } from '../../shared/domain/account/permissions.ts';
import { TEST_OBJECT_PREFIX } from './bucket-test.ts';
import { agreementReads, agreementRequests } from './policy-agreements.ts';
import { coSellReads, coSellWrites } from './policy-co-sell.ts';
import { notificationIntake, notificationSetup, type EventResources } from './policy-events.ts';
import type { Statement } from './policy-statement.ts';

export interface PolicyRequest {
  readonly settings: AccountSettings;
  readonly features: readonly PermissionFeature[];
  /** The queue, rules and topics of the account's events, as they are or would be called. */
  readonly events: EventResources;
}

export function buildPolicy(request: PolicyRequest): string {
  const statements = request.features.flatMap((feature) => STATEMENTS[feature](request));
  return JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2);
}

const STATEMENTS: Readonly<Record<PermissionFeature, (request: PolicyRequest) => readonly Statement[]>> = {
  read: () => READS,
  offers: ({ settings }) => offerStatements(settings.awsAccountId),
  documents: ({ settings }) => [
    ...(settings.eulaBucket ? bucketStatements(settings.eulaBucket) : []),
    ...(settings.presignRoleArn ? [presignRoleStatement(settings.presignRoleArn)] : []),
  ],
  agreements: () => [agreementReads],
  'agreement-requests': () => [agreementRequests],
  authorizations: ({ settings: { awsAccountId } }) => [
    {
      Sid: 'AuthorizeChannelPartners',
      Effect: 'Allow',
      Action: ['aws-marketplace:StartChangeSet'],
      Resource: [entity(awsAccountId, 'ResaleAuthorization'), entity(awsAccountId, 'ChangeSet')],
    },
  ],
  // A shared authorization belongs to the ISV, whose account stands in its ARN.
  channel: () => [
    {
      Sid: 'ReadSharedAuthorizations',
      Effect: 'Allow',
      Action: ['aws-marketplace:DescribeEntity', 'aws-marketplace:StartChangeSet'],
      Resource: entity('*', 'ResaleAuthorization'),
    },
  ],
  'service-linked-role': () => SERVICE_LINKED_ROLE,
  notifications: ({ settings, events }) => notificationIntake(settings.awsAccountId, events),
  'notification-setup': ({ settings, events }) => notificationSetup(settings.awsAccountId, events),
  'co-sell': ({ settings }) => coSellReads(settings.partnerCentral.catalog),
  'co-sell-write': ({ settings }) => coSellWrites(settings.partnerCentral.catalog),
};

function entity(account: string, type: string): string {
  return `arn:aws:aws-marketplace:us-east-1:${account}:AWSMarketplace/${type}/*`;
}

const READS: readonly Statement[] = [
  {
    Sid: 'ReadMarketplaceEntities',
    Effect: 'Allow',
    Action: ['aws-marketplace:ListEntities', 'aws-marketplace:DescribeEntity'],
    Resource: '*',
  },
  {
    Sid: 'FollowChangeSets',
    Effect: 'Allow',
    Action: ['aws-marketplace:ListChangeSets', 'aws-marketplace:DescribeChangeSet', 'aws-marketplace:CancelChangeSet'],
    Resource: '*',
  },
];

function offerStatements(account: string): Statement[] {
  const products = ['SaaSProduct', 'AmiProduct', 'ContainerProduct'].map((type) => entity(account, type));
  return [
    {
      Sid: 'CreateAndEditOffers',
      Effect: 'Allow',
      Action: ['aws-marketplace:StartChangeSet'],
      Resource: [entity(account, 'Offer'), entity(account, 'ChangeSet')],
    },
    {
      Sid: 'CreateAndRestrictResaleAuthorizations',
      Effect: 'Allow',
      Action: ['aws-marketplace:StartChangeSet'],
      Resource: [entity(account, 'ResaleAuthorization'), entity(account, 'ChangeSet')],
    },
    {
      Sid: 'CreateOffersOnProducts',
      Effect: 'Allow',
      Action: ['aws-marketplace:StartChangeSet'],
      Resource: products,
      Condition: { StringEquals: { 'catalog:ChangeType': 'CreateOfferOnProduct' } },
    },
    {
      Sid: 'GroupOffersInSets',
      Effect: 'Allow',
      Action: ['aws-marketplace:StartChangeSet'],
      Resource: entity(account, 'OfferSet'),
    },
  ];
}

const SERVICE_LINKED_ROLE: readonly Statement[] = [
  {
    Sid: 'CreateResaleAuthorizationRole',
    Effect: 'Allow',
    Action: ['iam:CreateServiceLinkedRole'],
    Resource: 'arn:aws:iam::*:role/aws-service-role/resale-authorization.marketplace.amazonaws.com/*',
    Condition: { StringEquals: { 'iam:AWSServiceName': 'resale-authorization.marketplace.amazonaws.com' } },
  },
  {
    Sid: 'SeeResaleAuthorizationRole',
    Effect: 'Allow',
    Action: ['iam:GetRole'],
    Resource: 'arn:aws:iam::*:role/aws-service-role/resale-authorization.marketplace.amazonaws.com/*',
  },
];

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
