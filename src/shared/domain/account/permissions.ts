/** Which IAM actions each feature needs, and what is known of them: the base of the policy and of every greyed-out button. */
import type { Capability } from './account.ts';
import { mayDo, type Deed, type Persona } from './persona.ts';

export const PERMISSION_FEATURES = [
  'read',
  'offers',
  'documents',
  'agreements',
  'agreement-requests',
  'authorizations',
  'channel',
  'service-linked-role',
  'notifications',
  'notification-setup',
  'co-sell',
  'co-sell-write',
] as const;
export type PermissionFeature = (typeof PERMISSION_FEATURES)[number];

/** What reading opportunities and invitations takes. */
const CO_SELL_READS = [
  'ListOpportunities',
  'GetOpportunity',
  'GetAwsOpportunitySummary',
  'ListSolutions',
  'ListEngagementInvitations',
  'GetEngagementInvitation',
  'ListEngagementFromOpportunityTasks',
  'ListEngagementByAcceptingInvitationTasks',
  'ListEngagements',
  'GetEngagement',
  'ListEngagementMembers',
  'ListEngagementResourceAssociations',
  'ListOpportunityFromEngagementTasks',
  'GetProspectingFromEngagementTask',
  'ListProspectingFromEngagementTasks',
  'ListResourceSnapshots',
  'GetResourceSnapshot',
  'ListResourceSnapshotJobs',
  'GetResourceSnapshotJob',
  'GetSellingSystemSettings',
  'ListTagsForResource',
];
/** What the app calls itself, and after them what AWS does in the caller's name while it shares or accepts. */
const CO_SELL_WRITES = [
  'CreateOpportunity',
  'UpdateOpportunity',
  'AssignOpportunity',
  'AssociateOpportunity',
  'DisassociateOpportunity',
  'StartEngagementFromOpportunityTask',
  'StartEngagementByAcceptingInvitationTask',
  'RejectEngagementInvitation',
  'SubmitOpportunity',
  'AcceptEngagementInvitation',
  'CreateEngagement',
  'CreateEngagementInvitation',
  'CreateResourceSnapshot',
  'CreateResourceSnapshotJob',
  'StartResourceSnapshotJob',
  'UpdateEngagementContext',
  'StartOpportunityFromEngagementTask',
  'StartProspectingFromEngagementTask',
  'CreateEngagementContext',
  'StopResourceSnapshotJob',
  'DeleteResourceSnapshotJob',
  'PutSellingSystemSettings',
  'TagResource',
  'UntagResource',
];

const pc = (operations: readonly string[]) => operations.map((operation) => `partnercentral:${operation}`);
const mp = (...operations: string[]) => operations.map((operation) => `aws-marketplace:${operation}`);

export const FEATURE_ACTIONS: Readonly<Record<PermissionFeature, readonly string[]>> = {
  read: mp('ListEntities', 'DescribeEntity', 'ListChangeSets', 'DescribeChangeSet'),
  offers: mp('StartChangeSet', 'CancelChangeSet'),
  documents: ['s3:PutObject', 's3:GetObject', 's3:ListBucket'],
  agreements: mp('SearchAgreements', 'DescribeAgreement', 'GetAgreementTerms', 'GetAgreementEntitlements'),
  'agreement-requests': mp(
    'SendAgreementCancellationRequest',
    'ListAgreementCancellationRequests',
    'GetAgreementCancellationRequest',
    'CancelAgreementCancellationRequest',
    'SendAgreementPaymentRequest',
    'ListAgreementPaymentRequests',
    'GetAgreementPaymentRequest',
    'CancelAgreementPaymentRequest',
    'BatchCreateBillingAdjustmentRequest',
    'ListBillingAdjustmentRequests',
    'GetBillingAdjustmentRequest',
    'ListAgreementInvoiceLineItems',
    'ListAgreementCharges',
  ),
  authorizations: mp('StartChangeSet'),
  channel: mp('StartChangeSet', 'DescribeEntity'),
  'service-linked-role': ['iam:CreateServiceLinkedRole', 'iam:GetRole'],
  notifications: ['sqs:GetQueueUrl', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage', 'sqs:DeleteMessage'],
  'notification-setup': [
    'events:PutRule',
    'events:DescribeRule',
    'events:PutTargets',
    'events:ListTargetsByRule',
    'events:RemoveTargets',
    'events:DeleteRule',
    'sqs:CreateQueue',
    'sqs:SetQueueAttributes',
    'sqs:SendMessage',
    'sqs:DeleteQueue',
    'sns:Subscribe',
    'sns:ListSubscriptionsByTopic',
    'sns:Unsubscribe',
  ],
  'co-sell': pc(CO_SELL_READS),
  'co-sell-write': pc(CO_SELL_WRITES),
};

/** Features that only some personas use. */
const DEED_OF_FEATURE: Partial<Record<PermissionFeature, Deed>> = {
  authorizations: 'authorize',
  channel: 'resell',
  'service-linked-role': 'set-up',
  'notification-setup': 'set-up',
  'co-sell': 'co-sell',
  'co-sell-write': 'co-sell',
};

/** What a draft that is made from an entity at AWS needs: the entity is read anew. */
export const READ_ENTITY = mp('DescribeEntity');
export const READ_TERMS = mp('GetAgreementTerms');

export function featuresOf(persona: Persona, hasBucket: boolean): PermissionFeature[] {
  return PERMISSION_FEATURES.filter((feature) => {
    if (feature === 'documents') return hasBucket;
    const deed = DEED_OF_FEATURE[feature];
    return deed === undefined || mayDo(persona, deed);
  });
}

/**
 * `StartChangeSet` as far as one change type needs it: rights on it are granted and denied by change type, so that whoever may
 * draft need not be able to release.
 */
export function startChangeSet(changeType: string): string {
  return `aws-marketplace:StartChangeSet(${changeType})`;
}

/** The action without the change type that narrows it, as a policy writes it. */
export function plainAction(action: string): string {
  return action.replace(/\(.*\)$/, '');
}

/** The first of the actions that AWS has refused to these credentials; null when none has been. */
export function findRefused(capabilities: readonly Capability[], actions: readonly string[]): string | null {
  const stateOf = (action: string) => capabilities.find((known) => known.action === action)?.state ?? 'unknown';
  const refused = actions.find((action) => {
    const own = stateOf(action);
    return own === 'denied' || (own === 'unknown' && stateOf(plainAction(action)) === 'denied');
  });
  return refused ?? null;
}
