/** Invitations as their two sides read and answer them. */
import type { EngagementInvitationPayloadType } from '@aws-sdk/client-partnercentral-selling';
import { sharedArn } from '../arns.ts';
import type { Asked, Input, Operation, SellingContext } from '../context.ts';
import { idOf } from '../context.ts';
import { engagementOf, join, memberOf } from '../engagements.ts';
import { businessRefusal, conflict, notFound, overQuota } from '../errors.ts';
import { answer, invitationOf, invite } from '../invitations.ts';
import { AWS, type InvitationPayload, type InvitationRecord } from '../model-engagement.ts';
import { pageOf } from '../paging.ts';
import { ordered } from '../partition.ts';
import { partnerOf } from '../partners.ts';
import { present } from '../rules/stored-content.ts';

const DEFAULT_PAGE = 20;
/** Beside the one who invites. */
const MOST_INVITED = 9;

export const getInvitation: Operation = (asked, context) => {
  const invitation = invitationOf(asked.input['Identifier'], asked, context);
  const engagement = context.shared.engagements.get(invitation.engagementId);
  return present({
    ...summarized(invitation, asked),
    ParticipantType: undefined,
    RejectionReason: invitation.rejectionReason ?? undefined,
    Payload: invitation.payload,
    InvitationMessage: invitation.message,
    EngagementDescription: engagement?.description,
    ExistingMembers: engagement?.members.map(({ companyName, website }) => ({
      CompanyName: companyName,
      WebsiteUrl: website,
    })),
  });
};

export const listInvitations: Operation = (asked, { shared }) => {
  const { input, partner, catalog } = asked;
  const sort = (input['Sort'] ?? {}) as Record<string, string>;
  const isReceiver = input['ParticipantType'] === 'RECEIVER';
  const fits = filterOf(input);
  const page = pageOf(
    {
      order: ordered(shared.invitations.values(), ({ invitationDate }) => invitationDate),
      descending: sort['SortOrder'] !== 'ASCENDING',
      keep: (invitation) =>
        invitation.catalog === catalog &&
        (isReceiver ? invitation.receiver.accountId : invitation.sender.accountId) === partner.accountId &&
        fits(invitation),
      defaultSize: DEFAULT_PAGE,
    },
    input,
  );
  return {
    EngagementInvitationSummaries: page.items.map((invitation) => summarized(invitation, asked)),
    NextToken: page.nextToken,
  };
};

function filterOf(input: Input): (invitation: InvitationRecord) => boolean {
  const wanted = (name: string) => new Set(((input[name] ?? []) as string[]).map(idOf));
  const filters: readonly (readonly [Set<string>, (invitation: InvitationRecord) => string])[] = [
    [wanted('PayloadType'), ({ payloadType }) => payloadType],
    [wanted('Status'), ({ status }) => status],
    [wanted('EngagementIdentifier'), ({ engagementId }) => engagementId],
    [wanted('SenderAwsAccountId'), ({ sender }) => sender.accountId],
  ];
  return (invitation) => filters.every(([values, of]) => values.size === 0 || values.has(of(invitation)));
}

function summarized(invitation: InvitationRecord, { partner }: Asked): Record<string, unknown> {
  const { receiver, sender } = invitation;
  return {
    Catalog: invitation.catalog,
    Id: invitation.id,
    Arn: sharedArn(invitation.catalog, 'engagement-invitation', invitation.id),
    PayloadType: invitation.payloadType,
    EngagementId: invitation.engagementId,
    EngagementTitle: titleOf(invitation),
    Status: invitation.status,
    InvitationDate: invitation.invitationDate,
    ExpirationDate: invitation.expirationDate,
    SenderAwsAccountId: sender.accountId,
    SenderCompanyName: sender.companyName,
    Receiver: {
      Account: { AwsAccountId: receiver.accountId, ...(receiver.alias === null ? {} : { Alias: receiver.alias }) },
    },
    ParticipantType: receiver.accountId === partner.accountId ? 'RECEIVER' : 'SENDER',
  };
}

function titleOf({ payload }: InvitationRecord): string {
  const lead = payload.LeadInvitation?.['Customer'] as { CompanyName?: string } | undefined;
  return (payload.OpportunityInvitation?.Project.Title ?? lead?.CompanyName ?? '').slice(0, 40);
}

