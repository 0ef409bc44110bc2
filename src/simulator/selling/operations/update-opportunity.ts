/** UpdateOpportunity: replaces what a partner writes as a whole, under the lock of LastModifiedDate. */
import type { ReviewStatus } from '@aws-sdk/client-partnercentral-selling';
import { laterThan, opportunityOf, type Asked, type Operation, type SellingContext } from '../context.ts';
import { businessRefusal, conflict } from '../errors.ts';
import { opportunityEvent } from '../events.ts';
import type { OpportunityContent, OpportunityRecord, Review } from '../model.ts';
import { checkContent } from '../rules/content.ts';
import { changedFields, checkLocks } from '../rules/locks.ts';
import { Problems } from '../rules/problems.ts';
import { sandboxReview } from '../rules/sandbox-review.ts';
import { askedContent, present, storedContent, withStep } from '../rules/stored-content.ts';

export const updateOpportunity: Operation = (asked, context) => {
  const { input } = asked;
  const before = opportunityOf(input['Identifier'], asked, context);
  const content = askedContent(input, before.content);
  const review = sandboxReview(before, input['LifeCycle']);
  checkState(before, content, review !== null);
  checkRules(before, content, { asked, context });
  checkLastModified(before, String(input['LastModifiedDate']));
  const at = laterThan(before.modifiedAt, context);
  const stored = storedContent(content, before.content);
  const record: OpportunityRecord = {
    ...before,
    content: stored,
    modifiedAt: at,
    history: withStep(before, stored.LifeCycle.NextSteps, at),
    review: review ?? reviewAfter(before),
  };
  context.store.put(record);
  context.deps.emit(opportunityEvent(record, 'Updated'));
  return { Id: record.id, LastModifiedDate: record.modifiedAt };
};

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
  return review.status === 'Action Required' ? { status: 'Submitted', comments: null, reason: null } : present(review);
}
