/** UpdateOpportunity: replaces what a partner writes as a whole, under the lock of LastModifiedDate. */
import type { ReviewStatus } from '@aws-sdk/client-partnercentral-selling';
import { changeOpportunity } from '../changes.ts';
import { nowOf, opportunityOf, type Asked, type Operation, type SellingContext } from '../context.ts';
import { businessRefusal, conflict } from '../errors.ts';
import type { OpportunityContent, OpportunityRecord, Review, Submission } from '../model.ts';
import { awaitReview } from '../review.ts';
import { checkContent } from '../rules/content.ts';
import { changedFields, checkLocks } from '../rules/locks.ts';
import { Problems } from '../rules/problems.ts';
import { sandboxReview } from '../rules/sandbox-review.ts';
import { askedContent, storedContent, withStep } from '../rules/stored-content.ts';
import { newAwsSide } from '../submission.ts';

export const updateOpportunity: Operation = (asked, context) => {
  const { input } = asked;
  const before = opportunityOf(input['Identifier'], asked, context);
  const content = askedContent(input, before.content);
  const review = sandboxReview(before, input['LifeCycle']);
  checkState(before, content, review !== null);
  checkRules(before, content, { asked, context });
  checkLastModified(before, String(input['LastModifiedDate']));
  const stored = storedContent(content, before.content);
  const record = changeOpportunity(
    before,
    {
      content: stored,
      history: withStep(before, stored.LifeCycle.NextSteps, nowOf(context)),
      review: review ?? reviewAfter(before),
      submission: submissionAfter(before, { stored, review, at: nowOf(context) }),
      aws: awsAfter(before, stored, review),
    },
    context,
  );
  if (record.review.status === 'Submitted' && before.review.status === 'Action Required') awaitReview(record, context);
  return { Id: record.id, LastModifiedDate: record.modifiedAt };
};

interface After {
  readonly stored: OpportunityContent;
  readonly review: Review | null;
  readonly at: string;
}

/** Needs of co-sell turn a deal that was shared for visibility into one; a Sandbox status may stand for a submission. */
function submissionAfter({ submission }: OpportunityRecord, { stored, review, at }: After): Submission | null {
  const hasNeeds = (stored.PrimaryNeedsFromAws ?? []).length > 0;
  if (submission?.involvement === 'For Visibility Only' && hasNeeds) {
    return { ...submission, involvement: 'Co-Sell', changeReason: 'Change in Deal Information' };
  }
  if (submission !== null || review?.status !== 'Submitted') return submission;
  const involvement = hasNeeds ? 'Co-Sell' : 'For Visibility Only';
  return { involvement, visibility: 'Full', at, changeReason: null };
}

/** AWS's record follows the partner's where a deal ends. */
function awsAfter(before: OpportunityRecord, { LifeCycle }: OpportunityContent, review: Review | null) {
  const aws = before.aws ?? (review?.status === 'Submitted' ? newAwsSide(before) : null);
  const { Stage, TargetCloseDate = null } = LifeCycle;
  const isOver = Stage === 'Launched' || Stage === 'Closed Lost';
  return aws && isOver ? { ...aws, stage: Stage, targetCloseDate: TargetCloseDate } : aws;
}

const NOT_EDITABLE: readonly ReviewStatus[] = ['Submitted', 'In review', 'Rejected'];

/** In the Sandbox a review may be moved on where nothing else could be changed. */
function checkState({ review, content: before }: OpportunityRecord, content: OpportunityContent, movesReview: boolean) {
  if (!NOT_EDITABLE.includes(review.status)) return;
  if (movesReview && changedFields(before, storedContent(content, before)).length === 0) return;
  const message = `Record is not editable. The opportunity is ${review.status}.`;
  throw businessRefusal([{ field: 'lifeCycle.reviewStatus', code: 'INVALID_RESOURCE_STATE', message }]);
}

interface Rules {
  readonly asked: Asked;
  readonly context: SellingContext;
}

function checkRules(before: OpportunityRecord, content: OpportunityContent, { asked, context }: Rules): void {
  const { partner, catalog, input } = asked;
  const problems = new Problems();
  const lifeCycle = input['LifeCycle'] as Record<string, unknown> | undefined;
  problems.need(lifeCycle?.['Stage'], 'lifeCycle.stage');
  const held = context.store.opportunities({ owner: partner.accountId, catalog });
  const exists = (id: string) => held.get(id) !== undefined;
  const now = context.deps.clock.now();
  checkContent({ content, before: before.content, related: before.related, partner, now, exists }, problems);
  if (problems.list.length === 0) checkLocks(before, storedContent(content, before.content), { partner, problems });
  problems.refuseIfAny();
}

function checkLastModified(before: OpportunityRecord, given: string): void {
  if (Date.parse(given) === Date.parse(before.modifiedAt)) return;
  throw conflict(
    `The opportunity was modified at ${before.modifiedAt}, not at ${given}. Get the newest version and update that.`,
  );
}

/** What was sent back by AWS goes to it again with the correction. */
function reviewAfter({ review }: OpportunityRecord): Review {
  return review.status === 'Action Required' ? { status: 'Submitted', comments: null, reason: null } : review;
}
