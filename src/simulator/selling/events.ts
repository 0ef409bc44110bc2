/** What the Selling service tells the event buses of the accounts concerned. */
import type { SimulatedEvent } from '../types.ts';
import { opportunityArn, sharedArn } from './arns.ts';
import type { OpportunityRecord } from './model.ts';
import {
  AWS,
  type EngagementRecord,
  type InvitationRecord,
  type Member,
  type SnapshotRecord,
} from './model-engagement.ts';

const SOURCE = 'aws.partnercentral-selling';

export function opportunityEvent(record: OpportunityRecord, what: 'Created' | 'Updated'): SimulatedEvent {
  return {
    accountId: record.owner,
    source: SOURCE,
    detailType: `Opportunity ${what}`,
    resources: [opportunityArn(record)],
    detail: { schemaVersion: '1', catalog: record.catalog, opportunity: { identifier: record.id } },
    time: `${record.modifiedAt.slice(0, 19)}Z`,
    version: '1',
  };
}

/** Both sides of an invitation are told, AWS excepted: it has no bus here. */
export function invitationEvents(
  invitation: InvitationRecord,
  what: 'Created' | 'Accepted' | 'Rejected' | 'Expired',
): SimulatedEvent[] {
  const { catalog, sender, receiver } = invitation;
  const arn = sharedArn(catalog, 'engagement-invitation', invitation.id);
  const sides = [
    { accountId: sender.accountId, participantType: 'Sender' },
    { accountId: receiver.accountId, participantType: 'Receiver' },
  ];
  return sides
    .filter(({ accountId }) => accountId !== AWS)
    .map(({ accountId, participantType }) => ({
      accountId,
      source: SOURCE,
      detailType: `Engagement Invitation ${what}`,
      resources: [arn],
      detail: {
        catalog,
        engagementInvitation: {
          arn,
          id: invitation.id,
          engagementId: invitation.engagementId,
          senderAccountId: sender.accountId,
          receiverAccountId: receiver.accountId,
          participantType,
          payloadType: invitation.payloadType,
          ...(what === 'Created'
            ? { senderCompanyName: sender.companyName, expirationDate: invitation.expirationDate }
            : {}),
        },
      },
    }));
}

export function memberEvents(engagement: EngagementRecord, member: Member): SimulatedEvent[] {
  return toMembers(engagement, {
    detailType: 'Engagement Member Added',
    detail: {
      engagement: { id: engagement.id },
      engagementMember: { accountId: member.accountId, companyName: member.companyName },
    },
  });
}

export function engagementEvents(engagement: EngagementRecord, what: 'Created' | 'Updated'): SimulatedEvent[] {
  const isNew = what === 'Created';
  return toMembers(engagement, {
    detailType: `Engagement ${what}`,
    detail: {
      engagement: {
        engagementArn: sharedArn(engagement.catalog, 'engagement', engagement.id),
        engagementId: engagement.id,
        ...(isNew
          ? { CreatedAt: engagement.createdAt, CreatedBy: engagement.createdBy }
          : { LastModifiedAt: engagement.modifiedAt, LastModifiedBy: engagement.modifiedBy }),
        ContextTypes: engagement.contexts.map(({ Type }) => Type),
      },
    },
  });
}

export function snapshotEvents(engagement: EngagementRecord, snapshot: SnapshotRecord, arn: string): SimulatedEvent[] {
  return toMembers(engagement, {
    detailType: 'Engagement Resource Snapshot Created',
    detail: {
      resourceSnapshot: {
        arn,
        engagementId: engagement.id,
        resourceType: 'Opportunity',
        resourceId: snapshot.resourceId,
        createdBy: snapshot.createdBy,
        targetMemberAccounts: engagement.members.map(({ accountId }) => accountId),
        resourceSnapshotTemplateName: snapshot.template,
      },
    },
  });
}

function toMembers(
  engagement: EngagementRecord,
  { detailType, detail }: { readonly detailType: string; readonly detail: Readonly<Record<string, unknown>> },
): SimulatedEvent[] {
  return engagement.members
    .filter(({ accountId }) => accountId !== AWS)
    .map(({ accountId }) => ({
      accountId,
      source: SOURCE,
      detailType,
      resources: [sharedArn(engagement.catalog, 'engagement', engagement.id)],
      detail: { catalog: engagement.catalog, ...detail },
    }));
}
