/** The review of what was submitted: by the clock in the catalog AWS, by hand wherever somebody says so. */
import { changeOpportunity } from './changes.ts';
import type { SellingContext } from './context.ts';
import { AWS_MEMBER, join } from './engagements.ts';
import { invitationEvents } from './events.ts';
import type { OpportunityRecord, Review } from './model.ts';
import { AWS } from './model-engagement.ts';

/** In the Sandbox nobody reviews: the partner writes the status. */
export function awaitReview(record: OpportunityRecord, context: SellingContext): void {
  const errand = { kind: 'review', id: record.id } as const;
  if (record.catalog === 'AWS') context.agenda.put(errand, context.controls.review.startMs);
}

/** Submitted deals are taken up, deals in review are answered. */
export function moveReview(id: string, context: SellingContext): void {
  const record = context.store.find(id);
  const { answer, comments, reason, answerMs } = context.controls.review;
  if (record?.review.status === 'Submitted') {
    changeOpportunity(record, { review: { status: 'In review', comments: null, reason: null } }, context);
    if (answer !== null) context.agenda.put({ kind: 'review', id }, answerMs);
  } else if (record?.review.status === 'In review' && answer !== null) {
    reviewed(record, { status: answer, comments, reason }, context);
  }
}

/** What AWS says, and what follows for the invitation it was sent. */
export function reviewed(record: OpportunityRecord, review: Review, context: SellingContext): OpportunityRecord {
  context.agenda.drop({ kind: 'review', id: record.id });
  if (review.status === 'Approved') answerInvitation(record, 'Accepted', context);
  if (review.status === 'Rejected') answerInvitation(record, 'Rejected', context);
  return changeOpportunity(record, { review }, context);
}

function answerInvitation(record: OpportunityRecord, answer: 'Accepted' | 'Rejected', context: SellingContext): void {
  const { invitations } = context.shared;
  for (const invitation of invitations.values()) {
    const isOurs = invitation.engagementId === record.engagementId && invitation.receiver.accountId === AWS;
    if (!isOurs || invitation.status !== 'PENDING') continue;
    context.agenda.drop({ kind: 'expiry', id: invitation.id });
    const status = answer === 'Accepted' ? 'ACCEPTED' : 'REJECTED';
    const answered = { ...invitation, status } as const;
    invitations.set(invitation.id, answered);
    for (const event of invitationEvents(answered, answer)) context.deps.emit(event);
    if (answer === 'Accepted') join(invitation.engagementId, AWS_MEMBER, context);
  }
}
