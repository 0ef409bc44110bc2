/** Which words name and explain a step: public offers and free trials have no buyers, and say so in their own. */
import type { OfferDraft } from '../../../shared/domain/offer/draft.ts';
import { isFreeTrialOffer, isPublicOffer } from '../../../shared/domain/offer/public-offer.ts';

type StepText = 'step' | 'stepDescription' | 'help';

/** Steps with words of their own; any other step says what it says for private offers. */
const OWN: Readonly<Record<'forPublic' | 'forTrial', Readonly<Record<StepText, readonly string[]>>>> = {
  forPublic: {
    step: ['product-buyers'],
    stepDescription: ['product-buyers', 'details', 'pricing', 'eula', 'terms', 'review'],
    help: ['product-buyers', 'details', 'pricing', 'eula', 'terms', 'review'],
  },
  forTrial: {
    step: ['product-buyers', 'pricing'],
    stepDescription: ['product-buyers', 'details', 'pricing', 'eula', 'review'],
    help: ['product-buyers', 'details', 'pricing', 'eula', 'review'],
  },
};

/** The key in the topic `wizard`. */
export function stepTextKey(draft: OfferDraft, text: StepText, step: string): string {
  const audiences = [
    ...(isFreeTrialOffer(draft) ? (['forTrial'] as const) : []),
    ...(isPublicOffer(draft) ? (['forPublic'] as const) : []),
  ];
  const own = audiences.find((audience) => OWN[audience][text].includes(step));
  return own === undefined ? `${text}.${step}` : `${own}.${text}.${step}`;
}
