/** The way of an opportunity from prospect to launch, and its two ends. */
import type { OpportunityDraft } from './draft.ts';
import type { Standing } from './fields.ts';
import { STAGES, type Stage } from './picklists.ts';

/** The path in order; Closed Lost is the way out beside it. */
export const STAGE_PATH: readonly Stage[] = STAGES.filter((stage) => stage !== 'Closed Lost');

/** The stage after this one; null at either end. */
export function nextStage(stage: string): Stage | null {
  const at = STAGE_PATH.findIndex((step) => step === stage);
  return at === -1 ? null : (STAGE_PATH[at + 1] ?? null);
}

export type StepState = 'done' | 'current' | 'open';

export function stepStates(stage: string): readonly { readonly stage: Stage; readonly state: StepState }[] {
  const at = STAGE_PATH.findIndex((step) => step === stage);
  return STAGE_PATH.map((step, index) => ({
    stage: step,
    state: index < at ? 'done' : index === at ? 'current' : 'open',
  }));
}

/** Moves along the path. What only a lost opportunity has is cleared. */
export function moveTo(draft: OpportunityDraft, stage: string): OpportunityDraft {
  const closedLostReason = stage === 'Closed Lost' ? draft.lifeCycle.closedLostReason : '';
  return { ...draft, lifeCycle: { ...draft.lifeCycle, stage, closedLostReason } };
}

/** Closes it as lost: stage and reason go in one update. */
export function closeLost(draft: OpportunityDraft, closedLostReason: string): OpportunityDraft {
  return { ...draft, lifeCycle: { ...draft.lifeCycle, stage: 'Closed Lost', closedLostReason } };
}

/** Closes it as launched, with the customer's AWS account. */
export function closeLaunched(draft: OpportunityDraft, awsAccountId: string): OpportunityDraft {
  const launched = moveTo(draft, 'Launched');
  const account = { ...launched.customer.account, awsAccountId: awsAccountId.trim() };
  return { ...launched, customer: { ...launched.customer, account } };
}

export function standingOf({ target }: Pick<OpportunityDraft, 'target'>): Standing | null {
  if (!target) return null;
  const { reviewStatus, stage } = target.base.lifeCycle;
  return { reviewStatus, stage, origin: target.origin };
}

/** Shared with AWS means that a review has begun, or that AWS brought it. */
export function isShared({ target }: Pick<OpportunityDraft, 'target'>): boolean {
  if (!target) return false;
  return target.origin === 'AWS Referral' || !['', 'Pending Submission'].includes(target.base.lifeCycle.reviewStatus);
}
