/** The life of invitations: sent with a deadline, answered or expired. */
import { idOf, type Asked, type SellingContext } from './context.ts';
import { notFound } from './errors.ts';
import { invitationEvents } from './events.ts';
import type { EngagementRecord, InvitationRecord } from './model-engagement.ts';

const DAY_MS = 86_400_000;
export const ANSWER_DAYS = 15;

export type NewInvitation = Pick<InvitationRecord, 'sender' | 'receiver' | 'message' | 'payload' | 'hidden'> & {
  readonly days?: number;
};

export function invite(engagement: EngagementRecord, given: NewInvitation, context: SellingContext): InvitationRecord {
  const { days = ANSWER_DAYS, ...rest } = given;
  const now = context.deps.clock.now();
  const waitMs = days * DAY_MS;
  const invitation: InvitationRecord = {
    ...rest,
    id: `engi-${context.deps.randomId(13)}`,
    catalog: engagement.catalog,
    engagementId: engagement.id,
    payloadType: given.payload.LeadInvitation ? 'LeadInvitation' : 'OpportunityInvitation',
    status: 'PENDING',
    invitationDate: new Date(now).toISOString(),
    expirationDate: new Date(now + waitMs).toISOString(),
    rejectionReason: null,
  };
  context.shared.invitations.set(invitation.id, invitation);
  context.agenda.put({ kind: 'expiry', id: invitation.id }, waitMs);
  for (const event of invitationEvents(invitation, 'Created')) context.deps.emit(event);
  return invitation;
}

export function answer(
  invitation: InvitationRecord,
  change: Pick<InvitationRecord, 'status'> & Partial<Pick<InvitationRecord, 'rejectionReason'>>,
  context: SellingContext,
): InvitationRecord {
  const answered = { ...invitation, ...change };
  context.shared.invitations.set(answered.id, answered);
  context.agenda.drop({ kind: 'expiry', id: answered.id });
  const words = { ACCEPTED: 'Accepted', REJECTED: 'Rejected', EXPIRED: 'Expired', PENDING: 'Created' } as const;
  for (const event of invitationEvents(answered, words[answered.status])) context.deps.emit(event);
  return answered;
}

export function expire(id: string, context: SellingContext): void {
  const invitation = context.shared.invitations.get(id);
  if (invitation?.status === 'PENDING') answer(invitation, { status: 'EXPIRED' }, context);
}

/** An invitation as one of its two sides may name it. */
export function invitationOf(arnOrId: unknown, { partner, catalog }: Asked, context: SellingContext): InvitationRecord {
  const invitation = context.shared.invitations.get(idOf(arnOrId));
  const sides = [invitation?.sender.accountId, invitation?.receiver.accountId];
  if (invitation && invitation.catalog === catalog && sides.includes(partner.accountId)) return invitation;
  throw notFound(String(arnOrId));
}
