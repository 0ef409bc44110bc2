/** Step: everything once more, what the rules say, and the exact request. */
import SpaceBetween from '@cloudscape-design/components/space-between';
import { reviewSections } from '../../../../shared/domain/offer/wizard/review.ts';
import { isReleasedPublicOffer } from '../../../../shared/domain/offer/public-offer.ts';
import { useEditor } from '../editor/context.ts';
import { FindingsSummary } from '../review/findings-summary.tsx';
import { PublicChanges } from '../review/public-changes.tsx';
import { RequestView } from '../review/request-view.tsx';
import { ReviewSectionView } from '../review/review-section.tsx';
import { SendTarget } from '../review/send-target.tsx';

export function ReviewStep() {
  const { draft, product } = useEditor();
  return (
    <SpaceBetween size="l">
      <FindingsSummary />
      <SendTarget />
      {isReleasedPublicOffer(draft) && <PublicChanges />}
      {reviewSections(draft, product).map((section) => (
        <ReviewSectionView key={section.step} section={section} />
      ))}
      <RequestView />
    </SpaceBetween>
  );
}
