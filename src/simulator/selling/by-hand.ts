/** What AWS's people do, ordered by tests and in training: review, refer, change a deal behind the partner's back. */
import { ServiceError } from '../types.ts';
import { changeOpportunity } from './changes.ts';
import type { SellingContext } from './context.ts';
import type { AwsSide, OpportunityContent, OpportunityRecord, Review } from './model.ts';
import type { InvitationRecord } from './model-engagement.ts';
import { partnerOf } from './partners.ts';
import { referLead, refer, referralOf, type LeadReferral, type Referral } from './referrals.ts';
import { reviewed } from './review.ts';
import { withStep } from './rules/stored-content.ts';
import { newAwsSide } from './submission.ts';

export interface ReviewByHand extends Review {
  readonly id: string;
}

export function reviewByHand({ id, ...review }: ReviewByHand, context: SellingContext): OpportunityRecord {
  const record = existing(id, context);
  if (record.review.status === 'Pending Submission') {
    throw new ServiceError('ConflictException', 409, `Opportunity ${id} has not been submitted.`);
  }
  return reviewed(record, review, context);
}

export type ReferralOrder = Partial<Omit<Referral, 'accountId' | 'hidden'>> &
  Pick<Referral, 'accountId'> & { readonly count?: number };

export function referByHand({ count = 1, ...given }: ReferralOrder, context: SellingContext): InvitationRecord[] {
  partner(given.accountId);
  const first = context.shared.invitations.size + 1;
  const now = context.deps.clock.now();
  return Array.from({ length: count }, (_, index) => refer(referralOf(given, { number: first + index, now }), context));
}

export function referLeadByHand(given: LeadReferral, context: SellingContext): InvitationRecord {
  partner(given.accountId);
  return referLead(given, context);
}

function partner(accountId: string): void {
  if (partnerOf(accountId)) return;
  throw new ServiceError('ResourceNotFoundException', 404, `Account ${accountId} is not linked to Partner Central.`);
}

export interface EditByHand {
  readonly id: string;
  /** Put over what the partner wrote, member by member; null takes a member away. */
  readonly content?: Readonly<Record<string, unknown>>;
  readonly aws?: Partial<AwsSide>;
}

export function editByHand({ id, content, aws }: EditByHand, context: SellingContext): OpportunityRecord {
  const record = existing(id, context);
  const changed = content === undefined ? record.content : (merged(record.content, content) as OpportunityContent);
  const side = aws === undefined ? record.aws : { ...(record.aws ?? newAwsSide(record)), ...aws };
  const history = withStep(record, changed.LifeCycle.NextSteps, new Date(context.deps.clock.now()).toISOString());
  return changeOpportunity(record, { content: changed, aws: side, history }, context);
}

function merged(before: unknown, over: unknown): unknown {
  if (!isObject(over)) return over;
  const result: Record<string, unknown> = isObject(before) ? { ...before } : {};
  for (const [name, value] of Object.entries(over)) {
    if (value === null) delete result[name];
    else result[name] = merged(result[name], value);
  }
  return result;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function existing(id: string, { store }: SellingContext): OpportunityRecord {
  const record = store.find(id);
  if (record) return record;
  throw new ServiceError('ResourceNotFoundException', 404, `Opportunity '${id}' does not exist.`);
}
