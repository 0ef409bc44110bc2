/** The engagements behind the seeded deals that AWS knows, and the invitations by which they began. */
import { sharedIds } from './shared-ids.ts';
import type { OpportunityRecord } from '../../selling/model.ts';
import type { EngagementRecord, InvitationRecord, Member } from '../../selling/model-engagement.ts';
import type { PartnerProfile } from '../../selling/partners.ts';
import { AWS_MEMBER, memberOf } from '../../selling/engagements.ts';
import { customerProject } from '../../selling/tasks/submission-task.ts';

const ANSWER_MS = 15 * 86_400_000;

interface Known {
  readonly opportunities: OpportunityRecord[];
  readonly engagements: EngagementRecord[];
  readonly invitations: InvitationRecord[];
}

/** Every deal that is no longer a draft gets its engagement. */
export function engaged(records: readonly OpportunityRecord[], partners: readonly PartnerProfile[]): Known {
  const known: Known = { opportunities: [], engagements: [], invitations: [] };
  for (const record of records) {
    const partner = partners.find(({ accountId }) => accountId === record.owner);
    if (record.submission === null || !partner) {
      known.opportunities.push(record);
      continue;
    }
    const engagement = engagementOf(record, memberOf(partner));
    known.opportunities.push({ ...record, engagementId: engagement.id });
    known.engagements.push(engagement);
    known.invitations.push(invitationOf(record, engagement, partner));
  }
  return known;
}

function engagementOf(record: OpportunityRecord, partner: Member): EngagementRecord {
  const isReferral = record.origin === 'AWS Referral';
  const creator = isReferral ? AWS_MEMBER : partner;
  const other = isReferral ? partner : AWS_MEMBER;
  const at = record.createdAt.replace('Z', '.000000000Z');
  return {
    id: sharedIds.engagement(record.id),
    catalog: record.catalog,
    title: (record.content.Project?.Title ?? record.id).slice(0, 40),
    description: (record.content.Project?.CustomerBusinessProblem ?? '').slice(0, 255),
    createdAt: at,
    createdBy: creator.accountId,
    modifiedAt: at,
    modifiedBy: creator.accountId,
    contexts: [
      {
        Id: '1',
        Type: 'CustomerProject',
        Payload: { CustomerProject: customerProject(record.content.Customer, record.content.Project, record) },
      },
    ],
    members: record.review.status === 'Approved' ? [creator, other] : [creator],
    resources: [{ id: record.id, createdBy: record.owner }],
  };
}

const ANSWERS: Readonly<Record<string, InvitationRecord['status']>> = { Approved: 'ACCEPTED', Rejected: 'REJECTED' };

function invitationOf(
  record: OpportunityRecord,
  engagement: EngagementRecord,
  partner: PartnerProfile,
): InvitationRecord {
  const isReferral = record.origin === 'AWS Referral';
  const { Customer, Project } = customerProject(record.content.Customer, record.content.Project, record) as {
    Customer: { Industry: string; CompanyName: string; WebsiteUrl: string; CountryCode: string };
    Project: { Title: string; BusinessProblem: string; TargetCompletionDate: string };
  };
  const aws = { accountId: AWS_MEMBER.accountId, companyName: AWS_MEMBER.companyName };
  const own = { accountId: partner.accountId, companyName: partner.name };
  const sentAt = Date.parse(record.createdAt);
  return {
    id: sharedIds.invitation(record.id),
    catalog: record.catalog,
    engagementId: engagement.id,
    payloadType: 'OpportunityInvitation',
    status: ANSWERS[record.review.status] ?? 'PENDING',
    invitationDate: new Date(sentAt).toISOString(),
    // What still waits for AWS waits as long as AWS likes.
    expirationDate: new Date(sentAt + ANSWER_MS * (ANSWERS[record.review.status] ? 1 : 40)).toISOString(),
    sender: isReferral ? aws : own,
    receiver: { accountId: isReferral ? own.accountId : aws.accountId, alias: null },
    message: isReferral ? 'We think that this customer would be well served by you.' : 'Shared with AWS.',
    payload: {
      OpportunityInvitation: {
        ReceiverResponsibilities: [isReferral ? 'Software Partner' : 'Co-Sell Facilitator'],
        Customer,
        Project: { ...Project, ExpectedCustomerSpend: record.content.Project?.ExpectedCustomerSpend ?? [] },
      },
    },
    rejectionReason: null,
    hidden: null,
  };
}
