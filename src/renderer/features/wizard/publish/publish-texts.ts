/** Which words fit what is about to be sent. */
import type { OfferDraft } from '../../../../shared/domain/offer/draft.ts';
import { isPublicOffer, isReleasedPublicOffer } from '../../../../shared/domain/offer/public-offer.ts';
import type { PublishIntent } from './use-publish.ts';

/** Which of the texts fits: releasing, a draft at AWS, or changing what everybody buys today. */
export function textsOf(draft: OfferDraft, intent: PublishIntent): 'release' | 'draft' | 'public' | 'change' {
  if (isReleasedPublicOffer(draft)) return 'change';
  return isPublicOffer(draft) && intent === 'release' ? 'public' : intent;
}
