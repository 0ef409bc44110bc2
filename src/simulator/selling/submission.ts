/** Submitting a deal to AWS: checks it, and puts it into AWS's hands. */
import type { SalesInvolvementType, Visibility } from '@aws-sdk/client-partnercentral-selling';
import { changeOpportunity } from './changes.ts';
import { nowOf, type SellingContext } from './context.ts';
import type { AwsSide, OpportunityRecord } from './model.ts';
import { partnerOf } from './partners.ts';
import { awaitReview } from './review.ts';
import { Problems } from './rules/problems.ts';
import { checkSubmission } from './rules/submission.ts';

export interface SubmissionWish {
  readonly involvement: SalesInvolvementType;
  readonly visibility: Visibility | undefined;
}

export function submissionProblems(
  record: OpportunityRecord,
  { involvement }: SubmissionWish,
  context: SellingContext,
): Problems {
  const problems = new Problems();
  const partner = partnerOf(record.owner);
  if (!partner) return problems;
  const held = context.store.opportunities(record);
  const exists = (id: string) => held.get(id) !== undefined;
  checkSubmission(record, { partner, now: context.deps.clock.now(), exists, involvement }, problems);
  return problems;
}

/** Limited visibility is for accounts that AWS has named; everybody else gets Full without a word. */
export function submit(record: OpportunityRecord, wish: SubmissionWish, context: SellingContext): OpportunityRecord {
  const submitted = changeOpportunity(
    record,
    {
      review: { status: 'Submitted', comments: null, reason: null },
      submission: { involvement: wish.involvement, visibility: 'Full', at: nowOf(context), changeReason: null },
      aws: record.aws ?? newAwsSide(record),
      engagementId: record.engagementId,
    },
    context,
  );
  awaitReview(submitted, context);
  return submitted;
}

const SCORES: readonly AwsSide['score'][] = ['High', 'Medium', 'Low'];

/** AWS's people and what they think of the deal: the same for the same deal. */
export function newAwsSide(record: OpportunityRecord): AwsSide {
  const number = Number(record.id.slice(1));
  return {
    stage: 'Prospect',
    targetCloseDate: null,
    nextSteps: null,
    history: [],
    team: [
      { FirstName: 'Robin', LastName: 'Vale', Email: 'robin.vale@aws.example.com', BusinessTitle: 'AWSSalesRep' },
      { FirstName: 'Toni', LastName: 'Marsh', Email: 'toni.marsh@aws.example.com', BusinessTitle: 'PDM' },
    ],
    score: SCORES[number % SCORES.length] ?? 'Medium',
    nextBestActions: 'Schedule a joint call with the customer',
    cosellMotion: null,
  };
}
