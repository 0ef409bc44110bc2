/** What may be done beside updates in which state of the review. */
import { businessRefusal } from '../errors.ts';
import type { OpportunityRecord } from '../model.ts';

/** While AWS looks at a deal, and after it was rejected, nothing hangs on or off. */
export function checkOpen({ review }: OpportunityRecord): void {
  if (review.status !== 'Submitted' && review.status !== 'In review' && review.status !== 'Rejected') return;
  const message = `Record is not editable. The opportunity is ${review.status}.`;
  throw businessRefusal([{ field: 'lifeCycle.reviewStatus', code: 'INVALID_RESOURCE_STATE', message }]);
}
