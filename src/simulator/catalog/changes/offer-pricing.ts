/** UpdatePricingTerms: the pricing model and the whole list of priced terms. */
import { z } from 'zod';
import { priceRises } from '../rules/price-comparison.ts';
import { pricingTerm } from '../schema/pricing-terms.ts';
import { offerUpdate } from './change-type.ts';

const details = z.strictObject({
  PricingModel: z.enum(['Usage', 'Contract', 'Byol', 'Free']),
  Terms: z.array(pricingTerm).min(1),
});

export const updatePricingTerms = offerUpdate(details, ({ PricingModel, Terms }, offer, site) => ({
  ...offer,
  pricingModel: PricingModel,
  terms: { ...offer.terms, pricing: Terms },
  lastPriceIncreaseAt:
    offer.state === 'Released' && priceRises(offer.terms.pricing, Terms) ? site.now : offer.lastPriceIncreaseAt,
}));