/** Leads are accepted at once, without a task. */
export const acceptInvitation: Operation = (asked, context) => {
  const invitation = received(asked, context);
  if (invitation.payloadType !== 'LeadInvitation') {
    const message = 'An invitation to an opportunity is accepted by StartEngagementByAcceptingInvitationTask.';
    throw businessRefusal([{ field: 'identifier', code: 'ACTION_NOT_PERMITTED', message }]);
  }
  answer(invitation, { status: 'ACCEPTED' }, context);
  join(invitation.engagementId, memberOf(asked.partner), context);
  return {};
};

const REASONS: readonly string[] = [
  'Customer problem unclear',
  'Next steps unclear',
  'Unable to support',
  'Duplicate of partner referral',
  'Other',
];

export const rejectInvitation: Operation = (asked, context) => {
  const invitation = received(asked, context);
  const reason = asked.input['RejectionReason'] as string | undefined;
  if (invitation.payloadType === 'OpportunityInvitation' && (reason === undefined || !REASONS.includes(reason))) {
    const message = `rejectionReason must be one of ${REASONS.join(', ')}.`;
    const code = reason === undefined ? 'REQUIRED_FIELD_MISSING' : 'INVALID_VALUE';
    throw businessRefusal([{ field: 'rejectionReason', code, message }]);
  }
  answer(invitation, { status: 'REJECTED', rejectionReason: reason ?? null }, context);
  return {};
};

function received(asked: Asked, context: SellingContext): InvitationRecord {
  const invitation = invitationOf(asked.input['Identifier'], asked, context);
  if (invitation.receiver.accountId !== asked.partner.accountId) throw notFound(String(asked.input['Identifier']));
  if (invitation.status !== 'PENDING') throw conflict(`The invitation is ${invitation.status}.`);
  for (const task of context.shared.tasks.values()) {
    const isSame = task.kind === 'acceptance' && task.invitationId === invitation.id;
    if (isSame && task.status === 'IN_PROGRESS') throw conflict(`Task ${task.id} is under way.`);
  }
  return invitation;
}

/** A partner invites another to a deal; every seeded partner is connected with every other. */
export const createInvitation: Operation = (asked, context) => {
  const { input, partner } = asked;
  const engagement = engagementOf(input['EngagementIdentifier'], asked, context);
  const { Message, Receiver, Payload } = input['Invitation'] as {
    Message: string;
    Receiver: { Account: { AwsAccountId: string; Alias?: string } };
    Payload: InvitationPayload;
  };
  const accountId = Receiver.Account.AwsAccountId;
  if (accountId !== AWS && (!partnerOf(accountId) || accountId === partner.accountId)) {
    const message = `There is no active partner connection with account ${accountId}.`;
    throw businessRefusal([{ field: 'invitation.receiver.account.awsAccountId', code: 'INVALID_VALUE', message }]);
  }
  if (engagement.members.some((member) => member.accountId === accountId)) {
    throw conflict(`Account ${accountId} is a member of the engagement.`);
  }
  const invited = [...context.shared.invitations.values()].filter(
    ({ engagementId, status }) => engagementId === engagement.id && (status === 'PENDING' || status === 'ACCEPTED'),
  );
  if (invited.some(({ receiver }) => receiver.accountId === accountId)) {
    throw conflict(`Account ${accountId} has been invited to the engagement.`);
  }
  if (invited.length >= MOST_INVITED) throw overQuota(`An engagement has at most ${MOST_INVITED} invited members.`);
  const wanted: EngagementInvitationPayloadType = Payload.LeadInvitation ? 'LeadInvitation' : 'OpportunityInvitation';
  const needed = wanted === 'LeadInvitation' ? 'Lead' : 'CustomerProject';
  if (!engagement.contexts.some(({ Type }) => Type === needed)) {
    const message = `The engagement has no ${needed} context.`;
    throw businessRefusal([{ field: 'invitation.payload', code: 'INVALID_RESOURCE_STATE', message }]);
  }
  const invitation = invite(
    engagement,
    {
      sender: { accountId: partner.accountId, companyName: partner.name },
      receiver: { accountId, alias: Receiver.Account.Alias ?? null },
      message: Message,
      payload: Payload,
      hidden: null,
    },
    context,
  );
  return { Id: invitation.id, Arn: sharedArn(invitation.catalog, 'engagement-invitation', invitation.id) };
};
