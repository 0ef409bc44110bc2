/** How a product is sold, which AWS keeps in no field of the product: from its public offers. */
import { z } from 'zod';
import { readOfferEntity, type OfferTerm } from '../offer/entity.ts';
import type { PublicTerms } from './product.ts';

export interface PublicOffer {
  readonly id: string;
  /** The document that DescribeEntity gives for it. */
  readonly document: unknown;
}

const rateCardSchema = z.looseObject({
  Selector: z.looseObject({ Type: z.string().nullish(), Value: z.string().nullish() }).nullish(),
  Constraints: z.looseObject({ QuantityConfiguration: z.string().nullish() }).nullish(),
});

/**
 * A product has one public offer, and may have a free-trial one beside it: the paid one gives its name.
 * null where there is none.
 */
export function derivePublicTerms(offers: readonly PublicOffer[]): PublicTerms | null {
  const read = offers.map(({ id, document }) => ({ id, terms: readOfferEntity(document)?.terms ?? [] }));
  const isTrial = (terms: readonly OfferTerm[]) => hasTerm(terms, 'FreeTrialPricingTerm');
  const paid = read.find(({ terms }) => !isTrial(terms)) ?? read[0];
  if (!paid) return null;
  const cards = paid.terms
    .filter((term) => term.Type === 'ConfigurableUpfrontPricingTerm')
    .flatMap((term): unknown[] => (Array.isArray(term['RateCards']) ? term['RateCards'] : []))
    .flatMap((card): z.infer<typeof rateCardSchema>[] => {
      const parsed = rateCardSchema.safeParse(card);
      return parsed.success ? [parsed.data] : [];
    });
  const constraint = cards.map((card) => card.Constraints?.QuantityConfiguration).find(Boolean);
  return {
    offerId: paid.id,
    hasUsagePricing: hasTerm(paid.terms, 'UsageBasedPricingTerm'),
    contractDurations: [...new Set(cards.flatMap((card) => card.Selector?.Value ?? []))],
    constraint: constraint === 'Allowed' || constraint === 'Disallowed' ? constraint : null,
    hasByol: hasTerm(paid.terms, 'ByolPricingTerm'),
    hasRecurring: hasTerm(paid.terms, 'RecurringPaymentTerm'),
    hasFreeTrial: read.some(({ terms }) => isTrial(terms)),
  };
}

function hasTerm(terms: readonly OfferTerm[], type: string): boolean {
  return terms.some((term) => term.Type === type);
}
