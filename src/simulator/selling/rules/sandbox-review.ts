/** In the Sandbox there is no reviewer: the partner writes the review status itself, along the allowed ways. */
import type { ReviewStatus } from '@aws-sdk/client-partnercentral-selling';
import { businessRefusal } from '../errors.ts';
import type { OpportunityRecord, Review } from '../model.ts';

const WAYS: Readonly<Record<ReviewStatus, readonly ReviewStatus[]>> = {
  'Pending Submission': ['Submitted'],
  Submitted: ['In review', 'Approved', 'Rejected', 'Action Required'],
  'In review': ['Approved', 'Rejected', 'Action Required'],
  'Action Required': ['Submitted'],
  Approved: [],
  Rejected: [],
};

/** The review as the request sets it; null where it sets none, and always in the catalog AWS, which ignores it. */
export function sandboxReview({ catalog, review }: OpportunityRecord, lifeCycle: unknown): Review | null {
  const asked = (lifeCycle ?? {}) as {
    ReviewStatus?: ReviewStatus;
    ReviewComments?: string;
    ReviewStatusReason?: string;
  };
  const to = asked.ReviewStatus;
  if (catalog !== 'Sandbox' || to === undefined || to === review.status) return null;
  if (!WAYS[review.status].includes(to)) {
    const message = `Cannot transition opportunity from status '${review.status}' to '${to}'.`;
    throw businessRefusal([{ field: 'lifeCycle.reviewStatus', code: 'INVALID_VALUE', message }]);
  }
  return { status: to, comments: asked.ReviewComments ?? null, reason: asked.ReviewStatusReason ?? null };
}
